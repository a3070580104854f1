"""What each article says that no earlier one of the collection did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ..analysis.types import Kind
from .cast import Member
from .quotes import Saying
from .timeline import Entry

_TELLING = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP)
"""The kinds that are named first: a new person says more than a new product."""


class News(Struct, frozen=True, gc=False):
    """What is new in an article: numbers of the cast, the most telling first, and counts."""

    members: tuple[int, ...]
    quotes: int
    events: int


def in_order(days: Mapping[str, date | None]) -> list[str]:
    """The articles as they came out; as they lie, where not all of them have a day."""
    names = list(days)
    if any(day is None for day in days.values()):
        return names
    return sorted(names, key=lambda name: (days[name] or date.max, names.index(name)))


def news(
    order: Sequence[str],
    cast: Sequence[Member],
    quotes: Iterable[Saying],
    timeline: Iterable[Entry],
) -> dict[str, News]:
    """What is new in each article but the first, which has nothing before it."""
    places = {name: place for place, name in enumerate(order)}
    members: dict[str, list[int]] = {name: [] for name in order}
    said, told = dict.fromkeys(order, 0), dict.fromkeys(order, 0)
    for number, member in enumerate(cast):
        members[_first((figure.document for figure in member.figures), places)].append(number)
    for saying in quotes:
        said[_first((version.document for version in saying.versions), places)] += 1
    for entry in timeline:
        if not all(telling.minor for telling in entry.tellings):
            told[_first((telling.document for telling in entry.tellings), places)] += 1
    return {
        name: News(tuple(sorted(members[name], key=_by_weight(cast))), said[name], told[name])
        for name in order[1:]
    }


def _first(documents: Iterable[str], places: Mapping[str, int]) -> str:
    return min(documents, key=places.__getitem__)


def _by_weight(cast: Sequence[Member]):  # type: ignore[no-untyped-def]
    """People, bodies and places before the rest, and those mentioned most often first."""

    def weight(number: int) -> tuple[bool, int, int]:
        member = cast[number]
        mentions = sum(figure.mentions for figure in member.figures)
        return member.kind not in _TELLING, -mentions, number

    return weight

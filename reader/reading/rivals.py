"""Who else could have said a quote, and what spoke against each of them.

A quote goes to whoever the first signal that holds points at: a cue with its subject before a
neighbour, the sentence itself before the one before it. Against everybody else nearby speaks
where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from ..analysis import Entity, Kind, Quote, Span
from .index import Index
from .sentences import sentence_around

SPEAKS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.UNKNOWN})
"""The kinds of those who say things."""
_MOST = 4


class Against(StrEnum):
    """What spoke against somebody as the source of a quote."""

    WITHIN = "within"
    PART = "part"
    OTHER_SUBJECT = "other-subject"
    NO_CUE = "no-cue"
    BEFORE = "before"
    BEHIND = "behind"


class Rival(Struct, frozen=True):
    """Somebody who stands near a quote and did not say it: where, and what spoke against it."""

    entity: Entity
    place: int
    against: Against


def rivals(index: Index, text: str, quote: Quote) -> list[Rival]:
    """Up to four, those nearest to the words first."""
    found: dict[str, Rival] = {}
    for rival in sorted(_near(index, text, quote), key=lambda one: _distance(quote, one.place)):
        found.setdefault(rival.entity.id, rival)
    return list(found.values())[:_MOST]


def _near(index: Index, text: str, quote: Quote) -> Iterator[Rival]:
    start = min(quote.content[0].start, *(one.start for one in _frame(quote)))
    end = max(quote.content[-1].end, *(one.end for one in _frame(quote)))
    own = sentence_around(text, start, end)
    before = sentence_around(text, max(0, own[0] - 2), max(0, own[0] - 1))
    behind = sentence_around(text, min(len(text), own[1]), min(len(text), own[1] + 1))
    for first, last, entity in index.mentions.touching(before[0], behind[1]):
        if entity.kind in SPEAKS and entity.id != quote.speaker:
            yield Rival(entity, first, _against(quote, own, first, last))


def _frame(quote: Quote) -> list[Span]:
    return [span for span in (quote.source, quote.cue, quote.content[0]) if span is not None]


def _against(quote: Quote, own: tuple[int, int], first: int, last: int) -> Against:
    if any(piece.start <= first < piece.end for piece in quote.content):
        return Against.WITHIN
    if quote.source is not None and quote.source.start <= first and last <= quote.source.end:
        return Against.PART
    if first < own[0]:
        return Against.BEFORE
    if first >= own[1]:
        return Against.BEHIND
    return Against.NO_CUE if quote.cue is None else Against.OTHER_SUBJECT


def _distance(quote: Quote, place: int) -> int:
    if place < quote.content[0].start:
        return quote.content[0].start - place
    return max(0, place - quote.content[-1].end)

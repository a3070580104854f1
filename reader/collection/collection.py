"""Several articles and what they say together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from ..analysis.types import Analysis
from .cast import Member, build_cast
from .figures import Figure, figures
from .news import News, in_order, news
from .quotes import Saying, Version, build_sayings, versions
from .timeline import Entry, Telling, build_timeline, tellings


class Collection:
    """Articles by name with one cast, one timeline and their quotes side by side.

    A collection never changes: `with_article` gives a new one that shares what is known of each
    article, so that adding one to fifty costs no more than comparing them again.
    """

    def __init__(self, analyses: Mapping[str, Analysis] | None = None) -> None:
        self.analyses: dict[str, Analysis] = dict(analyses or {})
        self._figures: dict[str, list[Figure]] = {}

    def with_article(self, name: str, analysis: Analysis) -> Collection:
        """The collection with one more article, or another analysis of one."""
        made = Collection({**self.analyses, name: analysis})
        made._figures = {n: f for n, f in self._figures.items() if n != name}
        return made

    def sorted(self, place: Callable[[str], int]) -> Collection:
        """The collection with its articles in another order; the cast is numbered by it."""
        names = sorted(self.analyses, key=place)
        made = Collection({name: self.analyses[name] for name in names})
        made._figures = self._figures
        return made

    @cached_property
    def cast(self) -> list[Member]:
        """Everybody and everything, each once; those in most articles first."""
        for name, analysis in self.analyses.items():
            if name not in self._figures:
                self._figures[name] = figures(name, analysis)
        return build_cast([figure for name in self.analyses for figure in self._figures[name]])

    @cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """For each article, the number in the cast of each of its entities."""
        found: dict[str, dict[str, int]] = {name: {} for name in self.analyses}
        for number, member in enumerate(self.cast):
            for figure in member.figures:
                found[figure.document][figure.id] = number
        return found

    @cached_property
    def timeline(self) -> list[Entry]:
        """The events of all articles in order of time, each once with every report of it."""
        told: list[Telling] = []
        shared = in_several(self.cast)
        for name, analysis in self.analyses.items():
            told += tellings(name, analysis, self.numbers[name], shared)
        return build_timeline(told)

    @cached_property
    def quotes(self) -> list[Saying]:
        """The quotes of all articles in order of time, the same words once."""
        told: list[Version] = []
        for name, analysis in self.analyses.items():
            told += versions(name, analysis, self.numbers[name])
        return build_sayings(told)

    @cached_property
    def news(self) -> dict[str, News]:
        """What each article says that no earlier one did; nothing of the first."""
        days = {name: analysis.document.date for name, analysis in self.analyses.items()}
        return news(in_order(days), self.cast, self.quotes, self.timeline)

    def make(self) -> None:
        """Find everything now, for whoever must not wait later."""
        _ = self.cast, self.numbers, self.timeline, self.quotes, self.news

    def quotes_by(self, member: int) -> list[Saying]:
        """What one member of the cast said, in order of time."""
        return [saying for saying in self.quotes if member in saying.speakers]


def in_several(cast: Sequence[Member]) -> frozenset[int]:
    """The numbers of those who are in several articles."""
    return frozenset(number for number, member in enumerate(cast) if len(member.figures) > 1)


def cast_data(cast: Sequence[Member]) -> list[dict[str, Any]]:
    """A cast as plain data: name, kind and [document, entity id] of each member."""
    return [
        {
            "name": member.name,
            "kind": member.kind.value,
            "members": [[figure.document, figure.id] for figure in member.figures],
        }
        for member in cast
    ]


def timeline_data(entries: Sequence[Entry], cast: Sequence[Member]) -> list[dict[str, Any]]:
    """A timeline as plain data: who (under all their names), when, what, and where it is told."""
    called = cache(lambda member: names(cast[member]))
    return [
        {
            "entities": list(dict.fromkeys(n for m in entry.members for n in called(m))),
            "earliest": entry.earliest.isoformat() if entry.earliest else None,
            "latest": entry.latest.isoformat() if entry.latest else None,
            "headline": entry.headline,
            "mentions": [place for telling in entry.tellings for place in _places(telling)],
            "disagreements": [
                {"about": d.matter.value, "reports": [d.one, d.other], "words": list(d.words)}
                for d in entry.disagreements
            ],
        }
        for entry in entries
    ]


def names(member: Member) -> list[str]:
    """All full names that a member of a cast has, the best one first."""
    return list(dict.fromkeys((member.name, *(figure.name for figure in member.figures))))


def _places(telling: Telling) -> list[dict[str, Any]]:
    verb = telling.predicate
    made = []
    for place in telling.places:
        holds = verb is not None and place.start <= verb.start < place.end
        predicate = [verb.start, verb.end] if verb is not None and holds else None
        made.append(
            {
                "document": telling.document,
                "start": place.start,
                "end": place.end,
                "predicate": predicate,
            }
        )
    return made

"""The stretches of an article that hold a pair of entities, or what it dates in a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..analysis import Event, TimeExpression
from .focus import PairFocus, PeriodFocus
from .index import Index
from .sentences import sentence_around

if TYPE_CHECKING:
    from ..collection import Entry

Stretch = tuple[int, int]


def stretches(index: Index, text: str, focus: PairFocus | PeriodFocus) -> list[Stretch]:
    """The stretches that a focus is about, in code points, in text order."""
    if isinstance(focus, PairFocus):
        return sorted(_with_both(index, text, focus))
    return sorted(_dated_in(index, text, focus))


def falls_in(focus: PeriodFocus, dated: TimeExpression | Event | Entry) -> bool:
    """Whether what has a first and last day shares a day with the period.

    An open end reaches no further than the day that is known.
    """
    first = dated.earliest or dated.latest
    last = dated.latest or dated.earliest
    return _overlaps(first, last, focus)


def _overlaps(first: date | None, last: date | None, focus: PeriodFocus) -> bool:
    return first is not None and last is not None and first <= focus.last and last >= focus.first


def _with_both(index: Index, text: str, focus: PairFocus) -> Iterator[Stretch]:
    """The sentences that mention both entities."""
    seen = -1
    for mention in index.entities[focus.first].mentions:
        if mention.start < seen:
            continue
        start, seen = sentence_around(text, mention.start, mention.end)
        if any(e.id == focus.second for _, _, e in index.mentions.touching(start, seen)):
            yield start, seen


def _dated_in(index: Index, text: str, focus: PeriodFocus) -> set[Stretch]:
    """The sentences with an expression, and the clauses of entries, of these days."""
    found = {
        sentence_around(text, time.start, time.end)
        for time in index.annotations.times
        if falls_in(focus, time)
    }
    for event in index.annotations.timeline:
        if falls_in(focus, event):
            found.update((place.start, place.end) for place in event.mentions or (event,))
    return found

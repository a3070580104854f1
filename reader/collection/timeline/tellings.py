"""The events of one article as a collection compares them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from ...analysis.types import Analysis, Event, Modality, Part, Span
from ..words import Amount, amounts, stem, stems, words_of


class Telling(Struct, frozen=True, gc=False):
    """An event in the words of one article.

    `event` is its id there. `members` and `subjects` are numbers of the cast. `stems` are those
    of the clause, `verb` the stem of the word that is the event, where that is known.
    """

    document: str
    event: str
    headline: str
    places: tuple[Span, ...]
    predicate: Span | None
    earliest: date | None
    latest: date | None
    members: tuple[int, ...]
    subjects: tuple[int, ...] = ()
    stems: frozenset[str] = frozenset()
    verb: str = ""
    amounts: tuple[Amount, ...] = ()
    happened: bool = True
    minor: bool = False


def tellings(document: str, analysis: Analysis, member: Mapping[str, int]) -> Iterator[Telling]:
    """The events of an article; `member` gives the number in the cast for each entity id."""
    text = analysis.document.text
    mentioned = sorted(
        (mention.start, mention.end, entity.id)
        for entity in analysis.entities
        for mention in entity.mentions
    )
    starts = [start for start, _, _ in mentioned]
    for event in analysis.timeline:
        first, last = event.earliest, event.latest
        if first is None and last is None and event.time is None:
            first = last = analysis.document.date
        clause = text[event.start : event.end]
        inside = mentioned[bisect_left(starts, event.start) : bisect_right(starts, event.end)]
        named = (name for _, end, name in inside if end <= event.end)
        taking_part = dict.fromkeys((*event.entities, *named))
        yield Telling(
            document,
            event.id,
            event.headline,
            event.mentions or (Span(event.start, event.end),),
            event.predicate,
            first,
            last,
            tuple(dict.fromkeys(member[name] for name in taking_part if name in member)),
            _subjects(event, member),
            stems(clause),
            _verb(event, text),
            amounts(clause),
            event.modality in (Modality.ASSERTED, Modality.REPORTED),
            event.minor,
        )


def _subjects(event: Event, member: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(
        member[one.entity]
        for one in event.participants
        if one.part is Part.SUBJECT and one.entity in member
    )


def _verb(event: Event, text: str) -> str:
    if event.predicate is None:
        return ""
    found = words_of(text[event.predicate.start : event.predicate.end])
    return stem(found[-1]) if found else ""

"""Annotations by place and by id, so that any question about a passage is quick."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property
from itertools import accumulate
from typing import Any, ClassVar, Generic, TypeVar

from ..analysis import (
    Annotations,
    Entity,
    Event,
    Form,
    Note,
    Quote,
    TimeExpression,
)
from ..analysis.resolve import places

T = TypeVar("T")
_PLACES: dict[str, Callable[[Any], object]] = {
    "entities": lambda one: one.mentions,
    "quotes": lambda one: (one.content, one.cue, one.source),
    "times": lambda one: (one.start, one.end),
    "timeline": lambda one: (one.start, one.end, one.mentions, one.time, one.times),
}
"""What the place of an annotation in an index follows from, for each field of `Annotations`."""


def _outer_first(entry: tuple[int, int, object]) -> int:
    return (entry[0] << 32) - entry[1]


def _same_places(
    before: Sequence[Any], after: Sequence[Any], place: Callable[[Any], object]
) -> bool:
    """Whether the same ids are there as before, in any order, each at the same place."""
    known = {one.id: one for one in before}
    return len(before) == len(after) and all(
        one.id in known and (known[one.id] is one or place(known[one.id]) == place(one))
        for one in after
    )


class SpanIndex(Generic[T]):
    """Spans with what they belong to, in text order, outer ones first.

    Made in O(n log n); asking for what touches a passage costs O(log n) and the answer,
    as long as spans nest no deeper than a few levels.
    """

    def __init__(self, entries: Iterable[tuple[int, int, T]]) -> None:
        ordered = sorted(entries, key=_outer_first)
        self.starts = array("I", [start for start, _, _ in ordered])
        self.ends = array("I", [end for _, end, _ in ordered])
        self.items = [item for _, _, item in ordered]
        self._reach = array("I", accumulate(self.ends, max))

    def with_items(self, items: list[T]) -> SpanIndex[T]:
        """The same spans, which belong to other things."""
        made = copy(self)
        made.items = items
        return made

    def __len__(self) -> int:
        return len(self.items)

    def touching(self, start: int, end: int) -> Iterator[tuple[int, int, T]]:
        """The entries that share a code point with the passage, in text order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self.starts, end)
        for place in range(first, last):
            if self.ends[place] > start:
                yield self.starts[place], self.ends[place], self.items[place]

    def at(self, offset: int) -> list[T]:
        """What the code point at `offset` belongs to, outermost first."""
        return [item for _, _, item in self.touching(offset, offset + 1)]

    def after(self, offset: int) -> tuple[int, int, T] | None:
        """The first entry that starts after `offset`, or None."""
        place = bisect_right(self.starts, offset)
        return self._entry(place) if place < len(self.items) else None

    def before(self, offset: int) -> tuple[int, int, T] | None:
        """The last entry that starts before `offset`, or None."""
        place = bisect_left(self.starts, offset) - 1
        return self._entry(place) if place >= 0 else None

    def _entry(self, place: int) -> tuple[int, int, T]:
        return self.starts[place], self.ends[place], self.items[place]


class Index:
    """One analysis, by place and by id. Each part is made when first asked for."""

    _MADE_OF: ClassVar[dict[str, tuple[str, ...]]] = {
        "entities": ("entities",),
        "quotes": ("quotes",),
        "times": ("times",),
        "events": ("timeline",),
        "mentions": ("entities",),
        "names": ("entities",),
        "contents": ("quotes",),
        "quote_places": ("quotes",),
        "time_places": ("times",),
        "event_places": ("timeline", "times"),
        "stops": ("entities", "quotes", "times"),
    }

    def __init__(self, annotations: Annotations, notes: Sequence[Note] = ()) -> None:
        self.annotations = annotations
        self.notes = notes

    def followed_by(self, annotations: Annotations, notes: Sequence[Note]) -> Index:
        """The index of what the annotations have become; what is the same is not made again.

        A correction changes few of them, and most keep their places.
        """
        made = Index(annotations, notes)
        same, placed = set[str](), set[str]()
        for field, place in _PLACES.items():
            before, after = getattr(self.annotations, field), getattr(annotations, field)
            if before is after:
                same.add(field)
            elif _same_places(before, after, place):
                placed.add(field)
        for name, fields in self._MADE_OF.items():
            part = vars(self).get(name)
            if part is None:
                continue
            if same.issuperset(fields):
                vars(made)[name] = part
            elif (same | placed).issuperset(fields) and not isinstance(part, dict):
                vars(made)[name] = made._renewed(part, fields[0])
        return made

    def _renewed(self, part: SpanIndex[Any] | Sequence[int], field: str) -> object:
        """A part of an index of other annotations at the same places, with these ones."""
        if not isinstance(part, SpanIndex):
            return part
        known = {one.id: one for one in getattr(self.annotations, field)}
        return part.with_items([known[item.id] for item in part.items])

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.annotations.entities}

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """Quotes by id."""
        return {quote.id: quote for quote in self.annotations.quotes}

    @cached_property
    def times(self) -> dict[str, TimeExpression]:
        """Time expressions by id."""
        return {time.id: time for time in self.annotations.times}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Timeline entries by id."""
        return {event.id: event for event in self.annotations.timeline}

    @cached_property
    def ids(self) -> set[str]:
        """Every id that a focus can hold."""
        return {*self.entities, *self.quotes, *self.events, *self.notes_by_id}

    @cached_property
    def notes_by_id(self) -> dict[str, Note]:
        """Highlights and notes by id."""
        return {note.id: note for note in self.notes}

    @cached_property
    def note_places(self) -> SpanIndex[Note]:
        """Highlights and notes by place."""
        return SpanIndex((note.start, note.end, note) for note in self.notes)

    @cached_property
    def mentions(self) -> SpanIndex[Entity]:
        """Entities by the places that mean them."""
        return SpanIndex(places(self.annotations.entities))

    @cached_property
    def names(self) -> SpanIndex[Entity]:
        """Entities by the places that name them."""
        return SpanIndex(places(self.annotations.entities, Form.NAME))

    @cached_property
    def contents(self) -> SpanIndex[Quote]:
        """The pieces of what was said, by place."""
        return SpanIndex(
            (piece.start, piece.end, quote)
            for quote in self.annotations.quotes
            for piece in quote.content
        )

    @cached_property
    def quote_places(self) -> SpanIndex[Quote]:
        """The contents, cues and sources of quotes, by place."""
        return SpanIndex(
            (place.start, place.end, quote)
            for quote in self.annotations.quotes
            for place in (*quote.content, quote.cue, quote.source)
            if place is not None
        )

    @cached_property
    def time_places(self) -> SpanIndex[TimeExpression]:
        """Time expressions by place."""
        return SpanIndex((time.start, time.end, time) for time in self.annotations.times)

    @cached_property
    def event_places(self) -> SpanIndex[Event]:
        """The clauses and time expressions of timeline entries, by place."""

        def places(event: Event) -> Iterator[tuple[int, int]]:
            yield event.start, event.end
            for mention in event.mentions:
                yield mention.start, mention.end
            for name in dict.fromkeys((event.time, *event.times)):
                if name in self.times:
                    yield self.times[name].start, self.times[name].end

        return SpanIndex(
            (start, end, event)
            for event in self.annotations.timeline
            for start, end in dict.fromkeys(places(event))
        )

    @cached_property
    def stops(self) -> Sequence[int]:
        """Where each annotation that the caret can stop at begins, in order."""
        quotes = {quote.content[0].start for quote in self.annotations.quotes if quote.content}
        return array("I", sorted({*self.mentions.starts, *self.time_places.starts, *quotes}))

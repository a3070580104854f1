"""Annotations by place and by id, so that any question about a passage is quick."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

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


class SpanIndex(Generic[T]):
    """Spans with what they belong to, in text order, outer ones first.

    Made in O(n log n); asking for what touches a passage costs O(log n) and the answer,
    as long as spans nest no deeper than a few levels.
    """

    def __init__(self, entries: Iterable[tuple[int, int, T]]) -> None:
        starts, ends, items = array("I"), array("I"), []
        for start, end, item in entries:
            starts.append(start)
            ends.append(end)
            items.append(item)
        order = sorted(range(len(items)), key=lambda place: (starts[place] << 32) - ends[place])
        self.starts = array("I", [starts[place] for place in order])
        self.ends = array("I", [ends[place] for place in order])
        self.items = [items[place] for place in order]
        self._reach = array("I", accumulate(self.ends, max))

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
        """The first entry that starts behind `offset`, or None."""
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

    def __init__(self, annotations: Annotations, notes: Sequence[Note] = ()) -> None:
        self.annotations = annotations
        self.notes = notes

    def with_notes(self, notes: Sequence[Note]) -> Index:
        """The same analysis with other notes; what is known of it stays known."""
        made = Index(self.annotations, notes)
        kept = {"annotations", "notes", "notes_by_id", "note_places", "ids"}
        made.__dict__.update((k, v) for k, v in self.__dict__.items() if k not in kept)
        return made

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

"""The analysis that corrections are made to, by id and by place: the same for each application."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from functools import cached_property

from ..analysis.types import Annotations, Entity, Event, Quote, TimeExpression

Range = tuple[int, int]
Entry = tuple[int, int, str]


def overlap(one: Range, other: Range) -> float:
    """How much of two ranges together both hold, from 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


class Spots:
    """Ranges with the ids of what stands there, for what is looked up by about its place."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = sorted(entries)
        self._longest = max((end - start for start, end, _ in self._entries), default=0)

    def copy(self) -> Spots:
        """The same ranges, to be changed."""
        made = Spots(())
        made._entries, made._longest = list(self._entries), self._longest
        return made

    def add(self, entry: Entry) -> None:
        """Have one more range."""
        insort(self._entries, entry)
        self._longest = max(self._longest, entry[1] - entry[0])

    def near(self, wanted: Range) -> Iterator[tuple[float, Entry]]:
        """What shares words with a range, and how much, in text order.

        Costs as many steps as ranges begin within the length of the longest one before it.
        """
        first = bisect_left(self._entries, (wanted[0] - self._longest, 0, ""))
        last = bisect_left(self._entries, (wanted[1], 0, ""))
        for entry in self._entries[first:last]:
            if entry[1] > wanted[0]:
                yield overlap(wanted, entry[:2]), entry


class Grounds:
    """Where everything of an analysis stands. Each part is made when first asked for.

    Nobody may change what is in it: every `Patch` of the analysis begins with it.
    """

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.entities: dict[str, Entity] = {one.id: one for one in annotations.entities}
        self.quotes: dict[str, Quote] = {one.id: one for one in annotations.quotes}
        self.times: dict[str, TimeExpression] = {one.id: one for one in annotations.times}
        self.events: dict[str, Event] = {one.id: one for one in annotations.timeline}

    @cached_property
    def owners(self) -> dict[Range, str]:
        """The ids of entities by the places that mean them."""
        return {
            (mention.start, mention.end): entity.id
            for entity in self.annotations.entities
            for mention in entity.mentions
        }

    @cached_property
    def mention_spots(self) -> Spots:
        """The places that mean an entity."""
        return Spots((*place, ident) for place, ident in self.owners.items())

    @cached_property
    def quotes_at(self) -> dict[Range, str]:
        """The ids of quotes by the pieces of what was said."""
        return {
            (piece.start, piece.end): quote.id
            for quote in self.annotations.quotes
            for piece in quote.content
        }

    @cached_property
    def quote_spots(self) -> Spots:
        """The pieces of what was said, each with its quote."""
        return Spots(pieces_of(self.annotations.quotes))

    @cached_property
    def times_at(self) -> dict[Range, str]:
        """The ids of time expressions by place."""
        return {(one.start, one.end): one.id for one in self.annotations.times}

    @cached_property
    def time_spots(self) -> Spots:
        """The places of time expressions."""
        return Spots((one.start, one.end, one.id) for one in self.annotations.times)

    @cached_property
    def events_at(self) -> dict[Range, tuple[str, ...]]:
        """The ids of timeline entries by the place of their clause."""
        alone: dict[Range, tuple[str, ...]] = {
            (event.start, event.end): (event.id,) for event in self.annotations.timeline
        }
        if len(alone) == len(self.annotations.timeline):
            return alone
        made: dict[Range, tuple[str, ...]] = {}
        for event in self.annotations.timeline:
            place = event.start, event.end
            made[place] = (*made.get(place, ()), event.id)
        return made

    @cached_property
    def event_spots(self) -> Spots:
        """The places of the clauses of timeline entries."""
        return Spots((one.start, one.end, one.id) for one in self.annotations.timeline)

    @cached_property
    def dated(self) -> dict[str, tuple[str, ...]]:
        """The entries that each time expression dates."""
        made: dict[str, tuple[str, ...]] = {}
        for event in self.annotations.timeline:
            for time in event.times:
                made[time] = (*made.get(time, ()), event.id)
        return made


def pieces_of(quotes: Iterable[Quote]) -> Iterator[Entry]:
    """The pieces of what was said, each with its quote."""
    return ((piece.start, piece.end, quote.id) for quote in quotes for piece in quote.content)

"""What follows from corrected entities: quotes get their speakers, events those taking part."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from ..analysis.types import (
    By,
    Certainty,
    Event,
    Part,
    Participant,
    Quote,
)
from .patch import Patch


def follow(patch: Patch) -> None:
    """Give quotes the speakers and entries the entities that there are now."""
    if any(event.disagrees for event in patch.events.values()):
        _forget_gone(patch)
    if patch.became or patch.moved:
        moves = _Moves(patch)
        for quote in moves.quotes():
            patch.quotes[quote.id] = moves.quote(quote)
        for event in moves.events():
            patch.events[event.id] = moves.event(event)


def in_order_of_time(event: Event) -> tuple[bool, date, date, int, str]:
    """Earliest first, the undated last, in the order of the text where dates are the same."""
    start, end = event.earliest or event.latest, event.latest or event.earliest
    return start is None, start or date.max, end or date.max, event.start, event.id


def _forget_gone(patch: Patch) -> None:
    alive = patch.events.keys()
    for event in list(patch.events.values()):
        if not alive >= set(event.disagrees):
            left = tuple(one for one in event.disagrees if one in alive)
            patch.events[event.id] = replace(event, disagrees=left)


class _Moves:
    """The mentions that changed hands, by place and by whom they meant."""

    def __init__(self, patch: Patch) -> None:
        self._patch = patch
        self._places = sorted((start, end, new) for start, end, _, new in patch.moved)
        self._from: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
        for start, end, old, new in patch.moved:
            if old is not None:
                self._from[old][start, end] = new

        self._changed = {*patch.became, *self._from}

    def quotes(self) -> list[Quote]:
        """The quotes whose speaker may be another now."""
        quotes, changed = self._patch.quotes.values(), self._changed
        if self._places:
            return [one for one in quotes if one.speaker is None or one.speaker in changed]
        return [one for one in quotes if one.speaker in changed]

    def events(self) -> list[Event]:
        """The entries in which somebody else may take part now."""
        events, unchanged = self._patch.events.values(), self._changed.isdisjoint
        if self._places:
            return [one for one in events if not unchanged(one.entities) or self._in(*_span(one))]
        return [one for one in events if not unchanged(one.entities)]

    def _in(self, start: int, end: int) -> list[str]:
        """Whom the moved mentions in a stretch of the text mean now."""
        first = bisect_left(self._places, (start, 0, ""))
        last = bisect_left(self._places, (end, 0, ""))
        found = (new for _, finish, new in self._places[first:last] if finish <= end)
        return [new for new in found if self._patch.successor(new) is not None]

    def _taken(self, ident: str, start: int, end: int) -> str | None:
        """Who got a mention of an entity within a stretch of the text."""
        taken = self._from.get(ident)
        if not taken:
            return None
        inside = (new for place, new in taken.items() if start <= place[0] and place[1] <= end)
        return next(inside, None)

    def quote(self, quote: Quote) -> Quote:
        speaker, source = quote.speaker, quote.source
        is_open = quote.by is By.MACHINE and source is not None
        if is_open and source and speaker:
            speaker = self._taken(speaker, source.start, source.end) or speaker
        elif is_open and source:
            found = self._in(source.start, source.end)
            speaker = found[0] if found else None
        named = self._patch.successor(speaker) if speaker else None
        if named == quote.speaker:
            return quote
        sure = Certainty.SETTLED if named and not quote.speaker else quote.certainty
        words = quote.description
        if named is None and source is not None and words is None:
            words = self._patch.text[source.start : source.end]
        return replace(quote, speaker=named, certainty=sure, description=words)

    def event(self, event: Event) -> Event:
        names = [self._after(event, name) for name in event.entities]
        names += self._in(event.start, event.end)
        entities = _once(self._patch.successor(name) for name in names)
        if entities == event.entities:
            return event
        parts = {self._after(event, one.entity): one.part for one in event.participants}
        known = {self._patch.successor(name): part for name, part in reversed(parts.items())}
        participants = tuple(Participant(name, known.get(name, Part.OTHER)) for name in entities)
        return replace(event, entities=entities, participants=participants)

    def _after(self, event: Event, name: str) -> str:
        """Who takes part where an entity did: whoever got its mention there."""
        return self._taken(name, event.start, event.end) or name


def _span(event: Event) -> tuple[int, int]:
    return event.start, event.end


def _once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name is not None))

"""The analysis while it is being corrected: entities, quotes, times and events by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from msgspec.structs import replace

from ..analysis.types import (
    Annotations,
    By,
    Entity,
    Event,
    Form,
    Kind,
    Mention,
    Quote,
    Role,
    TimeExpression,
)
from .anchors import Anchor, Finder, Place
from .types import EntityRef, EventRef

T = TypeVar("T")
Range = tuple[int, int]
_ENOUGH_SHARED = 0.5


class UnfitError(Exception):
    """A correction fits nothing here; the message is a short phrase that says why."""


class Draft:
    """An entity whose mentions may still change."""

    def __init__(self, entity: Entity, mentions: Iterable[Mention]) -> None:
        self.entity = entity
        self.mentions = {(mention.start, mention.end): mention for mention in mentions}

    def change(self, **fields: object) -> None:
        """Set fields as the person's word."""
        self.entity = replace(self.entity, by=By.PERSON, **fields)

    def finished(self) -> Entity:
        """The entity with its mentions in text order."""
        mentions = tuple(self.mentions[place] for place in sorted(self.mentions))
        return replace(self.entity, mentions=mentions)


def overlap(one: Range, other: Range) -> float:
    """How much of two ranges together both hold, from 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


def in_order(items: dict[str, T], before: Sequence[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    """The items in the order of `key`, by which those that were there before are sorted.

    Few have changed, so that it costs less to put those in than to sort all.
    """
    untouched = set(map(id, before))
    changed = [item for item in items.values() if id(item) not in untouched]
    if not changed and len(items) == len(before):
        return tuple(before)
    made = [item for item in items.values() if id(item) in untouched]
    for item in sorted(changed, key=key):
        insort(made, item, key=key)
    return tuple(made)


class Patch:
    """The parts of an analysis, each found by the words a correction names it by."""

    def __init__(self, annotations: Annotations, text: str, finder: Finder) -> None:
        self.text = text
        self.finder = finder
        self.quotes = {quote.id: quote for quote in annotations.quotes}
        self.times = {time.id: time for time in annotations.times}
        self.events = {event.id: event for event in annotations.timeline}
        self.became: dict[str, str | None] = {}
        self.moved: list[tuple[int, int, str | None, str]] = []
        self._entities = {entity.id: entity for entity in annotations.entities}
        self._before = annotations.entities
        self._drafts: dict[str, Draft] = {}

    # Places

    def place(self, anchor: Anchor) -> Place:
        """Where the words stand now. Raises UnfitError where they do not."""
        found = self.finder.find(anchor)
        if found is None:
            raise UnfitError("its words are not in the article any more")
        return found

    # Entities

    @cached_property
    def _owners(self) -> dict[Range, str]:
        return {
            (mention.start, mention.end): ident
            for ident, entity in self._entities.items()
            for mention in entity.mentions
        }

    @cached_property
    def _mention_places(self) -> list[Range]:
        return sorted(self._owners)

    def owner(self, place: Place) -> str | None:
        """The entity that a place means, exactly or by most of its words."""
        exact = self._owners.get((place.start, place.end))
        if exact is not None:
            return exact
        first = bisect_left(self._mention_places, (place.start - 200, 0))
        last = bisect_left(self._mention_places, (place.end, 0))
        wanted = (place.start, place.end)
        near = [
            (overlap(wanted, found), found)
            for found in self._mention_places[first:last]
            if found in self._owners
        ]
        best = max(near, default=(0.0, (0, 0)))
        return self._owners[best[1]] if best[0] >= _ENOUGH_SHARED else None

    def draft(self, ident: str) -> Draft:
        """The entity with this id, ready to be changed."""
        if ident not in self._drafts:
            entity = self._entities[ident]
            self._drafts[ident] = Draft(entity, entity.mentions)
        return self._drafts[ident]

    def entity(self, ref: EntityRef) -> Draft:
        """The entity a correction means. Raises UnfitError where there is none."""
        ident = self.ident(ref)
        if ident is None:
            raise UnfitError(f"nothing is called “{ref.name}” where it was")
        return self.draft(ident)

    def ident(self, ref: EntityRef) -> str | None:
        """The id of the entity a correction means, None where none stands at its places.

        Raises UnfitError where none of its words can be found.
        """
        votes: Counter[str] = Counter()
        found = 0
        for anchor in ref.places:
            place = self.finder.find(anchor)
            if place is not None:
                found += 1
                owner = self.owner(place)
                votes.update((owner,) if owner else ())
        if not found:
            raise UnfitError(f"“{ref.name}” is not in the article any more")
        ranked = votes.most_common(2)
        if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
            named = [ident for ident in votes if self.name(ident) == ref.name]
            return named[0] if len(named) == 1 else ranked[0][0]
        return ranked[0][0] if ranked else None

    def name(self, ident: str) -> str:
        """What the entity is called by now."""
        draft = self._drafts.get(ident)
        return (draft.entity if draft else self._entities[ident]).name

    def add(self, ident: str, name: str, kind: Kind) -> Draft:
        """A new entity of the person's."""
        entity = Entity(id=ident, name=name, kind=kind, mentions=(), by=By.PERSON)
        self._drafts[ident] = Draft(entity, ())
        self._entities[ident] = entity
        return self._drafts[ident]

    def move(self, place: Range, draft: Draft, form: Form = Form.NAME) -> None:
        """Make a place mean an entity, and whom it meant before no longer."""
        before = self.drop(place)
        mention = before[1] if before else Mention(*place, form)
        draft.mentions[place] = replace(mention, by=By.PERSON)
        self._owners[place] = draft.entity.id
        self.moved.append((*place, before[0] if before else None, draft.entity.id))
        if before is None:
            self.__dict__.pop("_mention_places", None)

    def drop(self, place: Range) -> tuple[str, Mention] | None:
        """Make a place mean nobody; returns whom it meant."""
        ident = self._owners.pop(place, None)
        if ident is None:
            return None
        draft = self.draft(ident)
        draft.entity = replace(draft.entity, by=By.PERSON)
        return ident, draft.mentions.pop(place)

    def merge(self, draft: Draft, into: Draft) -> None:
        """Give all that one entity has to another."""
        gone, kept = draft.entity, into.entity
        into.mentions |= draft.mentions
        self._owners.update(dict.fromkeys(draft.mentions, kept.id))
        into.change(
            roles=tuple(dict.fromkeys((*kept.roles, *gone.roles))),
            adjectives=tuple(dict.fromkeys((*kept.adjectives, *gone.adjectives))),
        )
        self.remove(draft, kept.id)

    def remove(self, draft: Draft, successor: str | None = None) -> None:
        """Take an entity away; what spoke of it speaks of its successor."""
        ident = draft.entity.id
        if successor is None:
            for place in draft.mentions:
                self._owners.pop(place, None)
        del self._entities[ident]
        self._drafts.pop(ident, None)
        self.became[ident] = successor

    def successor(self, ident: str) -> str | None:
        """The entity that an id stands for by now."""
        known: str | None = ident
        while known in self.became:
            known = self.became[known]
        return known

    def finished_entities(self) -> tuple[Entity, ...]:
        """All entities that are still mentioned, in text order."""
        for ident, draft in self._drafts.items():
            self._entities[ident] = draft.finished()
        for ident in [ident for ident in self._drafts if not self._entities[ident].mentions]:
            del self._entities[ident]
            self.became[ident] = None
        return in_order(self._entities, self._before, lambda one: (one.mentions[0].start, one.id))

    # Quotes, times, events

    @cached_property
    def _pieces(self) -> list[tuple[int, int, str]]:
        return sorted(
            (piece.start, piece.end, quote.id)
            for quote in self.quotes.values()
            for piece in quote.content
        )

    def quotes_at(self, place: Place) -> list[Quote]:
        """The quotes that share words with a place, the one that fits it best first."""
        pieces = self._pieces
        first = bisect_left(pieces, (place.start, 0, ""))
        if first < len(pieces) and pieces[first][:2] == (place.start, place.end):
            exact = pieces[first][2]
            if exact in self.quotes:
                return [self.quotes[exact]]
        shared: dict[str, float] = {}
        for start, end, ident in pieces[: bisect_right(pieces, (place.end, 0, ""))]:
            if end > place.start and ident in self.quotes:
                fit = overlap((start, end), (place.start, place.end))
                shared[ident] = max(fit, shared.get(ident, 0.0))
        return [self.quotes[ident] for ident in sorted(shared, key=lambda one: -shared[one])]

    def quote(self, anchor: Anchor) -> Quote | None:
        """The quote with these words, None where there is none at their place."""
        found = self.quotes_at(self.place(anchor))
        return found[0] if found else None

    def set_quote(self, quote: Quote) -> None:
        """Put a quote in its place among the others."""
        before = self.quotes.get(quote.id)
        self.quotes[quote.id] = quote
        if before is None or before.content != quote.content:
            self.__dict__.pop("_pieces", None)

    @cached_property
    def _times_at(self) -> dict[Range, str]:
        return {(time.start, time.end): time.id for time in self.times.values()}

    def time(self, place: Place) -> TimeExpression | None:
        """The time expression at a place, exactly or by most of its words."""
        exact = self._times_at.get((place.start, place.end))
        if exact in self.times:
            return self.times[exact]
        wanted = (place.start, place.end)
        near = ((overlap(wanted, (t.start, t.end)), t.start, t.id) for t in self.times.values())
        best = max(near, default=(0.0, 0, ""))
        return self.times[best[2]] if best[0] >= _ENOUGH_SHARED else None

    def set_time(self, time: TimeExpression) -> None:
        """Put a time expression in its place among the others."""
        self.times[time.id] = time
        self._times_at[time.start, time.end] = time.id

    @cached_property
    def _events_at(self) -> dict[Range, list[str]]:
        alone = {(event.start, event.end): [event.id] for event in self.events.values()}
        if len(alone) == len(self.events):
            return alone
        made: dict[Range, list[str]] = {}
        for event in self.events.values():
            made.setdefault((event.start, event.end), []).append(event.id)
        return made

    def event(self, ref: EventRef) -> Event | None:
        """The entry a correction means, None where there is none at its place."""
        place = self.place(ref.place)
        wanted = (place.start, place.end)
        near = [self.events[one] for one in self._events_at.get(wanted, ()) if one in self.events]
        if not near:
            near = [
                event
                for event in self.events.values()
                if overlap(wanted, (event.start, event.end)) >= _ENOUGH_SHARED
            ]
        when = self.finder.find(ref.time) if ref.time and len(near) > 1 else None
        time = self.time(when) if when else None

        def fit(event: Event) -> tuple[bool, bool, float]:
            dated = event.time == time.id if time else ref.time is None and event.time is None
            return dated, event.headline == ref.headline, overlap(wanted, (event.start, event.end))

        return max(near, key=fit, default=None)

    def forget_events(self) -> None:
        """Find events by place again, after one was added."""
        self.__dict__.pop("_events_at", None)

    @cached_property
    def _dated(self) -> dict[str, list[str]]:
        made: dict[str, list[str]] = {}
        for event in self.events.values():
            for time in event.times:
                made.setdefault(time, []).append(event.id)
        return made

    def dated_by(self, time: str) -> list[Event]:
        """The entries that an expression dates."""
        known = (self.events.get(ident) for ident in self._dated.get(time, ()))
        return [event for event in known if event and time in (event.time, *event.times)]

    def role(self, draft: Draft, role: Role) -> None:
        """Put a role of the person's before all others."""
        others = (known for known in draft.entity.roles if known.by is not By.PERSON)
        draft.change(roles=(role, *others))

"""The analysis while it is being corrected: entities, quotes, times and events by place."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

from msgspec.structs import replace

from ..analysis.types import (
    By,
    Entity,
    Event,
    Form,
    Kind,
    Mention,
    Quote,
    Role,
    Span,
    TimeExpression,
)
from .anchors import Anchor, Finder, Place
from .grounds import Grounds, Range, Spots, overlap, pieces_of
from .types import EntityRef, EventRef

Item = TypeVar("Item", Entity, Quote, TimeExpression, Event)
SAID = "said by a person"
"""The rule of an answer that is a person's: what the analysis went by does not hold for it."""
_ENOUGH_SHARED = 0.5


class UnfitError(Exception):
    """A correction fits nothing here; the message is a short phrase that says why."""


class Draft:
    """An entity whose mentions may still change."""

    def __init__(self, entity: Entity, mentions: Iterable[Mention]) -> None:
        self.entity = entity
        self.mentions = {(mention.start, mention.end): mention for mention in mentions}

    def change(self, **fields: object) -> None:
        """Set fields as the user's."""
        self.entity = replace(self.entity, by=By.PERSON, **fields)

    def finished(self) -> Entity:
        """The entity with its mentions in text order."""
        mentions = tuple(self.mentions[place] for place in sorted(self.mentions))
        return replace(self.entity, mentions=mentions)


def in_order(
    items: dict[str, Item],
    known: dict[str, Item],
    before: tuple[Item, ...],
    key: Callable[[Item], Any],
) -> tuple[Item, ...]:
    """The items in the order of `key`, by which those that were there before are sorted.

    `known` are those before by id. Few have changed, and of those most stay where they were, so
    that it costs less to put the others in than to sort all. Where nothing has changed the
    answer is `before` itself.
    """
    if items == known:
        return before
    made: list[Item] = []
    moved: list[Item] = []
    keep, find = made.append, items.get
    for old in before:
        new = find(old.id)
        if new is old:
            keep(old)
        elif new is not None:
            (made if key(new) == key(old) else moved).append(new)
    if len(made) + len(moved) < len(items):
        moved += [item for ident, item in items.items() if ident not in known]
    for item in sorted(moved, key=key):
        insort(made, item, key=key)
    return tuple(made)


class Patch:
    """The parts of an analysis, each found by the words a correction names it by."""

    def __init__(self, grounds: Grounds, text: str, finder: Finder) -> None:
        self.text = text
        self.finder = finder
        self.quotes = dict(grounds.quotes)
        self.times = dict(grounds.times)
        self.events = dict(grounds.events)
        self.became: dict[str, str | None] = {}
        self.moved: list[tuple[int, int, str | None, str]] = []
        self.grounds = grounds
        self._entities = dict(grounds.entities)
        self._drafts: dict[str, Draft] = {}

    # Places

    def place(self, anchor: Anchor) -> Place:
        """Where the words stand now. Raises UnfitError where they do not."""
        found = self.finder.find(anchor)
        if found is None:
            raise UnfitError("its words are no longer in the article")
        return found

    # Entities

    @cached_property
    def _owners(self) -> dict[Range, str]:
        return dict(self.grounds.owners)

    @cached_property
    def _mention_spots(self) -> Spots:
        return self.grounds.mention_spots

    def owner(self, place: Place) -> str | None:
        """The entity that a place means, exactly or by most of its words."""
        wanted = (place.start, place.end)
        exact = self._owners.get(wanted)
        if exact is not None:
            return exact
        near = (
            (fit, (start, end))
            for fit, (start, end, _) in self._mention_spots.near(wanted)
            if (start, end) in self._owners
        )
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
            raise UnfitError(f"“{ref.name}” is no longer in the article")
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
        draft.mentions[place] = replace(mention, rule=SAID, rule_id="", by=By.PERSON)
        self._owners[place] = draft.entity.id
        self.moved.append((*place, before[0] if before else None, draft.entity.id))
        if before is None:
            if self._mention_spots is self.grounds.mention_spots:
                self._mention_spots = self.grounds.mention_spots.copy()
            self._mention_spots.add((*place, draft.entity.id))

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
        return in_order(
            self._entities,
            self.grounds.entities,
            self.grounds.annotations.entities,
            lambda one: (one.mentions[0].start, one.id),
        )

    # Quotes, times, events

    @cached_property
    def _quotes_at(self) -> dict[Range, str]:
        return dict(self.grounds.quotes_at)

    @cached_property
    def _quote_spots(self) -> Spots:
        return self.grounds.quote_spots.copy()

    def _spoken(self, ident: str, start: int, end: int) -> Quote | None:
        """The quote with this id, if this is still a piece of it."""
        quote = self.quotes.get(ident)
        return quote if quote and Span(start, end) in quote.content else None

    def quotes_at(self, place: Place) -> list[Quote]:
        """The quotes that share words with a place, the one that fits it best first."""
        wanted = (place.start, place.end)
        exact = self._spoken(self._quotes_at.get(wanted, ""), *wanted)
        if exact is not None:
            return [exact]
        shared: dict[str, float] = {}
        for fit, (start, end, ident) in self._quote_spots.near(wanted):
            if self._spoken(ident, start, end):
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
            for start, end, _ in pieces_of([quote]):
                self._quotes_at[start, end] = quote.id
                self._quote_spots.add((start, end, quote.id))

    @cached_property
    def _times_at(self) -> dict[Range, str]:
        return dict(self.grounds.times_at)

    def time(self, place: Place) -> TimeExpression | None:
        """The time expression at a place, exactly or by most of its words."""
        wanted = (place.start, place.end)
        exact = self._times_at.get(wanted)
        if exact in self.times:
            return self.times[exact]
        near = (
            (fit, start, ident)
            for fit, (start, _, ident) in self._time_spots.near(wanted)
            if ident in self.times
        )
        best = max(near, default=(0.0, 0, ""))
        return self.times[best[2]] if best[0] >= _ENOUGH_SHARED else None

    @cached_property
    def _time_spots(self) -> Spots:
        return self.grounds.time_spots.copy()

    def set_time(self, time: TimeExpression) -> None:
        """Put a time expression in its place among the others."""
        if time.id not in self.times:
            self._times_at[time.start, time.end] = time.id
            self._time_spots.add((time.start, time.end, time.id))
        self.times[time.id] = time

    @cached_property
    def _events_at(self) -> dict[Range, tuple[str, ...]]:
        return dict(self.grounds.events_at)

    @cached_property
    def _event_spots(self) -> Spots:
        return self.grounds.event_spots.copy()

    def event(self, ref: EventRef) -> Event | None:
        """The entry a correction means, None where there is none at its place."""
        place = self.place(ref.place)
        wanted = (place.start, place.end)
        near = [self.events[one] for one in self._events_at.get(wanted, ()) if one in self.events]
        if not near:
            near = [
                self.events[ident]
                for fit, (_, _, ident) in self._event_spots.near(wanted)
                if fit >= _ENOUGH_SHARED and ident in self.events
            ]
        when = self.finder.find(ref.time) if ref.time and len(near) > 1 else None
        time = self.time(when) if when else None

        def fit(event: Event) -> tuple[bool, bool, float]:
            dated = event.time == time.id if time else ref.time is None and event.time is None
            return dated, event.headline == ref.headline, overlap(wanted, (event.start, event.end))

        return max(near, key=fit, default=None)

    def add_event(self, event: Event) -> None:
        """Put an entry of the person's on the timeline."""
        self.events[event.id] = event
        place = event.start, event.end
        self._events_at[place] = (*self._events_at.get(place, ()), event.id)
        self._event_spots.add((*place, event.id))

    def dated_by(self, time: str) -> list[Event]:
        """The entries that an expression dates."""
        known = (self.events.get(ident) for ident in self.grounds.dated.get(time, ()))
        return [event for event in known if event and time in (event.time, *event.times)]

    def role(self, draft: Draft, role: Role) -> None:
        """Put a role of the person's before all others."""
        others = (known for known in draft.entity.roles if known.by is not By.PERSON)
        draft.change(roles=(role, *others))

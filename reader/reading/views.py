"""What each pane shows under a focus: the table of one model and four views.

A row names an annotation and what the pane needs to tell it; how it looks is the pane's own
affair. Rows keep the order of the analysis unless a function says otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import chain, pairwise
from typing import TypeVar

import msgspec

from ..analysis import (
    Entity,
    Event,
    Quote,
    TimeExpression,
)
from .focus import (
    EntityFocus,
    EventFocus,
    Focus,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
)
from .index import Index
from .sentences import sentence_around
from .stretches import falls_in, stretches

T = TypeVar("T")
_MANY = 200
"""From so many on, stretches are looked up among the items instead of each item's stretch."""


class Relation(StrEnum):
    """Why a row is shown under the focus."""

    ALL = "all"
    FOCUSED = "focused"
    IN_PASSAGE = "in passage"
    BY = "by"
    ABOUT = "about"
    RELATED = "related"


class EntityRow(msgspec.Struct, frozen=True, gc=False):
    """An entity and how often it is mentioned where the focus looks."""

    entity: Entity
    count: int
    relation: Relation = Relation.ALL


class QuoteRow(msgspec.Struct, frozen=True, gc=False):
    """A quote with its speaker, if that is an entity."""

    quote: Quote
    speaker: Entity | None
    relation: Relation = Relation.ALL


class EventRow(msgspec.Struct, frozen=True, gc=False):
    """A timeline entry with the expression that dates it, if one does."""

    event: Event
    time: TimeExpression | None
    relation: Relation = Relation.ALL


def entity_rows(index: Index, text: str, focus: Focus) -> list[EntityRow]:
    """The entities that the focus is about, most mentioned first."""
    if isinstance(focus, Passage):
        inside = Counter(
            entity.id for _, _, entity in index.mentions.touching(focus.start, focus.end)
        )
        return _counted(index, inside, Relation.IN_PASSAGE)
    if isinstance(focus, EntityFocus):
        return _with_related(index, text, index.entities[focus.id])
    if isinstance(focus, QuoteFocus):
        return _of_quote(index, index.quotes[focus.id])
    if isinstance(focus, PairFocus | PeriodFocus):
        return _in_stretches(index, text, focus)
    if isinstance(focus, EventFocus):
        part = index.events[focus.id].entities
        return _full(index, (name for name in part if name in index.entities), Relation.RELATED)
    return sorted(
        (EntityRow(entity, len(entity.mentions)) for entity in index.annotations.entities),
        key=lambda row: -row.count,
    )


def quote_rows(index: Index, text: str, focus: Focus) -> list[QuoteRow]:
    """The quotes that the focus is about; those by a focused entity come first.

    A focused quote stays among all the others, so that its reader can go on to the next.
    """
    if isinstance(focus, Passage):
        touched = (quote for _, _, quote in index.quote_places.touching(focus.start, focus.end))
        return _quotes(index, touched, Relation.IN_PASSAGE)
    if isinstance(focus, EntityFocus):
        entity = index.entities[focus.id]
        said = [quote for quote in index.annotations.quotes if quote.speaker == entity.id]
        about = [quote for quote in _naming(index, entity) if quote.speaker != entity.id]
        return [*_quotes(index, said, Relation.BY), *_quotes(index, about, Relation.ABOUT)]
    if isinstance(focus, QuoteFocus):
        return [
            msgspec.structs.replace(row, relation=Relation.FOCUSED)
            if row.quote.id == focus.id
            else row
            for row in _quotes(index, index.annotations.quotes, Relation.ALL)
        ]
    if isinstance(focus, PairFocus | PeriodFocus):
        pieces = stretches(index, text, focus)
        inside = (index.contents.touching(*piece) for piece in pieces)
        touched = (quote for _, _, quote in chain.from_iterable(inside))
        return _quotes(index, touched, Relation.IN_PASSAGE)
    if isinstance(focus, EventFocus):
        event = index.events[focus.id]
        near = index.contents.touching(*sentence_around(text, event.start, event.end))
        return _quotes(index, (quote for _, _, quote in near), Relation.RELATED)
    return _in_order(index, index.annotations.quotes, Relation.ALL)


def event_rows(index: Index, focus: Focus) -> list[EventRow]:
    """The timeline entries that the focus is about, in order of time.

    A focused entry stays among all the others, so that its reader can go on to the next.
    """
    if isinstance(focus, Passage):
        inside = _events_in(index, [(focus.start, focus.end)])
        return _events(index, inside, Relation.IN_PASSAGE)
    if isinstance(focus, EntityFocus | PairFocus | PeriodFocus):
        inside = {e.id for e in index.annotations.timeline if _is_of(focus, e)}
        return _events(index, inside, Relation.RELATED)
    if isinstance(focus, QuoteFocus):
        pieces = [(piece.start, piece.end) for piece in index.quotes[focus.id].content]
        return _events(index, _events_in(index, pieces), Relation.RELATED)
    if isinstance(focus, EventFocus):
        return [
            msgspec.structs.replace(row, relation=Relation.FOCUSED)
            if row.event.id == focus.id
            else row
            for row in _events(index, set(index.events), Relation.ALL)
        ]
    return [EventRow(one, index.times.get(one.time or "")) for one in index.annotations.timeline]


def _is_of(focus: EntityFocus | PairFocus | PeriodFocus, event: Event) -> bool:
    """Whether the entities take part in an event, or it falls into the period."""
    if isinstance(focus, EntityFocus):
        return focus.id in event.entities
    if isinstance(focus, PeriodFocus):
        return falls_in(focus, event)
    return {focus.first, focus.second} <= {*event.entities}


def presence(entity: Entity, length: int, cells: int) -> list[int]:
    """How often the entity is mentioned in each of `cells` equal stretches of the text.

    `length` is the text's, in code points.
    """
    return spread_over(entity.mentions, lambda mention: mention.start, length, cells)


def spread_over(
    items: Sequence[T], start: Callable[[T], int], length: int, cells: int
) -> list[int]:
    """How many items, which are in text order, begin in each of `cells` equal stretches."""
    if len(items) > _MANY:
        ends = [-(-cell * max(1, length) // cells) for cell in range(1, cells)]
        borders = [0, *(bisect_left(items, end, key=start) for end in ends), len(items)]
        return [last - first for first, last in pairwise(borders)]
    counts = [0] * cells
    for item in items:
        counts[min(cells - 1, start(item) * cells // max(1, length))] += 1
    return counts


def _in_stretches(index: Index, text: str, focus: PairFocus | PeriodFocus) -> list[EntityRow]:
    """The entities in the stretches of the focus; a pair comes first."""
    inside = Counter(
        entity.id
        for piece in stretches(index, text, focus)
        for _, _, entity in index.mentions.touching(*piece)
    )
    if not isinstance(focus, PairFocus):
        return _counted(index, inside, Relation.IN_PASSAGE)
    pair = dict.fromkeys((focus.first, focus.second))
    rows = [EntityRow(index.entities[name], inside.pop(name, 0), Relation.FOCUSED) for name in pair]
    return rows + _counted(index, inside, Relation.RELATED)


def fitted(counts: list[int], cells: int) -> list[int]:
    """A count for each article in at most so many cells: where there are more, some share one."""
    if len(counts) <= cells:
        return counts
    made = [0] * cells
    for place, count in enumerate(counts):
        made[place * cells // len(counts)] += count
    return made


def _full(index: Index, names: Iterable[str], relation: Relation) -> list[EntityRow]:
    """Rows that count all mentions of the entities named."""
    counts = {name: len(index.entities[name].mentions) for name in names}
    return _counted(index, counts, relation)


def _counted(index: Index, counts: dict[str, int], relation: Relation) -> list[EntityRow]:
    rows = [EntityRow(index.entities[name], count, relation) for name, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.count, row.entity.mentions[0].start))


def _with_related(index: Index, text: str, entity: Entity) -> list[EntityRow]:
    """The entity, then those that share a sentence with it, most often together first."""
    together: Counter[str] = Counter()
    seen = -1
    for mention in entity.mentions:
        if mention.start < seen:
            continue
        start, seen = sentence_around(text, mention.start, mention.end)
        near = {other.id for _, _, other in index.mentions.touching(start, seen)}
        together.update(near - {entity.id})
    first = EntityRow(entity, len(entity.mentions), Relation.FOCUSED)
    related = _counted(index, together, Relation.RELATED)
    return [first, *related]


def _of_quote(index: Index, quote: Quote) -> list[EntityRow]:
    """The quote's speaker, then those that its words or its source name."""
    pieces = (*quote.content, *([quote.source] if quote.source else []))
    named = Counter(
        entity.id
        for piece in pieces
        for _, _, entity in index.mentions.touching(piece.start, piece.end)
    )
    rows = []
    if quote.speaker in index.entities:
        speaker = index.entities[quote.speaker]
        rows.append(EntityRow(speaker, len(speaker.mentions), Relation.BY))
        named.pop(quote.speaker, None)
    return rows + _counted(index, named, Relation.ABOUT)


def _naming(index: Index, entity: Entity) -> list[Quote]:
    """The quotes in whose words or source the entity is mentioned."""
    return [
        quote
        for mention in entity.mentions
        for _, _, quote in index.quote_places.touching(mention.start, mention.end)
    ]


def _quotes(index: Index, quotes: Iterable[Quote], relation: Relation) -> list[QuoteRow]:
    """Rows for the quotes, each once, in text order."""
    once = {quote.id: quote for quote in quotes}
    ordered = sorted(once.values(), key=lambda quote: quote.content[0].start)
    return _in_order(index, ordered, relation)


def _in_order(index: Index, quotes: Iterable[Quote], relation: Relation) -> list[QuoteRow]:
    return [QuoteRow(quote, index.entities.get(quote.speaker or ""), relation) for quote in quotes]


def _events_in(index: Index, pieces: list[tuple[int, int]]) -> set[str]:
    touching = chain.from_iterable(index.event_places.touching(*piece) for piece in pieces)
    return {event.id for _, _, event in touching}


def _events(index: Index, names: set[str], relation: Relation) -> list[EventRow]:
    return [
        EventRow(event, index.times.get(event.time or ""), relation)
        for event in index.annotations.timeline
        if event.id in names
    ]


def mention_number(entity: Entity, offset: int) -> int | None:
    """Which mention of the entity, counted from 1, the caret stands on, or None."""
    starts = [mention.start for mention in entity.mentions]
    place = bisect_left(starts, offset + 1) - 1
    on = place >= 0 and offset < max(entity.mentions[place].end, starts[place] + 1)
    return place + 1 if on else None

"""From time expressions to the entries of the timeline."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from msgspec import structs

from ...article import ABOUT_THE_ARTICLE, Article, BlockKind
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.datelines import dateline_spans
from ..syntax.prefixes import with_prefixes
from ..syntax.without_datelines import without_datelines
from ..types import (
    Entity,
    Event,
    Quote,
    TimeExpression,
)
from .anchors import anchors
from .dated_clauses import widened
from .distances import count_from_others
from .draft_events import drafts_of, merged
from .entries import Entries
from .exclusive_dates import apart
from .tellings import Tellings
from .told_events import Told

_TIMELESS = ABOUT_THE_ARTICLE | {BlockKind.DATELINE, BlockKind.TITLE}


def build(
    article: Article,
    parse: Parse,
    times: tuple[TimeExpression, ...],
    entities: tuple[Entity, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Event, ...]:
    """The events of an article, earliest first."""
    parse = with_prefixes(without_datelines(article, parse))
    clauses = Clauses(parse)
    lines = dateline_spans(article)
    told = tuple(time for time in times if not _is_metadata(article, lines, time))
    own = apart(parse, clauses, anchors(parse, clauses, told))
    found = widened(parse, clauses, own)
    drafts = merged(drafts_of(parse, clauses, found))
    count_from_others(parse, clauses, drafts)
    spent = {anchor.head for anchor in own}  # whose date another clause carries
    undated = Told(article, parse, clauses, entities, quotes).drafts(drafts, spent)
    again = {draft.head for draft in undated}
    drafts = [d for d in drafts if any(d.days) or d.dated or d.head not in again] + undated
    timed = {
        token: anchor.time.type for anchor in found for token in range(anchor.first, anchor.last)
    }
    entries = Entries(parse, clauses, entities, timed, quotes)
    told_of = entries.events(drafts, article.published)
    return _numbered(Tellings(parse, clauses).joined(_without_repeats(told_of)))


def _is_metadata(article: Article, datelines: list[tuple[int, int]], time: TimeExpression) -> bool:
    """Whether a time belongs to the article's own data or its title, which the lead retells."""
    stated = article.date_span
    own = [*datelines, (stated.start, stated.end)] if stated else datelines
    if any(time.start < end and start < time.end for start, end in own):
        return True
    block = article.blocks[bisect_right(article.blocks, time.start, key=lambda b: b.start) - 1]
    return block.kind in _TIMELESS


def _without_repeats(events: list[Event]) -> list[Event]:
    """The events with those told twice, under one date and headline, as one.

    What is told without a date goes with what has the same headline and one.
    """
    dated = {e.headline: e for e in events if not e.told and not e.minor}
    told: dict[tuple[str, date | None, date | None], list[Event]] = {}
    for event in sorted(events, key=lambda event: event.told):
        like = dated.get(event.headline, event) if event.told else event
        told.setdefault((like.headline, like.earliest, like.latest), []).append(event)
    return [same[0] if len(same) == 1 else _as_one(same) for same in told.values()]


def _as_one(same: list[Event]) -> Event:
    """The first of several tellings, with the places, times and people of all."""
    people = {person.entity: person for event in same[::-1] for person in event.participants}
    return structs.replace(
        same[0],
        mentions=tuple(place for event in same for place in event.mentions),
        times=tuple(dict.fromkeys(time for event in same for time in event.times)),
        entities=tuple(dict.fromkeys(entity for event in same for entity in event.entities)),
        participants=tuple(people.values()),
    )


def _numbered(events: list[Event]) -> tuple[Event, ...]:
    """The events in order of time, with ids; `disagrees` names ids in place of places."""
    order = sorted(range(len(events)), key=lambda place: _order(events[place]))
    ids = {place: f"V{number}" for number, place in enumerate(order, 1)}
    return tuple(
        structs.replace(
            events[place],
            id=ids[place],
            disagrees=tuple(ids[int(rival)] for rival in events[place].disagrees),
        )
        for place in order
    )


def _order(event: Event) -> tuple[bool, date, date, int]:
    """Earliest first, the undated last, in the order of the text where dates are the same."""
    start, end = event.earliest or event.latest, event.latest or event.earliest
    return start is None, start or date.max, end or date.max, event.start

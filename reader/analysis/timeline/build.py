"""From time expressions to the entries of the timeline."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from msgspec import structs

from ...article import ABOUT_THE_ARTICLE, Article, BlockKind
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.prefixes import with_prefixes
from ..types import (
    Bound,
    Entity,
    Event,
    Quote,
    TimeExpression,
)
from .anchors import anchors
from .dated_clauses import widened
from .distances import count_from_others
from .draft_events import Draft, drafts_of, merged
from .entries import Entries
from .exclusive_dates import apart
from .without_datelines import without_datelines

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
    told = tuple(time for time in times if not _is_metadata(article, time))
    found = apart(parse, clauses, anchors(parse, clauses, told))
    found = widened(parse, clauses, found)
    drafts = merged(drafts_of(parse, clauses, found))
    count_from_others(parse, clauses, drafts)
    drafts += _news_itself(article, parse, clauses, drafts)
    timed = {
        token: anchor.time.type for anchor in found for token in range(anchor.first, anchor.last)
    }
    entries = Entries(parse, clauses, entities, timed, quotes)
    told_of = entries.events(drafts, article.published)
    events = sorted(_without_repeats(told_of), key=_order)
    return tuple(structs.replace(event, id=f"V{n}") for n, event in enumerate(events, 1))


def _is_metadata(article: Article, time: TimeExpression) -> bool:
    """Whether a time belongs to the article's own data or its title, which the lead retells."""
    stated = article.date_span
    if stated and time.start < stated.end and stated.start < time.end:
        return True
    block = article.blocks[bisect_right(article.blocks, time.start, key=lambda b: b.start) - 1]
    return block.kind in _TIMELESS


def _news_itself(
    article: Article, parse: Parse, clauses: Clauses, drafts: list[Draft]
) -> list[Draft]:
    """The event of the first sentence, if nothing else dates it: it is what was published."""
    lead = next((b for b in article.blocks if b.kind is BlockKind.PARAGRAPH), None)
    if lead is None:
        return []
    first, last = parse.tokens_in(lead.start, lead.end)
    if first >= last:
        return []
    start, end = parse.sentence(parse.sentence_of[first])
    roots = [t for t in range(start, end) if parse.head[t] == t]
    root = next((t for t in roots if clauses.is_verbal(t)), start)
    dated = any(clauses.owner[draft.head] == root and not draft.minor for draft in drafts)
    if dated or not clauses.is_verbal(root) or clauses.subject(root) is None:
        return []
    day = article.published
    return [Draft(root, False, "news-itself", [], Bound.AT, (day, day))]


def _without_repeats(events: list[Event]) -> list[Event]:
    """The events with those told twice, under one date and headline, as one."""
    told: dict[tuple[str, date | None, date | None], list[Event]] = {}
    for event in events:
        told.setdefault((event.headline, event.earliest, event.latest), []).append(event)
    return [same[0] if len(same) == 1 else _as_one(same) for same in told.values()]


def _as_one(same: list[Event]) -> Event:
    """The first of several tellings, with the places, times and people of all."""
    return structs.replace(
        same[0],
        mentions=tuple(place for event in same for place in event.mentions),
        times=tuple(dict.fromkeys(time for event in same for time in event.times)),
        entities=tuple(dict.fromkeys(entity for event in same for entity in event.entities)),
    )


def _order(event: Event) -> tuple[bool, date, date, int]:
    """Earliest first, the undated last, in the order of the text where dates are the same."""
    start, end = event.earliest or event.latest, event.latest or event.earliest
    return start is None, start or date.max, end or date.max, event.start

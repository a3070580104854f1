"""What happened when: dated clauses as events in order."""

from __future__ import annotations

from ...article import Article
from ..annotations import Entity, Event, Quote, TimeExpression
from ..parse import Parse


def build(
    article: Article,
    parse: Parse,
    times: tuple[TimeExpression, ...],
    entities: tuple[Entity, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Event, ...]:
    """The events of an article, earliest first."""
    del article, parse, times, entities, quotes
    return ()

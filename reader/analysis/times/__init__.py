"""When: time expressions recognised and resolved."""

from __future__ import annotations

from ...article import Article
from ..annotations import TimeExpression
from ..parse import Parse


def find(article: Article, parse: Parse) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in text order."""
    del article, parse
    return ()

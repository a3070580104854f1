"""Who said what: quotation marks paired, speech found and given to its source."""

from __future__ import annotations

from ...article import Article
from ..annotations import Entity, Quote
from ..parse import Parse
from .assembly import assemble
from .attribution import find
from .layout import Layout
from .marks import Marked, pair_marks

__all__ = ["Marked", "attribute", "pair_marks"]


def attribute(
    article: Article, parse: Parse, marks: tuple[Marked, ...], entities: tuple[Entity, ...]
) -> tuple[Quote, ...]:
    """The quotes of an article with cue, source and speaker, in text order."""
    layout = Layout(article, parse, marks)
    return assemble(layout, find(article, layout), entities)

"""Who said what: quotation marks paired, speech found and given to its source."""

from __future__ import annotations

from ...article import Article
from ..parse.columns import Parse
from ..syntax.age_subjects import with_age_subjects
from ..syntax.quotation_marks import Marked, pair_marks
from ..syntax.without_datelines import without_datelines
from ..types import Entity, Quote
from .assembly import assemble
from .attribution import find
from .layout import Layout

__all__ = ["Marked", "attribute", "pair_marks"]


def attribute(
    article: Article, parse: Parse, marks: tuple[Marked, ...], entities: tuple[Entity, ...]
) -> tuple[Quote, ...]:
    """The quotes of an article with cue, source and speaker, in text order."""
    parse = with_age_subjects(without_datelines(article, parse))
    layout = Layout(article, parse, marks)
    return assemble(layout, find(article, layout), entities)

"""Who said what: quotation marks paired, speech found and given to its source."""

from __future__ import annotations

from typing import NamedTuple

from ...article import Article
from ..annotations import Entity, Quote
from ..parse import Parse


class Marked(NamedTuple):
    """A passage in quotation marks; the span includes the marks.

    `depth` is 0 for an outermost quotation. `continues` says that the passage takes up
    one left open in an earlier paragraph.
    """

    start: int
    end: int
    depth: int = 0
    continues: bool = False


def pair_marks(article: Article) -> tuple[Marked, ...]:
    """The passages in quotation marks, in text order, outer before inner."""
    del article
    return ()


def attribute(
    article: Article, parse: Parse, marks: tuple[Marked, ...], entities: tuple[Entity, ...]
) -> tuple[Quote, ...]:
    """The quotes of an article with cue, source and speaker."""
    del article, parse, marks, entities
    return ()

"""The articles of a corpus, as they were read and analysed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import astuple

from ..analysis.types import Analysis, Document
from ..article import Article, Block, Blocks, DateSource, Dating, Emphasis, Link, Origin
from .errors import CorpusError
from .shards import Record, Store


class ArticleKept(NamedTuple):
    """An article of a corpus and its analysis."""

    article: Article
    analysis: Analysis


def article_of(folder: Path, shard: str, name: str) -> ArticleKept:
    """An article by its name and its shard. Raises CorpusError where it is not there."""
    for record in Store(folder).read(shard, Record):
        if record.name == name and record.analysis is not None:
            return ArticleKept(as_read(record.analysis.document), record.analysis)
    raise CorpusError(f"The article {name} is not in its shard: run reader analyze again.")


def as_read(document: Document) -> Article:
    """The article that a document was made of, with its layout, its links and its emphasis."""
    made = Article.from_text(document.text, source=document.source)
    dating = Dating(document.date, document.date_source)
    if document.date != made.published:
        made = made.dated(dating)
    layout = Blocks(Block(*astuple(one)) for one in document.blocks)
    whole = (0, len(document.text), 0, len(document.text))
    origin = tuple(Origin(*astuple(one)) for one in document.origin)
    return replace(
        made,
        headline=None if document.title == made.title else document.title,
        byline=document.byline,
        url=document.url,
        layout=None if [*layout] == [*made.blocks] else layout,
        origin=() if [one[:4] for one in origin] == [whole] else origin,
        links=tuple(Link(*astuple(one)) for one in document.links),
        emphasis=tuple(Emphasis(*astuple(one)) for one in document.emphasis),
        stated=dating if document.date_source is DateSource.METADATA else None,
    )

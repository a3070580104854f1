"""The articles of a corpus, as they were read and analysed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..analysis.types import Analysis
from ..article import Article
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
            document = record.analysis.document
            article = Article.from_text(
                document.text, published=document.date, source=document.source
            )
            return ArticleKept(article, record.analysis)
    raise CorpusError(f"The article {name} is not in its shard: run reader analyze again.")

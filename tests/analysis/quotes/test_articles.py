"""Seven short articles with every quote stated: who says it, whether it is said, how it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import Article
from reader.analysis.analyzer import Analyzer

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
_BEGINNING = 48


def rows(analyzer: Analyzer, text: str) -> list[str]:
    """Each quote as speaker, polarity and the beginning of its words; brackets for no name."""
    analysis = analyzer.analyze(Article.from_text(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    found = []
    for quote in analysis.quotes:
        who = names.get(quote.speaker or "") or f"({quote.description or 'unknown'})"
        begins = text[quote.content[0].start : quote.content[0].end][:_BEGINNING]
        found.append(" | ".join((who, quote.polarity.value, " ".join(begins.split()))))
    return found


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_quote_is_as_stated(path: Path, analyzer: Analyzer) -> None:
    stated = path.with_suffix(".rows").read_text("utf-8").splitlines()
    assert rows(analyzer, path.read_text("utf-8")) == stated

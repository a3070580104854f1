"""Small articles and what they say, as texts instead of offsets."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from reader.analysis.analyzer import Analyzer
from reader.article import Article


class Said(NamedTuple):
    """One quote in the article's own words; no source is an empty text."""

    kind: str
    source: str
    content: str


@pytest.fixture(scope="session")
def said(analyzer: Analyzer) -> Callable[[str], list[Said]]:
    """The quotes of a text: kind, source and content, its pieces joined by a bar."""

    def quotes_of(text: str) -> list[Said]:
        analysis = analyzer.analyze(Article.from_text(text))
        return [
            Said(
                quote.kind.value,
                text[quote.source.start : quote.source.end] if quote.source else "",
                " | ".join(text[place.start : place.end] for place in quote.content),
            )
            for quote in analysis.quotes
        ]

    return quotes_of

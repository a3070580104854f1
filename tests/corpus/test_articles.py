"""An article that is opened from a corpus is the one that was read."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer, Article
from reader.analysis import Document
from reader.corpus.articles import as_read
from reader.export.html import write as to_html
from reader.sources import Raw, the_article

from ..sources import making


def opened(name: str, data: bytes) -> Article:
    return the_article(Raw(name, data, source=name))


@pytest.mark.parametrize("name", ["a.html", "a.docx", "a.rtf", "a.md", "b.eml"])
def test_layout_links_emphasis_and_places_come_back(name: str) -> None:
    article = opened(name, making.emphasised()[name])
    back = as_read(Document.of(article))
    assert [*back.blocks] == [*article.blocks]
    assert (back.emphasis, back.links, back.origin) == (
        article.emphasis,
        article.links,
        article.origin,
    )
    assert (back.title, back.byline, back.url) == (article.title, article.byline, article.url)
    assert (back.published, back.date_source) == (article.published, article.date_source)


def test_a_plain_article_comes_back_without_a_layout_of_its_own() -> None:
    article = Article.from_text(
        "Lock opens\n\nIt opened on Monday.\nNobody came.\n", source="a.txt"
    ).with_date(date(2020, 1, 2))
    back = as_read(Document.of(article))
    assert back == article
    assert back.layout is None
    assert back.origin == ()


def test_the_page_for_browsers_shows_emphasis(analyzer: Analyzer) -> None:
    article = opened("a.html", making.emphasised()["a.html"])
    page = to_html(analyzer.analyze(article)).decode()
    assert "<strong>only once</strong>" in page
    assert "<em>Alden Post</em>" in page

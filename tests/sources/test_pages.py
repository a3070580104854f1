"""Forty-eight pages of twelve kinds: the article is told from the page around it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reader import Article
from reader.article import ABOUT_THE_ARTICLE, BlockKind
from reader.sources import Raw, the_article

from .pages import Page, pages

_BESIDE = ABOUT_THE_ARTICLE | {BlockKind.TITLE, BlockKind.CAPTION, BlockKind.DATELINE}
PAGES = [*pages()]


def opened(html: str) -> Article:
    return the_article(Raw("page.html", html.encode(), source="page.html"))


def words_of(article: Article, *kinds: BlockKind) -> list[str]:
    return [
        " ".join(article.text[block.start : block.end].split())
        for block in article.blocks
        if block.kind in kinds
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.name}-{page.story.day}")
def test_title_date_and_author_are_those_that_the_page_states(page: Page) -> None:
    article = opened(page.html)
    assert article.title == page.story.title
    assert (article.published, article.byline) == (page.day, page.byline)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.name}-{page.story.day}")
def test_headings_quotes_and_lists_are_kept(page: Page) -> None:
    article = opened(page.html)
    if page.has_headings:
        assert words_of(article, BlockKind.HEADING) == page.story.of("h")
    if page.has_quotes:
        assert words_of(article, BlockKind.QUOTE) == page.story.of("q")
    held = " ".join(words_of(article, *BlockKind))
    assert all(item in held for item in page.story.of("l"))


def test_the_text_is_the_article_and_nothing_else() -> None:
    common = found = wanted = 0
    for page in PAGES:
        article = opened(page.html)
        told = words_of(article, *(kind for kind in BlockKind if kind not in _BESIDE))
        got = Counter(re.findall(r"\w+", " ".join(told)))
        want = Counter(re.findall(r"\w+", " ".join(words for _, words in page.story.parts)))
        common += (got & want).total()
        found += got.total()
        wanted += want.total()
    assert common / found > 0.99
    assert common / wanted > 0.99


def test_a_body_that_the_metadata_give_mends_an_extraction_that_failed() -> None:
    body = "The lock opened on Monday. Nobody came. The band played all the same. " * 12
    html = (
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Lock '
        f'opens","articleBody":"{body}"}}</script></head><body><h1>Lock opens</h1>'
        "<p>This story is loading, please wait for it to come.</p></body></html>"
    )
    assert "The band played all the same." in opened(html).text


def test_a_paywall_is_said() -> None:
    html = (
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Lock '
        'opens","isAccessibleForFree":false}</script></head><body><article><h1>Lock opens</h1><p>'
        "The lock opened on Monday after eleven years of work, and the county said that it would "
        "stay open in all weathers but for the ice, of which there has been little lately.</p>"
        "</article></body></html>"
    )
    assert "for subscribers" in (opened(html).notice or "")


def test_a_day_that_a_page_only_hints_at_is_a_guess() -> None:
    page = PAGES[-1]
    html = page.html + "<p>© 2019 The Post</p><script src='/2019/06/05/a.js'></script>"
    article = opened(html)
    assert article.published is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_page_says_its_encoding(encoding: str) -> None:
    name = "windows-1252" if encoding == "cp1252" else encoding
    html = f"<html><head><meta charset={name}></head><body><p>{'Jürgen Köhler went home. ' * 9}"
    article = the_article(Raw("a.html", html.encode(encoding), source="a.html"))
    assert "Jürgen Köhler" in article.text

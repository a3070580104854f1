"""Saved pages as people have them: boxes, live posts, cards, threads, shops, manuals."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

import re
from collections import Counter

import pytest

from reader import Article
from reader.article import ABOUT_THE_ARTICLE, BlockKind
from reader.sources import Raw, the_article

from .pages import STORIES
from .saved_pages import SAVED, Saved
from .test_page_kinds import LINES, TITLE, kind_of, opened, paragraphs, told

_BESIDE = ABOUT_THE_ARTICLE | {BlockKind.TITLE, BlockKind.CAPTION, BlockKind.DATELINE}
_LEAST, _LEAST_IN_ALL = 0.95, 0.99


def words(lines: list[str]) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(lines)))


def agreement(article: Article, page: Saved) -> float:
    """F1 over words of what was told and the right body."""
    got, want = words(told(article)), words([*page.body])
    return 2 * (got & want).total() / (got.total() + want.total())


def read(page: Saved) -> Article:
    return the_article(Raw("page.html", page.html.encode(), source="page.html"))


@pytest.mark.parametrize("page", SAVED, ids=lambda page: page.name)
def test_the_body_is_what_a_person_would_copy(page: Saved) -> None:
    assert agreement(read(page), page) >= _LEAST


def test_in_all_of_them_next_to_nothing_is_wrong() -> None:
    assert sum(agreement(read(page), page) for page in SAVED) / len(SAVED) >= _LEAST_IN_ALL


@pytest.mark.parametrize("page", SAVED, ids=lambda page: page.name)
def test_title_author_and_day_are_those_that_the_page_states(page: Saved) -> None:
    article = read(page)
    assert (article.title, article.byline, article.published) == (page.title, page.byline, page.day)


@pytest.mark.parametrize(
    "line",
    [
        'She told readers to <a href="/in">log in</a> and to subscribe to the newsletter of the '
        "union, which had grown by a third in the nineteen days of the strike.",
        '<a href="/x">Sign in</a> was all that the page of the company said for nineteen days, '
        "whatever the crews and their children typed into it.",
    ],
)
def test_a_paragraph_that_speaks_of_subscribing_stays(line: str) -> None:
    plain = re.sub(r"<[^>]+>", "", line)
    page = f"<article><h1>{TITLE}</h1>{paragraphs([*LINES[:3], line, *LINES[3:6]])}</article>"
    assert told(opened(page)) == [*LINES[:3], plain, *LINES[3:6]]


def test_a_short_article_beside_a_form_stays() -> None:
    form = '<form><input type="email" name="email"><button>Subscribe</button></form>'
    page = f"<div><div><h1>{TITLE}</h1>{paragraphs(LINES[:2])}{form}</div></div>"
    assert told(opened(page)) == LINES[:2]


def test_a_quote_that_is_nowhere_else_is_no_repeat() -> None:
    quote = STORIES[0].of("q")[0]
    page = f"<article><h1>{TITLE}</h1>{paragraphs(LINES[:3])}<blockquote>{quote}</blockquote>{paragraphs(LINES[3:6])}</article>"
    assert told(opened(page)) == [*LINES[:3], quote, *LINES[3:6]]


def test_cards_in_an_article_lead_away_and_cards_alone_are_the_text() -> None:
    cards = "".join(
        f'<div class="card"><h3><a href="/{n}">{line[:30].strip()}</a></h3><p>{line}</p></div>'
        for n, line in enumerate(LINES[6:10])
    )
    article = opened(f"<main><h1>{TITLE}</h1>{paragraphs(LINES[:6])}{cards}</main>")
    assert told(article) == LINES[:6]
    listing = told(opened(f"<main><h1>{TITLE}</h1>{cards}</main>"))
    assert [line for line in listing if line in LINES] == LINES[6:10]
    assert [line for line in listing if line not in LINES] == [
        line[:30].strip() for line in LINES[6:10]
    ]


def test_the_number_of_a_picture_is_furniture() -> None:
    article = opened(
        f"<article><h1>{TITLE}</h1>{paragraphs([*LINES[:3], '2 / 7', *LINES[3:6]])}</article>"
    )
    assert told(article) == LINES[:6]
    assert kind_of(article, "2 / 7") in {BlockKind.FURNITURE, None}


@pytest.mark.parametrize("name", ["standfirst", "article__dek", "sub-headline"])
def test_the_lines_below_the_headline_stay_and_are_no_part_of_the_text(name: str) -> None:
    line = "Nine days, one door, and a map that nobody had looked at."
    page = (
        f'<main><header><h1>{TITLE}</h1><p class="{name}">{line}</p></header>'
        f'<div class="article-body">{paragraphs(LINES[:6])}</div></main>'
    )
    article = opened(page)
    assert kind_of(article, line) is BlockKind.METADATA
    assert told(article) == LINES[:6]

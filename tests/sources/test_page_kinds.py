"""Ways in which sites build their pages: nothing of the article is lost, nothing else comes along."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

import json

import pytest

from reader import Article
from reader.article import ABOUT_THE_ARTICLE, BlockKind
from reader.sources import Raw, the_article

from .pages import STORIES

TITLE = STORIES[0].title
LINES = [*STORIES[0].of("p"), *STORIES[1].of("p")]
NOISE = "Two people were hurt on Sunday when a crane fell on the quay below the castle."
MENU = '<header><a href="/">The Alden Post</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav></header>'
FOOT = '<footer><p>© 2021 The Alden Post. All rights reserved.</p><a href="/p">Privacy policy</a></footer>'
_BESIDE = ABOUT_THE_ARTICLE | {BlockKind.TITLE, BlockKind.CAPTION, BlockKind.DATELINE}


def opened(body: str, head: str = "") -> Article:
    html = f"<!doctype html><html><head><meta charset=utf-8><title>{TITLE} | The Alden Post</title>{head}</head><body>{MENU}{body}{FOOT}</body></html>"
    return the_article(Raw("page.html", html.encode(), source="page.html"))


def told(article: Article) -> list[str]:
    """The blocks that are neither about the article nor of the page."""
    return [
        " ".join(article.text[block.start : block.end].split())
        for block in article.blocks
        if block.kind not in _BESIDE
    ]


def kind_of(article: Article, words: str) -> BlockKind | None:
    """The kind of the block that holds the words."""
    found = (b.kind for b in article.blocks if words in article.text[b.start : b.end])
    return next(found, None)


def paragraphs(lines: list[str], mark: str = "") -> str:
    return "".join(f"<p{mark}>{line}</p>" for line in lines)


def entry(clock: str, heading: str, lines: list[str]) -> str:
    return f'<article class="live-entry"><header><time datetime="2021-02-12T{clock}">{clock}</time><h2>{heading}</h2></header>{paragraphs(lines)}</article>'


def test_a_live_report_has_all_its_entries() -> None:
    clocks = ("18:40", "17:55", "17:10", "16:30")
    entries = [
        entry(clock, f"News at {clock}", LINES[2 * n : 2 * n + 2]) for n, clock in enumerate(clocks)
    ]
    found = told(
        opened(f'<main><h1>{TITLE}</h1><div class="live-feed">{"".join(entries)}</div></main>')
    )
    assert [line for line in found if line in LINES] == LINES[:8]
    assert "News at 17:10" in found


def test_comments_with_times_are_no_live_report() -> None:
    comments = "".join(entry(f"1{n}:00", "seadog", [NOISE]) for n in range(4))
    comments = comments.replace("live-entry", "comment")
    page = f'<article><h1>{TITLE}</h1>{paragraphs(LINES[:5])}</article><div class="comments">{comments}</div>'
    assert told(opened(page)) == LINES[:5]


@pytest.mark.parametrize(
    "body",
    [
        "<div class=x>{}</div>".format("<br><br>".join(LINES[:6])),
        "<table><tr><td width=150><a href=/>Home</a><br><a href=/n>News</a></td><td><font size=2>{}</font></td></tr></table>".format(
            "<br><br>".join(LINES[:6])
        ),
        "<div class=entry>{}<br /><br />{}<div>{}</div><div><br></div><div>{}</div><img><span>{}</span><br><div></div>{}</div>".format(
            *LINES[:6]
        ),
        "<div class=a>{}</div>".format(
            "".join(f"<div><div><span>{line}</span></div></div>" for line in LINES[:6])
        ),
    ],
    ids=["breaks", "table", "between-blocks", "spans"],
)
def test_paragraphs_without_their_own_element(body: str) -> None:
    assert told(opened(f"<div id=main><h1>{TITLE}</h1>{body}</div>")) == LINES[:6]


@pytest.mark.parametrize(
    "inset",
    [
        '<div data-testid="newsletter"><p>The Morning Brief gives you all the news you need. Sign up here.</p></div>',
        '<div class="paywall-offer"><h2>Continue with a subscription</h2><p>Get unlimited access for one euro in the first month. Cancel at any time.</p><p>Already a subscriber? Log in</p></div>',
        '<div class="article-inline-promo"><p>Get weather and traffic on the go. Download our News App for your phone and tablet.</p></div>',
        "<p>Thanks for reading The Alden Letter! Subscribe for free to receive new posts.</p>",
        '<p><a href="/x"><strong>ISLANDS COUNT THE COST OF NINETEEN DAYS WITHOUT BOATS</strong></a></p>',
        '<p>Lesen Sie auch: <a href="/x">Inseln zählen die Kosten der neunzehn Tage</a></p>',
        "<p>Anzeige</p>",
        '<p>Catch all the latest news on the Alden app. <a href="/app">Download now</a></p>',
    ],
)
def test_what_calls_and_leads_away_is_no_part_of_the_article(inset: str) -> None:
    page = (
        f"<article><h1>{TITLE}</h1>{paragraphs(LINES[:3])}{inset}{paragraphs(LINES[3:6])}</article>"
    )
    assert told(opened(page)) == LINES[:6]


def test_an_article_in_elements_named_after_the_paywall_is_whole() -> None:
    page = f'<article><h1>{TITLE}</h1><div class="paywall">{paragraphs(LINES[:6], " class=paywall")}</div></article>'
    assert told(opened(page)) == LINES[:6]


@pytest.mark.parametrize(
    "line",
    [
        "A version of this article appears in print on Feb. 13, 2021, Section A, Page 4.",
        "Mara Lindqvist is a reporter for the Post and can be reached at mara@alden.example.",
        "Per Dahl contributed to this report.",
        "(With inputs from agencies)",
        "Reporting by Mara Lindqvist; Editing by Per Dahl",
        "SOURCE Alden Line",
    ],
)
def test_who_made_the_article_is_told_as_that(line: str) -> None:
    article = opened(f"<article><h1>{TITLE}</h1>{paragraphs([*LINES[:6], line])}</article>")
    assert told(article) == LINES[:6]
    assert kind_of(article, line) is BlockKind.CREDIT


def test_a_person_introduced_in_the_article_is_no_credit() -> None:
    line = "Mara Lindqvist is a reporter who left the paper in anger."
    page = f"<article><h1>{TITLE}</h1>{paragraphs([*LINES[:2], line, *LINES[2:5]])}</article>"
    assert line in told(opened(page))


def test_captions_are_told_by_their_class() -> None:
    line = "The ferry Halden is pictured at the quay on the day of the vote"
    page = f'<article><h1>{TITLE}</h1>{paragraphs(LINES[:3])}<div><p class="imageCaption">{line}</p></div>{paragraphs(LINES[3:6])}</article>'
    article = opened(page)
    assert told(article) == LINES[:6]
    assert kind_of(article, line) in {BlockKind.CAPTION, None}


def test_the_text_in_the_metadata_is_taken_where_the_page_has_none() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(LINES[:6])}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert told(opened("<div id=root>Loading …</div>", head)) == LINES[:6]


def test_what_the_page_says_is_beside_the_article_is_left_out() -> None:
    page = f'<div role="main"><div><h1>{TITLE}</h1>{paragraphs(LINES[:5])}</div><div role="complementary"><p>{NOISE}</p></div></div>'
    assert told(opened(page)) == LINES[:5]


def test_a_report_of_one_paragraph_is_read_without_the_links_below() -> None:
    page = f'<div><div><h1>{TITLE}</h1><p>{LINES[0]}</p></div><ul><li><a href="/1">Council sells baths</a></li><li><a href="/2">Crane falls</a></li></ul></div>'
    assert LINES[0] in told(opened(page))
    assert "Crane falls" not in " ".join(told(opened(page)))


def test_what_a_player_says_is_no_part_of_the_article() -> None:
    player = "<div><p>This video can not be played</p><p>Please try again later.</p></div>"
    page = f"<article><h1>{TITLE}</h1>{paragraphs(LINES[:2])}{player}{paragraphs(LINES[2:5])}</article>"
    assert told(opened(page)) == LINES[:5]


def test_thousands_of_elements_in_each_other_are_read_in_time() -> None:
    deep = "<span>" * 3000 + LINES[0] + "<br><br>" + LINES[1] + "</span>" * 3000
    assert LINES[2] in opened(f"<article>{paragraphs(LINES[2:6])}{deep}</article>").text


@pytest.mark.parametrize("sign", ["\x01", "\x0c", "\x1b", "\ufffe", "&#1;", "&#xfffe;"])
def test_signs_that_no_text_may_hold_are_left_out(sign: str) -> None:
    page = (
        f"<html><body><div>The ferry {sign}came back to the old quay after two years."
        "<br><br>Nobody who waited there had believed it would.</div></body></html>"
    )
    text = the_article(Raw("page.html", page.encode(), source="page.html")).text
    assert "came back to the old quay" in text
    assert "Nobody who waited there" in text


DATED = '<meta property="article:published_time" content="2021-02-12">'


def test_links_that_hold_paragraphs_are_cards_and_a_linked_heading_is_none() -> None:
    card = f'<a href="/n"><h3>Another story</h3><p>{LINES[7]}</p></a>'
    entry_ = '<a href="/shop"><h2>A lantern for the night</h2></a>'
    body = f"<article><h1>{TITLE}</h1>{paragraphs(LINES[:3])}{card}{entry_}{paragraphs(LINES[3:6])}</article>"
    assert told(opened(body, DATED)) == [*LINES[:3], "A lantern for the night", *LINES[3:6]]


def test_paragraphs_in_divs_beside_real_ones_are_read() -> None:
    divs = "".join(f'<div class="body-line">{line}</div>' for line in LINES[:4])
    real = paragraphs([*LINES[4:8], *LINES[8:12]])
    article = opened(f'<div class="post-body"><h1>{TITLE}</h1>{divs}{real}</div>')
    assert [line for line in LINES[:8] if line not in told(article)] == []


@pytest.mark.parametrize("name", ["RichText--iconLinks", "toolbar-text", "slide-copy", "metatext"])
def test_a_name_that_all_paragraphs_have_does_not_drop_them(name: str) -> None:
    made = "".join(f'<div class="{name}"><p>{line}</p></div>' for line in LINES[:6])
    side = f'<div class="other">{paragraphs(LINES[7:10])}</div>'
    assert set(LINES[:6]) <= set(told(opened(f"<main><h1>{TITLE}</h1>{made}{side}</main>")))


def test_a_box_of_facts_stands_below_the_text() -> None:
    row = "<tr><th>Length</th><td>nineteen days</td></tr>"
    box = f'<table class="infobox">{row}<tr><th>Place</th><td>Vikby</td></tr></table>'
    article = opened(f"<main><h1>{TITLE}</h1>{box}{paragraphs(LINES[:5])}</main>")
    assert told(article) == LINES[:5]
    assert kind_of(article, "Length  |  nineteen days") is BlockKind.METADATA

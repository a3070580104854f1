"""The date an article states about itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, DateSource
from reader.article.publication import stated_date

MARCH_22 = date(2013, 3, 22)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ferry sinks\n\nPublished: 22 March 2013\n\nIt sank.", "22 March 2013"),
        ("Ferry sinks\nFirst published on Fri 22 Mar 2013 08.15 GMT\nIt sank.", "Fri 22 Mar 2013"),
        ("Ferry sinks\n\nUpdated March 22nd, 2013 at 5 p.m.\n\nIt sank.", "March 22nd, 2013"),
        ("Ferry sinks\n\nPOSTED 03/22/2013\n\nIt sank.", "03/22/2013"),
        ("Ferry sinks\n\nBy Ann Lee | March 22, 2013\n\nIt sank.", "March 22, 2013"),
        ("Ferry sinks\n\nFriday, 22 March 2013 10:45 CET\n\nIt sank.", "Friday, 22 March 2013"),
        ("OSLO, March 22, 2013 (Nordic Wire) - A ferry sank.", "March 22, 2013"),
        ("OSLO (March 22, 2013) — 22 ferries sank.", "March 22, 2013"),
        ("NEW BERGEN, Norway (NW) — March 22, 2013 — A ferry sank.", "March 22, 2013"),
        ("A ferry sank.\n\nIt was old.\n\nPublished 2013-03-22", "2013-03-22"),
        ("Ferry sinks\n\nPublished 22.03.2013\n\nIt sank.", "22.03.2013"),
        ("Ferry sinks\nBergen Mail, Friday 22 March 2013\n\nIt sank.", "Friday 22 March 2013"),
        (
            "Ferry sinks: live\n\nWord from the quay all day. Friday, 22 March 2013\n\nIt sank.",
            "Friday, 22 March 2013",
        ),
        ("Ferry sinks\n2013-03-22 08:15:00\nIt sank.", "2013-03-22"),
        ("Ferry sinks\nMarch 22, 2013 | Updated 9:41 a.m. ET\nIt sank.", "March 22, 2013"),
        ("Ferry sinks\n22 March 2013 · 6 min read\nIt sank.", "22 March 2013"),
        ("It sank.\n\nThis article was first published on 22 March 2013.", "22 March 2013"),
    ],
)
def test_a_date_the_article_states(text: str, words: str) -> None:
    day, source, span = stated_date(text, "ferry-2001-01-01.txt")
    assert (day, source) == (MARCH_22, DateSource.TEXT)
    assert span is not None
    assert text[span.start : span.end] == words


def test_front_matter_comes_first() -> None:
    text = (
        "---\ntitle: Ferry sinks\ndate: 2013-03-22T08:00\n---\n\nPublished 1 May 2020\n\nIt sank."
    )
    day, source, span = stated_date(text, None)
    assert (day, source) == (MARCH_22, DateSource.METADATA)
    assert span is not None
    assert text[span.start : span.end] == "2013-03-22"


@pytest.mark.parametrize("key", ["date", "published_time", "publishedAt", "datePublished"])
def test_keys_of_front_matter(key: str) -> None:
    text = f"---\ntitle: Ferry sinks\n{key}: 2013-03-22\n---\n\nIt sank."
    assert stated_date(text, None)[:2] == (MARCH_22, DateSource.METADATA)


def test_a_place_and_date_down_the_page_are_not_the_articles() -> None:
    text = "Ferries\n\nOne.\n\nTwo.\n\nThree.\n\nOslo, 9 November 1989\n\nA wall fell."
    assert stated_date(text, None)[0] is None


def test_published_comes_before_updated() -> None:
    text = "Ferry sinks\n\nUpdated 24 March 2013\nPublished 22 March 2013\n\nIt sank."
    assert stated_date(text, None)[0] == MARCH_22


@pytest.mark.parametrize(
    "source",
    ["2013-03-22-ferry.txt", "wire/20130322.0411", "https://example.org/2013/03/22/ferry"],
)
def test_a_date_in_the_name(source: str) -> None:
    assert stated_date("A ferry sank.", source) == (MARCH_22, DateSource.FILE, None)


@pytest.mark.parametrize(
    "text",
    [
        "The port said on March 22, 2013 that the ferry had been sold.",
        "OSLO, March 22 (Nordic Wire) - A ferry sank.",
        "Ada Vos (March 22, 1914 – August 25, 2011) was a linguist.",
        "Ada Vos, 8 September 1841 – 1 May 1904, was a composer.",
        "Published 31 February 2013\n\nA ferry sank.",
        "A ferry sank.",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert stated_date(text, "ferry-20131340.txt") == (None, DateSource.NONE, None)


def test_a_date_deep_in_the_text_is_not_the_articles() -> None:
    filler = "\n\n".join(["The ferry sails at noon."] * 500)
    text = f"{filler}\n\nPublished 22 March 2013\n\n{filler}"
    assert stated_date(text, None)[0] is None


def test_an_article_takes_the_stated_date() -> None:
    article = Article.from_text("Ferry sinks\r\n\r\nPublished 22 March 2013\r\n\r\nIt sank.")
    assert article.published == MARCH_22
    assert article.date_span is not None
    assert article.text[slice(*article.date_span)] == "22 March 2013"


@given(st.text(max_size=400), st.none() | st.text(max_size=40))
def test_any_text_is_read(text: str, source: str | None) -> None:
    day, origin, span = stated_date(text, source)
    assert (day is None) == (origin is DateSource.NONE)
    assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("AP900815-0044", date(1990, 8, 15)),
        ("wsj/WSJ910710-0148.txt", date(1991, 7, 10)),
        ("XIN060305.0012", date(2006, 3, 5)),
        ("AP901315-0044", None),
        ("PART900815-0044X", date(1990, 8, 15)),
        ("M900815-0044", None),
        ("ISBN900815004477", None),
    ],
)
def test_a_name_of_a_wire_file_hints_at_a_day_and_states_none(name: str, day: date | None) -> None:
    article = Article.from_text("Boats are back.", source=name)
    assert article.published is None
    assert article.guessed == day


def test_what_the_text_states_counts_more_than_the_name_of_a_wire_file() -> None:
    text = "Boats are back\n\nPublished 3 May 2024\n\nThey sail."
    article = Article.from_text(text, source="AP900815-0044")
    assert (article.published, article.guessed) == (date(2024, 5, 3), None)

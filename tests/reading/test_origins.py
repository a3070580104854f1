"""Where words stand in the source, said in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Origin
from reader.reading.origins import place_in_source
from reader.sources import Raw, the_article

TEXT = "The lock is open.\n\nThe pump is not."


def test_a_text_that_is_its_source_says_nothing() -> None:
    assert place_in_source(Article(TEXT), 4, 8) is None


def test_pages_are_named() -> None:
    origin = (Origin(0, 17, 0, 0, 3), Origin(19, 35, 0, 0, 4))
    article = Article(TEXT, origin=origin)
    assert place_in_source(article, 4, 8) == "page 3"
    assert place_in_source(article, 4, 25) == "pages 3 to 4"


def test_characters_count_from_one_and_exactly_where_the_words_are_the_same() -> None:
    article = Article(TEXT, origin=(Origin(0, 17, 100, 117, None, "paragraph 2"),))
    assert place_in_source(article, 4, 8) == "paragraph 2 · characters 105 to 108"
    assert place_in_source(article, 20, 25) is None


def test_a_stretch_that_was_changed_is_named_whole() -> None:
    article = Article(TEXT, origin=(Origin(0, 17, 100, 130),))
    assert place_in_source(article, 4, 8) == "characters 101 to 130"


@given(st.integers(0, 200), st.integers(0, 30))
def test_the_words_are_found_again_at_the_place_that_is_said(start: int, length: int) -> None:
    source = "Soft hy\u00adphens &amp; escapes stand here.\n\n" * 4
    article = the_article(Raw("a.txt", source.encode()))
    start = min(start, len(article.text) - 1)
    end = min(start + length + 1, len(article.text))
    said = place_in_source(article, start, end)
    assert said is not None
    first, last = (int(part) for part in said.removeprefix("characters ").split(" to "))
    assert 1 <= first <= last <= len(source)

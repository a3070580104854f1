"""Finding: what a person takes for the same is found, and nothing makes it hang."""

import time
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading import Manner, Search
from reader.reading.folding import folded


def found(text: str, query: str, **manner: bool) -> list[str]:
    search = Search.run(text, query, Manner(**manner))
    return [text[a:b] for a, b in zip(search.starts, search.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("the Board’s plan", "board's", ["Board’s"]),
        ("“No,” she said", '"no,"', ["“No,”"]),
        ("2010–12 and 2010-12", "2010-12", ["2010–12", "2010-12"]),
        ("a café, a cafe", "cafe", ["café", "cafe"]),
        ("a café, a cafe", "café", ["café", "cafe"]),
        (normalize("NFD", "a café."), "café", [normalize("NFD", "café")]),
        ("the oﬃce ﬁled it", "office filed", ["oﬃce ﬁled"]),
        ("a har\u00adbour town", "harbour", ["har\u00adbour"]),
        ("a\u00a0second\nlock", "a second lock", ["a\u00a0second\nlock"]),
        ("Reed, reed", "reed", ["Reed", "reed"]),
        ("Reed, reed", "Reed", ["Reed"]),
        ("Ørsted", "orsted", []),
        ("plain", "", []),
        ("plain", "\u00ad", []),
    ],
)
def test_what_looks_the_same_is_found(text, query, hits):
    assert found(text, query) == hits


def test_whole_words_and_regular_expressions():
    text = "An art show, a cart, art."
    assert found(text, "art") == ["art", "art", "art"]
    assert found(text, "art", whole_words=True) == ["art", "art"]
    assert found(text, r"c?art\b", regex=True) == ["art", "cart", "art"]
    assert found(text, "x*", regex=True) == []


def test_a_wrong_expression_is_told():
    assert "not a regular expression" in Search.run("text", "(", Manner(regex=True)).problem


def test_an_expression_that_explodes_is_stopped():
    started = time.monotonic()
    search = Search.run("a" * 200 + "!", r"(a|a)*(a|aa)+\1b", Manner(regex=True))
    assert not search.starts
    assert time.monotonic() - started < 30


@given(st.text(max_size=80), st.integers(0, 70), st.integers(1, 10))
def test_any_passage_finds_itself(text, start, length):
    passage = text[start : start + length]
    if not passage.strip() or not folded(passage).strip() or not passage.strip().isprintable():
        return
    search = Search.run(text, passage.strip())
    if passage.isascii():
        assert search.starts


@given(st.text(max_size=60), st.text(max_size=12), st.booleans(), st.booleans())
def test_hits_lie_in_the_text_in_order_and_apart(text, query, words, regex):
    search = Search.run(text, query, Manner(words, regex))
    spans = list(zip(search.starts, search.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))

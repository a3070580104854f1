"""A search of a long text says the same as one of a short text, and its first hit at once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.reading import Manner, Passage, Reading, Search
from reader.reading.hunting import LONG, Hunt

LINE = "The ferry of Port Almar sails at noon; the quay is “old”.\n"
TEXT = LINE * (LONG // len(LINE) + 2) + "a rare word at the end\n"


def through(hunt: Hunt) -> Hunt:
    while not hunt.is_complete:
        hunt.step(0.05)
    return hunt


@settings(deadline=None, max_examples=30)
@given(
    st.sampled_from(["the", "The", 'is "old"', "almar sails", "rare word", "no such thing", "."]),
    st.booleans(),
    st.integers(0, len(TEXT)),
)
def test_in_the_end_it_knows_what_a_plain_search_knows(query, whole, origin) -> None:
    manner = Manner(whole_words=whole)
    plain = Search.run(TEXT, query, manner)
    hunt = Hunt(TEXT, query, manner, (), origin)
    first = plain.next_start(origin - 1)
    assert hunt.next_start(origin - 1) == first
    assert hunt.previous_start(origin) == plain.previous_start(origin)
    window = (origin, origin + 300)
    assert hunt.touching(*window) == plain.touching(*window)
    through(hunt)
    assert (list(hunt.starts), list(hunt.ends)) == (plain.starts, plain.ends)
    assert hunt.first == first
    assert bool(hunt) == bool(len(plain))


def test_the_caret_goes_to_the_first_hit_before_all_are_counted() -> None:
    reading = Reading(Article(TEXT))
    reading.find("quay", origin=1000)
    assert reading.search is not None
    assert not reading.search.is_complete
    assert reading.caret == TEXT.index("quay", 1000)
    assert reading.walk(forward=True)
    assert reading.caret == TEXT.index("quay", TEXT.index("quay", 1000) + 1)
    while not reading.hunt(0.01):
        pass
    assert len(reading.search) == TEXT.count("quay")


def test_a_hit_far_away_is_gone_to_once_it_is_found() -> None:
    text = LINE * (4_000_000 // len(LINE)) + "a rare word"
    reading = Reading(Article(text))
    reading.find("rare word")
    assert reading.caret == 0
    while not reading.hunt(0.01):
        pass
    assert reading.caret == text.index("rare word")


def test_what_is_not_there_is_known_in_the_end() -> None:
    reading = Reading(Article(TEXT))
    reading.find("nothing of the kind")
    assert reading.search
    while not reading.hunt(0.01):
        pass
    assert not reading.search
    assert reading.caret == 0


def test_other_spans_count_in_the_end_too() -> None:
    hunt = through(Hunt(TEXT, "rare", Manner(), ((0, 3), (len(TEXT) - 22, len(TEXT))), 0))
    place = re.search("rare", TEXT)
    assert place is not None
    assert list(hunt.starts) == [0, place.start()]


@pytest.mark.parametrize("forward", [True, False])
def test_a_selection_does_not_end_it(forward: bool) -> None:
    reading = Reading(Article(TEXT))
    reading.find("quay")
    reading.focus_on(Passage(0, 10))
    assert reading.walk(forward=forward)

"""A search of a long text says the same as one of a short text, and its first hit at once."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.reading import Change, Manner, Passage, Reading, Search
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


# Regular expressions


@settings(deadline=None, max_examples=30)
@given(
    st.sampled_from([r"qu?ay", r"The\b", r"o.d", r"a (rare|common) word", "no such", r"n\W+t"]),
    st.booleans(),
    st.integers(0, len(TEXT)),
)
def test_an_expression_finds_in_slices_what_it_finds_in_one_go(query, whole, origin) -> None:
    manner = Manner(whole_words=whole, regex=True)
    plain = Search.run(TEXT, query, manner)
    hunt = Hunt(TEXT, query, manner, (), origin)
    assert hunt.touching(origin, origin + 300) == plain.touching(origin, origin + 300)
    through(hunt)
    assert hunt.problem == plain.problem == ""
    assert (list(hunt.starts), list(hunt.ends)) == (plain.starts, plain.ends)
    assert hunt.first == plain.next_start(origin - 1)


def test_a_hit_across_the_end_of_a_slice_is_found_whole() -> None:
    text = "a" * 150_000 + "b" * 100_000 + " c" * 50_000
    hunt = through(Hunt(text, "b+", Manner(regex=True), (), 0))
    assert list(zip(hunt.starts, hunt.ends, strict=True)) == [(150_000, 250_000)]
    ends = through(Hunt(text, r"\w$", Manner(regex=True), (), 0))
    assert list(ends.starts) == [len(text) - 1]


def test_an_expression_that_explodes_is_given_up_and_no_step_takes_long() -> None:
    text = "The quay.\n" * 40_000 + "a" * 5_000 + "!"
    reading = Reading(Article(text))
    longest = time.process_time()
    reading.find(r"(a|a)*(a|aa)+\1b|quay", manner=Manner(regex=True))
    longest = time.process_time() - longest
    for _ in range(2_000):
        begun = time.process_time()
        done = reading.hunt(0.008)
        longest = max(longest, time.process_time() - begun)
        if done:
            break
    assert longest < 1
    assert reading.search is not None
    assert reading.search.problem == "takes too long: make it simpler"
    assert len(reading.search) > 0


def test_the_count_grows_and_is_told() -> None:
    reading = Reading(Article(LINE * 60_000))
    reading.find("quay|noon", manner=Manner(regex=True))
    told: list[Change] = []
    counts: list[int] = []
    reading.observe(told.append)
    while not reading.hunt(0.005):
        assert reading.search is not None
        counts.append(len(reading.search))
    assert counts == sorted(counts)
    assert len(set(counts)) > 1
    assert told.count(Change.COUNT) == len(counts)
    assert len(reading.search or ()) == 120_000


def test_a_wrong_expression_over_a_long_text_is_told() -> None:
    reading = Reading(Article(TEXT))
    reading.find("(", manner=Manner(regex=True))
    assert reading.search is not None
    assert "not a regular expression" in reading.search.problem

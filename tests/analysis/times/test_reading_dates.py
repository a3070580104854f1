"""Dates as papers write them: in brackets, in figures, in weeks, and in the years of a story."""

from __future__ import annotations

from datetime import date

import pytest

from reader import Analyzer

from .test_find import found, read

WRITTEN = [
    ("The chapel (1731) still stands.", [("1731", "1731")]),
    ("Ada Olsen (1704 – 1787), a painter, lived here.", [("1704", "1704"), ("1787", "1787")]),
    ("King Olaf (reigned 1715 - 1774) lived here.", [("1715", "1715"), ("1774", "1774")]),
    ("The saint died on 30 September 420.", [("30 September 420", "0420-09-30")]),
    ("The saint was born around 347 AD.", [("around 347 AD", "0347")]),
    ("The mill reopened on Thursday of last week.", [("Thursday of last week", "2013-03-14")]),
    ("The mill will reopen on Friday next week.", [("Friday next week", "2013-03-29")]),
    ("The mill will reopen three weeks from today.", [("three weeks from today", "2013-04-12")]),
    ("The fair opened on October, 12th.", [("October, 12th", "2012-10-12")]),
    ("The fair will open on 4/15.", [("4/15", "2013-04-15")]),
]

NO_TIMES = [
    "The climbers went up 1950 feet.",
    "The mast is 2010 metres from the harbour.",
    "Add 3/4 cup of milk.",
    "The team won 10/15 of the games.",
    "They counted 420 people in the hall.",
]


@pytest.mark.parametrize(("text", "times"), WRITTEN)
def test_dates_as_papers_write_them(
    analyzer: Analyzer, text: str, times: list[tuple[str, str]]
) -> None:
    assert read(analyzer, text) == times


@pytest.mark.parametrize("text", NO_TIMES)
def test_numbers_that_are_no_dates(analyzer: Analyzer, text: str) -> None:
    assert read(analyzer, text) == []


LIFE = """Ada Olsen was born in 1811. In 1823 she went to school in Bergen. In 1829 she met Vos. \
She wrote her first book in 1830. In 1831 she was arrested. On July 14 she was sent to prison. \
She was released in October. In 1832 she fought a duel."""


def test_a_life_long_ago_has_its_own_years(analyzer: Analyzer) -> None:
    values = dict(read(analyzer, LIFE))
    assert values["July 14"] == "1831-07-14"
    assert values["October"] == "1831-10"


def test_news_that_recalls_one_year_has_the_years_of_news(analyzer: Analyzer) -> None:
    text = "The mill opened in 1831. It burnt down in October."
    assert dict(read(analyzer, text))["October"] == "2012-10"


def test_the_last_decade_is_a_length(analyzer: Analyzer) -> None:
    (time,) = found(analyzer, "Prices doubled over the last decade.")
    assert time.value == "P1E" or time.value.startswith("P10Y")


def test_a_part_of_a_stretch_has_its_days(analyzer: Analyzer) -> None:
    (time,) = found(analyzer, "It opened in the early 1980s.")
    assert (time.earliest, time.latest) == (date(1980, 1, 1), date(1984, 12, 31))
    assert time.value == "198"

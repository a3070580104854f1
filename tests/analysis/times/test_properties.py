"""What holds for any text and any publication date."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import Article
from reader.analysis.parse.columns import Parse
from reader.analysis.times import find
from reader.analysis.types import TimeExpression

from ..trees import (
    FUTURE,
    NOUN,
    PAST,
    flat,
    planted,
    trees,
)

TIMEX3 = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF"
    r"|P(\d+(\.\d+)?|X)([YMWDQSHEC]|WE|L)(T?\d+(\.\d+)?([MWDH]|WE|NI))?"
    r"|PT?(\d+(\.\d+)?|X)?[HMS]?(\d+(\.\d+)?[MS])?|PT(\d+|X)NI|PT12H"
    r"|[\dX]{1,4}(/\d{2}|/\d{4})?|BC\d{2,4}"
    r"|[\dX]{4}-([\dX]{2}(-[\dX]{2})?|Q[\dX]|H[\dX]|SP|SU|FA|WI|W[\dX]{2}(-([1-7X]|WE))?)"
    r"(T(\d\d:\d\d|MO|AF|EV|NI))?"
)
ANY_DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))
WORDS = """
in on by since the a last next this about early late end of first third two several few
day week month quarter year decade years ago earlier later Monday Friday May March
3 14 1999 2013 1990s spring Christmas Easter night morning 3:30 p.m. now recently
daily half fiscal from to - , 2013-03-22 3/4/99 '80s nineteen ninety-six
of month each 44 BC AD then that time 5th centuries Q3 hour minutes GMT
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)
QUICK = settings(max_examples=25, deadline=None)


def times(text: str, published: date | None) -> tuple[TimeExpression, ...]:
    return find(Article.from_text(text).with_date(published), flat(text))


@QUICK
@given(parse=trees(TEXTS), published=st.none() | ANY_DAY)
def test_values_parse_and_bounds_are_in_order(parse: Parse, published: date | None) -> None:
    end = 0
    for time in find(Article.from_text(parse.source).with_date(published), parse):
        assert end <= time.start < time.end <= len(parse.source)
        end = time.end
        assert TIMEX3.fullmatch(time.value), time.value
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest is not None and time.latest is not None:
            assert time.earliest <= time.latest
        assert time.rule
        assert time.reason


@QUICK
@given(text=st.text(max_size=80), published=st.none() | st.dates())
def test_any_text_is_read(text: str, published: date | None) -> None:
    times(text, published)


@QUICK
@given(day=st.dates(date(1000, 1, 1), date(2199, 12, 31)), published=st.none() | ANY_DAY)
def test_an_absolute_date_is_itself(day: date, published: date | None) -> None:
    name = day.strftime("%B")
    text = f"The town was founded on {name} {day.day}, {day.year}."
    (time,) = times(text, published)
    assert (time.value, time.earliest, time.latest) == (day.isoformat(), day, day)


@QUICK
@given(published=st.dates(date(1950, 1, 1), date(2050, 1, 1)), weeks=st.integers(-500, 500))
@pytest.mark.parametrize("words", ["on Tuesday", "last Sunday", "yesterday", "three days ago"])
@pytest.mark.parametrize(("verb", "kind"), [("resigned", PAST), ("will", FUTURE)])
def test_whole_weeks_shift_what_is_counted_in_days(
    words: str, verb: str, kind: int, published: date, weeks: int
) -> None:
    text = f"{verb} there {words}"
    parse = planted(text, [0, 1], [kind, NOUN])
    shift = timedelta(weeks=weeks)
    (before,) = find(Article.from_text(text).with_date(published), parse)
    (after,) = find(Article.from_text(text).with_date(published + shift), parse)
    assert before.earliest is not None
    assert after.earliest == before.earliest + shift


def test_the_time_taken_grows_with_the_text_alone() -> None:
    text = "the year the last year of the year " * 300
    assert len(times(text, date(2013, 3, 22))) > 100

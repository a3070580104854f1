"""Dates in words, at the granularity stated."""

from __future__ import annotations

from datetime import date

import pytest

from reader.analysis import (
    Bound,
    Event,
    TimeExpression,
    TimeType,
)
from reader.tui.lists.dates import (
    fitting,
    long_day,
    of_event,
    of_time,
)

YEAR_2022 = (date(2022, 1, 1), date(2022, 12, 31))


def time(
    value: str,
    first: date | None = YEAR_2022[0],
    last: date | None = YEAR_2022[1],
    *,
    kind: TimeType = TimeType.DATE,
    mod: str | None = None,
) -> TimeExpression:
    return TimeExpression(
        id="T1", start=0, end=4, type=kind, value=value, earliest=first, latest=last, mod=mod
    )


@pytest.mark.parametrize(
    ("value", "first", "last", "shown"),
    [
        ("2022-05-03", date(2022, 5, 3), date(2022, 5, 3), "3 May 2022"),
        ("2022-05-03T14:30", date(2022, 5, 3), date(2022, 5, 3), "3 May 2022"),
        ("2022-05", date(2022, 5, 1), date(2022, 5, 31), "May 2022"),
        ("2022", *YEAR_2022, "2022"),
        ("199", date(1990, 1, 1), date(1999, 12, 31), "1990s"),
        ("19", date(1900, 1, 1), date(1999, 12, 31), "20th century"),
        ("20", date(2000, 1, 1), date(2099, 12, 31), "21st century"),
        ("2022-SU", date(2022, 6, 1), date(2022, 8, 31), "summer 2022"),
        ("2022-WI", date(2022, 12, 1), date(2023, 2, 28), "winter 2022–23"),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30), "Q3 2022"),
        ("2022-W30", date(2022, 7, 25), date(2022, 7, 31), "25–31 Jul 2022"),
        ("2022-W30-WE", date(2022, 7, 30), date(2022, 7, 31), "30–31 Jul 2022"),
        ("2022-W31", date(2022, 7, 29), date(2022, 8, 4), "29 Jul–4 Aug 2022"),
        ("2009/2010", date(2009, 1, 1), date(2010, 12, 31), "2009–2010"),
        ("16/17", date(1600, 1, 1), date(1799, 12, 31), "1600–1799"),
        ("P3D", date(2022, 7, 29), date(2022, 8, 4), "29 Jul–4 Aug 2022"),
    ],
)
def test_a_date_is_never_finer_than_it_is_stated(
    value: str, first: date, last: date, shown: str
) -> None:
    assert of_time(time(value, first, last))[0] == shown


def test_parts_of_a_period_are_told_where_there_is_room() -> None:
    late = time("2022-05", date(2022, 5, 21), date(2022, 5, 31), mod="END")
    assert of_time(late) == ["late May 2022", "May 2022"]


@pytest.mark.parametrize(
    "expression",
    [
        time("XXXX-WXX-5", None, None),
        time("PRESENT_REF", None, None),
        time("P3D", kind=TimeType.DURATION),
        time("XXXX-SP", kind=TimeType.SET),
    ],
)
def test_what_is_no_stretch_of_the_calendar_has_no_date(expression: TimeExpression) -> None:
    assert of_time(expression) == []


def event(first: date | None, last: date | None, bound: Bound = Bound.AT) -> Event:
    return Event(
        id="V1", time="T1", start=0, end=9, headline="it", earliest=first, latest=last, bound=bound
    )


@pytest.mark.parametrize(
    ("first", "last", "value", "forms"),
    [
        (date(2022, 8, 1), date(2022, 10, 31), "2022-08", ["Aug–Oct 2022", "Aug–Oct"]),
        (date(2021, 11, 1), date(2022, 2, 28), "2021-11", ["Nov 2021–Feb 2022", "2021–2022"]),
        (date(2009, 1, 1), date(2012, 12, 31), "2009", ["2009–2012"]),
        (date(2022, 3, 12), date(2022, 3, 15), "2022-03-12", ["12–15 Mar 2022", "12–15 Mar"]),
    ],
)
def test_a_range_is_told_from_end_to_end(
    first: date, last: date, value: str, forms: list[str]
) -> None:
    assert of_event(event(first, last, Bound.RANGE), time(value, first, last)) == forms


def test_an_open_event_without_an_expression_shows_the_end_that_is_known() -> None:
    assert of_event(event(date(2022, 3, 12), None, Bound.SINCE), None) == ["12 Mar 2022"]
    assert of_event(event(None, None), None) == []


def test_the_fullest_form_that_fits_is_taken() -> None:
    assert fitting(["25–31 Jul 2022", "25–31 Jul"], 12) == "25–31 Jul"
    assert fitting(["25–31 Jul 2022"], 12) == "25–31 Jul ’22"
    assert fitting(["2022"], 3) == "2022"
    assert fitting(["21st century"], 8) == "21st c."
    assert fitting([], 12) == ""


def test_a_long_day_has_its_weekday() -> None:
    assert long_day(date(2024, 5, 3)) == "Friday 3 May 2024"

"""The axis above the timeline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.lists.axis import axis_line, marks_of
from reader.tui.lists.dates import Grain

DAYS = st.lists(st.dates(date(1700, 1, 1), date(2100, 1, 1)), max_size=60)


def axis(days: list[date], published: date | None, width: int) -> str:
    return axis_line(*marks_of(days, published), width).text.strip()


@pytest.mark.parametrize(
    ("days", "published", "width", "shown"),
    [
        ([], None, 40, ""),
        ([], date(2024, 5, 3), 40, "◉3 May"),
        (
            [date(1991, 1, 1), date(2019, 3, 1), date(2022, 8, 1), date(2022, 9, 1)],
            date(2024, 5, 3),
            34,
            "1991▃┄┄┄ 2019▃┄┄┄ 2022▅┄┄┄ ◉2024",
        ),
        (
            [date(2023, 11, 5), date(2024, 1, 9), date(2024, 2, 1)],
            date(2024, 2, 2),
            40,
            "Nov 2023▃┄┄┄┄┄┄┄┄┄┄ Jan 2024▃─ ◉Feb▃",
        ),
        (
            [date(2026, 1, 1), date(2027, 1, 1)],
            date(2026, 1, 9),
            40,
            "◉Jan 2026▃┄┄┄┄┄┄┄┄┄┄ Jan 2027▃",
        ),
        (
            [date(2024, 5, 1), date(2024, 5, 2)],
            date(2024, 5, 3),
            40,
            "1 May▃─ 2▃─ ◉3",
        ),
    ],
)
def test_an_axis_tells_where_in_time_an_article_lives(
    days: list[date], published: date | None, width: int, shown: str
) -> None:
    assert axis(days, published, width) == shown


@pytest.mark.parametrize(
    ("finest", "shown"), [(Grain.DAY, "1 Jan▃"), (Grain.MONTH, "Jan 2019▃"), (Grain.YEAR, "2019▃")]
)
def test_an_axis_is_no_finer_than_the_dates_are_stated(finest: Grain, shown: str) -> None:
    line = axis_line(*marks_of([date(2019, 1, 1)], None, finest), 40)
    assert line.text.strip() == shown


@given(DAYS, st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(20, 90))
def test_an_axis_always_fits_and_is_never_cut(
    days: list[date], published: date | None, width: int
) -> None:
    line = axis_line(*marks_of(days, published), width)
    assert line.used <= width
    assert "…" not in line.text

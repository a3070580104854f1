"""The parts of a year and which of their occurrences is meant: May, 3 May, summer, Easter."""

from __future__ import annotations

from datetime import date

from .. import periods
from ..periods import Period, Unit
from ..syntax.tense import Tense
from . import holidays
from .describe import month_name, ordinal_name, weekday_name
from .meanings import Direction, Yearly

# How many days nearer a date on the other side of publication must be to be meant despite
# the tense: earnings to be reported are those of the quarter that has ended.
_AGAINST_PAST = {Unit.DAY: 240}
_PLAINLY = {Tense.EXPECTED: Tense.FUTURE, Tense.OVERTAKEN: Tense.PAST}
_PERHAPS_OVER = 90  # days nearer that a past date must be where something was expected then
_AGAINST_FUTURE = {Unit.DAY: 300, Unit.QUARTER: 120, Unit.HALF: 120}


def pick(
    choices: list[Period], direction: Direction | None, tense: Tense | None, published: date
) -> tuple[Period, str]:
    """The occurrence that is meant and how it was chosen, `choices` being in order of time."""
    before = [c for c in choices if c.last < published and published not in c]
    after = [c for c in choices if c.first > published]
    if direction is Direction.LAST and before:
        return _last(before, published), "the last"
    if direction is Direction.NEXT and after:
        return after[0], "the next"
    if direction is Direction.THIS:
        same_year = [c for c in choices if c.first.year == published.year]
        return (same_year or choices)[0], "this year's"
    against_future = _PERHAPS_OVER if tense is Tense.EXPECTED else None
    tense = _PLAINLY.get(tense, tense) if tense else None
    wanted = {Tense.PAST: "past tense: the latest", Tense.FUTURE: "future tense: the coming"}

    def cost(choice: Period) -> int:
        """Days away, and more for lying on the wrong side of publication."""
        distance = _distance(choice, published)
        if tense is Tense.PAST and distance > 0:
            return distance + _AGAINST_PAST.get(choice.unit, 360)
        if tense is Tense.FUTURE and distance < 0:
            return -distance + (against_future or _AGAINST_FUTURE.get(choice.unit, 360))
        return abs(distance)

    return min(choices, key=cost), wanted.get(tense, "the nearest") if tense else "the nearest"


def _last(before: list[Period], published: date) -> Period:
    """The last of these; of months, not the one just over, which would be "last month"."""
    latest = before[-1]
    just_over = latest.unit is Unit.MONTH and latest.shifted(1) == periods.containing(
        Unit.MONTH, published
    )
    return before[-2] if just_over and len(before) > 1 else latest


def _distance(period: Period, day: date) -> int:
    """Days from `day` to the period: 0 inside it, negative before."""
    if period.first > day:
        return (period.first - day).days
    return min((period.last - day).days, 0)


def in_year(part: Yearly, year: int) -> Period | None:
    """The part in a given year, None where that year has no such day."""
    if part.holiday or part.day or part.nth:
        day = _day_in(part, year)
        return periods.of_day(day) if day else None
    if part.month:
        month = periods.of_month(year, part.month)
        return periods.week_of(month, part.week) if part.week else month
    if part.season:
        return periods.of_season(year, part.season)
    if part.quarter:
        return periods.of_quarter(year, part.quarter)
    return periods.of_half(year, part.half or 1)


def _day_in(part: Yearly, year: int) -> date | None:
    if part.holiday:
        return holidays.day_in(part.holiday, year)
    month = part.month or 0
    if part.nth:
        return holidays.nth_weekday(year, month, part.weekday or 1, part.nth)
    try:
        return date(year, month, part.day or 0)
    except ValueError:
        return None


def open_value(part: Yearly) -> str:
    """The TIMEX3 value of a part whose year is not known: XXXX-05-03."""
    if part.holiday:
        day = holidays.day_in(part.holiday, 2000)
        fixed = day and day == holidays.day_in(part.holiday, 2001)
        return f"XXXX-{day:%m-%d}" if day and fixed else "XXXX-XX-XX"
    if part.nth:
        return f"XXXX-{part.month:02}-XX"
    sample = in_year(part, 2000)
    return f"XXXX{sample.value[4:]}" if sample else "XXXX"


def name_of(part: Yearly, period: Period) -> str:
    """What a part is called in a reason."""
    if part.holiday:
        return " ".join(part.holiday.split())
    if part.month and part.nth:
        which = "last" if part.nth < 0 else ordinal_name(part.nth)
        return f"{which} {weekday_name(part.weekday or 1)} in {month_name(part.month)}"
    if part.month:
        return f"{part.day or ''} {month_name(part.month)}".strip()
    return period.unit.value

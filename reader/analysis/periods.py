"""Stretches of the calendar at the granularity they are named at.

Values are TIMEX3's (ISO 8601 with TimeML's extensions for seasons, quarters, weekends,
decades and centuries). Weeks are ISO weeks. Seasons are the meteorological ones of the
northern hemisphere; a winter belongs to the year it begins in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta


class Unit(StrEnum):
    """A unit of time."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_STEPS = {
    Unit.DAY: relativedelta(days=1),
    Unit.NIGHT: relativedelta(days=1),
    Unit.WEEK: relativedelta(weeks=1),
    Unit.WEEKEND: relativedelta(weeks=1),
    Unit.FORTNIGHT: relativedelta(weeks=2),
    Unit.MONTH: relativedelta(months=1),
    Unit.QUARTER: relativedelta(months=3),
    Unit.SEASON: relativedelta(months=3),
    Unit.HALF: relativedelta(months=6),
    Unit.YEAR: relativedelta(years=1),
    Unit.DECADE: relativedelta(years=10),
    Unit.CENTURY: relativedelta(years=100),
    Unit.MILLENNIUM: relativedelta(years=1000),
}


_NARROWED = frozenset({Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY})
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_LENGTH_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}


# The TIMEX3 value of one such unit that is not known.
OPEN_VALUES = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.NIGHT: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.SEASON: "XXXX-XX",
    Unit.HALF: "XXXX-HX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
    Unit.MILLENNIUM: "X",
}


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch: its unit, first and last day, and TIMEX3 value."""

    unit: Unit
    first: date
    last: date
    value: str

    def shifted(self, count: int) -> Period | None:
        """The stretch `count` of its unit later, None where the calendar ends."""
        start = moved(self.first, self.unit, count)
        return containing(self.unit, start) if start else None

    def years_on(self, count: int) -> Period | None:
        """The same part of the year, `count` years later, None where the calendar ends."""
        first, after = moved(self.first, Unit.YEAR, count), _limited(self.last, 1)
        last = moved(after, Unit.YEAR, count)
        if first is None or last is None:
            return None
        year, part = int(self.value[:4]) + count, self.value[4:]
        return Period(self.unit, first, _limited(last, -1), f"{year:04}{part}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def moved(day: date, unit: Unit, count: int) -> date | None:
    """`day` moved by `count` units, None where the calendar (years 1 to 9999) ends."""
    try:
        return day + _STEPS[unit] * count
    except (ValueError, OverflowError):
        return None


def of_day(day: date) -> Period:
    """One day."""
    return Period(Unit.DAY, day, day, day.isoformat())


def of_week(day: date) -> Period:
    """The ISO week that holds `day`."""
    year, week, weekday = day.isocalendar()
    first = _limited(day, 1 - weekday)
    return Period(Unit.WEEK, first, _limited(first, 6), f"{year:04}-W{week:02}")


def of_weekend(day: date) -> Period:
    """The Saturday and Sunday of the ISO week that holds `day`."""
    week = of_week(day)
    first = _limited(week.first, 5)
    return Period(Unit.WEEKEND, first, week.last, f"{week.value}-WE")


def of_month(year: int, month: int) -> Period:
    """A month of a year."""
    return _months(Unit.MONTH, year, month, 1, f"{year:04}-{month:02}")


def of_quarter(year: int, quarter: int) -> Period:
    """A calendar quarter, 1 to 4."""
    return _months(Unit.QUARTER, year, 3 * quarter - 2, 3, f"{year:04}-Q{quarter}")


def ending(end: date, value: str) -> Period | None:
    """The stretch that ends on a day, its length as TIMEX3 writes it (P9M); None if unknown."""
    first = _away(_limited(end, 1), value, -1)
    return Period(Unit.DAY, first, end, value) if first and first <= end else None


def opening(start: date, value: str) -> Period | None:
    """The stretch that begins on a day, its length as TIMEX3 writes it; None if unknown."""
    after = _away(start, value, 1)
    return Period(Unit.DAY, start, _limited(after, -1), value) if after else None


def _away(day: date, value: str, sign: int) -> date | None:
    """The day a length as TIMEX3 writes it lies from another."""
    found = _LENGTH.fullmatch(value)
    return moved(day, _LENGTH_UNITS[found[2]], sign * int(found[1])) if found else None


_SHARES = {"START": (0.0, 0.5), "MID": (0.25, 0.75), "END": (0.5, 1.0)}


def narrowed(period: Period | None, mod: str | None) -> Period | None:
    """The part of a stretch that TIMEX3's modifier leaves of it: early May is its first half.

    Its value stays. Stretches of a week or less are left as they are.
    """
    share = _SHARES.get(mod or "")
    if period is None or share is None or period.unit not in _NARROWED:
        return period
    if period.unit is Unit.MONTH:
        days = (period.last - period.first).days + 1
        skipped, kept = (round(days * part) for part in share)
        start, end = _limited(period.first, skipped), _limited(period.first, kept - 1)
        return Period(period.unit, start, end, period.value)
    years = period.last.year - period.first.year + 1
    begin = moved(period.first, Unit.MONTH, round(12 * years * share[0]))
    after = moved(period.first, Unit.MONTH, round(12 * years * share[1]))
    last = _limited(after, -1) if after else period.last
    return Period(period.unit, begin or period.first, last, period.value)


def of_three_months(end: date, number: int | None) -> Period:
    """The quarter of a fiscal year that ends on a day, with its number in that year, if known.

    Else it has the value of the calendar quarter that it shares most days with.
    """
    following = _limited(end, 1)
    first = moved(following, Unit.MONTH, -3) or date.min
    calendar = containing(Unit.QUARTER, _limited(end, -45))
    value = f"{end.year:04}-Q{number}" if number else calendar.value
    return Period(Unit.QUARTER, first, end, value)


def of_day_in(month: Period, day: int) -> Period | None:
    """The day of a month with that number, None where the month has no such day."""
    try:
        return of_day(month.first.replace(day=day))
    except ValueError:
        return None


def week_of(month: Period, number: int) -> Period:
    """The nth seven days of a month, the last if negative, under the value of the month."""
    days = (month.last - month.first).days + 1
    start = days - 7 if number < 0 else min(7 * (number - 1), 28)
    first = _limited(month.first, start)
    return Period(Unit.WEEK, first, min(_limited(first, 6), month.last), month.value)


def of_half(year: int, half: int) -> Period:
    """A half of a year, 1 or 2."""
    return _months(Unit.HALF, year, 6 * half - 5, 6, f"{year:04}-H{half}")


def of_season(year: int, season: str) -> Period:
    """A season by its TIMEX3 name (SP, SU, FA, WI)."""
    return _months(Unit.SEASON, year, _SEASON_MONTHS[season], 3, f"{year:04}-{season}")


def of_year(year: int) -> Period:
    """A year."""
    return _years(Unit.YEAR, year, 1, f"{year:04}")


def of_decade(year: int) -> Period:
    """The ten years that share the first three digits of `year`."""
    return _years(Unit.DECADE, year // 10 * 10, 10, f"{year // 10:03}")


def of_century(year: int) -> Period:
    """The hundred years that share the first two digits of `year`, as TIMEX3 counts them."""
    return _years(Unit.CENTURY, year // 100 * 100, 100, f"{year // 100:02}")


def of_millennium(year: int) -> Period:
    """The thousand years that share the first digit of `year`."""
    return _years(Unit.MILLENNIUM, year // 1000 * 1000, 1000, f"{year // 1000}")


def containing(unit: Unit, day: date) -> Period:
    """The stretch of the given unit that holds `day` (a day for units below it)."""
    make = _CONTAINING.get(unit)
    return make(day) if make else of_day(day)


def _season_of(day: date) -> Period:
    if day.month < 3:
        return of_season(max(day.year - 1, 1), "WI")
    return of_season(day.year, ("SP", "SU", "FA", "WI")[day.month // 3 - 1])


_CONTAINING: dict[Unit, Callable[[date], Period]] = {
    Unit.WEEK: of_week,
    Unit.FORTNIGHT: of_week,
    Unit.WEEKEND: of_weekend,
    Unit.MONTH: lambda day: of_month(day.year, day.month),
    Unit.QUARTER: lambda day: of_quarter(day.year, (day.month + 2) // 3),
    Unit.SEASON: _season_of,
    Unit.HALF: lambda day: of_half(day.year, (day.month + 5) // 6),
    Unit.YEAR: lambda day: of_year(day.year),
    Unit.DECADE: lambda day: of_decade(day.year),
    Unit.CENTURY: lambda day: of_century(day.year),
    Unit.MILLENNIUM: lambda day: of_millennium(day.year),
}


def _limited(day: date, days: int) -> date:
    """`day` moved by `days`, held inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _months(unit: Unit, year: int, month: int, count: int, value: str) -> Period:
    first = date(year, month, 1)
    following = moved(first, Unit.MONTH, count)
    return Period(unit, first, _limited(following, -1) if following else date.max, value)


def _years(unit: Unit, year: int, count: int, value: str) -> Period:
    first, last = max(year, 1), min(year + count - 1, 9999)
    return Period(unit, date(first, 1, 1), date(last, 12, 31), value)

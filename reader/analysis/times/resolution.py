"""From what an expression says to the days it means.

Everything relative is counted from the publication date, or from the period the text
last mentioned; without either it keeps the open form of TIMEX3 (XXXX-WXX-5, XXXX-05).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .. import periods
from ..periods import OPEN_VALUES, Period, Unit
from ..syntax.tense import Tense
from ..types import TimeType
from . import holidays
from .context import (
    Context,
    Resolved,
    dated,
    unresolved,
)
from .describe import describe
from .durations import duration
from .meanings import (
    Clock,
    DayOf,
    Definite,
    Fixed,
    Holding,
    Meaning,
    Mentioned,
    Shift,
    Stated,
    Weekday,
    Within,
    Yearly,
)
from .occurrences import nearest, occurrence
from .parts import in_year, open_value
from .weekdays import resolve_weekday


def resolve(meaning: Meaning, context: Context) -> Resolved:  # noqa: PLR0911 - one a meaning
    """The value of `meaning` in its place."""
    match meaning:
        case Stated(period):
            return dated(period, "stated in full")
        case Fixed(value, kind, to_now):
            end = periods.of_day(context.published) if to_now and context.published else None
            return _fixed(value, kind, replace(context, bound=end) if end else context)
        case Yearly():
            return _yearly(meaning, context)
        case Weekday():
            return resolve_weekday(meaning, context)
        case Shift():
            return _shift(meaning, context)
        case Within(part, whole):
            return _within(part, whole, context)
        case Holding(unit, inner):
            return _holding(unit, inner, context)
        case DayOf(day, month):
            return _day_of(meaning, month, context) if month else _day_alone(day, context)
        case Definite(unit):
            return _definite(unit, context)
        case Mentioned():
            return _mentioned(context)
        case Clock():
            return _clock(meaning, context)


def _fixed(value: str, kind: TimeType, context: Context) -> Resolved:
    """A value as it is; a length whose last day is stated has its days."""
    stretch, reason = None, ""
    if kind is TimeType.DURATION and context.bound:
        stretch = periods.ending(context.bound.last, value)
        reason = f"the time to its last day, {context.bound.value}"
    elif kind is TimeType.DURATION and context.whole:
        stretch = periods.opening(context.whole.first, value)
        reason = f"the first part of {context.whole.value}"
    if stretch is None:
        reason = _FIXED_REASONS.get(value, _LENGTHS[kind])
    return Resolved(kind, value, reason, stretch)


_LENGTHS = {
    TimeType.DURATION: "a length of time",
    TimeType.SET: "a repetition",
    TimeType.DATE: "points without a date",
    TimeType.TIME: "points without a date",
}
_FIXED_REASONS = {
    "PRESENT_REF": "the time of writing, not given as a date",
    "PAST_REF": "some time before publication",
    "FUTURE_REF": "some time after publication",
}


# ------------------------------------------------------------ parts of a year


def _yearly(meaning: Yearly, context: Context) -> Resolved:
    if meaning.quarter == 0:
        return _definite(Unit.QUARTER, context)
    if meaning.quarter and context.bound:
        return _fiscal(context.bound, meaning.quarter)
    if meaning.fiscal:
        return _of_own_year(meaning, context)
    return occurrence(meaning, context)


# ------------------------------------------------------------ counted units


def _shift(meaning: Shift, context: Context) -> Resolved:
    if meaning.comparison and context.compared:
        return _counted(context.compared, Unit.YEAR, meaning.count, "the period reported on")
    if meaning.loose and context.tense is Tense.PAST and context.reference:
        meaning = replace(meaning, anaphoric=True, grain=meaning.unit)
    if meaning.anaphoric and (told := _anaphoric(meaning, context)):
        return told
    if meaning.anaphoric and context.reference:
        reason = f"counted from a time that is told too roughly, {context.reference.value}"
        return Resolved(TimeType.DATE, OPEN_VALUES[meaning.unit], reason)
    if context.published is None:
        return unresolved(OPEN_VALUES[meaning.unit])
    found = _away(meaning, context.published)
    if found is None:
        beyond = "PAST_REF" if meaning.count < 0 else "FUTURE_REF"
        return Resolved(TimeType.DATE, beyond, "beyond the calendar of the years 1 to 9999")
    return dated(found, f"counted from publication, {describe(context.published)}")


def _away(meaning: Shift, day: date) -> Period | None:
    """The period so many units away from the one that holds `day`."""
    if meaning.grain is None:
        return periods.containing(meaning.unit, day).shifted(meaning.count)
    start = periods.moved(day, meaning.unit, meaning.count)
    return periods.containing(meaning.grain, start) if start else None


def _anaphoric(meaning: Shift, context: Context) -> Resolved | None:
    """Counted from the period last mentioned, if that is as fine as the unit."""
    base = context.reference
    if meaning.unit in (Unit.DAY, Unit.NIGHT):
        told, base = base, context.day
        if base and told and told.unit in _TOO_COARSE and base.first not in told:
            return None  # by mid-May, and ten days later
    if base is None or (base.last - base.first).days > _LONGEST_DAYS.get(meaning.unit, 0):
        return None
    if meaning.grain:
        base = periods.containing(meaning.grain, base.first)
    return _counted(base, meaning.unit, meaning.count, "the time last mentioned")


_LONGEST_DAYS = {
    Unit.WEEK: 6,
    Unit.FORTNIGHT: 13,
    Unit.WEEKEND: 6,
    Unit.MONTH: 30,
    Unit.QUARTER: 91,
    Unit.SEASON: 91,
    Unit.HALF: 183,
    Unit.YEAR: 365,
    Unit.DECADE: 3652,
    Unit.CENTURY: 36524,
    Unit.MILLENNIUM: 365242,
}
_TOO_COARSE = frozenset({Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.SEASON, Unit.QUARTER})
_ROUND_YEARS = 10
"""Years from which on "fifty years later" is a year and no longer the same month of it."""
_KEEPS_ITS_UNIT = {Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.SEASON}


def _counted(base: Period, unit: Unit, count: int, whence: str) -> Resolved:
    start = periods.moved(base.first, unit, count)
    if start is None:
        return unresolved(OPEN_VALUES[unit])
    keeps = base.unit in _KEEPS_ITS_UNIT and unit is Unit.YEAR and 0 < abs(count) < _ROUND_YEARS
    found = base.years_on(count) if keeps else periods.containing(unit, start)
    return dated(found, f"counted from {whence}, {base.value}") if found else unresolved("XXXX")


def _within(part: Yearly, whole: Meaning, context: Context) -> Resolved:
    outer = resolve(whole, context)
    if outer.period is None:
        return unresolved(open_value(part))
    if part.quarter == 0:
        if context.compared and context.compared.unit is Unit.YEAR:
            return outer
        number = context.quarter.value[-1:] if context.quarter else ""
        if not number.isdigit():
            return outer
        part = Yearly(quarter=int(number))
    found = in_year(part, outer.period.first.year)
    return dated(found, f"in {outer.value}: {outer.reason}") if found else outer


def _day_of(meaning: DayOf, month: Meaning, context: Context) -> Resolved:
    outer = resolve(month, context)
    if outer.period is None:
        return unresolved(f"XXXX-XX-{meaning.day:02}" if meaning.weekday is None else "XXXX-XX-XX")
    first = outer.period.first
    if meaning.weekday is None:
        found = periods.of_day_in(outer.period, meaning.day)
    else:
        day = holidays.nth_weekday(first.year, first.month, meaning.weekday, meaning.day)
        found = periods.of_day(day) if day else None
    return dated(found, f"in {outer.value}: {outer.reason}") if found else outer


def _day_alone(day: int, context: Context) -> Resolved:
    """The first such day from the one last mentioned on, else that nearest publication."""
    told = context.reference
    if told and told.unit in (Unit.DAY, Unit.MONTH):
        found = _nth(day, told.first, 1, told.first)
        if found:
            return dated(found, f"the first from the time last mentioned, {told.value}")
    published = context.published
    if published is None:
        return unresolved(f"XXXX-XX-{day:02}")
    ahead = context.tense in (Tense.FUTURE, Tense.EXPECTED)
    found = _nth(day, published, 1 if ahead else -1, published)
    if found is None:
        return Resolved(TimeType.DATE, f"XXXX-XX-{day:02}", "no such day")
    side = "on or after" if ahead else "on or before"
    return dated(found, f"the nearest {side} publication, {describe(published)}")


def _nth(day: int, start: date, step: int, limit: date) -> Period | None:
    """The nearest such day of a month, `start` itself or on the side of `step`."""
    month = periods.containing(Unit.MONTH, start)
    for away in range(3):
        shifted = month.shifted(step * away)
        found = periods.of_day_in(shifted, day) if shifted else None
        if found and (found.first - limit).days * step >= 0:
            return found
    return None


def _holding(unit: Unit, inner: Meaning, context: Context) -> Resolved:
    day = resolve(inner, context)
    if day.period is None:
        return unresolved(OPEN_VALUES[unit])
    first = day.period.first
    if unit is Unit.WEEKEND and first.isoweekday() == 1:  # Labor Day weekend leads up to it
        first = periods.moved(first, Unit.DAY, -1) or first
    found = periods.containing(unit, first)
    return dated(found, f"the {unit.value} of {day.value}: {day.reason}")


# ------------------------------------------------------------ taken as known


def _definite(unit: Unit, context: Context) -> Resolved:
    if unit is Unit.QUARTER and context.bound:
        return _fiscal(context.bound)
    if unit is Unit.QUARTER and context.quarter:
        return dated(context.quarter, "the quarter last mentioned")
    if context.bounded and unit is not Unit.QUARTER:
        return _fixed(duration(unit, 1), TimeType.DURATION, context)
    told = context.beside
    if told and (told.last - told.first).days <= _LONGEST_DAYS.get(unit, 0):
        return dated(periods.containing(unit, told.first), f"the {unit.value} of {told.value}")
    return _current(unit, context.published, context.tense)


def _current(unit: Unit, published: date | None, tense: Tense | None) -> Resolved:
    if published is None:
        return unresolved(OPEN_VALUES[unit])
    if unit is Unit.WEEKEND:
        return _weekend(published, tense)
    found = periods.containing(unit, published)
    if unit is Unit.QUARTER:
        found = found.shifted(-1) or found
        return dated(found, f"the latest full quarter before publication, {describe(published)}")
    return dated(found, f"the {unit.value} of publication, {describe(published)}")


def _weekend(published: date, tense: Tense | None) -> Resolved:
    found = periods.of_weekend(published)
    if tense is Tense.PAST and published < found.first:
        found = found.shifted(-1) or found
    return dated(found, f"the nearest weekend seen from publication, {describe(published)}")


def _fiscal(end: Period, number: int | None = None) -> Resolved:
    """The quarter whose last day is stated: its own number, else that of the calendar."""
    found = periods.of_three_months(end.last, number)
    return dated(found, f"the three months to its last day, {end.value}")


def _of_own_year(meaning: Yearly, context: Context) -> Resolved:
    """A quarter of a firm's own year: the one whose last day is stated before, else left open."""
    if context.quarter:
        return _fiscal(periods.of_day(context.quarter.last), meaning.quarter)
    found = nearest(meaning, context)
    return replace(found, reason="in a year of the firm's own that is not stated", period=None)


def _mentioned(context: Context) -> Resolved:
    """Then, at that time."""
    told = context.reference
    if told and not _contradicts(told, context):
        return dated(told, f"the time last mentioned, {told.value}")
    ahead = context.tense in (Tense.FUTURE, Tense.EXPECTED)
    return resolve(Fixed("FUTURE_REF" if ahead else "PAST_REF", TimeType.DATE), context)


def _clock(meaning: Clock, context: Context) -> Resolved:
    suffix = meaning.suffix
    if meaning.day is not None:
        on = resolve(meaning.day, context)
    elif context.day and not _contradicts(context.day, context):
        on = dated(context.day, f"on the day last mentioned, {context.day.value}")
    elif context.published:
        on = dated(periods.of_day(context.published), "on the day of publication")
    else:
        on = unresolved("XXXX-XX-XX")
    reason = f"{on.reason}, by {meaning.zone}" if meaning.zone else on.reason
    return Resolved(TimeType.TIME, on.value + suffix, reason, on.period, suffix)


def _contradicts(day: Period, context: Context) -> bool:
    """Whether a day lies on the other side of publication than the tense says."""
    published = context.published
    if published is None:
        return False
    if context.tense is Tense.PAST:
        return day.first > published
    return context.tense is Tense.FUTURE and day.last < published

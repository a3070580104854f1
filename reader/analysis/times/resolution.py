"""From what an expression says to the days it means.

Everything relative is counted from the publication date, or from the period the text
last mentioned; without either it keeps the open form of TIMEX3 (XXXX-WXX-5, XXXX-05).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from ..annotations import TimeType
from . import periods
from .describe import describe, weekday_name
from .durations import duration
from .meanings import (
    Clock,
    DayOf,
    Definite,
    Direction,
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
from .parts import in_year, name_of, open_value, pick
from .periods import Period, Unit
from .tense import Tense

# What was due on a weekday is taken to have come if that was no more days ago.
_OVERTAKEN = 2
_OPEN_VALUES = {
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


@dataclass(slots=True)
class Context:
    """What an expression can be counted from, at its place in the text.

    `published` is the publication date; `tense` that of the clause; `reference` the period
    last mentioned, `day` the last single day, `quarter` the quarter under discussion and
    `compared` the quarter or year that "a year ago" looks back from.
    `bounded` says that "ended" or the like follows, so that a unit means a length, and
    `bound` is the day it ended on. `opened` is the start of the stretch that the expression
    closes: from June to September.
    """

    published: date | None
    tense: Tense | None = None
    reference: Period | None = None
    day: Period | None = None
    quarter: Period | None = None
    compared: Period | None = None
    bounded: bool = False
    bound: Period | None = None
    opened: Period | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: a period where it is known, and why."""

    type: TimeType
    value: str
    reason: str
    period: Period | None = None
    suffix: str = field(default="")


def resolve(meaning: Meaning, context: Context) -> Resolved:  # noqa: PLR0911 - one a meaning
    """The value of `meaning` in its place."""
    match meaning:
        case Stated(period):
            return _date(period, "stated in full")
        case Fixed(value, kind):
            return Resolved(kind, value, _FIXED_REASONS.get(value, _LENGTHS[kind]))
        case Yearly():
            return _yearly(meaning, context)
        case Weekday():
            return _weekday(meaning, context)
        case Shift():
            return _shift(meaning, context)
        case Within(part, whole):
            return _within(part, whole, context)
        case Holding(unit, inner):
            return _holding(unit, inner, context)
        case DayOf(day, month):
            return _day_of(day, month, context)
        case Definite(unit):
            return _definite(unit, context)
        case Mentioned():
            return _mentioned(context)
        case Clock():
            return _clock(meaning, context)


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


def _date(period: Period, reason: str) -> Resolved:
    return Resolved(TimeType.DATE, period.value, reason, period)


def _open(value: str) -> Resolved:
    return Resolved(TimeType.DATE, value, "relative, and no publication date is known")


# ------------------------------------------------------------ parts of a year


def _yearly(meaning: Yearly, context: Context) -> Resolved:
    if meaning.quarter == 0:
        return _definite(Unit.QUARTER, context)
    if meaning.quarter and context.bound:
        return _fiscal(context.bound, meaning.quarter)
    if context.opened:
        return _closing(meaning, context.opened)
    published = context.published
    if published is None:
        return _open(open_value(meaning))
    around = range(max(published.year - 8, 1), min(published.year + 8, 9998) + 1)
    choices = [found for year in around if (found := in_year(meaning, year))]
    if meaning.weekday and not meaning.nth:
        named = [c for c in choices if c.first.isoweekday() == meaning.weekday]
        choices = named or choices
    if not choices:
        return Resolved(TimeType.DATE, open_value(meaning), "no such day")
    chosen, which = pick(choices, meaning.direction, context.tense, published)
    if meaning.years:
        chosen = in_year(meaning, chosen.first.year + meaning.years) or chosen
        which = f"a year before the {which.removeprefix('the ')}"
    name = name_of(meaning, chosen)
    return _date(chosen, f"{which} {name} seen from publication, {describe(published)}")


def _closing(meaning: Yearly, opened: Period) -> Resolved:
    """The first occurrence that does not come before the start of the stretch."""
    for year in range(opened.first.year, min(opened.first.year + 8, 9998) + 1):
        found = in_year(meaning, year)
        if found and found.first >= opened.first:
            return _date(found, f"the end of what begins in {opened.value}")
    return Resolved(TimeType.DATE, open_value(meaning), "no such day")


# ------------------------------------------------------------ days of the week


def _weekday(meaning: Weekday, context: Context) -> Resolved:
    published, number = context.published, meaning.number
    if meaning.anaphoric and context.day:
        return _weekday_beside(meaning, context.day)
    if published is None:
        return _open(f"XXXX-WXX-{number}")
    if context.opened:
        opened = context.opened
        days = (number - opened.first.isoweekday()) % 7
        return _moved(opened.first, days, f"the end of what begins on {opened.value}")
    name = weekday_name(number)
    back = (published.isoweekday() - number) % 7
    if meaning.direction is Direction.LAST:
        days, how = -(back or 7), f"the last {name} before publication"
    elif meaning.direction is Direction.NEXT:
        days, how = 7 - back, f"the next {name} after publication"
    elif _lies_ahead(context.tense, back) or meaning.direction is Direction.THIS:
        days, how = (7 - back) % 7, f"nearest {name} on or after publication"
    else:
        days, how = -back, f"nearest {name} on or before publication"
    if meaning.weeks:
        how = f"a week {'after' if meaning.weeks > 0 else 'before'} the {how}"
    return _moved(published, days + 7 * meaning.weeks, f"{how}, {describe(published)}")


def _lies_ahead(tense: Tense | None, back: int) -> bool:
    """Whether a weekday that was `back` days before publication is meant to come after it."""
    overtaken = tense is Tense.EXPECTED and 1 <= back <= _OVERTAKEN
    return tense in (Tense.FUTURE, Tense.EXPECTED) and not overtaken


def _weekday_beside(meaning: Weekday, day: Period) -> Resolved:
    """The previous or following Friday, seen from a day of the story."""
    name = weekday_name(meaning.number)
    back = (day.first.isoweekday() - meaning.number) % 7
    before = meaning.direction is Direction.LAST
    side = "before" if before else "after"
    reason = f"the {name} {side} the day last mentioned, {day.value}"
    return _moved(day.first, -(back or 7) if before else 7 - back, reason)


def _moved(published: date, days: int, reason: str) -> Resolved:
    try:
        return _date(periods.of_day(published + timedelta(days=days)), reason)
    except OverflowError:
        return _open("XXXX-XX-XX")


# ------------------------------------------------------------ counted units


def _shift(meaning: Shift, context: Context) -> Resolved:
    if meaning.comparison and context.compared:
        return _counted(context.compared, Unit.YEAR, meaning.count, "the period reported on")
    if meaning.anaphoric:
        found = _anaphoric(meaning, context)
        if found:
            return found
    if context.published is None:
        return _open(_OPEN_VALUES[meaning.unit])
    found_period = _away(meaning, context.published)
    reason = f"counted from publication, {describe(context.published)}"
    return _date(found_period, reason) if found_period else _open(_OPEN_VALUES[meaning.unit])


def _away(meaning: Shift, day: date) -> Period | None:
    """The period so many units away from the one that holds `day`."""
    if meaning.grain is None:
        return periods.containing(meaning.unit, day).shifted(meaning.count)
    start = periods.moved(day, meaning.unit, meaning.count)
    return periods.containing(meaning.grain, start) if start else None


def _anaphoric(meaning: Shift, context: Context) -> Resolved | None:
    """Counted from the period last mentioned, if that is as fine as the unit."""
    base = context.day if meaning.unit in (Unit.DAY, Unit.NIGHT) else context.reference
    if base is None or (base.last - base.first).days > _LONGEST_DAYS.get(meaning.unit, 0):
        return None
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
_KEEPS_ITS_UNIT = {Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.SEASON}


def _counted(base: Period, unit: Unit, count: int, whence: str) -> Resolved:
    start = periods.moved(base.first, unit, count)
    if start is None:
        return _open(_OPEN_VALUES[unit])
    keeps = base.unit in _KEEPS_ITS_UNIT and unit is Unit.YEAR and count
    found = base.years_on(count) if keeps else periods.containing(unit, start)
    return _date(found, f"counted from {whence}, {base.value}") if found else _open("XXXX")


def _within(part: Yearly, whole: Meaning, context: Context) -> Resolved:
    outer = resolve(whole, context)
    if outer.period is None:
        return _open(open_value(part))
    if part.quarter == 0:
        if context.compared and context.compared.unit is Unit.YEAR:
            return outer
        number = context.quarter.value[-1:] if context.quarter else ""
        if not number.isdigit():
            return outer
        part = Yearly(quarter=int(number))
    found = in_year(part, outer.period.first.year)
    return _date(found, f"in {outer.value}: {outer.reason}") if found else outer


def _day_of(day: int, month: Meaning, context: Context) -> Resolved:
    outer = resolve(month, context)
    if outer.period is None:
        return _open(f"XXXX-XX-{day:02}")
    found = periods.of_day_in(outer.period, day)
    return _date(found, f"in {outer.value}: {outer.reason}") if found else outer


def _holding(unit: Unit, inner: Meaning, context: Context) -> Resolved:
    day = resolve(inner, context)
    if day.period is None:
        return _open(_OPEN_VALUES[unit])
    found = periods.containing(unit, day.period.first)
    return _date(found, f"the {unit.value} of {day.value}: {day.reason}")


# ------------------------------------------------------------ taken as known


def _definite(unit: Unit, context: Context) -> Resolved:
    if unit is Unit.QUARTER and context.bound:
        return _fiscal(context.bound)
    if unit is Unit.QUARTER and context.quarter:
        return _date(context.quarter, "the quarter last mentioned")
    if context.bounded and unit is not Unit.QUARTER:
        return Resolved(TimeType.DURATION, duration(unit, 1), "a length of time")
    published = context.published
    if published is None:
        return _open(_OPEN_VALUES[unit])
    if unit is Unit.WEEKEND:
        return _weekend(published, context.tense)
    return _current(unit, published)


def _current(unit: Unit, published: date) -> Resolved:
    found = periods.containing(unit, published)
    if unit is Unit.QUARTER:
        found = found.shifted(-1) or found
        return _date(found, f"the latest full quarter before publication, {describe(published)}")
    return _date(found, f"the {unit.value} of publication, {describe(published)}")


def _weekend(published: date, tense: Tense | None) -> Resolved:
    found = periods.of_weekend(published)
    if tense not in (Tense.FUTURE, Tense.EXPECTED) and published < found.first:
        found = found.shifted(-1) or found
    return _date(found, f"the nearest weekend seen from publication, {describe(published)}")


def _fiscal(end: Period, number: int | None = None) -> Resolved:
    """The quarter whose last day is stated: its own number, else that of the calendar."""
    found = periods.of_three_months(end.last, number)
    return _date(found, f"the three months to its last day, {end.value}")


def _mentioned(context: Context) -> Resolved:
    """Then, at that time."""
    if context.reference:
        value = context.reference.value
        return _date(context.reference, f"the time last mentioned, {value}")
    ahead = context.tense in (Tense.FUTURE, Tense.EXPECTED)
    return resolve(Fixed("FUTURE_REF" if ahead else "PAST_REF", TimeType.DATE), context)


def _clock(meaning: Clock, context: Context) -> Resolved:
    suffix = meaning.suffix
    if meaning.day is not None:
        on = resolve(meaning.day, context)
    elif context.day:
        on = _date(context.day, f"on the day last mentioned, {context.day.value}")
    elif context.published:
        on = _date(periods.of_day(context.published), "on the day of publication")
    else:
        on = _open("XXXX-XX-XX")
    reason = f"{on.reason}, by {meaning.zone}" if meaning.zone else on.reason
    return Resolved(TimeType.TIME, on.value + suffix, reason, on.period, suffix)

"""The day a named day falls on in a given year."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

from ..knowledge.time_words import look_up, moving_day


def day_in(name: str, year: int) -> date | None:
    """The date of a named day in a year of the Gregorian calendar (1583 to 4099)."""
    rule = look_up("holidays", name)
    if rule is None or not 1583 <= year <= 4099:
        return None
    if "moving" in rule:
        listed = moving_day(rule["moving"], year)
        return date(year, *listed) if listed else None
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    if "day" in rule:
        return date(year, rule["month"], rule["day"])
    day = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
    return day + timedelta(days=rule.get("after", 0)) if day else None


def nth_weekday(year: int, month: int, number: int, nth: int) -> date | None:
    """The nth weekday (1 is Monday) of a month, counted from its end if negative, if it has it."""
    start = date(year, month, 1)
    if nth < 0:
        start += relativedelta(day=31)
    found = start + relativedelta(weekday=weekday(number - 1)(nth))
    return found if found.month == month else None

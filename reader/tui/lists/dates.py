"""Dates as the timeline shows them: in words, at the granularity stated and no finer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import IntEnum

from ...analysis import (
    Bound,
    Event,
    TimeExpression,
    TimeType,
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"START": "early", "MID": "mid", "END": "late", "APPROX": "about"}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|-(?P<season>SP|SU|FA|WI)|-(?P<part>[QH][1-4])|-(?P<week>W\d\d))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)
_FULL_YEAR = re.compile(r" (\d\d)(\d\d)$")
_TWO_YEARS = re.compile(r"^(\d\d)(\d\d)–\1(\d\d)$")
_TIGHT = 9
_ENDING_OF_DATE = re.compile(r"$|T|-WE$")


class Grain(IntEnum):
    """How exactly a date is stated; coarser ones are larger."""

    DAY = 1
    MONTH = 2
    YEAR = 3


def day(when: date) -> str:
    """A day as "3 May 2024"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def long_day(when: date) -> str:
    """A day with its weekday, as "Friday 3 May 2024"."""
    return f"{_DAYS[when.weekday()]} {day(when)}"


def stretch(first: date, last: date, grain: Grain = Grain.DAY) -> list[str]:
    """A stretch of days at a granularity, in forms from the fullest to the shortest."""
    if first == last:
        return [day(first)]
    if grain is Grain.YEAR:
        return [_years(first, last)]
    return _months(first, last) if grain is Grain.MONTH else _days(first, last)


def _years(first: date, last: date) -> str:
    return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"


def _months(first: date, last: date) -> list[str]:
    one, other = _month(first), _month(last)
    if first.year != last.year:
        return [f"{one} {first.year}–{other} {last.year}", _years(first, last)]
    months = one if one == other else f"{one}–{other}"
    return [f"{months} {first.year}", months]


def _days(first: date, last: date) -> list[str]:
    one, other = _month(first), _month(last)
    if first.year != last.year:
        days = f"{first.day} {one}–{last.day} {other}"
        return [f"{day(first)}–{day(last)}", days, f"{one}–{other}"]
    if one == other:
        days = f"{first.day}–{last.day} {other}"
        return [f"{days} {first.year}", days]
    days, months = f"{first.day} {one}–{last.day} {other}", f"{one}–{other}"
    return [f"{days} {first.year}", days, f"{months} {first.year}", months]


def _century(number: int) -> str:
    teens = 10 < number % 100 < 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


def _month(when: date) -> str:
    return MONTHS[when.month - 1]


def of_time(time: TimeExpression) -> list[str]:
    """What a time expression resolves to, from the fullest form to the shortest.

    Empty where it is no stretch of the calendar or nothing resolves it.
    """
    if (
        time.earliest is None
        or time.latest is None
        or time.type
        in {
            TimeType.DURATION,
            TimeType.SET,
        }
    ):
        return []
    match = _VALUE.match(time.value)
    if match is None or not _ENDING_OF_DATE.match(time.value, match.end()):
        return stretch(time.earliest, time.latest, _grain_between(time.earliest, time.latest))
    forms = _of_value(match, time.earliest, time.latest)
    part = _PARTS.get(time.mod or "")
    return [f"{part} {forms[0]}", *forms] if part else forms


def _grain_between(first: date, last: date) -> Grain:
    """Years for a stretch of whole ones ("2009-10"), days for any other."""
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return Grain.YEAR if whole else Grain.DAY


def _of_value(value: re.Match[str], earliest: date, latest: date) -> list[str]:
    """The forms of a TIMEX3 value that the pattern has taken apart."""
    if value["day"]:
        return [day(earliest)]
    if value["week"]:
        return stretch(earliest, latest)
    if value["decade"] or value["century"]:
        return [f"{value['decade']}0s" if value["decade"] else _century(int(value["century"]) + 1)]
    if value["season"] == "WI":
        years = f"{latest.year - 1}–{latest.year % 100:02}"
        return [f"winter {years}", f"winter ’{years[2:]}"]
    within = value["part"] or _SEASONS.get(value["season"], "")
    if value["month"]:
        within = _month(earliest)
    return [f"{within} {value['year']}".lstrip()]


def grain_of(time: TimeExpression | None) -> Grain:
    """How exactly a time expression states its date."""
    match = _VALUE.match(time.value) if time else None
    if match is None or match["day"] or match["week"]:
        return Grain.DAY
    return Grain.MONTH if match["month"] or match["part"] or match["season"] else Grain.YEAR


def of_event(event: Event, time: TimeExpression | None) -> list[str]:
    """When an event was, from the fullest form to the shortest; empty where nothing is known.

    Open ends are not told here: `bound` says what is open.
    """
    first, last = event.earliest, event.latest
    if event.bound is Bound.RANGE and first and last:
        return stretch(first, last, grain_of(time))
    forms = of_time(time) if time else []
    if forms:
        return forms
    if first and last:
        return stretch(first, last)
    known = first or last
    return [day(known)] if known else []


def fitting(forms: list[str], width: int) -> str:
    """The fullest form of at most `width` cells; the shortest, whatever its width, else.

    Before a shorter form comes the same one without its century: "3 May ’24", "21st c.", and in
    a column as narrow as that "13 Oct 24".
    """
    tried = [short for form in forms for short in _ever_shorter(form, width)]
    return next((form for form in tried if len(form) <= width), tried[-1] if tried else "")


def _ever_shorter(form: str, width: int) -> Iterator[str]:
    yield form
    yield _FULL_YEAR.sub(r" ’\2", form).replace("century", "c.")
    if width <= _TIGHT:
        yield _FULL_YEAR.sub(r" \2", _TWO_YEARS.sub(r"\1\2–\3", form)).replace("century", "c.")


def without_year(forms: list[str], year: int) -> list[str]:
    """Days of a year that is known anyway, without it; all other forms as they are."""
    return [form.removesuffix(f" {year}") if form[:1].isdigit() else form for form in forms]

"""Dates in numbers: ISO 8601, 22/3/2013, 2009-10, 9/11."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from re import Match

from ... import periods
from ...knowledge.time_words import alternatives
from ...periods import Unit
from ..filters import is_day_in_figures
from ..grammar import RuleSet
from ..meanings import Meaning, Stated, Yearly

RULES = RuleSet()

_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_SEPTEMBER_11 = date(2001, 9, 11)
_NOT_LETTERS = re.compile(r"\D+")
_IN_FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)?\d\d(?!\d)")
_MONTH = rf"(?:{alternatives('months', shortest=4)}|(?-i:May))"
_IN_WORDS = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b|\b{_MONTH}\s(\d{{1,2}})\b(?!:)",
    re.IGNORECASE,
)


@RULES.rule("september-11", "numeric", r"9/11")
@RULES.rule(
    "september-11", "month", r"{month:month} 11(?:th)?(?=,? (?:terror(?:ist)? )?(?:attack|hijack))"
)
def september_11(match: Match[str]) -> Meaning | None:
    """The day known by its number."""
    if (match.groupdict().get("month") or "sep")[:3].lower() != "sep":
        return None
    return Stated(periods.of_day(_SEPTEMBER_11))


@RULES.rule("iso-date", "numeric", r"\d{4}-\d\d(?:-\d\d)?(?![-\d])")
def iso_date(match: Match[str]) -> Meaning | None:
    """A date as ISO 8601 writes it, to the day or the month."""
    groups = _ISO.match(match.group())
    if not groups:
        return None
    first, second, third = groups.groups()
    if third:
        return full_day(int(first), int(second), int(third))
    year, month = int(first), int(second)
    if year % 100 + 1 == month or not 1 <= month <= 12 or not 1900 <= year <= 2100:
        return None
    return Stated(periods.of_month(year, month))


@RULES.rule("numeric-date", "numeric", r"\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d\d(?![\d.]\d|%)")
def numeric_date(match: Match[str]) -> Meaning | None:
    """Month/day/year with strokes or hyphens, day.month.year with points.

    A first number over 12 can only be a day, so both orders are read with either mark. With
    strokes the day comes first where it does in the article's other dates.
    """
    first, second, last = map(int, _NOT_LETTERS.split(match.group()))
    day_first = "." in match.group() or first > 12 or _puts_day_first(match.string)
    month, day = (second, first) if day_first else (first, second)
    if month > 12:
        month, day = day, month
    full = last if last > 99 else last + (2000 if last < 70 else 1900)
    return full_day(full, month, day)


@lru_cache(maxsize=2)
def _puts_day_first(text: str) -> bool:
    """Whether an article writes days before months, in figures or else in words."""
    figures = [(int(a) > 12) - (int(b) > 12) for a, b in _IN_FIGURES.findall(text)]
    if any(figures):
        return sum(figures) > 0
    return sum(1 if day else -1 for day, _ in _IN_WORDS.findall(text)) > 0


@RULES.rule(
    "month-and-day-in-figures",
    "numeric",
    r"(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/.,]\d|/|%)",
    fits=is_day_in_figures,
)
def month_and_day_in_figures(match: Match[str]) -> Meaning | None:
    """Month and day in figures, the year left open: on 10/15."""
    month, day = int(match["month"]), int(match["day"])
    return Yearly(month=month, day=day) if full_day(2000, month, day) else None


@RULES.rule("span-of-years", "year", r"(?P<first>{year})[-–/](?P<last>\d\d)(?!\d)")
@RULES.rule("span-of-years", "numeric", r"(?P<first>{year})[-–](?P<last>\d\d)(?!\d)")
def span_of_years(match: Match[str]) -> Meaning | None:
    """Two years written as one: 2009-10."""
    first = int(match["first"])
    last = first // 100 * 100 + int(match["last"])
    if not first < last <= first + 60:
        return None
    start, end = periods.of_year(first), periods.of_year(last)
    return Stated(periods.Period(Unit.YEAR, start.first, end.last, f"{first}/{last}"))


def full_day(year: int, month: int, day: int | None) -> Meaning | None:
    """A day stated in full, None where the calendar has no such day."""
    try:
        return Stated(periods.of_day(date(year, month, day or 0)))
    except ValueError:
        return None

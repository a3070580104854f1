"""Expressions that borrow from the one beside them.

A bare number borrows its month: April 24 and 25, March 3-5, from 3 to 5 March, June 12-14,
2012. A year in two figures borrows its century: 1890 – 91. A time by the clock borrows the day
that follows: at 3pm (1500 GMT) on Monday. A part of a weekday borrows the date of that weekday: on
Friday night, 9 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .. import periods
from ..knowledge.time_words import ordinal
from ..parse.columns import Parse
from ..periods import Unit
from .grammar import Hit
from .meanings import (
    Clock,
    Meaning,
    Shift,
    Stated,
    Weekday,
    Yearly,
)

_DAY = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?![\w%:]|[.,]\d)"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)"
_AND = r",?\s(?:and|or)\s"
_AFTER = re.compile(
    rf"(?:(?:,\s{_DAY})*{_AND}{_DAY}|{_TO}(?:the\s)?{_DAY})(?P<year>,?\s(?:1[5-9]|20)\d\d(?!\d))?"
)
_BEFORE = re.compile(
    rf"(?:(?<=\bon\s)|(?<=\bfrom\s)|(?<=\bbetween\s)|(?<=\bof\s)|(?<=\bthe\s)|(?<=\buntil\s)"
    rf"|(?<=\(){_DAY}{_TO}|(?<![\w.,$€£:/–-]){_DAY}\s?[-–]\s?)(?:{_DAY},\s)*"
    rf"(?:{_DAY}(?:{_AND}|{_TO}))?\Z",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"\s[-–]\s(\d\d)(?![\w%:]|[.,]\d)")
_DAY_FIRST = re.compile(r"(?:the\s)?\d", re.IGNORECASE)
_NUMBER = re.compile(_DAY)
_REACH = 28
_TO_DAY = re.compile(r"[\s(),/–—-]*(?:(?:on|to|and|until)\s+)?\(?", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:the\s)?|\s\(")
_DAY_UNITS = frozenset({Unit.DAY})


def with_neighbours(hits: list[Hit], text: str, parse: Parse) -> list[Hit]:
    """`hits` with the days said short beside them, and the clock on its day, in text order."""
    found: list[Hit] = []
    for number, hit in enumerate(hits):
        floor = found[-1].end if found else 0
        if hit.start < floor:
            continue
        others = (
            h.start for h in hits[number + 1 : number + 3] if not text[h.start : h.end].isdigit()
        )
        found += _with_days(hit, text, parse, floor, next(others, len(text)))
    return _on_days(found, text)


def _with_days(hit: Hit, text: str, parse: Parse, floor: int, ceiling: int) -> list[Hit]:
    """A hit with the bare days before or after it."""
    known = _month_and_day(hit.meaning)
    if known is None:
        return [hit, *_short_year(hit, text)]
    if _DAY_FIRST.match(text, hit.start):
        return [*_days_before(hit, text, floor, known[1]), hit]
    if isinstance(hit.meaning, Yearly) and text[hit.end - 1].isalnum():
        return _days_after(hit, text, parse, ceiling, known[1])
    return [hit]


def _short_year(hit: Hit, text: str) -> Iterator[Hit]:
    """The year in two figures after a year and a dash."""
    found = _SHORT_YEAR.match(text, hit.end)
    if found is None or not isinstance(hit.meaning, Stated):
        return
    first = hit.meaning.period
    year = first.first.year // 100 * 100 + int(found[1])
    if first.unit is Unit.YEAR and first.first.year < year and text[hit.end - 1].isdigit():
        yield Hit(found.start(1), found.end(), Stated(periods.of_year(year)), hit.rule)


def _month_and_day(meaning: Meaning) -> tuple[int, int] | None:
    if isinstance(meaning, Yearly) and meaning.month and meaning.day:
        return meaning.month, meaning.day
    if isinstance(meaning, Stated) and meaning.period.unit is Unit.DAY:
        return meaning.period.first.month, meaning.period.first.day
    return None


def _days_before(hit: Hit, text: str, floor: int, day: int) -> Iterator[Hit]:
    start = max(floor, hit.start - _REACH)
    found = _BEFORE.search(text, start, hit.start)
    numbers = list(_NUMBER.finditer(text, found.start(), hit.start)) if found else []
    days = [ordinal(number.group()) or 0 for number in numbers]
    if sorted({*days, day}) != [*days, day]:
        return
    for number, found_day in zip(numbers, days, strict=True):
        meaning = _on(hit.meaning, found_day, None)
        if meaning:
            yield Hit(number.start(), number.end(), meaning, hit.rule)


def _days_after(hit: Hit, text: str, parse: Parse, ceiling: int, day: int) -> list[Hit]:
    found = _AFTER.match(text, hit.end)
    if not found or found.end() > ceiling or _counts(found, text, parse):
        return [hit]
    year = int(found["year"][-4:]) if found["year"] else None
    last = found.start("year") if year else found.end()
    numbers = list(_NUMBER.finditer(text, hit.end, last))
    days = [ordinal(number.group()) or 0 for number in numbers]
    if sorted({day, *days}) != [day, *days]:
        return [hit]
    made = [hit]
    if year:
        made = [replace(hit, meaning=_on(hit.meaning, day, year) or hit.meaning)]
    for number, found_day in zip(numbers, days, strict=True):
        end = found.end() if number is numbers[-1] else number.end()
        meaning = _on(hit.meaning, found_day, year)
        if meaning:
            made.append(Hit(number.start(), end, meaning, hit.rule))
    return made


def _counts(found: re.Match[str], text: str, parse: Parse) -> bool:
    """Whether the number after "and" counts what follows it: May 3 and 12 others."""
    if found["year"] or not re.match(r"\s", text[found.end() : found.end() + 1]):
        return False
    after = parse.tokens_in(found.end(), found.end() + 1)[1]
    return after < len(parse) and parse.tag[after].startswith(("NN", "JJ", "CD", "VBN"))


def _on(meaning: Meaning, day: int, year: int | None) -> Meaning | None:
    """The same month's other day."""
    known = _month_and_day(meaning)
    if isinstance(meaning, Stated):
        year = meaning.period.first.year
    if known is None:
        return None
    try:
        found = date(year or 2000, known[0], day)
    except ValueError:
        return None
    if year:
        return Stated(periods.of_day(found))
    return replace(meaning, day=day, weekday=None) if isinstance(meaning, Yearly) else None


def _on_days(hits: list[Hit], text: str) -> list[Hit]:
    """`hits` with the day that follows a time by the clock put into it."""
    made: list[Hit] = []
    following: Hit | None = None
    for hit in reversed(hits):
        following = _on_day_of(following, hit, text) if following else hit
        made.append(following)
    return made[::-1]


def _on_day_of(following: Hit, hit: Hit, text: str) -> Hit:
    """`hit` on the day of the one that follows, if it is a time without a day.

    A weekday is that day where a comma joins the two and no other weekday is meant.
    """
    day = _day_of(following.meaning)
    if day is None or not isinstance(hit.meaning, Clock):
        return hit
    if hit.meaning.day:
        apposed = isinstance(hit.meaning.day, Weekday) and _month_and_day(day)
        if not apposed or not _is_on(day, hit.meaning.day):
            return hit
        near = _APPOSED.fullmatch(text, hit.end, following.start)
        return replace(hit, meaning=replace(hit.meaning, day=day)) if near else hit
    near = _TO_DAY.fullmatch(text, hit.end, following.start)
    return replace(hit, meaning=replace(hit.meaning, day=day)) if near else hit


def _is_on(day: Meaning, weekday: Meaning) -> bool:
    """Whether a date can be on a weekday: always, where its year is not known."""
    if not isinstance(day, Stated) or not isinstance(weekday, Weekday):
        return True
    return day.period.first.isoweekday() == weekday.number


def _day_of(meaning: Meaning) -> Meaning | None:
    """What names a day in a meaning."""
    if isinstance(meaning, Clock):
        return meaning.day
    if isinstance(meaning, Weekday) or _month_and_day(meaning):
        return meaning
    return meaning if isinstance(meaning, Shift) and meaning.unit in _DAY_UNITS else None

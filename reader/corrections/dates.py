"""Days as a person writes them: 2013-03-22, 22 March 2013, March 2013, 2013, 2013-03 to 2013-05."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from .types import Days

_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%A %d %B %Y")
_MONTHS = ("%Y-%m", "%B %Y", "%b %Y")
_BETWEEN = re.compile(r"\s{1,20}(?:to|until|-|–)\s+|\s{0,20}(?:/|\.\.+|…)\s*", re.IGNORECASE)


def read_day(written: str) -> date:
    """The day that a person wrote: 2013-03-22, 22 March 2013 or March 22, 2013.

    Raises ValueError for anything else.
    """
    words = _plain(written)
    for form in _DAYS:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    raise ValueError(written)


def read_days(written: str) -> Days:
    """The day, month, year or stretch ("2013-03-01 to 2013-03-05") that a person wrote.

    Raises ValueError for anything else.
    """
    ends = [_one(part) for part in _BETWEEN.split(written.strip())]
    if len(ends) == 1:
        return ends[0]
    first, last = ends
    if first.earliest > last.latest:
        raise ValueError(written)
    return Days(f"{first.value}/{last.value}", first.earliest, last.latest)


def _one(written: str) -> Days:
    words = _plain(written)
    if re.fullmatch(r"\d{4}", words) and words != "0000":
        year = int(words)
        return Days(words, date(year, 1, 1), date(year, 12, 31))
    for form in _MONTHS:
        try:
            first = datetime.strptime(words, form).date()
        except ValueError:
            continue
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return Days(f"{first.year:04}-{first.month:02}", first, last)
    day = read_day(words)
    return Days(day.isoformat(), day, day)


def _plain(written: str) -> str:
    return " ".join(written.replace(",", " ").replace(". ", " ").split()).rstrip(".")

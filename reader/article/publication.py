"""The publication date an article states about itself.

The first of these that is found counts: front matter, a "Published ..." line, a dateline with its
year, a line that is a date, an "Updated ..." line, the source's name. A line that is a date
has a byline or a time beside it, or stands near the top with the name of the paper. Only the
first and last lines of the text are read, so that a book takes no longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..patterns import Pattern
from .parts import DateSource, Dating, Range

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATE = (
    rf"(?:(?:{_MONTH.format('m1')}\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>{_YEAR}))"
    rf"|(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{_MONTH.format('m2')},?[\s-](?P<y2>{_YEAR}))"
    rf"|(?:(?P<y3>{_YEAR})[-/.](?P<m3>\d\d)[-/.](?P<d3>\d\d)(?!\d))"
    rf"|(?:(?P<m4>\d{{1,2}})/(?P<d4>\d{{1,2}})/(?P<y4>{_YEAR}))"
    rf"|(?:(?P<d5>\d{{1,2}})\.(?P<m5>\d{{1,2}})\.(?P<y5>{_YEAR})))"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
_TIME = (
    r"(?:[\s,|·•–—-]*(?:at\s|T)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?\(?[A-Z]{2,4}\)?|Z|[+-]\d\d:?\d\d)?)?"
    r"(?:[\s|·•–—-]{1,4}(?:\d{1,2}[\s-]min(?:ute)?s?(?:\sread)?|(?:last\s)?updated\b.{0,60}))?"
)
_SPAN = rf"(?P<date>{_WEEKDAY}{_DATE})"

_FRONT_MATTER = Pattern(r"---[^\S\n]*\n(?:[^\n]{0,400}\n){0,60}?---[^\S\n]*(?:\n|\Z)")
_FRONT_KEY = Pattern(
    rf"(?i:(?:date|(?:article:)?publish(?:ed)?(?:[ _-]?(?:at|on|time|date))?|date[ _-]?published|"
    rf"pubdate|publication[ _-]?date|created)\s*:\s*[\"']?{_SPAN})"
)
_PUBLISHED = Pattern(
    r"(?i:\W{0,4}(?:this\s(?:article|story|report|piece)\s(?:was|has\sbeen)\s)?"
    rf"(?:(?:first|originally)\s)?(?:published|posted|publication\sdate|dated?|issued|"
    rf"released|filed)\b[^\n]{{0,40}}?\b{_SPAN})"
)
_UPDATED = Pattern(
    rf"(?i:\W{{0,4}}(?:last\s)?(?:updated|modified|revised)\b[^\n]{{0,40}}?\b{_SPAN})"
)
# What follows the first day of a life: Vos (May 3, 1914 – August 25, 2011) was a linguist.
_LATER = (
    rf"(?:{_YEAR}|(?:\d{{1,2}}\s[A-Z][a-z]{{2,8}}\.?|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}),?\s{_YEAR})"
    r"(?!\d)"
)
_DATELINE = Pattern(
    rf"(?:[A-Z][\w.'’-]{{1,20}}[\s,]{{1,2}}){{1,5}}(?:\([\w\s./-]{{2,30}}\)\s?)?"
    rf"[\s,–—-]{{0,3}}(?P<open>\()?(?i:{_SPAN})(?(open)\)|)\s?(?:\([\w\s./-]{{2,30}}\)\s?)?"
    rf"(?:-|–|—|_|:)(?!\s?{_LATER})"
)
_DATE_LINE = Pattern(
    rf"(?i:(?:by\s[^\n\d]{{2,60}}?[\s,|·•–—-]{{1,3}})?\W{{0,2}}{_SPAN}{_TIME}\W{{0,3}}\Z)"
)
_BY_BEHIND = Pattern(r"[\s,|·•–—-]{1,4}by\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,3}\Z")
_MASTHEAD = Pattern(
    rf"(?:(?:[A-Z][\w.'’&-]*|of|and|the|on)\s){{0,5}}[A-Z][\w.'’&-]*\s?[,|·•–—-]\s?"
    rf"(?i:{_SPAN}{_TIME}\W{{0,3}}\Z)"
)
# A live report: "Updates from our reporters. Tuesday, 2 September 2025".
_BEHIND = Pattern(rf"[A-Z][^\n]{{4,120}}?[.!]\s(?i:{_SPAN}{_TIME}\W{{0,3}}\Z)")
_A_YEAR = Pattern(_YEAR)
# How a line must begin for a pattern to be tried, the pattern, and in how many lines it is.
_ANY = 99
_SIGNS = (
    (Pattern(r".{0,45}\b(?:publi|post|date|issued|released|filed)", re.I), _PUBLISHED, _ANY),
    (Pattern(".*[-–—_:]"), _DATELINE, _ANY),
    (Pattern(r".*\d"), _DATE_LINE, _ANY),
    (Pattern(".*[,|·•–—-]"), _MASTHEAD, 4),
    (Pattern(r".*[.!]\s"), _BEHIND, 3),
    (Pattern(r".{0,9}\b(?:updated|modified|revised)", re.I), _UPDATED, _ANY),
)
_IN_NAME = Pattern(
    r"(?<!\d)((?:19|20)\d\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_IN_WIRE_NAME = Pattern(
    r"(?<![A-Za-z0-9])[A-Z]{2,5}(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-._]\d{3,4}(?!\d)"
)
_TOP_LINES, _BOTTOM_LINES = 12, 4
_WINDOW = 6000
_LONGEST_LINE = 200


def stated_date(text: str, source: str | None) -> Dating:
    """The date that a text, or else the name of its source, states."""
    front = _FRONT_MATTER.match(text)
    if front and (found := _in_front_matter(text, front.end())):
        return Dating(found[0], DateSource.METADATA, found[1])
    body = front.end() if front else 0
    lines = [*_top_lines(text, body), *_bottom_lines(text, body)]
    for hint, pattern, reach in _SIGNS:
        for start, line in (named for named in lines[:reach] if _A_YEAR.search(named[1])):
            if hint.match(line) and (match := pattern.match(line)) and (day := _day_of(match)):
                span = Range(start + match.start("date"), start + match.end("date"))
                return Dating(day, DateSource.TEXT, span)
    return _in_name(source)


def dates_and_names(line: str) -> bool:
    """Whether a line is a day, with who wrote and a time at most: "By Ann Lane, 4 May 2018"."""
    bare = _BY_BEHIND.sub("", line)
    return bool(_A_YEAR.search(bare) and _DATE_LINE.match(bare))


def _in_front_matter(text: str, end: int) -> tuple[date, Range] | None:
    start = 0
    for line in text[:end].splitlines(keepends=True):
        match = _A_YEAR.search(line) and _FRONT_KEY.match(line)
        if match and (day := _day_of(match)):
            return day, Range(start + match.start("date"), start + match.end("date"))
        start += len(line)
    return None


def _top_lines(text: str, body: int) -> Iterator[tuple[int, str]]:
    """The first lines that are not blank, each with its place and without its ends."""
    return _lines(body, text[body : body + _WINDOW].split("\n"), _TOP_LINES)


def _bottom_lines(text: str, body: int) -> Iterator[tuple[int, str]]:
    """The last lines that are not blank."""
    window = max(len(text) - _WINDOW, body + _WINDOW)
    if window >= len(text):
        window = body
    lines = text[window:].split("\n")
    kept = [number for number, line in enumerate(lines) if line.strip()][-_BOTTOM_LINES:]
    if not kept:
        return iter(())
    before = sum(len(line) + 1 for line in lines[: kept[0]])
    return _lines(window + before, lines[kept[0] :], _BOTTOM_LINES)


def _lines(start: int, lines: list[str], count: int) -> Iterator[tuple[int, str]]:
    for line in lines:
        if not count:
            return
        if line.strip():
            indent = len(line) - len(line.lstrip())
            yield start + indent, line.strip()[:_LONGEST_LINE]
            count -= 1
        start += len(line) + 1


def day_in_wire_name(source: str | None) -> date | None:
    """The day in a name as news agencies gave to their files: AP900815-0044.

    Two figures of a year are taken for one that is not in the future.
    """
    match = _IN_WIRE_NAME.search(source or "")
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    century = 2000 if year <= date.today().year % 100 else 1900
    return _checked(century + year, month, day)


def _in_name(source: str | None) -> Dating:
    for match in _IN_NAME.finditer(source or ""):
        if day := _checked(*map(int, match.groups())):
            return Dating(day, DateSource.FILE)
    return Dating(None, DateSource.NONE)


def _day_of(match: re.Match[str]) -> date | None:
    """The date in a match of one of the five ways to write it."""
    for way in "12345":
        if match[f"y{way}"]:
            year, month, day = (match[f"{part}{way}"] for part in "ymd")
            number = int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3].lower()) // 3
            return _checked(int(year), number, int(day)) or _checked(
                int(year), int(day), number if way in "45" else 0
            )
    return None


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

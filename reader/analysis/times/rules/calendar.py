"""Dates by the calendar: days of months, months, seasons, years, decades, numeric dates."""

from __future__ import annotations

from dataclasses import replace
from re import Match

from ... import periods
from ...knowledge.time_words import (
    look_up,
    ordinal,
    spelled_year,
)
from ...periods import Unit
from ...types import TimeType
from ..filters import is_day_alone, is_holiday, is_month, is_season
from ..grammar import RuleSet
from ..meanings import (
    DayOf,
    Direction,
    Fixed,
    Holding,
    Meaning,
    Shift,
    Stated,
    Within,
    Yearly,
    any_direction,
    direction_of,
)
from ..parts import open_value
from .numeric import full_day
from .years import year_in

RULES = RuleSet()

# A year that scanning or setting tore apart: 4 October 19 71.
_TORN = r"(?P<year>(?:1[89]|20) \d\d)(?=_[.,;)]| (?:and|or|the|to|in|by|at|on|is|was)\b)"
_NEIGHBOURING = r"the (?P<which>following|previous|next)"
_LED = r"(?:(?:this|next|last|the (?:previous|following|next)) )?(?:coming )?"
_WEEK_OF_MONTH = (
    r"the (?P<nth>{ordinal}|last|final) week (?:of|in) {month:month}(?:,? {year:year})?"
)
_NEARBY_YEAR = r"(?P<which>last|this|next|that|the same|the following|the previous) year"
_STORY_YEARS = {"that": 0, "the same": 0, "the following": 1, "the previous": -1}


@RULES.rule(
    "full-date",
    "month",
    r"{month:month}~{day:day}_,?_(?:,_)?{year:year}",
    r"(?:the )?{day:day}\.? (?:of )?{month:month}_,?_{year:year}",
    rf"(?:the )?{{day:day}} (?:of )?{{month:month}},? {_TORN}",
    r"(?:the )?{day:day} (?:of )?{month:month},? {early:year}",
)
@RULES.rule(
    "full-date",
    "weekday",
    r"{weekday},? (?:the )?{month:month}~{day:day},? {year:year}",
    r"{weekday},? (?:the )?{day:day} (?:of )?{month:month},? {year:year}",
)
def full_date(match: Match[str]) -> Meaning | None:
    """A day of a month with its year."""
    year = int("".join(match["year"].split()))
    return full_day(year, look_up("months", match["month"]), ordinal(match["day"]))


@RULES.rule(
    "day-of-month",
    "month",
    r"(?:(?P<which>last|next|this) )?{month:month}~{day:day}",
    r"{month:month},? (?:the )?{ordinal:day}",
    r"(?:the )?{day:day} (?:of )?{month:month}",
    r"the {ordinal:day} (?:day )?of {month:month}",
)
@RULES.rule(
    "day-of-month",
    "weekday",
    _LED + r"{weekday:weekday},? (?:the )?{month:month}~{day:day}",
    _LED + r"{weekday:weekday},? {month:month} {ordinal:day}",
    _LED + r"{weekday:weekday},? (?:the )?{day:day} (?:of )?{month:month}",
)
def day_of_month(match: Match[str]) -> Meaning | None:
    """A day of a month, its year unsaid."""
    month, day = look_up("months", match["month"]), ordinal(match["day"])
    groups = match.groupdict()
    found = _yearly_day(month, day, any_direction(groups.get("which")))
    weekday = groups.get("weekday")
    return replace(found, weekday=look_up("weekdays", weekday)) if found and weekday else found


@RULES.rule(
    "day-of-nearby-year",
    "month",
    rf"{{month:month}}~{{day:day}},? (?:of )?{_NEARBY_YEAR}",
    rf"(?:the )?{{day:day}} (?:of )?{{month:month}},? (?:of )?{_NEARBY_YEAR}",
)
def day_of_nearby_year(match: Match[str]) -> Meaning | None:
    """A day of a month of last, this, next or that year."""
    found = _yearly_day(look_up("months", match["month"]), ordinal(match["day"]), None)
    return Within(found, _year_shift(match["which"])) if found else None


@RULES.rule(
    "weekday-of-month",
    "weekday",
    r"the (?P<nth>{ordinal}|last) {weekday:weekday} (?:in|of) {month:month}(?:,? {year:year})?",
    r"the (?P<nth>{ordinal}|last) {weekday:weekday}"
    r"(?: (?:in|of) (?P<which>the|this|that|last|next) month)?",
)
def weekday_of_month(match: Match[str]) -> Meaning | None:
    """A numbered weekday of a month, named or told of: the third Monday in January."""
    nth = -1 if match["nth"].lower() == "last" else ordinal(match["nth"])
    if not nth or nth > 5:
        return None
    groups, weekday = match.groupdict(), look_up("weekdays", match["weekday"])
    if not groups.get("month"):
        return DayOf(nth, _that_month(groups["which"] or "that"), weekday)
    found = Yearly(month=look_up("months", groups["month"] or ""), weekday=weekday, nth=nth)
    return Within(found, Stated(periods.of_year(int(match["year"])))) if match["year"] else found


@RULES.rule(
    "day-of-that-month",
    "unit",
    r"the {ordinal:day} (?:day )?of (?P<which>the|this|that|last|next) month",
)
def day_of_that_month(match: Match[str]) -> Meaning | None:
    """A numbered day of a month not named: the 15th of next month."""
    day = ordinal(match["day"])
    return DayOf(day, _that_month(match["which"])) if day and day <= 31 else None


@RULES.rule("day-of-some-month", "nth", r"the (?P<day>\d\d?(?:st|nd|rd|th))", fits=is_day_alone)
def day_of_some_month(match: Match[str]) -> Meaning | None:
    """A numbered day, its month unsaid: on the 12th."""
    day = ordinal(match["day"])
    return DayOf(day, None) if day and day <= 31 else None


@RULES.rule(
    "month-of-year",
    "month",
    r"{month:month},? (?:of )?{year:year}",
    r"{month:month} (?:of )?{early:year}",
    r"{month:month},? (?:of )?{cardinal:year}",
)
def month_of_year(match: Match[str]) -> Meaning | None:
    """A month with its year."""
    year = _year(match["year"])
    return Stated(periods.of_month(year, look_up("months", match["month"]))) if year else None


@RULES.rule("part-of-nearby-year", "month", rf"{{month:month}},? (?:of )?{_NEARBY_YEAR}")
@RULES.rule("part-of-nearby-year", "season", rf"(?:the )?{{season:season}} of {_NEARBY_YEAR}")
@RULES.rule("part-of-nearby-year", "holiday", rf"{{holiday:holiday}},? (?:of )?{_NEARBY_YEAR}")
def part_of_nearby_year(match: Match[str]) -> Meaning:
    """A month, season or named day of last, this, next or that year."""
    return Within(_part(match.groupdict()), _year_shift(match["which"]))


@RULES.rule("part-of-that-year", "month", r"that {month:month}", fits=is_month)
@RULES.rule("part-of-that-year", "season", r"that {season:season}", fits=is_month)
def part_of_that_year(match: Match[str]) -> Meaning:
    """A month or season of the year last mentioned: that November."""
    return Within(_part(match.groupdict()), _year_shift("that"))


@RULES.rule("part-of-neighbouring-year", "month", rf"{_NEIGHBOURING} {{month:month}}")
@RULES.rule("part-of-neighbouring-year", "season", rf"{_NEIGHBOURING} {{season:season}}")
@RULES.rule("part-of-neighbouring-year", "holiday", rf"{_NEIGHBOURING} {{holiday:holiday}}")
def part_of_neighbouring_year(match: Match[str]) -> Meaning:
    """A month, season or named day right after or before the time last mentioned."""
    direction = Direction.LAST if match["which"].lower() == "previous" else Direction.NEXT
    return replace(_part(match.groupdict()), direction=direction, anaphoric=True)


@RULES.rule(
    "month",
    "month",
    r"(?:this past |(?P<which>last|past|this|next|coming) )?{month:month}",
    fits=is_month,
)
def month(match: Match[str]) -> Meaning:
    """A month, its year unsaid."""
    return Yearly(month=look_up("months", match["month"]), direction=any_direction(match["which"]))


@RULES.rule("week-of-month", "month", _WEEK_OF_MONTH)
@RULES.rule("week-of-month", "unit", _WEEK_OF_MONTH)
def week_of_month(match: Match[str]) -> Meaning | None:
    """A numbered week of a month: the first week of April."""
    nth = ordinal(match["nth"]) or -1
    found = Yearly(month=look_up("months", match["month"]), week=nth)
    if nth > 4:
        return None
    return Within(found, Stated(periods.of_year(int(match["year"])))) if match["year"] else found


@RULES.rule("every-year", "month", r"(?:each|every) {month:month}")
@RULES.rule("every-year", "season", r"(?:each|every) {season:season}")
@RULES.rule("every-year", "holiday", r"(?:each|every) {holiday:holiday}")
def every_year(match: Match[str]) -> Meaning:
    """A part of the year again and again: each January, every summer."""
    return Fixed(open_value(_part(match.groupdict())), TimeType.SET)


@RULES.rule(
    "season-of-year",
    "season",
    r"(?:the )?{season:season},?(?: of)? {year:year}(?:_[-–/]_(?:\d\d)?\d\d(?!\d))?",
    r"(?:the )?{season:season} of (?P<year>[1-9]\d\d)_[-–/]_\d{2,3}",
    r"(?:the )?{season:season} of ['’](?P<year>\d\d)",
    r"(?:the )?{season:season} of {cardinal:year}",
)
def season_of_year(match: Match[str]) -> Meaning | None:
    """A season with its year, which may lack its century."""
    year = _year(match["year"])
    return Stated(periods.of_season(year, look_up("seasons", match["season"]))) if year else None


@RULES.rule(
    "season",
    "season",
    r"{season:season}",
    r"(?:this past|(?P<which>last|past|this|next|coming)|the) {season:season}",
    fits=is_season,
)
def season(match: Match[str]) -> Meaning:
    """A season, its year unsaid."""
    which = match.groupdict().get("which")
    return Yearly(season=look_up("seasons", match["season"]), direction=any_direction(which))


@RULES.rule(
    "week-around",
    "unit",
    r"(?:the )?(?P<unit>week|weekend) (?:of|beginning|starting)"
    r" (?:{month:month} {day:day}|{day:number}(?:_[-–]_{day})? {month:of}|{holiday:name})",
)
@RULES.rule("week-around", "holiday", r"{holiday:name} (?P<unit>week|weekend)")
def week_around(match: Match[str]) -> Meaning | None:
    """The week or weekend of a day: the weekend of 6-7 April, Thanksgiving week."""
    unit = Unit(match["unit"].lower())
    if match["name"]:
        return Holding(unit, Yearly(holiday=match["name"]))
    month, day = match["month"] or match["of"], match["day"] or match["number"]
    found = _yearly_day(look_up("months", month), ordinal(day), None)
    return Holding(unit, found) if found else None


@RULES.rule("holiday-of-year", "holiday", r"{holiday:name},? {year:year}")
def holiday_of_year(match: Match[str]) -> Meaning:
    """A named day with its year."""
    whole = Stated(periods.of_year(int(match["year"])))
    return Within(Yearly(holiday=match["name"]), whole)


@RULES.rule(
    "holiday", "holiday", r"(?:(?P<which>last|past|this|next) )?{holiday:name}", fits=is_holiday
)
def holiday(match: Match[str]) -> Meaning:
    """A named day, its year unsaid."""
    return Yearly(holiday=match["name"], direction=any_direction(match["which"]))


def _part(groups: dict[str, str | None]) -> Yearly:
    """A month, season or named day by the name of its group."""
    if holiday := groups.get("holiday"):
        return Yearly(holiday=holiday)
    if season := groups.get("season"):
        return Yearly(season=look_up("seasons", season))
    return Yearly(month=look_up("months", groups["month"] or ""))


def _year(text: str) -> int | None:
    """A year in four figures or in words, or in two figures that lack their century."""
    return year_in(text) if text.isdigit() else spelled_year(text)


def _yearly_day(month: int, day: int | None, direction: Direction | None) -> Yearly | None:
    leap_year = 2000
    known = full_day(leap_year, month, day)
    return Yearly(month=month, day=day, direction=direction) if known else None


def _that_month(word: str) -> Shift:
    """The month of "the", "that", "this", "last" or "next" month."""
    which = word.lower()
    if which in ("the", "that"):
        return Shift(Unit.MONTH, 0, anaphoric=True)
    return Shift(Unit.MONTH, direction_of(which).value)


def _year_shift(word: str) -> Shift:
    which = " ".join(word.lower().split())
    if which in _STORY_YEARS:
        return Shift(Unit.YEAR, _STORY_YEARS[which], anaphoric=True)
    return Shift(Unit.YEAR, direction_of(which).value)

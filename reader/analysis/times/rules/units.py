"""Amounts of time and what is counted from them: last week, two years ago, third quarter."""

from __future__ import annotations

import re
from re import Match

from ...knowledge.time_words import look_up, number, ordinal
from ...periods import OPEN_VALUES, Unit
from ...types import TimeType
from ..durations import duration, together
from ..filters import (
    is_amount,
    is_bare_unit,
    is_definite_unit,
    is_nearby_unit,
)
from ..grammar import RuleSet
from ..meanings import (
    Clock,
    Definite,
    Fixed,
    Meaning,
    Shift,
    Yearly,
    direction_of,
)

RULES = RuleSet()

_VAGUE = (
    r"(?:a few|the few|a couple(?: of)?|couple of|several|a number of|many|some|numerous|countless|"
    r"dozens of|hundreds of|thousands of|a handful of|few|couple)"
)
_MORE = (
    r"(?: more| additional| full| straight| whole| long| consecutive| trading| business| working)?"
)
_AMOUNT = rf"(?P<amount>{{number}}|{_VAGUE}){_MORE}"
_LAST = r"(?:last|past|previous|preceding|prior|first|final|latest|recent)"
_NEXT = r"(?:next|coming|following)"
_DEFINED = re.compile(r"\s(?:that|when|in which)\b")  # the same week that she left
_LONG = {Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM}
_ALONE = r"(?=_(?:[.,;:!?)'\"”’]|\Z))"
_COUNTED_IN_YEARS = 3
"""Decades and the like that are counted to the year: two decades ago."""
_PARTS = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}


@RULES.rule(
    "nearby-unit",
    "unit",
    r"(?P<which>last|this|next|the current|the coming) (?:fiscal|calendar) {unit:unit}",
    r"the (?P<which>coming|past|last|next) {unit:unit}",
    r"(?P<which>last|this|next|the current|this past|this coming) {unit:unit}",
    fits=is_nearby_unit,
)
def nearby_unit(match: Match[str]) -> Meaning | None:
    """Last, this or next week, month, quarter, year ..."""
    unit = _unit(match["unit"])
    if unit is None or unit in _PARTS or match["unit"].lower().endswith("s"):
        return None
    if unit is Unit.DAY and match.group().lower().startswith("the next"):
        return None
    if unit in _LONG and match["which"].lower() in ("past", "last") and unit is not Unit.CENTURY:
        return Fixed(duration(unit, 1), TimeType.DURATION, to_now=unit is Unit.DECADE)
    count = direction_of(match["which"]).value
    if unit is Unit.WEEKEND and count == 0:
        return Definite(unit)
    if unit is Unit.DAY and match["which"].lower() == "this":
        in_history = match.string.startswith(" in ", match.end())
        return None if in_history else Shift(Unit.DAY, 0)
    return Shift(unit, count, loose=match.group().lower().startswith("the next"))


@RULES.rule(
    "neighbouring-unit",
    "unit",
    r"(?:the|that) (?P<which>previous|preceding|prior|same|next|following) {unit:unit}",
    r"(?P<which>that) (?:same )?{unit:unit}",
)
def neighbouring_unit(match: Match[str]) -> Meaning | None:
    """The week, month or year before, after or the same as the one last mentioned."""
    unit, which = _unit(match["unit"]), match["which"].lower()
    if unit is None or unit in _PARTS or match["unit"].lower().endswith("s"):
        return None
    if which == "next" and unit is not Unit.DAY:
        return None
    if which in ("same", "that") and _DEFINED.match(match.string, match.end()):
        return Fixed(OPEN_VALUES[unit], TimeType.DATE)
    count = {"previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1}
    return Shift(unit, count.get(which, 0), anaphoric=True, grain=unit)


@RULES.rule(
    "unit-beside", "unit", rf"the {{unit:unit}} (?P<side>before|earlier|after|later){_ALONE}"
)
def unit_beside(match: Match[str]) -> Meaning | None:
    """The year before, the day after, seen from the one last mentioned."""
    unit = _unit(match["unit"])
    if unit is None or unit in _PARTS or match["unit"].lower().endswith("s"):
        return None
    back = match["side"].lower() in ("before", "earlier")
    if unit is Unit.NIGHT:
        return Clock("TNI", Shift(Unit.DAY, -1 if back else 1, anaphoric=True))
    return Shift(unit, -1 if back else 1, anaphoric=True, comparison=back and unit is Unit.YEAR)


@RULES.rule("unit-but-one", "unit", r"the {unit:unit} (?P<side>before last|after next)")
def unit_but_one(match: Match[str]) -> Meaning | None:
    """The week, month or year before last or after next."""
    unit = _unit(match["unit"])
    return Shift(unit, -2 if match["side"].lower().startswith("before") else 2) if unit else None


@RULES.rule(
    "counted-away",
    "unit",
    r"(?P<amount>an?) {unit:unit} (?P<half>and a half) (?P<side>ago|earlier|later)",
    rf"{_AMOUNT}(?:~(?:to|or)~{{number}})?~{{unit:unit}}(?: or so)? (?P<side>ago|from now)",
    rf"{_AMOUNT}~{{unit:unit}} or so (?P<side>earlier|later)",
    rf"{_AMOUNT} and a half~{{unit:unit}} (?P<side>ago|earlier|later)",
    rf"{_AMOUNT}~{{unit:unit}} (?P<side>ago|earlier|later|before|hence|from now)",
    counted=True,
)
def counted_away(match: Match[str]) -> Meaning | None:
    """So many units ago, earlier, later, from now."""
    unit, side = _unit(match["unit"]), match["side"].lower()
    count = number(match["amount"])
    compared = match.string.startswith(" than ", match.end())  # a day later than planned
    if unit is None or side == "before" or compared:
        return None
    if count and " and a half" in match.group().lower():
        count += 0.5
        if unit in _PARTS:
            return None
    if unit in _PARTS:
        return Fixed(duration(unit, count), TimeType.DURATION)
    if count is None:
        if side in ("earlier", "later"):
            return None
        return Fixed("PAST_REF" if side == "ago" else "FUTURE_REF", TimeType.DATE)
    sign = -1 if side in ("ago", "earlier") else 1
    anaphoric = side in ("earlier", "later")
    single = count == 1 and sign < 0 and unit is Unit.YEAR
    return _scaled(unit, sign * count, anaphoric=anaphoric, comparison=single)


@RULES.rule(
    "counted-from-today",
    "unit",
    r"{number:amount} {unit:unit} from (?:today|now)",
    r"in {number:amount} {unit:unit}['’]s? time",
)
def counted_from_today(match: Match[str]) -> Meaning | None:
    """So many units from the day of publication: three weeks from today."""
    unit, count = _unit(match["unit"]), number(match["amount"])
    if unit is None or unit in _PARTS or not count or count % 1:
        return None
    today = match.group().lower().endswith("today")
    return Shift(unit, int(count), grain=Unit.DAY if today else None)


@RULES.rule(
    "year-earlier",
    "unit",
    r"the (?:quarter|period) a year (?:ago|earlier)",
    r"last year['’]s (?:period|quarter)",
    r"the (?:corresponding|same|comparable) (?:period|quarter) a year (?:ago|earlier)",
    r"the (?:corresponding|same|comparable) (?:period|quarter)(?: of)? last year",
    r"(?:comparable )?year-(?:ago|earlier)",
    r"(?:the )?year-(?:ago|earlier) {ordinal:number}~(?:quarter|period)",
    r"(?:the )?(?:comparable )?year-(?:ago|earlier) (?:period|quarter)",
)
def year_earlier(match: Match[str]) -> Meaning:
    """The period that lies a year before the one in question."""
    if number_text := match.groupdict().get("number"):
        return Yearly(quarter=ordinal(number_text), years=-1)
    return Shift(Unit.YEAR, -1, anaphoric=True, comparison=True)


@RULES.rule(
    "same-unit-of-other-year",
    "unit",
    r"the (?:same|corresponding|comparable) (?P<unit>day|week|month|weekend)"
    r" (?:(?:a|one) year (?:ago|earlier|before)|(?:of )?last year)",
)
def same_unit_of_other_year(match: Match[str]) -> Meaning:
    """The day, week or month a year before the one last mentioned."""
    unit = Unit(match["unit"].lower())
    years = {Unit.DAY: -365, Unit.MONTH: -12}
    return Shift(unit, years.get(unit, -52), anaphoric=True)


@RULES.rule(
    "amount",
    "unit",
    rf"{_AMOUNT}~{{unit:unit}} period",
    rf"(?:the )?year-(?:ago|earlier) {_AMOUNT} {{unit:unit}}",
    rf"(?:the|these|those) {_AMOUNT} {{unit:unit}}",
    rf"{_AMOUNT}~{{unit:unit}}(?:~long)?(?: or so| or more| or less)?",
    r"(?P<amount>an?) {unit:unit} or (?:two|so)",
    r"(?<=between\s){number:amount} and {number} {unit:unit}",
    rf"(?:the )?(?:{_LAST} |{_NEXT} )?{_AMOUNT}~(?:to|or)~{{number}}~{{unit:unit}}",
    r"(?:the )?(?:past|next|latest|recent|coming) (?P<amount>){unit:unit}",
    rf"(?:the )?(?:{_LAST}|{_NEXT}) {_AMOUNT}~{{unit:unit}}(?: or so)?",
    fits=is_amount,
)
def amount(match: Match[str]) -> Meaning | None:
    """A length of time."""
    return _duration(match["amount"], match["unit"])


@RULES.rule(
    "amount-and-more",
    "unit",
    r"{number:amount}~{unit:unit},? and {number:more}~{unit:smaller}",
    r"{number:amount} {unit:unit},? {number:more} {unit:smaller}",
)
def amount_and_more(match: Match[str]) -> Meaning | None:
    """A length in two units, the greater first: two years and four months."""
    unit, smaller = _unit(match["unit"]), _unit(match["smaller"])
    count, more = number(match["amount"]), number(match["more"])
    if unit is None or smaller is None or count is None or more is None:
        return None
    value = together(unit, count, smaller, more)
    return Fixed(value, TimeType.DURATION) if value else None


@RULES.rule(
    "amount-and-a-half",
    "unit",
    r"(?P<amount>{cardinal}|\d{1,3}) and a half {unit:unit}",
    r"(?P<amount>an?) {unit:unit} and a half",
)
def amount_and_a_half(match: Match[str]) -> Meaning | None:
    """A length of time with a half."""
    return _duration(match["amount"], match["unit"], 0.5)


@RULES.rule("half-a-unit", "half", r"(?:the )?(?:last |past |next )?half-{unit:unit}")
@RULES.rule("half-a-unit", "unit", r"half(?: an| a|-)_{unit:unit}")
def half_a_unit(match: Match[str]) -> Meaning | None:
    """Half an hour, half a century."""
    unit = _unit(match["unit"])
    return Fixed(duration(unit, 0.5), TimeType.DURATION) if unit else None


@RULES.rule(
    "bare-units",
    "unit",
    r"(?:the )?(?:early|coming|recent|past) {unit:unit}",
    r"{unit:unit}(?:-long| ago)?",
    r"the {unit:unit}(?: ahead)?(?!-)",
    fits=is_bare_unit,
)
def bare_units(match: Match[str]) -> Meaning | None:
    """Weeks, the years: a length of time left open."""
    unit = _unit(match["unit"])
    long = match.group().lower().endswith("-long")
    if unit is None or not (long or match["unit"].lower().endswith("s")):
        return None
    if match.group().lower().endswith(" ago"):
        return Fixed("PAST_REF", TimeType.DATE)
    if unit is Unit.WEEKEND:
        return Fixed("XXXX-WXX-WE", TimeType.SET)
    count = None if match["unit"].lower().endswith("s") else 1
    return Fixed(duration(unit, count), TimeType.DURATION)


@RULES.rule(
    "definite-unit",
    "unit",
    r"(?:the|its) (?:latest |full |fiscal |current )?{unit:unit}(?: to date)?(?!-)",
    fits=is_definite_unit,
)
def definite_unit(match: Match[str]) -> Meaning | None:
    """The unit the text takes as known: the quarter, the year."""
    unit = _unit(match["unit"])
    known = {Unit.QUARTER, Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.YEAR, Unit.DAY, Unit.DECADE}
    return Definite(unit) if unit in known and not match["unit"].lower().endswith("s") else None


@RULES.rule("last-day-of-year", "unit", r"year-end")
def last_day_of_year(match: Match[str]) -> Meaning:
    """The day a year closes on."""
    del match
    return Yearly(month=12, day=31)


@RULES.rule(
    "end-of-unit",
    "unit",
    r"(?P<unit>year|month) end",
    r"(?P<unit>year|month)['’]s end",
)
def end_of_unit(match: Match[str]) -> tuple[Meaning, str]:
    """The end of the year or month of publication."""
    return Shift(Unit(match["unit"].lower()), 0), "END"


@RULES.rule(
    "every-unit",
    "unit",
    r"(?:once|twice|{cardinal} times) (?:a|an|every|each|per) {unit:unit}",
    r"(?:every|each) (?:other |second )?(?:{cardinal:amount} )?{unit:unit}",
)
def every_unit(match: Match[str]) -> Meaning | None:
    """A repetition: every day, twice a week."""
    unit = _unit(match["unit"])
    text = match.groupdict().get("amount")
    if unit is Unit.SECOND:
        return None
    other = re.search(r"\b(?:other|second)\b", match.group(), re.IGNORECASE)
    count = 2 if other else number(text) if text else 1
    return Fixed(duration(unit, count), TimeType.SET) if unit and count else None


def _unit(text: str) -> Unit | None:
    found = look_up("units", text)
    return Unit(found) if found else None


def _duration(text: str, unit_text: str, more: float = 0) -> Meaning | None:
    unit = _unit(unit_text)
    if unit is None:
        return None
    count = number(text)
    plural = unit_text.lower().endswith("s")
    if not text and not plural:
        return None
    if count is None and text.lower().startswith(("a couple", "couple")):
        count = 2
    return Fixed(duration(unit, None if count is None else count + more), TimeType.DURATION)


def _scaled(unit: Unit, count: float, *, anaphoric: bool, comparison: bool) -> Meaning:
    """A shift; broken numbers of years and months become whole months and weeks."""
    if count % 1 and unit is Unit.YEAR:
        return Shift(Unit.MONTH, round(count * 12), anaphoric)
    to_the_year = unit in _LONG and not anaphoric and -_COUNTED_IN_YEARS <= count < 0
    grain = Unit.YEAR if to_the_year else None
    return Shift(unit, round(count), anaphoric, comparison, grain)

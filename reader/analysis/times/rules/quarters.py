"""Quarters and halves of a year."""

from __future__ import annotations

from re import Match

from ...knowledge.time_words import ordinal
from ...periods import Unit, of_year
from ..filters import is_part_of_year
from ..grammar import RuleSet
from ..meanings import Definite, Meaning, Shift, Stated, Within, Yearly, direction_of
from .years import year_in

RULES = RuleSet()

_QUARTER = r"(?:the )?(?:fiscal~)?{ordinal:number}~quarter"
_HALF = r"(?:the )?(?P<which>first|second|latter|last)~half"


@RULES.rule("latest-period", "unit", r"the latest period")
def latest_period(match: Match[str]) -> Meaning:
    """The quarter in question."""
    del match
    return Definite(Unit.QUARTER)


@RULES.rule(
    "quarter",
    "unit",
    r"(?:fiscal~)?{ordinal:number}-quarter",
    r"(?:the )?(?:fiscal~)?{ordinal:number} quarter(?: of (?:the|this) year)?",
    fits=is_part_of_year,
)
def quarter(match: Match[str]) -> Meaning | None:
    """A numbered quarter, its year unsaid."""
    found = ordinal(match["number"])
    fiscal = "fiscal" in match.group().lower()
    return Yearly(quarter=found, fiscal=fiscal) if found and found <= 4 else None


@RULES.rule("quarter-by-letter", "unit", r"Q(?P<number>[1-4])")
def quarter_by_letter(match: Match[str]) -> Meaning:
    """A quarter as companies write it, its year unsaid: Q4."""
    return Yearly(quarter=int(match["number"]))


@RULES.rule(
    "quarter-of-year",
    "year",
    r"(?:the )?(?:fiscal(?:~year)? )?{year:year}(?:['’]s)? (?:fiscal~)?{ordinal:number}~quarter",
)
@RULES.rule(
    "quarter-of-year",
    "unit",
    r"Q(?P<number>[1-4]),?(?: of)? {year:year}",
    r"Q(?P<number>[1-4]),?(?: of)? FY_['’]?(?P<year>\d\d(?:\d\d)?)",
    rf"{_QUARTER},?(?: of)?(?: fiscal)? {{year:year}}",
)
def quarter_of_year(match: Match[str]) -> Meaning | None:
    """A numbered quarter of a stated year."""
    found = ordinal(match["number"])
    if not found or found > 4:
        return None
    return Within(Yearly(quarter=found), Stated(of_year(year_in(match["year"]))))


@RULES.rule(
    "quarter-of-nearby-year",
    "unit",
    r"(?P<which>last|this|next) year['’]s {ordinal:number}~quarter",
    rf"{_QUARTER} of (?P<which>last|this|next) year",
)
def quarter_of_nearby_year(match: Match[str]) -> Meaning | None:
    """A numbered quarter of last, this or next year."""
    found = ordinal(match["number"])
    if not found or found > 4:
        return None
    return Within(Yearly(quarter=found), Shift(Unit.YEAR, direction_of(match["which"]).value))


@RULES.rule("half-of-year", "half", rf"{_HALF}(?:,?(?: of)? {{year:year}})?", fits=is_part_of_year)
def half_of_year(match: Match[str]) -> Meaning:
    """A half of a year."""
    half = Yearly(half=1 if match["which"].lower() == "first" else 2)
    return Within(half, Stated(of_year(int(match["year"])))) if match["year"] else half


@RULES.rule("half-of-nearby-year", "half", rf"{_HALF} of (?P<year>last|this|next|the) year")
def half_of_nearby_year(match: Match[str]) -> Meaning:
    """A half of last, this or next year."""
    half = Yearly(half=1 if match["which"].lower() == "first" else 2)
    if match["year"].lower() == "the":
        return half
    return Within(half, Shift(Unit.YEAR, direction_of(match["year"]).value))

"""Years, decades and centuries."""

from __future__ import annotations

import re
from functools import lru_cache
from re import Match

from ... import periods
from ...knowledge.time_words import alternatives, look_up, number, ordinal, spelled_year
from ...types import TimeType
from ..filters import is_decade, is_nobodys, is_year
from ..grammar import RuleSet
from ..meanings import Fixed, Meaning, Stated, Within, Yearly

RULES = RuleSet()

_A_LIFE = 130  # years
_ALONE = r"(?=_[,.;:)–-](?!\d)|_(?:and|to|until|or|when|he|she|they|the|a|with|at|by|in)\b)"
# A year of three figures that cannot be a number: 30 September 420.
_DATED_EARLY = re.compile(
    rf"\b\d{{1,2}}\s(?:{alternatives('months', shortest=4)})\s(\d{{3}})\b(?!\s\w+s\b)",
    re.IGNORECASE,
)

_IN_SHORT = re.compile(r"\bin\s\d\d(?=(?:\sand\s\d\d)?[,.;])")
_SEVERAL = 3
_FAR = 120


@RULES.rule(
    "year",
    "year",
    r"(?:the year )?{year:year}",
    r"(?:the )?fiscal(?:~year)? {year:year}",
    r"FY~?{year:year}",
    r"post-{year:year}",
    r"pre-{year:year}",
    fits=is_year,
)
@RULES.rule(
    "year", "unit", r"the year {year:year}", r"(?:the )?fiscal~year {year:year}", fits=is_year
)
def year(match: Match[str]) -> Meaning:
    """A year."""
    return Stated(periods.of_year(int(match["year"])))


@RULES.rule("early-year", "early", rf"(?P<year>[1-9]\d\d){_ALONE}")
def early_year(match: Match[str]) -> Meaning | None:
    """A year of three figures, in an article that states such years with their month: in 360."""
    year = int(match["year"])
    near = any(abs(year - stated) <= _A_LIFE for stated in _early_years(match.string))
    return Stated(periods.of_year(year)) if near else None


@lru_cache(maxsize=2)
def _early_years(text: str) -> tuple[int, ...]:
    """The years of three figures that an article states with their month."""
    return tuple(int(found[1]) for found in _DATED_EARLY.finditer(text))


@RULES.rule("year-of-our-era", "era", r"{era} (?P<year>\d{1,4})", r"(?P<year>\d{1,4}) {era}")
def year_of_our_era(match: Match[str]) -> Meaning | None:
    """A year marked as one of our era: AD 79."""
    found = int(match["year"])
    return Stated(periods.of_year(found)) if 1 <= found <= 2100 else None


@RULES.rule("year-before-christ", "bc", r"(?P<year>\d{1,4}) {bc}")
def year_before_christ(match: Match[str]) -> Meaning:
    """A year before Christ, which has no place on this calendar."""
    return Fixed(f"BC{int(match['year']):04}", TimeType.DATE)


@RULES.rule("century-before-christ", "unit", r"(?:the )?{ordinal:number}~century {bc}")
def century_before_christ(match: Match[str]) -> Meaning | None:
    """A numbered century before Christ."""
    number = ordinal(match["number"])
    return Fixed(f"BC{number - 1:02}", TimeType.DATE) if number else None


@RULES.rule("quarter-of-named-year", "year", r"the {year:year} (?:period|quarter)")
@RULES.rule(
    "quarter-of-named-year",
    "unit",
    r"the (?:same|corresponding|comparable) (?:period|quarter) (?:of|in) {year:year}",
)
def quarter_of_named_year(match: Match[str]) -> Meaning:
    """The quarter in question, of a stated year: the 1988 period, the same quarter of 1988."""
    return Within(Yearly(quarter=0), Stated(periods.of_year(int(match["year"]))))


@RULES.rule("year-of-this-age", "short_year", r"['’](?P<year>\d\d)")
@RULES.rule("year-of-this-age", "fiscal", r"FY_['’]?(?P<year>\d\d)")
def year_year_in(match: Match[str]) -> Meaning:
    """A year without its century: '68, FY24."""
    return Stated(periods.of_year(year_in(match["year"])))


def year_in(figures: str) -> int:
    """The year that figures stand for; two are of the twentieth century from 40 on."""
    if len(figures) > 2:
        return int(figures)
    return int(figures) + (1900 if int(figures) >= 40 else 2000)


@RULES.rule("year-among-years", "bare_year", r"(?P<year>\d\d)")
def year_among_years(match: Match[str]) -> Meaning | None:
    """A year in two figures among others: she backed Vos in 88 and 92, and Berg in 96."""
    around = match.string[max(0, match.start() - _FAR) : match.end() + _FAR]
    among = len(_IN_SHORT.findall(around)) >= _SEVERAL
    return Stated(periods.of_year(year_in(match["year"]))) if among else None


@RULES.rule("year-in-words", "spelled", r"(?:the year )?{cardinal:year}")
@RULES.rule("year-in-words", "unit", r"the year {cardinal:year}")
def year_in_words(match: Match[str]) -> Meaning | None:
    """A year said in words."""
    text = match["year"]
    found = spelled_year(text) or (number(text) if match.group().startswith("the") else None)
    return Stated(periods.of_year(int(found))) if found and 1000 <= found <= 2100 else None


@RULES.rule("decade", "decade", r"(?:the )?(?P<year>1\d\d0|20\d0)['’]?s")
def decade(match: Match[str]) -> Meaning:
    """A decade with its century; a round hundred counts as a century ("the 1800s")."""
    first = int(match["year"])
    whole = first % 100 == 0 and first < 2000
    return Stated(periods.of_century(first) if whole else periods.of_decade(first))


@RULES.rule(
    "decade-of-this-age",
    "decade",
    r"(?:the )?['’](?P<tens>[1-9]0)['’]?s",
    r"the {decade:word}",
    r"(?:the )?(?P<tens>[5-9]0)s",
    fits=is_decade,
)
def decade_year_in(match: Match[str]) -> Meaning:
    """A decade without its century: the twentieth's."""
    groups = match.groupdict()
    tens = int(groups["tens"]) if groups.get("tens") else look_up("decades", groups["word"] or "")
    return Stated(periods.of_decade(1900 + tens))


@RULES.rule(
    "half-of-decade",
    "half",
    r"(?:the )?(?P<which>first|second|latter|last)~half of (?:the )?['’]?(?P<year>\d*\d0)['’]?s",
)
def half_of_decade(match: Match[str]) -> tuple[Meaning, str] | None:
    """A half of a decade."""
    year = int(match["year"])
    if year < 100:
        year += 1900
    if not 1000 <= year <= 2100:
        return None
    return Stated(periods.of_decade(year)), "START" if match["which"].lower() == "first" else "END"


@RULES.rule("century", "unit", r"(?:the )?{ordinal:number}~century", fits=is_nobodys)
def century(match: Match[str]) -> Meaning | None:
    """A numbered century."""
    number = ordinal(match["number"])
    return Stated(periods.of_century(100 * number - 100)) if number and number <= 30 else None

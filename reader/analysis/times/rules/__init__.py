"""What expressions of time look like, family by family."""

from __future__ import annotations

from functools import cache

from ..grammar import Scanner
from . import (
    calendar,
    days,
    numeric,
    quarters,
    units,
    vague,
    years,
)

# The words that make a look worth while; where two fit, the earlier in this table counts.
_TRIGGERS = {
    "numeric": r"\d{1,2}/\d{1,2}(?!/)|"
    r"9/11|\d{4}-\d\d(?!\d)|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d(?!\d)",
    "clock": r"{hour}(?:[:.]{minute})?_{meridiem}|{hour}:{minute}|\d{4} {zone}"
    r"|(?:{hour}|{cardinal}) o['’]clock",
    "decade": r"['’]?(?:1\d|20)?\d0['’]?s|the {decade}",
    "bc": r"\d{1,4} {bc}",
    "spoken": r"(?=[ahqtf]){spoken}",
    "nth": r"(?=\d)(?:(?<=\bon\sthe\s)|(?<=\d(?:st|nd|rd|th)\sand\sthe\s)|(?<=\bnight\sof\sthe\s))"
    r"\d\d?(?:st|nd|rd|th)(?!_(?:of|day|{month})\b)",
    "era": r"{era} \d{1,4}|\d{1,4} {era}",
    "year": r"(?:FY~?)?{year}",
    "fiscal": r"FY_['’]?\d\d",
    "early": r"(?=[1-9]\d\d){figures}",
    "bare_year": r"(?<=in\s)\d\d(?=[,.;]|\sand\s\d\d[,.;])|(?<=\d\sand\s)\d\d(?=[,.;])",
    "short_year": r"(?:in|of|since|until|by|from|before|after|summer|class) ['’]\d\d(?!\d|s)",
    "holiday": r"{holiday}",
    "weekday": r"(?:{weekday}|{weekdays})",
    "month": r"{month}",
    "today": r"today|yesterday|tomorrow|tonight",
    "reference": r"(?!current (?:fiscal )?{unit}){reference}",
    "then": r"(?=th){then}",
    "past": r"the past(?=_[.,;:!?)'\"”’]| (?:that|they|he|she|it|have|has|had|when|but)\b)",
    "frequency": r"{frequency}",
    "spelled": r"(?:seventeen|eighteen|nineteen|twenty)~{cardinal}",
    "unit": r"{unit}|Q[1-4]|the (?:latest|corresponding|same|comparable) period",
    "season": r"{season}",
    "half": r"half",
    "daypart": r"{daypart}",
}


@cache
def scanner() -> Scanner:
    """The scanner with every rule, compiled once."""
    families = (numeric, calendar, years, days, units, quarters, vague)
    return Scanner([rule for family in families for rule in family.RULES.rules], _TRIGGERS)

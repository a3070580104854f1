"""Words that point without a date (now, recently) and words of repetition (daily)."""

from __future__ import annotations

from re import Match

from ...knowledge.time_words import look_up
from ...types import TimeType
from ..filters import is_outside_name, is_reference
from ..grammar import RuleSet
from ..meanings import Fixed, Meaning, Mentioned

RULES = RuleSet()


@RULES.rule("reference", "reference", r"{reference:word}", fits=is_reference)
def reference(match: Match[str]) -> Meaning:
    """Now, recently, soon."""
    return Fixed(look_up("references", match["word"]), TimeType.DATE)


@RULES.rule("the-past", "past", r"the past")
def the_past(match: Match[str]) -> Meaning:
    """In the past, with nothing after it that it would qualify."""
    del match
    return Fixed("PAST_REF", TimeType.DATE)


@RULES.rule("time-mentioned", "then", r"{then}")
def time_mentioned(match: Match[str]) -> Meaning:
    """Since then, at that time."""
    del match
    return Mentioned()


@RULES.rule(
    "frequency", "frequency", r"(?:(?:once|twice|thrice)-)?{frequency:word}", fits=is_outside_name
)
def frequency(match: Match[str]) -> Meaning:
    """Daily, annually."""
    return Fixed(look_up("frequencies", match["word"]), TimeType.SET)

"""Words before and after an expression that belong to it: early, about, the end of, or so."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ..knowledge.time_words import alternatives, look_up
from ..types import TimeType
from .grammar import Hit
from .meanings import (
    Fixed,
    Meaning,
    Shift,
    Weekday,
)

_REACH = 28
_AFTER = re.compile(r"\s+(?:(or\s+(?:later|beyond)|and\s+beyond)|(or\s+earlier))\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:the|this|that|last|past|next|these|those|recent|coming)\b", re.IGNORECASE
)
_STRICT_ESTIMATES = frozenset({"under", "around", "some", "up to", "about"})


@cache
def _edge() -> re.Pattern[str]:
    edges = alternatives("edges")
    return re.compile(rf"(?<![\w-])((?:the\s+)?({edges})(?:\s+in)?)(?:\s+|-)\Z", re.IGNORECASE)


@cache
def _estimate() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({alternatives('estimates')})\s+\Z", re.IGNORECASE)


def widened(text: str, hit: Hit, floor: int) -> Hit:
    """`hit` with the modifiers around it, none before `floor`, and the mod they give."""
    hit = _with_edge(text, hit, floor)
    hit = _with_estimate(text, hit, floor)
    after = _AFTER.match(text, hit.end)
    if after:
        mod = "ON_OR_AFTER" if after[1] else "ON_OR_BEFORE"
        hit = replace(hit, end=after.end(), mod=mod)
    return hit


def _with_edge(text: str, hit: Hit, floor: int) -> Hit:
    if not _is_point(hit.meaning):
        return hit
    window = text[max(floor, hit.start - _REACH) : hit.start]
    found = _edge().search(window)
    if not found:
        return hit
    if found[2].lower() in ("earlier", "later") and not _DEFINITE.match(text, hit.start):
        return hit
    start = hit.start - len(window) + found.start()
    return replace(hit, start=start, mod=look_up("edges", found[2]))


def _with_estimate(text: str, hit: Hit, floor: int) -> Hit:
    window = text[max(floor, hit.start - _REACH) : hit.start]
    found = _estimate().search(window)
    if not found:
        return hit
    word = found[1].lower()
    definite = _DEFINITE.match(text, hit.start)
    if isinstance(hit.meaning, Fixed):
        strict = definite and word in _STRICT_ESTIMATES
        fits = hit.meaning.type is TimeType.DURATION and not strict
    elif hit.rule.counted:
        fits = True
    else:
        exact = isinstance(hit.meaning, Weekday | Shift) or definite
        fits = word in ("about", "around", "circa", "approximately") and not exact
    if not fits:
        return hit
    start = hit.start - len(window) + found.start()
    return replace(hit, start=start, mod=look_up("estimates", found[1]))


def _is_point(meaning: Meaning) -> bool:
    """Whether early, late and the like can go with it."""
    return not isinstance(meaning, Fixed)

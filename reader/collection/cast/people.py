"""Two full names of one person: initials, nicknames, middle names, slips, other alphabets."""

from __future__ import annotations

from enum import IntEnum

from ...analysis.grouping.edit_distance import is_slip
from ...analysis.grouping.people import bare, middles_agree
from ...analysis.knowledge import names as words
from .keys import Words, skeleton

_LONG_ENOUGH = 4
_LONG_SURNAME = 5


class Fit(IntEnum):
    """How far two names agree."""

    NONE = 0
    WITH_COMPANY = 1
    ALONE = 2


def fit(one: Words, other: Words) -> Fit:
    """Whether two full names can be one person's: alone, or only with company in common."""
    one, other = bare(one), bare(other)
    if len(one) < 2 or len(other) < 2:
        return Fit.NONE
    if one[-1] == other[-1]:
        return _of_one_surname(one, other)
    if one[0] == other[0] and len(one) == len(other) and one[1:-1] == other[1:-1]:
        return Fit.WITH_COMPANY if _spelled_alike(one[-1], other[-1], _LONG_SURNAME) else Fit.NONE
    if len(one) == len(other) == 2 and one == other[::-1]:
        return Fit.WITH_COMPANY
    return Fit.NONE


def _of_one_surname(one: Words, other: Words) -> Fit:
    if one[0] == other[0]:
        return Fit.ALONE if middles_agree(one, other) else Fit.NONE
    shorter, longer = sorted((one, other), key=len)
    if len(shorter[0]) > 2 and shorter[0] in longer[1:-1]:
        return Fit.ALONE if len(shorter) == 2 else Fit.NONE
    if not middles_agree(one, other):
        return Fit.NONE
    first, second = one[0], other[0]
    alike = (
        _is_initial_of(first, second)
        or _is_initial_of(second, first)
        or _is_short_for(first, second)
        or _is_short_for(second, first)
        or _spelled_alike(first, second, _LONG_ENOUGH)
    )
    return Fit.WITH_COMPANY if alike else Fit.NONE


def _is_initial_of(short: str, full: str) -> bool:
    return len(short.rstrip(".")) == 1 and short[0] == full[0]


def _is_short_for(short: str, full: str) -> bool:
    return full in words.nicknames().get(short, ())


def _spelled_alike(one: str, other: str, shortest: int) -> bool:
    if min(len(one), len(other)) < shortest:
        return False
    if words.is_forename(one.capitalize()) and words.is_forename(other.capitalize()):
        return skeleton(one) == skeleton(other) and len(skeleton(one)) > 2
    return is_slip(one, other) or (skeleton(one) == skeleton(other) and len(skeleton(one)) > 1)

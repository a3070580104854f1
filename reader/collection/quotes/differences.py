"""Two versions of one quote, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from ..words import words_of

_TOKEN = re.compile(r"\S+")
_LONGEST = 2_000


class Change(StrEnum):
    """What happened to a piece of a quote on the way from one article to another."""

    SAME = "same"
    CUT = "cut"
    ADDED = "added"
    CHANGED = "changed"


class Piece(Struct, frozen=True, gc=False):
    """A run of words: as the first version has them, and as the second has them."""

    change: Change
    before: str
    after: str


_CHANGES = {
    "equal": Change.SAME,
    "delete": Change.CUT,
    "insert": Change.ADDED,
    "replace": Change.CHANGED,
}


def differences(before: str, after: str) -> list[Piece]:
    """The words of `before` with what `after` leaves out, adds and changes, in order.

    Case, marks around words and kinds of apostrophes do not count. The pieces' `before` together
    are the words of the first version, their `after` those of the second.
    """
    one, other = _TOKEN.findall(before)[:_LONGEST], _TOKEN.findall(after)[:_LONGEST]
    matcher = SequenceMatcher(None, _compared(one), _compared(other), autojunk=False)
    return [
        Piece(_CHANGES[tag], " ".join(one[a:b]), " ".join(other[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
    ]


def _compared(tokens: list[str]) -> list[str]:
    return [" ".join(words_of(token)) or token for token in tokens]

"""The signs that a text has to be repaired, found by a cheap scan."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from ..patterns import Pattern

_ODD = "\u00a0\u00ad\u2007\u202f\u200b\u200c\u200d\u2060\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
ODD = Pattern(f"[{_ODD}]")
"""No-break spaces, soft hyphens, characters without a width, ligatures."""
MOJIBAKE = Pattern(
    "\u00c3[\u0080-\u00bf\u0152-\u0178\u02c6\u2013-\u2122]|\u00e2[\u0080\u20ac][\u0080-\u00bf\u0152-\u2122]"
    "|\u00c2[\u00a0-\u00bf]|\u00ef\u00bf\u00bd"
)
"""UTF-8 that was read as Windows-1252 or Latin-1."""
_BEGINS_MOJIBAKE = ("\u00c3", "\u00e2", "\u00c2", "\u00ef\u00bf\u00bd")
ESCAPE = Pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")
"""Escapes of HTML."""
BROKEN = Pattern(r"(?<=[^\W\d_])-\n[ \t]*(?=[^\W\d_])")
"""A word that goes on in the next line."""
QUOTED = Pattern(r"^[ \t]?>+", re.M)
"""The beginning of a line that a mail quotes."""
UNSPACED = Pattern(
    r"[.!?,][”\"]?(?<![\"”]\")(?=[A-Z][a-z]+[ ,.’'])|[.,!?]”(?=[A-Za-z])|[.!?](?=“[A-Z])"
)
"""The end of a sentence or a quotation with no blank after it."""
FEWEST_UNSPACED = 2


def needs_mending(text: str) -> bool:
    """Whether a text may hold anything that cleaning would change."""
    return bool(
        (not text.isascii() and (_has_odd(text) or _has_mojibake(text)))
        or ("&" in text and ESCAPE.search(text))
        or ("-\n" in text and BROKEN.search(text))
        or "\f" in text
        or (">" in text and QUOTED.search(text))
        or lost_blanks(text)
        or looks_like_markdown(text)
    )


def _has_odd(text: str) -> bool:
    return any(character in text for character in _ODD)  # a third of the time of a pattern


def _has_mojibake(text: str) -> bool:
    may = any(sign in text for sign in _BEGINS_MOJIBAKE)
    return may and MOJIBAKE.search(text) is not None


def lost_blanks(text: str) -> bool:
    """Whether blanks between sentences are missing in several places, as the beginning shows."""
    return (
        sum(1 for _ in zip(range(FEWEST_UNSPACED), unspaced(text, _SAMPLE), strict=False))
        >= FEWEST_UNSPACED
    )


def unspaced(text: str, end: int = sys.maxsize) -> Iterator[int]:
    """Where blanks are missing after sentences; addresses and initials need none."""
    for match in UNSPACED.finditer(text, 0, end):
        before = text[max(match.start() - 40, 0) : match.start()]
        if before and not (
            before[-1].isspace() or _ABBREVIATED.search(before) or _ADDRESS.search(before)
        ):
            yield match.end()


_ABBREVIATED = Pattern(r"(?:\b[A-Z]|\b(?:www|http|Mr|Mrs|Ms|Dr|St|vs))\Z")
_ADDRESS = Pattern(r"(?:://|www\.|@)\S*\Z")
_HEADING = Pattern(r"#{1,6} \S[^\n]*\n|[^\n]{3,120}\n(?:={3,}|-{3,})[ \t]*\n", re.M)
_LINK = Pattern(r"\[[^\]\n]{1,200}\]\((?:https?://|/|#|mailto:)[^)\s]{0,500}\)")
_EMPHASIS = Pattern(r"\*\*[^*\n]{2,120}\*\*|(?<![*\w])\*[^*\s][^*\n]{1,120}\*(?![*\w])")
_SAMPLE = 100_000


def looks_like_markdown(text: str) -> bool:
    """Whether a text begins with marks of Markdown of two kinds, or front matter and one."""
    sample = text[:_SAMPLE]
    if "](" not in sample and "#" not in sample and "**" not in sample:
        return False
    headed = any(
        match.start() == 0 or sample[match.start() - 1] == "\n"
        for match in _HEADING.finditer(sample)
    )
    kinds = headed + (_LINK.search(sample) is not None) + (_EMPHASIS.search(sample) is not None)
    return kinds + sample.startswith("---\n") > 1

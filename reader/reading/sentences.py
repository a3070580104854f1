"""Where a sentence begins and ends: a guess that is good enough to show what stands together."""

from __future__ import annotations

import re
from functools import cache

_LONGEST = 2_000
_AHEAD = 2  # what a border must see of the sentence after it
_BORDER = (
    r"[.!?\n](?:(?<=\n)|(?<=[.!?])(?<!\b[A-Z][.!?])"
    r"(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|vs|No)[.!?])(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Inc|Ltd)[.!?])"
    r"[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9]))"
)
"""Begins with the signs that can end a sentence, so that the rest of a text is passed over."""


@cache
def _border() -> re.Pattern[str]:
    return re.compile(_BORDER)  # not needed for the first picture


def sentence_end(text: str, start: int) -> int:
    """Where the sentence that goes on at a place ends; looks at most 2,000 code points ahead."""
    found = _border().search(text, start, start + _LONGEST)
    return found.end() if found else start + _LONGEST


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold the passage, in code points.

    A paragraph border is a sentence border. Looks at most 2,000 code points either way.
    """
    earliest, latest = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    seen = _border().finditer(text, earliest, start + _AHEAD)
    borders = [match.end() for match in seen if match.end() <= start]
    following = _border().search(text, max(end - 1, start), latest)
    return (borders[-1] if borders else earliest), (following.end() if following else latest)

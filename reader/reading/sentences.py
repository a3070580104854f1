"""Where a sentence begins and ends: a guess that is good enough to show what stands together."""

from __future__ import annotations

import re
from functools import cache

_LONGEST = 2_000
_AHEAD = 2  # what a border must see of the sentence behind it
_BORDER = (
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|vs|No))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Inc|Ltd))"
    r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n"
)


@cache
def _border() -> re.Pattern[str]:
    return re.compile(_BORDER)  # not needed for the first picture


def parted(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places; more than 2,000 code points always part them."""
    if end - start > _LONGEST:
        return True
    found = _border().search(text, start, end + _AHEAD)
    return found is not None and found.end() <= end


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold the passage, in code points.

    A paragraph border is a sentence border. Looks at most 2,000 code points either way.
    """
    earliest, latest = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    seen = _border().finditer(text, earliest, start + _AHEAD)
    borders = [match.end() for match in seen if match.end() <= start]
    following = _border().search(text, max(end - 1, start), latest)
    return (borders[-1] if borders else earliest), (following.end() if following else latest)

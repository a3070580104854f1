"""Where the rows of a text begin when it is set to a measure.

One regular expression breaks plain text, in which each code point is one cell wide and a
character of its own. A row that holds anything else is laid out by grapheme. Both follow the
same rules. A row breaks after white space, which hangs over its end, and after a hyphen or dash
between words. It breaks next to a wide character, as in Chinese or Japanese, and anywhere in a
word that is longer than a row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from ..harmless import NOT_PLAIN
from .row import Row, lay_out

_SPACE = "[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]"
_SPACES = re.compile(f"{_SPACE}+")
_IS_SPACE = re.compile(_SPACE)
_DASHES = "-\u2010\u2012-\u2014"
_IS_DASH = re.compile(rf"(?<=\S)[{_DASHES}](?=[^\W\d_])")
_CLOSING = ("Pe", "Pf", "Po", "Mn", "Lm")
_OPENING = ("Ps", "Pi")
_STRETCH = 16_384


def row_starts(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """The offsets at which the rows of the block from `start` to `end` begin, in order.

    No row is wider than `width` cells, hanging white space aside, unless a single grapheme
    is. Linear in the length of the block; each step costs O(width) and no more than a
    stretch of 16 384 code points is looked at ahead of the row.
    """
    plain = _plain_row(width)
    while start < end:
        limit = min(end, start + _STRETCH)
        odd = NOT_PLAIN.search(text, start, limit)
        limit = odd.start() if odd else limit
        begun = start
        for match in plain.finditer(text, start, limit):
            if match.end() == limit < end:
                break
            yield match.start()
            start = match.end()
        if start < end and (odd or start == begun):
            yield start
            start = _row_end(text, start, end, width)


@lru_cache(maxsize=8)
def _plain_row(width: int) -> re.Pattern[str]:
    """The longest row of plain text with the white space after it."""
    dash = rf"(?<=\S[{_DASHES}])(?=[^\W\d_])"
    return re.compile(rf"(?s:.{{1,{width}}}(?:{_SPACE}+|{dash}|\Z)|.{{{width}}})")


def _row_end(text: str, start: int, end: int, width: int) -> int:
    """Where the row that begins at `start` ends, by grapheme."""
    ahead = 2 * width + 2
    while True:
        limit = min(end, start + ahead)
        row = lay_out(text, start, limit)
        fitting = bisect_right(row.columns, width) - 1
        if fitting < len(row.pieces):
            break
        if limit == end:
            return end
        ahead *= 2
    for place in range(fitting, 0, -1):
        if _breaks(text, row, place):
            spaces = _SPACES.match(text, row.borders[place], end)
            return spaces.end() if spaces else row.borders[place]
    return row.borders[max(1, fitting)]


def _breaks(text: str, row: Row, place: int) -> bool:
    """Whether a row may end before the grapheme with the number `place`."""
    at = row.borders[place]
    before, behind = text[row.borders[place - 1]], text[at]
    if _IS_SPACE.match(behind) or _IS_SPACE.match(before):
        return True
    if _IS_DASH.match(text, at - 1):
        return True
    columns = row.columns
    wide = columns[place + 1] - columns[place] > 1 or columns[place] - columns[place - 1] > 1
    return wide and category(behind) not in _CLOSING and category(before) not in _OPENING

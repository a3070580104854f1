"""Where the caret goes: pure functions from a place in the text to another.

The places of a row are its grapheme borders and its end, where white space hangs over it.
Motions by word may end within a grapheme: `snap` puts that right.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from ...article import Block
from .rows import Rows

_WORD_START = re.compile(r"(?<![\w'’])\w")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LOOK_AHEAD = 65_536
_START = attrgetter("start")


def snap(rows: Rows, offset: int) -> int:
    """The grapheme border at or before `offset`; the end of the row in hanging white space."""
    row = rows.row(rows.number(offset))
    return row.borders[row.place(offset)]


def right(rows: Rows, _blocks: Sequence[Block], offset: int) -> int:
    """One character on."""
    number = rows.number(offset)
    row = rows.row(number)
    place = row.place(offset)
    if place < len(row.pieces):
        return row.borders[place + 1]
    following = rows.span(number)[1]
    return following if number + 1 < rows.last else row.end


def left(rows: Rows, _blocks: Sequence[Block], offset: int) -> int:
    """One character back."""
    number = rows.number(offset)
    row = rows.row(number)
    place = row.place(offset)
    if place > 0:
        return row.borders[place - 1]
    number = beside(rows, number, -1)
    return last_place(rows, number) if number in rows else row.start


def beside(rows: Rows, number: int, step: int) -> int:
    """The number of the next row with text below (step 1) or above (step -1) a row."""
    number += step
    while number in rows and rows.is_blank(number):
        number += step
    return number


def last_place(rows: Rows, number: int) -> int:
    """The last place in a row: its end where that belongs to no other row."""
    row = rows.row(number)
    following = rows.span(number)[1]
    if row.end < following or number + 1 == rows.last:
        return row.end
    return row.borders[max(0, len(row.pieces) - 1)]


def in_column(rows: Rows, number: int, column: int) -> int:
    """The place in a row that stands in `column` or nearest to it."""
    row = rows.row(number)
    return min(row.offset(column), last_place(rows, number))


def vertical(rows: Rows, offset: int, column: int, step: int) -> int:
    """`step` rows of text down (or up), in `column`; `offset` itself where there are none."""
    number = rows.number(offset)
    for _ in range(abs(step)):
        following = beside(rows, number, 1 if step > 0 else -1)
        if following not in rows:
            break
        number = following
    return in_column(rows, number, column) if number != rows.number(offset) else offset


def row_start(rows: Rows, _blocks: Sequence[Block], offset: int) -> int:
    """The start of the row."""
    return rows.row(rows.number(offset)).start


def row_end(rows: Rows, _blocks: Sequence[Block], offset: int) -> int:
    """The last place in the row."""
    return last_place(rows, rows.number(offset))


def article_start(_rows: Rows, blocks: Sequence[Block], _offset: int) -> int:
    """The first character of the article."""
    return blocks[0].start


def article_end(_rows: Rows, blocks: Sequence[Block], _offset: int) -> int:
    """After the last character of the article."""
    return blocks[-1].end


def next_word(rows: Rows, _blocks: Sequence[Block], offset: int) -> int:
    """The start of the next word, as far as 65,536 code points ahead."""
    text = rows.text
    limit = min(len(text), offset + _LOOK_AHEAD)
    found = _WORD_START.search(text, offset + 1, limit)
    return found.start() if found else limit


def previous_word(rows: Rows, _blocks: Sequence[Block], offset: int) -> int:
    """The start of this word, or from there the start of the one before."""
    return _word_start_before(rows.text, offset)


def _word_start_before(text: str, offset: int) -> int:
    reach = 256
    while True:
        limit = max(0, offset - reach)
        starts = [match.start() for match in _WORD_START.finditer(text, limit, offset)]
        if starts or limit == 0 or reach >= _LOOK_AHEAD:
            return starts[-1] if starts else limit
        reach *= 8


def word_around(text: str, offset: int) -> tuple[int, int]:
    """The word that holds `offset`, or the one code point there where it is in no word."""
    start = offset if _starts_word(text, offset) else _word_start_before(text, offset)
    found = _WORD.match(text, start, min(len(text), start + _LOOK_AHEAD))
    if found and found.start() <= offset < found.end():
        return found.span()
    return offset, min(len(text), offset + 1)


def _starts_word(text: str, offset: int) -> bool:
    return _WORD_START.match(text, offset) is not None


def block_at(blocks: Sequence[Block], offset: int) -> int:
    """The number of the block that holds `offset` or ends before it; 0 ahead of the first."""
    return max(0, bisect_right(blocks, offset, key=_START) - 1)


def next_paragraph(_rows: Rows, blocks: Sequence[Block], offset: int) -> int:
    """The start of the next paragraph; after the last one its end."""
    place = bisect_right(blocks, offset, key=_START)
    return blocks[place].start if place < len(blocks) else blocks[-1].end


def previous_paragraph(_rows: Rows, blocks: Sequence[Block], offset: int) -> int:
    """The start of this paragraph, or from there the start of the one before."""
    place = bisect_left(blocks, offset, key=_START) - 1
    return blocks[max(0, place)].start


Motion = Callable[[Rows, Sequence[Block], int], int]
"""From a place to another, given the rows around both and the article's blocks."""

MOTIONS: Mapping[str, Motion] = {
    "left": left,
    "right": right,
    "next_word": next_word,
    "previous_word": previous_word,
    "row_start": row_start,
    "row_end": row_end,
    "next_paragraph": next_paragraph,
    "previous_paragraph": previous_paragraph,
    "start": article_start,
    "end": article_end,
}

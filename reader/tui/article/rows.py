"""The rows of a whole article: the ones on the screen first, the rest in slices."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter

from msgspec import Struct

from ...article import Block
from .row import Row, read_row
from .structure import Fold, belong_together, lines_of
from .tables import aligned
from .wrap import row_starts

_SLICE = 512
_START = attrgetter("start")


class Rows(Struct, frozen=True):
    """Consecutive rows, numbered from `first` on, of a text set to `width` cells.

    The first `count` of `starts`, which may grow meanwhile, are the offsets at which they
    begin. A blank row, which parts two blocks, begins where the row after it does, so that
    no code point stands in it. The last row ends at `end`.
    """

    text: str
    width: int
    starts: Sequence[int]
    count: int
    first: int
    end: int

    @property
    def last(self) -> int:
        """The number after that of the last row."""
        return self.first + self.count

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self.first <= number < self.last

    def covers(self, offset: int) -> bool:
        """Whether the row of `offset` is among these."""
        from_start = self.first == 0 or self.starts[0] <= offset
        return self.count > 0 and from_start and (offset < self.end or self.is_complete)

    @property
    def is_complete(self) -> bool:
        """Whether no row follows these."""
        return self.end == len(self.text)

    def number(self, offset: int) -> int:
        """The number of the row in which `offset` stands; the nearest beyond the ends."""
        return self.first + max(0, bisect_right(self.starts, offset, 0, self.count) - 1)

    def span(self, number: int) -> tuple[int, int]:
        """The code points of a row, with the white space that hangs over its end."""
        place = number - self.first
        following = place + 1
        stop = self.starts[following] if following < self.count else self.end
        return self.starts[place], stop

    def is_blank(self, number: int) -> bool:
        """Whether the row parts two blocks."""
        start, stop = self.span(number)
        return start == stop

    def row(self, number: int) -> Row:
        """The graphemes of a row and their columns."""
        return aligned(self.text, read_row(self.text, *self.span(number), self.width), self.width)


class Setting:
    """An article being set to a measure of `width` cells, from its first row to its last."""

    def __init__(self, text: str, blocks: Sequence[Block], width: int) -> None:
        self.text = text
        self.width = width
        self.starts = array("L" if len(text) >= 1 << 32 else "I")
        self.done = False
        self._rows = _starts(text, blocks, width)

    def advance(self, seconds: float, *, rows: int = 0) -> bool:
        """Set for about so many seconds, and at least so many rows; whether that was all."""
        stop = time.perf_counter() + seconds
        while not self.done and (len(self.starts) < rows or time.perf_counter() < stop):
            before = len(self.starts)
            self.starts.extend(islice(self._rows, _SLICE))
            self.done = len(self.starts) < before + _SLICE
        if self.done and not self.starts:
            self.starts.append(0)
        return self.done

    @property
    def reached(self) -> int:
        """All rows that begin before this offset are known."""
        return len(self.text) if self.done else self.starts[-1] if self.starts else 0

    @property
    def total(self) -> int:
        """How many rows the article has, estimated until it is set."""
        if self.done or not self.reached:
            return len(self.starts)
        return max(len(self.starts), len(self.starts) * len(self.text) // self.reached)

    def rows(self) -> Rows:
        """The rows that are known for certain."""
        count = len(self.starts) if self.done else max(0, len(self.starts) - 1)
        return Rows(self.text, self.width, self.starts, count, 0, self.reached)


def rows_around(
    text: str, blocks: Sequence[Block], width: int, *, offset: int, height: int, total: int
) -> Rows:
    """A few screens of rows around `offset`, before the rows ahead of them are known.

    `height` is that of a screen; `total` the number of rows that the article may have, from
    which the numbers of these are estimated. In a block of many screens they may be broken
    elsewhere than in the end.
    """
    reach = 3 * height * width
    before = bisect_right(blocks, max(0, offset - reach), key=_START)
    block = max(0, before - 1)
    start = max(blocks[block].start, _word_start(text, offset - reach))
    ahead = _starts(text, blocks[block:], width, start)
    starts = array("L")
    for begin in ahead:
        starts.append(begin)
        if begin > offset and (begin > offset + reach or len(starts) > 12 * height):
            end = starts.pop()
            break
    else:
        end = len(text)
    count = len(starts)
    if block == 0 and start == blocks[0].start:
        first = 0
    elif end == len(text):
        first = max(1, total - count)
    else:
        first = max(1, start * total // len(text))
    return Rows(text, width, starts, count, first, end)


def _word_start(text: str, offset: int) -> int:
    """The start of a word shortly after `offset`, or `offset` where there is none near."""
    if offset <= 0:
        return 0
    space = text.find(" ", offset, offset + 1000)
    return offset if space < 0 else space + 1


def _starts(text: str, blocks: Iterable[Block], width: int, start: int = 0) -> Iterator[int]:
    """The starts of all rows from `start` on.

    A blank row parts two blocks, unless they belong together as the items of a list do.
    """
    before: Block | None = None
    for block in blocks:
        if block.end <= start:
            continue
        begin = max(block.start, start)
        if before is not None and not belong_together(text, before, block):
            yield begin
        before = block
        if isinstance(block, Fold):
            yield begin
            continue
        for line_start, line_end in lines_of(text, block):
            if line_end > begin:
                yield from row_starts(text, max(line_start, begin), line_end, width)

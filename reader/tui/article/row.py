"""One row of an article on the screen: which code points stand in which cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from ..harmless import NOT_PLAIN, graphemes, harmless

TAB_STOP = 8
_LONGEST_ROW_PER_CELL = 40


class Row(Struct, frozen=True):
    """The graphemes of a row with the offset and the column at which each begins.

    `pieces[i]` is shown from column `columns[i]` on and stands for the code points from
    `borders[i]` to `borders[i + 1]`; both lists end with the end of the row. The white
    space that hangs over the end of a row is not part of it.
    """

    pieces: Sequence[str]
    borders: Sequence[int]
    columns: Sequence[int]

    @property
    def start(self) -> int:
        """The offset of the first code point."""
        return self.borders[0]

    @property
    def end(self) -> int:
        """The offset after the last code point shown."""
        return self.borders[-1]

    @property
    def width(self) -> int:
        """The cells that the row takes."""
        return self.columns[-1]

    def place(self, offset: int) -> int:
        """The number of the grapheme that holds `offset`; the nearest where none does."""
        return min(max(0, bisect_right(self.borders, offset) - 1), len(self.pieces))

    def column(self, offset: int) -> int:
        """The column at which the grapheme that holds `offset` begins."""
        return self.columns[self.place(offset)]

    def offset(self, column: int) -> int:
        """The offset of the grapheme in `column`; the end of the row beyond it."""
        if column >= self.width:
            return self.end
        return self.borders[max(0, bisect_right(self.columns, column) - 1)]

    def shown(self, start: int, end: int) -> str:
        """What is on the screen for the graphemes numbered from `start` to `end`."""
        return "".join(self.pieces[start:end])


def lay_out(text: str, start: int, end: int) -> Row:
    """The code points from `start` to `end` on one row, however wide it gets."""
    piece = text[start:end]
    if not NOT_PLAIN.search(piece):
        shown = piece.replace("\n", " ")
        return Row(shown, range(start, end + 1), range(len(piece) + 1))
    pieces, borders, columns = [], [0], [0]
    for shown, cells in graphemes(harmless(piece)):
        tab = TAB_STOP - columns[-1] % TAB_STOP if piece[borders[-1]] == "\t" else 0
        pieces.append(" " * tab + shown[1:] if tab else shown)
        borders.append(borders[-1] + len(shown))
        columns.append(columns[-1] + (tab or cells))
    return Row(pieces, [start + border for border in borders], columns)


def read_row(text: str, start: int, end: int, width: int) -> Row:
    """The row of at most `width` cells that holds the code points from `start` to `end`."""
    end = min(end, start + _LONGEST_ROW_PER_CELL * (width + 1))
    return lay_out(text, start, start + len(text[start:end].rstrip()))

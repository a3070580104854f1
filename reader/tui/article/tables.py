"""Tables as text: the cells of each column begin in the same place of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..harmless import cells, harmless
from .row import Row

SEPARATOR = "  |  "
"""What stands between two cells of a table in the text of an article."""

_MOST_LINES = 300


def aligned(text: str, row: Row, width: int) -> Row:
    """A row of a table with its cells under those above; any other row stays as it is.

    So does one of a table that is wider than `width` cells, whose rows are broken.
    """
    if SEPARATOR not in text[row.start : row.end]:
        return row
    start, end = _line(text, row.start)
    if (row.start, row.end) != (start, end):
        return row
    widths = _widths(text, start)
    if sum(widths) + len(SEPARATOR) * (len(widths) - 1) > width:
        return row
    return _padded(text, row, widths)


def _padded(text: str, row: Row, widths: tuple[int, ...]) -> Row:
    """The row with blanks after its cells: the first blank of each separator is widened."""
    pieces = list(row.pieces)
    at = row.start
    for cell, room in zip(text[row.start : row.end].split(SEPARATOR)[:-1], widths, strict=False):
        at += len(cell)
        pieces[row.place(at)] = " " * (1 + room - cells(harmless(cell)))
        at += len(SEPARATOR)
    columns = [0]
    for piece in pieces:
        columns.append(columns[-1] + cells(piece))
    return Row(pieces, row.borders, columns)


@lru_cache(maxsize=256)
def _widths(text: str, start: int) -> tuple[int, ...]:
    """The cells that each column of the table around a line takes."""
    widths: list[int] = []
    for line in _lines_around(text, start):
        own = [cells(harmless(cell)) for cell in line.split(SEPARATOR)]
        widths += [0] * (len(own) - len(widths))
        widths[: len(own)] = map(max, widths, own)
    return tuple(widths)


def _lines_around(text: str, start: int) -> Iterator[str]:
    """The line and those above and below it that are of the same table."""
    here, _ = _line(text, start)
    for step in (-1, 1):
        at = here
        for _ in range(_MOST_LINES):
            begin, end = _line(text, at)
            line = text[begin:end]
            if SEPARATOR not in line:
                break
            yield line
            at = begin - 1 if step < 0 else end + 1
            if not 0 <= at < len(text):
                break


def _line(text: str, offset: int) -> tuple[int, int]:
    """The line that holds a code point, without its end."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end

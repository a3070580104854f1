"""What a list must know of its rows, and where they stand, line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from ..line import Line
from .short_lines import wrapped

R_contra = TypeVar("R_contra", contravariant=True)


class Painter(Protocol[R_contra]):
    """What a list must know of its rows. Two answers are for all rows at once: be quick."""

    def idents(self, rows: Sequence[R_contra]) -> list[str | None]:
        """The id that each row is chosen by, or None for a heading, which cannot be."""

    def heights(self, rows: Sequence[R_contra], width: int) -> Iterable[int]:
        """How many lines each row takes."""

    def lines(self, row: R_contra, width: int, *, opened: bool) -> list[Line]:
        """The lines of a row; an opened one may have more than its height."""


class Roomy:
    """A painter that gives rows more lines where all of them can be seen all the same."""

    is_roomy = False


MOST_COUNTED = 100
"""Rows up to which it is worth trying whether all of them can be seen."""


def heights_of(
    painter: Painter[R_contra], rows: Sequence[R_contra], width: int, screen: int
) -> Iterable[int]:
    """The lines of each row: as many as it asks for where the screen has room for all."""
    if isinstance(painter, Roomy):
        painter.is_roomy = len(rows) <= min(screen, MOST_COUNTED)
        if painter.is_roomy:
            wanted = list(painter.heights(rows, width))
            if sum(wanted) <= screen:
                return wanted
            painter.is_roomy = False
    return painter.heights(rows, width)


def lines_wanted(painter: Painter[R_contra], rows: Sequence[R_contra], width: int) -> int | None:
    """The lines that all rows would like; None where nobody could see so many."""
    if len(rows) > MOST_COUNTED or width <= 0:
        return None
    if not isinstance(painter, Roomy):
        return sum(painter.heights(rows, width))
    before, painter.is_roomy = painter.is_roomy, True
    wanted = sum(painter.heights(rows, width))
    painter.is_roomy = before
    return wanted


def message_lines(message: str, width: int) -> list[Line]:
    """What stands in place of rows where there are none."""
    lines = wrapped(message, max(0, width - 2), 6)
    return [Line(width).add("  ").add(line, "dim") for line in lines]


def place_of(idents: list[str | None], ident: str | None) -> int:
    """The row with that id, else the first that can be chosen, else -1."""
    if ident is not None and ident in idents:
        return idents.index(ident)
    return nearest(idents, 0, 1)


def nearest(idents: Sequence[str | None], row: int, step: int) -> int:
    """The first row from `row` on that can be chosen, going by `step`; -1 without one."""
    while 0 <= row < len(idents):
        if idents[row] is not None:
            return row
        row += step
    return -1


class RowLayout(Struct):
    """Where rows stand: `starts` has one more entry than there are rows."""

    starts: list[int]
    opened: int = -1
    more: int = 0

    @property
    def height(self) -> int:
        """The lines of all rows."""
        return self.starts[-1] + self.more

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self.starts[row] + (self.more if 0 <= self.opened < row else 0)

    def bottom(self, row: int) -> int:
        """The line after the last of a row."""
        return self.starts[row + 1] + (self.more if 0 <= self.opened <= row else 0)

    def at(self, y: int) -> int:
        """The row on line `y`, which must be one of the list's."""
        if self.opened >= 0 and y >= self.starts[self.opened + 1]:
            y = max(y - self.more, self.starts[self.opened])
        return bisect_right(self.starts, y) - 1

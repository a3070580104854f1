"""What a list must know of its rows, and where they stand, line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from ..line import Line

R_contra = TypeVar("R_contra", contravariant=True)


class Painter(Protocol[R_contra]):
    """What a list must know of its rows. Two answers are for all rows at once: be quick."""

    def idents(self, rows: Sequence[R_contra]) -> list[str | None]:
        """The id that each row is chosen by, or None for a heading, which cannot be."""

    def heights(self, rows: Sequence[R_contra], width: int) -> Iterable[int]:
        """How many lines each row takes."""

    def lines(self, row: R_contra, width: int, *, opened: bool) -> list[Line]:
        """The lines of a row; an opened one may have more than its height."""


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
        """The line behind the last of a row."""
        return self.starts[row + 1] + (self.more if 0 <= self.opened <= row else 0)

    def at(self, y: int) -> int:
        """The row on line `y`, which must be one of the list's."""
        if self.opened >= 0 and y >= self.starts[self.opened + 1]:
            y = max(y - self.more, self.starts[self.opened])
        return bisect_right(self.starts, y) - 1

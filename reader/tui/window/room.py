"""How the panes share the window: the layout by its size, and the sizes the reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct, field

ARTICLE = "article"
NOTES = "notes"
SIDE = ("entities", "quotes", "timeline", NOTES)
PANES = (ARTICLE, *SIDE)
TABBED = "-tabbed"
"""The style class of a pane whose name a tab says."""

_SMALLEST = (30, 8)
_SPLIT_FROM = 70
_WIDE_FROM = 110
_NARROWEST_ARTICLE = 36
_NARROWEST_SIDE = 24
_LOWEST_PANE = 3


class Room(Enum):
    """What the size of the window allows."""

    TINY = "no room for an article"
    SINGLE = "one pane at a time"
    SPLIT = "the article and one other pane"
    WIDE = "all panes"


def room_for(width: int, height: int) -> Room:
    """The layout for a window of so many cells."""
    if width < _SMALLEST[0] or height < _SMALLEST[1]:
        return Room.TINY
    if width < _SPLIT_FROM:
        return Room.SINGLE
    return Room.SPLIT if width < _WIDE_FROM else Room.WIDE


class Shares(Struct):
    """What part of the room each pane has, so that it holds in a window of any size.

    `side` is the side column's part of the width; `stack` weighs the heights of its panes.
    """

    side: float = 0.375
    stack: list[float] = field(default_factory=lambda: [1.0] * len(SIDE))

    @classmethod
    def kept(cls, side: float, stack: Sequence[float]) -> Shares:
        """The sizes that were kept; that of a pane that is not always there is not."""
        missing = len(SIDE) - len(stack)
        return cls(side, [*stack, *[sum(stack) / len(stack)] * missing])

    def side_width(self, width: int) -> int:
        """The side column's width in cells, the divider not counted."""
        most = max(_NARROWEST_SIDE, width - 1 - _NARROWEST_ARTICLE)
        return max(_NARROWEST_SIDE, min(round(self.side * width), most))

    def widen_side(self, cells: int, width: int) -> None:
        """Make the side column wider by `cells`, or narrower where that is negative."""
        self.side = (self.side_width(width) + cells) / max(1, width)
        self.side = self.side_width(width) / max(1, width)

    def heighten(self, place: int, rows: int, heights: Sequence[int]) -> None:
        """Move the border under the pane at `place` down by `rows`.

        `heights` are the present ones, of the panes that are shown. No pane gets lower than a
        title and two rows.
        """
        above, below = heights[place], heights[place + 1]
        rows = max(_LOWEST_PANE - above, min(rows, below - _LOWEST_PANE))
        shown = [float(max(1, height)) for height in heights]
        self.stack = Shares.kept(self.side, shown).stack
        self.stack[place] = max(1, above + rows)
        self.stack[place + 1] = max(1, below - rows)

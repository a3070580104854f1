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

RIGHT, LEFT, BELOW = "right", "left", "below"
SIDES = (RIGHT, LEFT, BELOW)
"""Where the other panes stand, seen from the article."""

MEASURES = (20, 200)
"""The narrowest and the widest measure of the text, in columns."""

_SMALLEST = (30, 8)
_SPLIT_FROM = 70
_WIDE_FROM = 110
_NARROWEST_ARTICLE = 36
_NARROWEST_SIDE = 24
_LOWEST_PANE = 3
_LOWEST_ARTICLE = 5


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

    `side` is the side column's part of the width, `lower` its part of the height where it stands
    below the article; `stack` weighs its panes. `place` is one of `SIDES`, `measure` the longest
    row of the text in columns.
    """

    side: float = 0.375
    stack: list[float] = field(default_factory=lambda: [1.0] * len(SIDE))
    lower: float = 0.4
    place: str = RIGHT
    measure: int = 72

    @classmethod
    def kept(cls, side: float, stack: Sequence[float], lower: float = 0.4) -> Shares:
        """The sizes that were kept; that of a pane that is not always there is not."""
        return cls(side, _filled(stack), lower)

    def caps(self, wanted: Sequence[int | None], height: int) -> list[int | None]:
        """The rows that panes on top of each other need no more than; None where there is no cap.

        `wanted` are the rows that each would like, None where nobody knows, `height` is what they
        share. What one does not need the others get, unless the reader has sized them by hand.
        """
        if len(set(self.stack)) > 1:
            return [None] * len(wanted)
        caps: list[int | None] = [None] * len(wanted)
        left, others = height - (len(wanted) - 1), len(wanted)
        for most, place in sorted((most, at) for at, most in enumerate(wanted) if most is not None):
            if most > left // others:
                break
            caps[place], left, others = most, left - most, others - 1
        return caps

    @property
    def is_below(self) -> bool:
        """Whether the other panes stand below the article."""
        return self.place == BELOW

    def side_cells(self, width: int, height: int) -> int:
        """The side column's width, or its height where it is below, without the divider."""
        return self.lower_height(height) if self.is_below else self.side_width(width)

    def lower_height(self, height: int) -> int:
        """The rows of the panes below the article."""
        most = max(_LOWEST_PANE, height - 3 - _LOWEST_ARTICLE)
        return max(_LOWEST_PANE, min(round(self.lower * height), most))

    def enlarge_side(self, cells: int, width: int, height: int) -> None:
        """Make the side column larger by `cells`, or smaller where that is negative."""
        if self.is_below:
            self.lower = max(1, self.lower_height(height) + cells) / max(1, height)
            self.lower = self.lower_height(height) / max(1, height)
        else:
            self.widen_side(cells, width)

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
        self.stack = _filled(shown)
        self.stack[place] = max(1, above + rows)
        self.stack[place + 1] = max(1, below - rows)


def _filled(stack: Sequence[float]) -> list[float]:
    """The weights of all panes: one that is not there weighs what the others do on average."""
    return [*stack, *[sum(stack) / len(stack)] * (len(SIDE) - len(stack))]

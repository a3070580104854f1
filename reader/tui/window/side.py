"""What stands beside the article, or below it: the other panes and the borders between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from textual.containers import Vertical
from textual.widget import Widget

from .divider import Divider
from .room import SIDE, TABBED, Room, Shares

_AROUND = 3
"""The rows of a window that are not the panes': header, footer and the blank between."""


class Side:
    """The column of the side panes, or their row below the article."""

    def __init__(self, panes: Sequence[Widget]) -> None:
        self.border = Divider()
        self.pane_borders = [Divider(row=True, place=place) for place in range(len(panes) - 1)]
        stack = [panes[0]]
        for pane_border, pane in zip(self.pane_borders, panes[1:], strict=True):
            stack += [pane_border, pane]
        self.column = Vertical(*stack, id="side")

    def arrange(
        self, panes: Mapping[str, Widget], shares: Shares, room: Room, *, size: str | int
    ) -> None:
        """Give the column its `size` ("1fr" where it is alone) and the panes their parts of it."""
        is_alone = isinstance(size, str)
        below = shares.is_below and not is_alone
        is_row = below and room is Room.WIDE
        self.column.styles.layout = "horizontal" if is_row else "vertical"
        self.column.styles.width = "1fr" if below else size
        self.column.styles.height = size if below else "1fr"
        for name, weight in zip(SIDE, shares.stack, strict=True):
            part = f"{weight}fr"
            panes[name].styles.width = part if is_row else "1fr"
            panes[name].styles.height = "1fr" if is_row else part
            panes[name].set_class(is_alone or room is Room.SPLIT, TABBED)
        self._cap(panes, shares, is_stack=room is Room.WIDE and not is_alone and not below)
        self._arrange_borders(below=below, is_row=is_row)
        self.border.display = not is_alone
        for border in self.pane_borders:
            border.display = room is Room.WIDE and not is_alone

    def _cap(self, panes: Mapping[str, Widget], shares: Shares, *, is_stack: bool) -> None:
        """Let panes with few rows leave room to the others."""
        shown = [panes[name] for name in SIDE if panes[name].display]
        wanted = [getattr(pane, "rows_wanted", None) for pane in shown]
        caps = shares.caps(wanted, self.column.app.size.height - _AROUND) if is_stack else []
        for pane, cap in zip_longest(shown, caps):
            pane.styles.max_height = cap

    def _arrange_borders(self, *, below: bool, is_row: bool) -> None:
        self.border.turn(row=below)
        for border in self.pane_borders:
            border.turn(row=not is_row)

"""Which rows the article pane works with while the whole article is being set."""

from __future__ import annotations

from collections.abc import Sequence

from ...article import Block
from .rows import Setting, rows_around

_AT_ONCE = 2_000


class Layout:
    """An article set to `width` cells for a screen of `height` rows.

    `rows` always holds the place last shown: those set from the start of the article once
    they reach that far, until then a few screens around the place.
    """

    def __init__(self, text: str, blocks: Sequence[Block], width: int, height: int) -> None:
        self.text = text
        self.blocks = blocks
        self.height = height
        self._setting = Setting(text, blocks, width)
        self._setting.advance(0, rows=3 * height)
        self.rows = self._setting.rows()

    @property
    def width(self) -> int:
        """The measure, in cells."""
        return self._setting.width

    @property
    def done(self) -> bool:
        """Whether every row is known."""
        return self._setting.done

    @property
    def total(self) -> int:
        """How many rows there are, estimated until all are known."""
        room = 0 if self.rows.is_complete else 2 * self.height
        return max(self._setting.total, self.rows.last + room)

    def advance(self, seconds: float) -> bool:
        """Set more rows for about so many seconds; whether all are known now."""
        return self._setting.advance(seconds)

    def offset(self, number: int) -> int:
        """Where the row with this number begins, estimated where it is not at hand."""
        if number in self.rows:
            return self.rows.span(number)[0]
        if self.rows.last <= number <= self.rows.last + self.height:
            return self.rows.end
        return max(0, number) * len(self.text) // max(1, self.total)

    def show(self, offset: int) -> None:
        """Have the rows for a screen before and after `offset` at hand.

        Rows may bear other numbers after that.
        """
        screen = self.width * self.height
        first, last = max(0, offset - screen), min(offset + screen, len(self.text))
        near = last - self._setting.reached < _AT_ONCE * self.width // 2
        if near and not self._covers_so_far(last):
            self._setting.advance(0, rows=len(self._setting.starts) + _AT_ONCE)
        if self._covers_so_far(last):
            self.rows = self._setting.rows()
        elif not (self.rows.covers(first) and self.rows.covers(last)):
            self.rows = rows_around(
                self.text,
                self.blocks,
                self.width,
                offset=offset,
                height=self.height,
                total=self._setting.total,
            )

    def _covers_so_far(self, offset: int) -> bool:
        return self._setting.done or offset < self._setting.reached

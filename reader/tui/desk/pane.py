"""What the lists of a desk have in common: they follow the desk and have no focus of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from ...reading import Reading
from ...reading.desk import Desk
from ..lists.pane import ListPane
from ..lists.row_layout import Painter
from ..lists.row_list import RowList

R = TypeVar("R")


class DeskPane(ListPane[R]):
    """A list that is read again when the desk changes, as well as when the reading does."""

    HINTS: ClassVar[tuple[str, ...]] = ("list.filter",)

    def __init__(self, reading: Reading, desk: Desk, painter: Painter[R]) -> None:
        super().__init__(reading, painter)
        self._desk = desk
        self._forget: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Follow the desk as well."""
        super().on_mount()
        self._forget = self._desk.observe(self._desk_changed)

    def on_unmount(self) -> None:
        """Stop following."""
        self._forget()
        super().on_unmount()

    def _desk_changed(self) -> None:
        is_whole = self.is_mounted and bool(self.query(RowList))  # its rows go first when it closes
        if is_whole and self.size:
            self._haystacks.clear()
            self._read_rows = self.read()
            self.rearrange()

    def narrowed(self, rows: list[R]) -> Sequence[R]:
        """Those that match the filter."""
        return self.matching(rows)

    def focus_note(self) -> str:
        """No focus narrows these lists."""
        return ""

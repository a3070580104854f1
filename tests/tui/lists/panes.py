"""An app of one pane, and what a reader sees of it."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.reading import Reading
from reader.tui.lists.pane import ListPane
from reader.tui.lists.title import PaneTitle
from reader.tui.theme import READER_DARK, ThemedApp


class PaneApp(ThemedApp):
    """One pane on the screen, with the way back that the real app has."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "back", id="app.back")]

    def __init__(self, pane: ListPane, theme: str = READER_DARK.name) -> None:
        super().__init__(theme)
        self.pane = pane
        self.copied = ""

    @property
    def reading(self) -> Reading:
        return self.pane.reading

    def compose(self) -> ComposeResult:
        yield self.pane

    def action_back(self) -> None:
        self.reading.back()

    def copy_to_clipboard(self, text: str) -> None:
        self.copied = text


def screen(pane: ListPane) -> list[str]:
    """The lines of the list as they are painted, without blanks at their ends and blank lines.

    The bar that marks the row under the cursor is left out.
    """
    rows = pane.row_list
    painted = (rows.render_line(y).text.rstrip() for y in range(rows.size.height))
    lines = (re.sub("^▎", " ", line) for line in painted)
    return [line for line in lines if line]


def title(pane: ListPane) -> str:
    """The title line as it is painted."""
    return pane.query_one(PaneTitle).render_line(0).text.strip()

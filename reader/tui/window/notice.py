"""A line that says what went wrong and what to do, until it is over."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from ...reading import (
    Change,
    Failed,
    Reading,
    Ready,
)
from ..harmless import one_line
from ..line import Pieces, cut
from .whereabouts import KeyName

_LONGEST = 600


class Notice(Widget):
    """Why there is no complete analysis; hidden while there is nothing to tell."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 4; display: none; background: $panel; padding: 0 1; }
    """
    ALLOW_SELECT = False

    def __init__(self, reading: Reading, key: KeyName) -> None:
        super().__init__()
        self._reading = reading
        self._key = key

    def on_mount(self) -> None:
        """Follow the reading."""
        self._forget = self._reading.observe(self._changed)
        self._changed(Change.STATUS)

    def on_unmount(self) -> None:
        """Stop following it."""
        self._forget()

    def _changed(self, change: Change) -> None:
        if change & Change.STATUS:
            self.display = self._reading.is_incomplete
            self.refresh(layout=True)

    def render(self) -> Content:
        """The reason, wrapped where it must be."""
        return Content.assemble(*cut(self._pieces(), 4 * max(1, self.content_size.width)))

    def _pieces(self) -> Pieces:
        match self._reading.status:
            case Failed(reason):
                words = one_line(reason[:_LONGEST])
                retry = (f" {self._key('app.retry')}", "bold $primary")
                return [(words, "$error"), retry, (" tries again.", "")]
            case Ready(note) if note:
                return [(one_line(note[:_LONGEST]), "$warning")]
            case _:
                return []

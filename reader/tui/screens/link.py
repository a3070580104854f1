"""The dialog that offers to open what a link leads to."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ..harmless import one_line
from .dialog import Dialog

_LONGEST = 500


class LinkDialog(Dialog[bool]):
    """Shows the whole address, and closes with True where it is to be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "open it", id="link.open"),
    ]

    def __init__(self, words: str, address: str) -> None:
        super().__init__()
        self._words = one_line(words[:_LONGEST])
        self._address = one_line(address[:_LONGEST])

    def compose(self) -> ComposeResult:
        """The words of the link, where it leads, and the keys."""
        with Vertical():
            yield Static(Content(self._words), classes="title")
            yield Static(Content(self._address))
            yield Static(Content("enter opens it in the reader · esc stays"), classes="hint")

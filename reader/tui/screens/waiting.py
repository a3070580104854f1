"""What is shown until an article is there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ..glyphs import glyphs
from ..harmless import one_line
from .dialog import Dialog, Door

_LONGEST = 300
_BAR = 30


class WaitingScreen(Dialog[bool], Door):
    """Says what is waited for and how far it has come; escape gives it up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(True)", "cancel", id="waiting.cancel"),
    ]

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = one_line(label[:_LONGEST])
        self._state = "reading …"

    def compose(self) -> ComposeResult:
        """What is opened, how it goes, and how to stop."""
        with Vertical():
            yield Static(Content(self._label), classes="title")
            yield Static(Content(self._state), id="state")
            yield Static(Content("esc cancels"), classes="hint")

    def fetching(self, done: int, total: int | None) -> None:
        """So many bytes have come, of so many where that is known."""
        if total:
            full, signs = min(_BAR, done * _BAR // total), glyphs()
            bar = signs.bar * full + signs.line * (_BAR - full)
            self._say(f"fetching  {bar}  {_size(done)} of {_size(total)}")
        else:
            self._say(f"fetching  {_size(done)}")

    def reading(self) -> None:
        """The bytes are there."""
        self._say("reading …")

    def _say(self, words: str) -> None:
        self._state = words
        for line in self.query("#state").results(Static):
            line.update(Content(words))


def _size(count: int) -> str:
    return f"{count / 1000:,.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"

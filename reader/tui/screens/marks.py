"""The letters set at places of the article: to set one, or to go to one."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...reading import Reading
from ..harmless import ellipsis, one_line
from .dialog import Dialog

BEFORE = "'"
"""What stands for the place before the last jump."""
_SHOWN = 50
"""Cells of the words at a mark."""


class MarkMenu(Dialog[str]):
    """Shows the letters with their places, and closes with the one that is pressed or chosen."""

    DEFAULT_CSS = """
    MarkMenu {
        & > Vertical { width: 68; padding: 1 2 0 2; }
        OptionList { height: auto; max-height: 14; border: none; padding: 0; background: $panel; }
        OptionList:focus { border: none; background-tint: $foreground 0%; }
        .hint { margin-top: 1; }
    }
    """

    def __init__(self, reading: Reading, *, sets: bool) -> None:
        """With `sets` any letter is taken, else only one that has a place."""
        super().__init__()
        self._reading = reading
        self._sets = sets
        self._places = dict(sorted(reading.bookmarks.items()))
        if not sets and reading.jumped_from is not None:
            self._places = {BEFORE: reading.jumped_from, **self._places}

    def compose(self) -> ComposeResult:
        """What is asked, the letters, and how to go on."""
        title = "Mark this place with a letter" if self._sets else "Go to a marked place"
        hint = "a letter · esc closes" if self._sets else "a letter, or enter · esc closes"
        with Vertical():
            yield Static(Content(title), classes="title")
            yield OptionList(*map(self._row, self._places), compact=True)
            yield Static(Content(hint), classes="hint")

    def on_mount(self) -> None:
        """Begin with the list, where there is something in it."""
        rows = self.query_one(OptionList)
        rows.display = bool(self._places)
        rows.focus()

    def _row(self, letter: str) -> Option:
        text, place = self._reading.article.text, self._places[letter]
        words = one_line(text[place : place + 4 * _SHOWN]) or "the end"
        if letter == BEFORE:
            words = f"before the last jump: {words}"
        words = ellipsis(words, _SHOWN)
        share = f"{place / max(1, len(text)):4.0%}"
        return Option(
            Content.assemble((f"{letter} ", "$primary bold"), (f"{share}  ", "$dim"), words)
        )

    def on_key(self, event: Key) -> None:
        """Take a letter."""
        letter = event.character or ""
        if letter in self._places or (self._sets and letter.isalnum()):
            event.stop()
            self.dismiss(letter)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(list(self._places)[event.option_index])

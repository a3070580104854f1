"""The small menu of acts: a letter each, or arrows and enter, or a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ..harmless import one_line
from ..screens.dialog import Dialog

Chosen = tuple[int, str]
"""The number of a page and the letter of one of its acts."""


class Entry(NamedTuple):
    """A letter, what it does, and a sign before it."""

    letter: str
    words: str
    sign: str = ""
    look: str = ""


class Page(NamedTuple):
    """Acts for one thing, under its name."""

    title: str
    entries: Sequence[Entry]


class ActMenu(Dialog[Chosen]):
    """Offers the acts for one thing; tab goes on to the next thing at the same place."""

    DEFAULT_CSS = """
    ActMenu {
        & > Vertical { width: 62; padding: 1 2 0 2; }
        OptionList { height: auto; max-height: 14; border: none; padding: 0; background: $panel; }
        OptionList:focus { border: none; background-tint: $foreground 0%; }
        OptionList > .option-list--option-highlighted { background: $primary 25%; }
        .hint { margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "the next thing here", id="menu.next", priority=True),
        Binding(
            "shift+tab",
            "turn(-1)",
            "the thing before",
            show=False,
            id="menu.previous",
            priority=True,
        ),
    ]

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__()
        self._pages = pages
        self._present = 0

    def compose(self) -> ComposeResult:
        """Title, acts, and how to go on."""
        with Vertical():
            yield Static("", classes="title")
            yield OptionList(compact=True)
            yield Static("", classes="hint")

    def on_mount(self) -> None:
        """Show the first thing."""
        self._show()

    def _show(self) -> None:
        page = self._pages[self._present]
        self.query_one(".title", Static).update(Content(one_line(page.title)))
        rows = self.query_one(OptionList)
        rows.set_options(Option(_shown(entry)) for entry in page.entries)
        rows.highlighted = 0
        rows.focus()
        following = self._pages[(self._present + 1) % len(self._pages)].title
        more = f" · tab: {one_line(following[:30])}" if len(self._pages) > 1 else ""
        hint = f"a letter, or enter · esc closes{more}"
        self.query_one(".hint", Static).update(Content(hint))

    def action_turn(self, step: int) -> None:
        """Go to the next or previous thing."""
        self._present = (self._present + step) % len(self._pages)
        self._show()

    def on_key(self, event: Key) -> None:
        """Do what the letter stands for."""
        letters = [entry.letter for entry in self._pages[self._present].entries]
        if event.character in letters:
            event.stop()
            self.dismiss((self._present, event.character))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        entry = self._pages[self._present].entries[event.option_index]
        self.dismiss((self._present, entry.letter))


def _shown(entry: Entry) -> Content:
    sign = [(f"{entry.sign} ", entry.look)] if entry.sign else []
    return Content.assemble((f"{entry.letter}  ", "$primary bold"), *sign, entry.words)

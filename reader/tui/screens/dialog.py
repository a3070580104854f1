"""What all dialogs share."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box over the article; escape closes it without an answer."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 50%;
        & > Vertical {
            width: 68; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2; background: $panel; color: $foreground;
        }
        .title { text-style: bold; color: $primary; }
        .hint { color: $dim; }
        .problem { color: $error; }
        Static { width: 100%; height: auto; }
        Input { margin: 1 0; border: none; height: 1; padding: 0 1; background: $background; }
        Input:focus { border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close", id="dialog.close"),
        Binding("ctrl+y,y", "copy_row", "copy the row", show=False, id="dialog.copy"),
    ]

    def action_copy_row(self) -> None:
        """Copy the row under the cursor, where there is a list; letters typed narrow it instead."""
        from ..copying import copy_option

        copy_option(self)


class Door:
    """Marks the screens from which an article is opened: they close once it is there."""


class LineDialog(Dialog[Answer]):
    """Asks for one line; `answer` checks it and closes the dialog."""

    DEFAULT_CSS = """
    LineDialog > Vertical { padding: 1 2 0 2; }
    """

    TITLE_LINE: ClassVar[str] = ""

    def __init__(self, value: str, hint: str, suggester: Suggester | None = None) -> None:
        super().__init__()
        self._value = value
        self._hint = hint
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        """Title, line, hint and what is wrong with the line."""
        with Vertical():
            yield Static(Content(self.title_line), classes="title")
            yield Input(self._value, compact=True, suggester=self._suggester)
            yield Static(Content(self._hint), classes="hint")
            yield Static("", classes="problem")

    @property
    def title_line(self) -> str:
        """What the dialog asks."""
        return self.TITLE_LINE

    def on_input_changed(self) -> None:
        """Forget what was wrong with the line before."""
        self.complain("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Check the line."""
        event.stop()
        self.answer(event.value)

    def answer(self, value: str) -> None:
        """Close with an answer, or complain."""
        raise NotImplementedError

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the line; it must be harmless text."""
        self.query_one(".problem", Static).update(Content(sentence))

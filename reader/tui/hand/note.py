"""The small editor of a note, with a line for its tags."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from ..harmless import one_line
from ..screens.dialog import Dialog

Written = tuple[str, tuple[str, ...]]
"""The text of a note and its tags."""

_LONGEST = 200
_ALLOWED = "\n\t\u200c\u200d"
"""What no printable sign is and words are written with all the same: line ends, joiners."""


class NoteDialog(Dialog[Written]):
    """Edits a note. Escape leaves; where something was written it asks to be pressed again."""

    DEFAULT_CSS = """
    NoteDialog {
        & > Vertical { width: 76; padding: 1 2 0 2; }
        TextArea {
            height: 8; max-height: 50%; margin: 1 0 0 0; padding: 0 1; border: none;
            background: $background;
        }
        TextArea:focus { border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "save", id="note.keep", priority=True),
        Binding("escape", "leave", "close", id="note.leave", priority=True),
    ]

    def __init__(self, passage: str, text: str, tags: tuple[str, ...]) -> None:
        super().__init__()
        self._passage = passage
        self._before = text
        self._text = _writable(text)
        self._tags = one_line(", ".join(tags))
        self._warned_of: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """The passage, the text, the tags."""
        with Vertical():
            yield Static(
                Content(f"Note on “{one_line(self._passage[:_LONGEST])}”"), classes="title"
            )
            yield TextArea(self._text, soft_wrap=True, tab_behavior="focus", compact=True)
            yield Input(self._tags, compact=True, placeholder="tags, separated by commas")
            hint = "ctrl+s saves it · tab: tags · an empty note is deleted · esc closes"
            yield Static(Content(hint), classes="hint")
            yield Static("", classes="problem")

    def on_mount(self) -> None:
        """Write at the end."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter on the line of the tags keeps the note."""
        event.stop()
        self.action_keep()

    @property
    def _written(self) -> tuple[str, str]:
        return self.query_one(TextArea).text, self.query_one(Input).value

    def action_leave(self) -> None:
        """Close without a change; what would be lost is said first."""
        written = self._written
        if written in {(self._text, self._tags), self._warned_of}:
            self.dismiss(None)
            return
        self._warned_of = written
        warning = "Not saved yet: ctrl+s saves it, esc again discards it."
        self.query_one(".problem", Static).update(Content(warning))

    def action_keep(self) -> None:
        """Close with what was written."""
        text, tags = self._written
        text = self._before if text == self._text else text.strip()
        named = (" ".join(tag.split()).lstrip("#") for tag in tags.split(","))
        self.dismiss((text, tuple(dict.fromkeys(tag for tag in named if tag))))


def _writable(text: str) -> str:
    """The text without signs that command a terminal; those of an imported note may hold some."""
    return "".join(char for char in text if char.isprintable() or char in _ALLOWED)

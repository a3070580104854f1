"""The dialog that opens another article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from ...named import from_home
from ...sources.loading import STANDARD_INPUT
from ...sources.sought import is_address
from ..harmless import one_line
from ..paths import PathSuggester
from .dialog import Door, LineDialog

if TYPE_CHECKING:
    from ..doors import Doors


class OpenDialog(LineDialog[None], Door):
    """Asks for a path or address, and closes once the article is there."""

    TITLE_LINE = "Open an article"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", id="open.complete", priority=True),
        Binding("ctrl+o", "start", "recent articles", id="open.start", priority=True),
    ]

    def __init__(self, doors: Doors, place: str = "") -> None:
        hint = (
            "a file or https://…; tab completes, enter opens, ctrl+o shows recent articles, "
            "esc closes"
        )
        super().__init__(place, hint, PathSuggester())
        self._doors = doors

    def action_complete(self) -> None:
        """Take the suggestion."""
        field = self.query_one(Input)
        field.cursor_position = len(field.value)
        field.action_cursor_right()

    def action_start(self) -> None:
        """Show the start screen instead."""
        self.dismiss(None)
        self.app.call_later(self._doors.show_start)

    def answer(self, value: str) -> None:
        """Open the article; a refusal is shown and the dialog stays."""
        place = value.strip()
        if place in {"", STANDARD_INPUT}:
            self.complain("Name a file or an address.")
            return
        if not is_address(place):
            place = from_home(place)
        self.complain("opening …")
        self._doors.open(place, self._refused)

    def _refused(self, sentence: str) -> None:
        if self.is_attached:
            self.complain(one_line(sentence))

    async def action_dismiss(self, result: None = None) -> None:
        """Leave, and give up what is being opened."""
        self._doors.cancel()
        self.dismiss(result)

"""Small dialogs of the corrections: a line, a date, an entity."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.widgets import Input

from ...analysis import Entity
from ...corrections import Days
from ...corrections.dates import read_days
from ..glyphs import glyphs
from ..harmless import one_line
from ..screens.choice import Choice, ChoiceList
from ..screens.dialog import LineDialog

_LONGEST = 60
_FORMS = "2013-03-22, 22 March 2013, March 2013, 2013, or 2013-03 to 2013-05"


class AskLine(LineDialog[str]):
    """Asks for some words; an empty line closes without an answer."""

    def __init__(self, title: str, value: str, hint: str) -> None:
        super().__init__(value, f"{hint} · esc closes")
        self._title = title

    @property
    def title_line(self) -> str:
        """What is asked."""
        return one_line(self._title)

    def answer(self, value: str) -> None:
        """Close with the words."""
        self.dismiss(value.strip() or None)


class AskDays(LineDialog[Days]):
    """Asks for a day, a month, a year or a stretch of them."""

    def __init__(self, title: str) -> None:
        super().__init__("", f"Write it as {_FORMS}. enter sets it · esc closes")
        self._title = title

    @property
    def title_line(self) -> str:
        """What is asked."""
        return one_line(self._title)

    def answer(self, value: str) -> None:
        """Close with the days, if the line tells any."""
        if not value.strip():
            self.dismiss(None)
            return
        try:
            self.dismiss(read_days(value))
        except ValueError:
            self.complain(f"“{one_line(value[:_LONGEST])}” is not a date: write it as {_FORMS}.")


class ChooseEntity(ChoiceList[int | str]):
    """Offers entities; closes with the number of one, or with words that name none."""

    def __init__(self, title: str, entities: Sequence[Entity], *, is_free: bool) -> None:
        hint = "type to narrow · enter chooses · ctrl+y copies · esc closes"
        if is_free:
            hint = "type to narrow, or somebody else's name · enter chooses · esc closes"
        rows = [
            Choice(f"{glyphs().kinds[one.kind]} {one.name}", f"{one.kind} ×{len(one.mentions)}")
            for one in entities
        ]
        super().__init__(title, rows, hint=hint)
        self._is_free = is_free

    def chosen(self, number: int) -> None:
        """Close with the number of the row."""
        self.dismiss(number)

    @on(Input.Submitted)
    def _take_words(self, event: Input.Submitted) -> None:
        """Close with the words that were typed where no row holds them."""
        if self._is_free and not self._shown and event.value.strip():
            self.dismiss(event.value.strip())

"""The parts of the overview: a title and rows that can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from ...reading import Focus, PeriodFocus
from ..line import Heading, Line
from ..lists.row_list import RowList
from ..lists.title import PaneTitle
from .rows import OverviewPainter, OverviewRow

Rows = Sequence[OverviewRow | Heading]


class Part(Vertical, can_focus=False):
    """A titled part of the overview around one widget."""

    DEFAULT_CSS = """
    Part { height: 1fr; min-height: 6; padding: 0 1 0 0; }
    """

    def __init__(self, title: str, inside: Widget, note: str = "") -> None:
        super().__init__()
        self._title, self._inside, self._note = title, inside, note

    def compose(self) -> ComposeResult:
        """The title, then the rows or the chart."""
        yield PaneTitle(self._line)
        yield self._inside

    def _line(self, width: int) -> Line:
        look = "accent" if self.has_focus_within else "heading"
        return Line(width).add(f" {self._title}", look).add(f" {self._note}", "dim")

    def on_descendant_focus(self) -> None:
        """Show which part has the keyboard."""
        self.query_one(PaneTitle).refresh()

    def on_descendant_blur(self) -> None:
        """Show which part has the keyboard."""
        self.query_one(PaneTitle).refresh()


class OverviewList(RowList[OverviewRow | Heading]):
    """Rows of the overview; made when first shown, for the width there is."""

    class Looked(Message):
        """A row was chosen: what to look at, and the annotations to walk through."""

        def __init__(self, focus: Focus, walks: tuple[str, ...]) -> None:
            super().__init__()
            self.focus, self.walks = focus, walks

    def __init__(self, make: Callable[[int], Rows], empty: str) -> None:
        super().__init__(OverviewPainter())
        self._make, self._empty = make, empty

    def on_mount(self) -> None:
        """Fill the rows once the width is known."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        self.show(self._make(max(10, self.content_size.width)), message=self._empty)

    def row(self, ident: str | None) -> OverviewRow | None:
        """The row of an id."""
        found = (row for row in self.rows if isinstance(row, OverviewRow) and row.ident == ident)
        return next(found, None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Say what the row looks at."""
        event.stop()
        row = self.row(event.ident)
        if row is not None:
            self.post_message(self.Looked(self.wanted(row), row.walks))

    def wanted(self, row: OverviewRow) -> Focus:
        """What a chosen row looks at."""
        return row.focus


class WhenList(OverviewList):
    """Steps of time, of which several can be taken as one stretch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "begin", "begin a stretch", show=False, id="overview.stretch"),
    ]

    def __init__(self, make: Callable[[int], Rows], empty: str) -> None:
        super().__init__(make, empty)
        self._begun: PeriodFocus | None = None

    def action_begin(self) -> None:
        """Begin a stretch at the row under the cursor; choosing another row ends it."""
        row = self.row(self.cursor)
        if row is not None and isinstance(row.focus, PeriodFocus):
            self._begun = row.focus
            self.notify("Choose the other end with enter.", timeout=3)

    def wanted(self, row: OverviewRow) -> Focus:
        """The step, or the stretch from the step where one was begun."""
        begun, self._begun = self._begun, None
        if begun is None or not isinstance(row.focus, PeriodFocus):
            return row.focus
        return PeriodFocus(min(begun.first, row.focus.first), max(begun.last, row.focus.last))

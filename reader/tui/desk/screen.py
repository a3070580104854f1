"""The screen of all articles: which they are, their cast, timeline and quotes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.events import Resize
from textual.screen import Screen

from ...reading import EntityFocus, Reading
from ..line import Line
from ..lists.pane import ListPane
from ..lists.title import PaneTitle
from .articles import ArticlesPane
from .together import CastPane, Only, SayingsPane, StoryPane
from .turning import Turning

_WIDE = 110
_HIGH = 24
_KEYS = (("tab", "list"), ("f", "filter"), ("enter", "go there"), ("t", "only this one"))


class DeskScreen(Screen[None]):
    """Four lists over the desk; choosing anything goes to its article."""

    DEFAULT_CSS = """
    DeskScreen {
        & > Grid { grid-size: 1 1; grid-gutter: 1 2; padding: 0 1; height: 1fr; }
        &.-all > Grid { grid-size: 2 2; }
        & ListPane { display: none; }
        & ListPane.-here { display: block; }
        &.-all ListPane { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("L,q", "leave", "back to the article", id="desk.leave"),
        Binding("escape", "back", "all again, then back", show=False, id="desk.back"),
        Binding("t", "only", "only this one", show=False, id="desk.only"),
        Binding("tab", "walk(1)", "next list", id="desk.next"),
        Binding("shift+tab", "walk(-1)", "previous list", show=False, id="desk.previous"),
        *(
            Binding(str(number), f"list({number - 1})", f"list {number}", show=False)
            for number in range(1, 5)
        ),
    ]

    def __init__(self, reading: Reading, turning: Turning) -> None:
        super().__init__()
        self._turning = turning
        desk = turning.desk
        self._cast = CastPane(reading, desk, self._look)
        self._of_one = StoryPane(reading, desk, self._look), SayingsPane(reading, desk, self._look)
        self._only = Only(desk)
        for pane in self._of_one:
            pane.only = self._only
        if isinstance(reading.focus, EntityFocus):
            self._only.take((desk.sheet.name, reading.focus.id))
        self._lists: tuple[ListPane[object], ...] = (  # type: ignore[assignment]
            ArticlesPane(reading, desk, self._go),
            self._cast,
            *self._of_one,
        )
        self._here = 0

    def compose(self) -> ComposeResult:
        """The title, the lists, the keys."""
        yield PaneTitle(self._head)
        with Grid():
            yield from self._lists
        yield PaneTitle(self._foot)

    def on_mount(self) -> None:
        """Begin with the articles."""
        self.action_list(0)

    def on_resize(self, event: Resize) -> None:
        """Show all lists where there is room for them."""
        self.set_class(event.size.width >= _WIDE and event.size.height >= _HIGH, "-all")

    def _head(self, width: int) -> Line:
        count = len(self._turning.desk.sheets)
        line = Line(width).add(" All articles ", "accent").add(f" {count}", "dim")
        if name := self._only.name:
            line.add("   only ", "dim").add(name, "accent").add(" · esc shows all", "dim")
        return line

    def _foot(self, width: int) -> Line:
        line = Line(width).add(" ")
        for key, does in _KEYS:
            line.add(key, "key").add(f" {does}   ", "hint")
        return line.add("esc", "key").add(" article", "hint")

    def action_list(self, number: int) -> None:
        """Go to a list."""
        self._here = number
        for place, pane in enumerate(self._lists):
            pane.set_class(place == number, "-here")
        self._lists[number].focus()

    def action_walk(self, step: int) -> None:
        """Go to the next or previous list."""
        self.action_list((self._here + step) % len(self._lists))

    def action_only(self) -> None:
        """Leave only the timeline and quotes of a member of the cast; again, show all."""
        row = self._cast.row_list.cursor
        desk = self._turning.desk
        if not self._cast.has_focus_within or row is None or desk.collection is None:
            return
        figure = desk.collection.cast[int(row)].figures[0]
        same = self._only.member == int(row)
        self._only.take(None if same else (figure.document, figure.id))
        self._narrow()

    def action_back(self) -> None:
        """Show everything again; then go back to the article."""
        if self._only.name:
            self._only.take(None)
            self._narrow()
        else:
            self.dismiss()

    def _narrow(self) -> None:
        for pane in self._of_one:
            pane.narrow()
        self.query_one(PaneTitle).refresh()

    def action_leave(self) -> None:
        """Go back to the article."""
        self.dismiss()

    def _go(self, number: int) -> None:
        self._close_and(partial(self._turning.go, number))

    def _look(self, name: str, start: int | None) -> None:
        self._close_and(partial(self._turning.look, name, start))

    def _close_and(self, do: Callable[[], object]) -> None:
        self.dismiss()
        self.app.call_later(do)

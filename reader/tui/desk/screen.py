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

from ...reading import Reading
from ..line import Line
from ..lists.pane import ListPane
from ..lists.title import PaneTitle
from .articles import ArticlesPane
from .together import CastPane, SayingsPane, StoryPane
from .turning import Turning

_WIDE = 110
_HIGH = 24


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
        Binding("escape", "leave", "back to the article", show=False, id="desk.back"),
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
        self._lists: tuple[ListPane[object], ...] = (  # type: ignore[assignment]
            ArticlesPane(reading, desk, self._go),
            CastPane(reading, desk, self._look),
            StoryPane(reading, desk, self._look),
            SayingsPane(reading, desk, self._look),
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
        return Line(width).add(" All articles ", "accent").add(f" {count}", "dim")

    def _foot(self, width: int) -> Line:
        line = Line(width).add(" ")
        for key, does in (("tab", "list"), ("f", "filter"), ("enter", "go there")):
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

"""The screen of the overview."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.screen import Screen

from ...reading import EntityFocus, EventFocus, Focus, Passage, QuoteFocus, Reading
from ..harmless import one_line
from ..line import Line
from ..lists.title import PaneTitle
from .parts import OverviewList, Part, WhenList
from .rows import arc_rows, country_rows, figure_rows, speaker_rows, when_rows
from .triangle import TriangleChart

_THREE_COLUMNS, _TWO_COLUMNS = 150, 100
_LABEL = 32
_LONGEST_TITLE = 200


class OverviewScreen(Screen[None]):
    """Six charts over one reading; choosing anything goes back to the article with it in focus."""

    DEFAULT_CSS = """
    OverviewScreen {
        & > VerticalScroll {
            layout: grid; grid-size: 1; grid-rows: 12; grid-gutter: 1 2; padding: 0 1;
            scrollbar-size-vertical: 1;
        }
        &.-two > VerticalScroll { grid-size: 2 3; grid-rows: 1fr; }
        &.-three > VerticalScroll { grid-size: 3 2; grid-rows: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,V,q", "leave", "back to the article", id="overview.leave"),
        Binding("tab", "app.focus_next", "next part", id="overview.next"),
        Binding("shift+tab", "app.focus_previous", "previous part", id="overview.previous"),
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._walked: dict[tuple[str, ...], int] = {}

    def compose(self) -> ComposeResult:
        """The title, the parts, the keys."""
        reading = self._reading
        yield PaneTitle(self._head)
        with VerticalScroll(can_focus=False):
            yield Part(
                "Who speaks",
                OverviewList(lambda _: speaker_rows(reading), "Nobody is quoted."),
                "words",
            )
            yield Part(
                "When",
                WhenList(lambda _: when_rows(reading), "Nothing is dated."),
                "v and enter take a stretch",
            )
            yield Part("Who with whom", TriangleChart(reading), "sentences shared")
            yield Part("Where", OverviewList(lambda _: country_rows(reading), "No place is named."))
            yield Part(
                "The arc",
                OverviewList(
                    lambda width: arc_rows(reading, max(8, width - _LABEL)), "Nothing is named."
                ),
                "from the first line to the last",
            )
            yield Part("In figures", OverviewList(lambda _: figure_rows(reading), ""))
        yield PaneTitle(self._foot)

    def on_mount(self) -> None:
        """Begin in the first part."""
        self.query(OverviewList).first().focus()

    def on_resize(self, event: Resize) -> None:
        """Lay the parts out in as many columns as fit."""
        width = event.size.width
        self.set_class(width >= _THREE_COLUMNS, "-three")
        self.set_class(_TWO_COLUMNS <= width < _THREE_COLUMNS, "-two")

    def _head(self, width: int) -> Line:
        article = self._reading.article
        title = one_line((article.title or article.source or "article")[:_LONGEST_TITLE])
        return Line(width).add(" Overview ", "accent").add(f" {title}", "strong")

    def _foot(self, width: int) -> Line:
        line = Line(width).add(" ")
        for key, does in (("tab", "part"), ("enter", "look"), ("v", "stretch of days")):
            line.add(key, "key").add(f" {does}   ", "hint")
        return line.add("esc", "key").add(" article", "hint")

    # Choosing

    def on_overview_list_looked(self, event: OverviewList.Looked) -> None:
        """Look at what a row stands for; a row of several goes to the next one each time."""
        event.stop()
        focus = event.focus
        if event.walks:
            place = self._walked.get(event.walks, -1) + 1
            self._walked[event.walks] = place
            focus = _focus_on(self._reading, event.walks[place % len(event.walks)])
        self._look(focus)

    def on_triangle_chart_chosen(self, event: TriangleChart.Chosen) -> None:
        """Look at both entities."""
        event.stop()
        self._look(event.focus)

    def _look(self, focus: Focus) -> None:
        self.dismiss()
        self.app.call_later(partial(self._reading.focus_on, focus))

    def action_leave(self) -> None:
        """Go back to the article."""
        self.dismiss()


def _focus_on(reading: Reading, name: str) -> Focus:
    """The focus on an annotation of any sort."""
    index = reading.index
    if name in index.quotes:
        return QuoteFocus(name)
    if name in index.events:
        return EventFocus(name)
    if name in index.times:
        return Passage(index.times[name].start, index.times[name].end)
    return EntityFocus(name)

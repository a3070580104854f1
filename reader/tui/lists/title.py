"""The line above a list, and the keys it speaks of."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget

from ...reading import EventFocus, PairFocus, Passage, PeriodFocus, QuoteFocus
from ..line import Line
from ..painted import PaintedLine

FOCUS_NOTES: dict[type, str] = {
    Passage: "in this selection",
    QuoteFocus: "in this quote",
    EventFocus: "in this event",
    PairFocus: "with both",
    PeriodFocus: "in these days",
}
"""How a title tells what narrows its pane."""


def shown_key(widget: Widget, ident: str, otherwise: str) -> str:
    """The key that really does what the binding `ident` names, as the footer would show it."""
    for active in widget.screen.active_bindings.values():
        if active.binding.id == ident:
            return widget.app.get_key_display(active.binding)
    return otherwise


class PaneTitle(PaintedLine):
    """The line above a list: name, counts, what narrows it, and its keys."""

    DEFAULT_CSS = """
    PaneTitle { height: 1; }
    """

    def __init__(self, compose_line: Callable[[int], Line]) -> None:
        super().__init__()
        self._compose_line = compose_line

    def line(self, width: int) -> Line:
        """What the pane says of itself."""
        return self._compose_line(width)

"""The line above a list, and the keys it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widget import Widget

from ...reading import (
    Analysing,
    EventFocus,
    Loading,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
    Status,
)
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


def with_hints(pane: Widget, line: Line, idents: Sequence[str]) -> Line:
    """The line with the keys of a pane after it, as many as fit."""
    bindings = {
        active.binding.id: active.binding for active in pane.screen.active_bindings.values()
    }
    for ident in ("list.leave-filter", *idents):
        if ident in bindings:
            key = pane.app.get_key_display(bindings[ident])
            words = bindings[ident].description
            if len(key) + len(words) + 4 >= line.room:
                break
            line.add(f"   {key}", "strong").add(f" {words}", "dim")
    return line


def told_count(counts: str, noun: str, status: Status) -> str:
    """How many there are and of what; while nothing is found yet, that it is looked for."""
    if counts == "0" and isinstance(status, Analysing | Loading):
        return "analysing …" if isinstance(status, Analysing) else "reading …"
    if not counts or not noun:
        return counts
    noun = noun.replace("ies", "ys").removesuffix("s") if counts == "1" else noun
    return f"{counts} {noun}"


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

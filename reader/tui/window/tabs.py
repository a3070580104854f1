"""The row of pane names where not all panes fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from ..harmless import ellipsis
from ..line import Line, Piece, width_of
from ..painted import PaintedLine

_SHORT = 6


class PaneTabs(PaintedLine):
    """The names of some panes, each with its key; the present one stands out."""

    DEFAULT_CSS = """
    PaneTabs { height: 1; background: $background; color: $dim; padding: 0 1; }
    """

    present = reactive("")
    hidden: reactive[frozenset[str]] = reactive(frozenset)
    """The panes that have no tab now."""

    class Chosen(Message):
        """A pane was chosen by a click."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, panes: Sequence[str], key: Callable[[str], str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._panes = tuple(panes)
        self._key = key

    def line(self, width: int) -> Line:
        """The tabs on one line."""
        return Line.of((piece for pane in self._shown for piece in self._tab(pane)), width)

    @property
    def _shown(self) -> list[str]:
        return [pane for pane in self._panes if pane not in self.hidden]

    def _tab(self, pane: str) -> list[Piece]:
        room = self.content_size.width
        is_cut = sum(len(shown) + 2 for shown in self._shown) > room + 2
        name = ellipsis(pane.capitalize(), _SHORT) if is_cut else pane.capitalize()
        look = "accent underline" if pane == self.present else "dim"
        key = self._key(f"app.{pane}")
        return [
            Piece(f"{key} " if key and not self._is_tight() else "", "dim"),
            Piece(name, look),
            Piece(" " if is_cut else "  "),
        ]

    def _is_tight(self) -> bool:
        """Whether the keys have to go so that all names fit."""
        return sum(len(pane) + 4 for pane in self._shown) > self.content_size.width + 2

    def on_click(self, event: Click) -> None:
        """Choose the tab under the mouse."""
        at = event.x - self.gutter.left
        for pane in self._shown:
            at -= width_of(self._tab(pane))
            if at < 0:
                self.post_message(self.Chosen(pane))
                return

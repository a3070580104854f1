"""The row of pane names where not all panes fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from ..line import Line, Piece, width_of
from ..painted import PaintedLine

_SHORT = {
    "article": "Text",
    "entities": "Names",
    "quotes": "Said",
    "timeline": "When",
    "notes": "Notes",
}


class _Form(Enum):
    """How much the tabs say, the fullest first."""

    WIDE = "names in full, well apart"
    FULL = "names in full"
    SHORT = "the present name in full, the others in a short word"
    BRIEF = "all names in a short word"
    KEYS = "the present name, of the others the keys"

    @property
    def is_full(self) -> bool:
        """Whether all names stand in full."""
        return self in {_Form.WIDE, _Form.FULL}

    @property
    def gap(self) -> int:
        """The cells between two tabs."""
        return 2 if self is _Form.WIDE else 1


class PaneTabs(PaintedLine):
    """The names of some panes, each with its key; the present one stands out."""

    DEFAULT_CSS = """
    PaneTabs { height: 1; background: $background; color: $dim; }
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
        line = Line(width).add(" " * self._margin(width))
        return line.extend(piece for _, tab in self._tabs(width) for piece in tab)

    def _margin(self, width: int) -> int:
        """A blank before the first tab, as before the rows below, where there is room for it."""
        return int(sum(width_of(tab) for _, tab in self._tabs(width)) <= width)

    def _tabs(self, width: int) -> list[tuple[str, list[Piece]]]:
        """Each pane with its tab: names are shortened and left out before keys are."""
        shown = [pane for pane in self._panes if pane not in self.hidden]
        for form in _Form:
            tabs = [(pane, self._tab(pane, form)) for pane in shown]
            if sum(width_of(tab) for _, tab in tabs) <= width + form.gap:
                break
        return tabs

    def _tab(self, pane: str, form: _Form) -> list[Piece]:
        is_here = pane == self.present
        is_full = form.is_full or (is_here and form is not _Form.BRIEF)
        name = pane.capitalize() if is_full else _SHORT.get(pane, pane)
        name = "" if form is _Form.KEYS and not is_here else name
        key = self._key(f"app.{pane}")
        return [
            Piece(f"{key} " if key and name else key, "dim"),
            Piece(name, "accent underline" if is_here else "dim"),
            Piece(" " * form.gap),
        ]

    def on_click(self, event: Click) -> None:
        """Choose the tab under the mouse."""
        width = self.content_size.width
        at = event.x - self.gutter.left - self._margin(width)
        for pane, tab in self._tabs(width):
            at -= width_of(tab)
            if at < 0:
                self.post_message(self.Chosen(pane))
                return

"""All keys on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Resize
from textual.widgets import Static

from ..harmless import cells
from ..keys import Action, Keys
from .dialog import Dialog
from .sections import Section

_TWO_COLUMNS_FROM = 90
_SELECTING = "select: "


class HelpScreen(Dialog[None]):
    """The keys as they really are, the remapped ones included."""

    DEFAULT_CSS = """
    HelpScreen {
        & > Vertical { width: 104; height: auto; max-height: 100%; }
        VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
        VerticalScroll > Horizontal { height: auto; }
        VerticalScroll > Horizontal > Vertical { width: 1fr; height: auto; }
        &.-narrow VerticalScroll > Horizontal { layout: vertical; }
        Static { margin: 0 0 1 0; }
        & > Vertical > .hint { dock: bottom; margin: 0; text-align: right; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q", "dismiss(None)", "close", id="help.close"),
    ]

    def __init__(self, keys: Keys, sections: Sequence[Section]) -> None:
        super().__init__()
        self._keys = keys
        self._sections = sections

    def compose(self) -> ComposeResult:
        """Two columns of sections."""
        texts = [text for section in self._sections for text in self._texts(*section)]
        heights = [text.plain.count("\n") + 2 for text in texts]
        half = next(n for n in range(len(texts) + 1) if 2 * sum(heights[:n]) >= sum(heights))
        with Vertical():
            with VerticalScroll(), Horizontal():
                for column in (texts[:half], texts[half:]):
                    with Vertical():
                        for text in column:
                            yield Static(text)
            yield Static(self._way_out(), classes="hint")

    def on_mount(self) -> None:
        """Let arrows and pages scroll."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self, event: Resize) -> None:
        """One column where two do not fit."""
        self.set_class(event.size.width < _TWO_COLUMNS_FROM, "-narrow")

    def _texts(self, title: str, nodes: tuple[type[DOMNode], ...]) -> list[Content]:
        """A section, and one more for what selects on the way."""
        actions = [action for node in nodes for action in self._keys.actions(node)]
        plain = [action for action in actions if not action.description.startswith(_SELECTING)]
        selecting = [action for action in actions if action not in plain]
        texts = [self._text(title, plain)]
        return [*texts, self._text(f"{title}, selecting", selecting)] if selecting else texts

    def _way_out(self) -> Content:
        actions = self._keys.actions(Dialog) + self._keys.actions(HelpScreen)
        keys = self._keys.shown(key for action in actions for key in action.keys)
        return Content.assemble((keys, "bold"), (" close", "$dim"))

    def _text(self, title: str, actions: Sequence[Action]) -> Content:
        rows = [
            (self._keys.shown(action.keys), action.description.removeprefix(_SELECTING))
            for action in actions
        ]
        widest = max((cells(keys) for keys, _ in rows), default=0)
        pieces = [(f"{title}\n", "bold $primary")]
        for keys, does in dict.fromkeys(rows):
            pieces += [(keys + " " * (widest - cells(keys) + 2), "bold"), (f"{does}\n", "$dim")]
        pieces[-1] = (pieces[-1][0].rstrip("\n"), pieces[-1][1])
        return Content.assemble(*pieces)

"""The help: all keys as they are, the mouse, and what the signs mean; searchable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Resize
from textual.widgets import Input, Static

from ...reading.folding import folded
from .. import legend
from ..harmless import cells
from ..keys import Action, Keys
from ..lists.short_lines import wrapped
from .dialog import Dialog
from .sections import Section

_TWO_COLUMNS_FROM = 90
_SELECTING = "select: "
_WIDEST_LEFT = 24
_WIDEST = 104
_AROUND = 5
"""The cells of a box beside its text: what pads it and the bar that scrolls it."""
_GUTTER = 2
_NARROWEST = 24
_MOST_LINES = 20
_COLUMNS = "VerticalScroll > Horizontal > Vertical"


class _Row(NamedTuple):
    """A line of the help: a key, a gesture or a sign, what it is, and the look of the first."""

    left: str
    does: str
    look: str = "bold"


class _Part(NamedTuple):
    """Lines under a heading; `words` stand above them."""

    title: str
    rows: list[_Row]
    words: str = ""

    def matching(self, wanted: Sequence[str]) -> _Part | None:
        """The part with the lines that hold all words; None where there are none."""
        if not wanted:
            return self
        rows = [row for row in self.rows if _holds(f"{self.title} {row.left} {row.does}", wanted)]
        says = self.words if _holds(f"{self.title} {self.words}", wanted) else ""
        return _Part(self.title, rows, says) if rows or says else None

    @property
    def height(self) -> int:
        """About how many lines it takes."""
        return len(self.rows) + 2 + len(self.words) // 45


class _Page(VerticalScroll):
    """The text of the help, scrolled by the keys of the article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,ctrl+e", "go(1)", "line down", show=False, id="help.line-down"),
        Binding("k,ctrl+y", "go(-1)", "line up", show=False, id="help.line-up"),
        Binding("space,ctrl+f", "go_pages(1)", "page down", show=False, id="help.page-down"),
        Binding("b,ctrl+b", "go_pages(-1)", "page up", show=False, id="help.page-up"),
        Binding("ctrl+d", "go_pages(0.5)", "half a page down", show=False, id="help.half-down"),
        Binding("ctrl+u", "go_pages(-0.5)", "half a page up", show=False, id="help.half-up"),
        Binding("g", "scroll_home", "beginning", show=False, id="help.first"),
        Binding("G", "scroll_end", "end", show=False, id="help.last"),
    ]

    def action_go(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=lines, animate=False)

    def action_go_pages(self, pages: float) -> None:
        """Scroll by pages or a part of one."""
        self.action_go(round(pages * self.scrollable_content_region.height))


class HelpScreen(Dialog[None]):
    """The keys as they really are, the remapped ones included, and everything else to know."""

    DEFAULT_CSS = """
    HelpScreen {
        & > Vertical { width: 104; max-width: 100%; height: auto; max-height: 100%; }
        VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
        VerticalScroll > Horizontal { height: auto; }
        VerticalScroll > Horizontal > Vertical { width: 1fr; height: auto; }
        &.-narrow VerticalScroll > Horizontal { layout: vertical; }
        Static { margin: 0 0 1 0; }
        Input { dock: top; margin: 0 0 1 0; display: none; }
        &.-searching Input { display: block; }
        & > Vertical > .hint { dock: bottom; margin: 0; text-align: right; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,f", "search", "search", id="help.search"),
        Binding("down", "to_text", "to the text", show=False, id="help.to-text"),
        Binding("question_mark,q", "dismiss(None)", "close", id="help.close"),
    ]

    def __init__(self, keys: Keys, sections: Sequence[Section], here: str = "") -> None:
        """`here` names the pane that the reader is in."""
        super().__init__()
        self._keys = keys
        self._sections = sections
        self._here = here
        self._parts: list[_Part] = []
        self._set_for = 0

    def compose(self) -> ComposeResult:
        """A line to search with, and two columns of parts."""
        self._parts = list(self._all_parts())
        with Vertical():
            yield Input(placeholder="search the help", compact=True)
            with _Page(), Horizontal():
                yield Vertical()
                yield Vertical()
            yield Static(self._way_out(), classes="hint")

    async def on_mount(self) -> None:
        """Let arrows and pages scroll."""
        await self._show("")
        self.query_one(VerticalScroll).focus()

    async def on_resize(self, event: Resize) -> None:
        """One column where two do not fit; another width sets the text again."""
        self.set_class(event.size.width < _TWO_COLUMNS_FROM, "-narrow")
        if self._set_for not in {0, self._column_cells}:
            await self._show(self.query_one(Input).value)

    @property
    def _column_cells(self) -> int:
        """The width of a column of text."""
        width = self.app.size.width
        room = min(width, _WIDEST) - _AROUND
        return max(_NARROWEST, room if width < _TWO_COLUMNS_FROM else room // 2 - _GUTTER)

    # Search

    def action_search(self) -> None:
        """Type words to find in the help."""
        self.add_class("-searching")
        self.query_one(Input).focus()

    def action_to_text(self) -> None:
        """Keep the words and scroll what was found."""
        self.query_one(VerticalScroll).focus()

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the words, while they are typed."""
        event.stop()
        await self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Scroll what was found."""
        event.stop()
        self.action_to_text()

    async def _show(self, query: str) -> None:
        """Put the parts that have all words into the columns."""
        wanted = folded(query).split()
        parts = [found for part in self._parts if (found := part.matching(wanted))]
        whole = sum(part.height for part in parts)
        places = range(len(parts) + 1)
        half = next(n for n in places if 2 * sum(part.height for part in parts[:n]) >= whole)
        width = self._set_for = self._column_cells
        halves = (parts[:half], parts[half:])
        shown = [[Static(_content(part, width)) for part in some] for some in halves]
        if not parts:
            shown[0] = [Static(f"Nothing in the help matches “{query}”.", markup=False)]
        with self.app.batch_update():
            for column, some in zip(self.query(_COLUMNS), shown, strict=True):
                await column.remove_children()
                await column.mount_all(some)
                column.display = bool(some)

    # What there is

    def _all_parts(self) -> Iterator[_Part]:
        """What is special here, the keys, the mouse, the signs."""
        yield from self._of_this_pane()
        for title, nodes in self._sections:
            if title != self._here.capitalize():
                yield from self._of_keys(title, nodes)
        yield _Part("Mouse", [_Row(*gesture) for gesture in legend.words()["mouse"].items()])
        yield _Part("Kinds", [_Row(*known) for known in legend.kinds()])
        yield _Part("Signs", [_Row(*known) for known in legend.signs()])

    def _of_this_pane(self) -> Iterator[_Part]:
        said = legend.words()["here"].get(self._here, "")
        nodes = next((n for title, n in self._sections if title == self._here.capitalize()), ())
        if not said:
            return
        first, *rest = self._of_keys(f"Here: {self._here.capitalize()}", nodes)
        yield _Part(first.title, first.rows, said)
        yield from rest

    def _of_keys(self, title: str, nodes: tuple[type[DOMNode], ...]) -> list[_Part]:
        """A section, and one more for what selects on the way."""
        actions = [action for node in nodes for action in self._keys.actions(node)]
        plain = [action for action in actions if not action.description.startswith(_SELECTING)]
        selecting = [action for action in actions if action not in plain]
        parts = [_Part(title, self._rows(plain))]
        if selecting:
            parts.append(_Part(f"{title}, selecting", self._rows(selecting)))
        return parts

    def _rows(self, actions: Sequence[Action]) -> list[_Row]:
        rows = [
            _Row(self._keys.shown(action.keys), action.description.removeprefix(_SELECTING))
            for action in actions
        ]
        return list(dict.fromkeys(rows))

    def _way_out(self) -> Content:
        closing = self._keys.actions(Dialog) + self._keys.actions(HelpScreen)
        search = next(action for action in closing if action.id == "help.search")
        wanted = [action for action in closing if action.id in {"help.close", "dialog.close"}]
        keys = self._keys.shown(key for action in wanted for key in action.keys)
        return Content.assemble(
            (self._keys.shown(search.keys[:1]), "bold"),
            (" search   ", "$dim"),
            (keys, "bold"),
            (" close", "$dim"),
        )


def _holds(text: str, wanted: Sequence[str]) -> bool:
    known = folded(text)
    return all(word in known for word in wanted)


def _content(part: _Part, width: int) -> Content:
    """A part as text set in so many cells; what a key does never runs on under the keys."""
    widest = min(_WIDEST_LEFT, max((cells(row.left) for row in part.rows), default=0))
    pieces = [(f"{part.title}\n", "bold $primary")]
    if part.words:
        pieces += [(f"{line}\n", "") for line in wrapped(part.words, width, _MOST_LINES)]
    for left, does, look in part.rows:
        style = look if look == "bold" else f"${_variable(look)}" if look else "$primary"
        beside = max(widest, cells(left)) + 2
        pieces.append((left + " " * (beside - cells(left)), style))
        lines = wrapped(does, max(_NARROWEST - beside, width - beside), _MOST_LINES) or [""]
        pieces.append((f"\n{' ' * beside}".join(lines) + "\n", "$dim"))
    pieces[-1] = (pieces[-1][0].rstrip("\n"), pieces[-1][1])
    return Content.assemble(*pieces)


def _variable(look: str) -> str:
    """The theme's variable of a look."""
    return look if look.startswith("mark-") else f"kind-{look}"

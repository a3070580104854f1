"""Words from elsewhere, page by page, made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from ..copying import copy_words
from ..harmless import graphemes, harmless, one_line
from .running import CommandError, Output, Running

_MOST_ROWS = 200_000
_TAB = 8
_LONGEST_LINE = 100_000
_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[PX^_\]][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]|.\x08"
)
"""Colours and other controls of terminals, and what is printed over."""


class _Rows(ScrollView, can_focus=True):
    """Lines broken to the width of the window; only those on the screen are painted."""

    DEFAULT_CSS = """
    _Rows { background: $surface; color: $foreground; scrollbar-size-vertical: 1;
            overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._rows: list[str] = []

    def show(self, text: str) -> None:
        """Show a text from its beginning."""
        self._text = text
        self._break()

    def on_resize(self, event: Resize) -> None:
        """Break the lines to the new width."""
        del event
        self._break()

    def _break(self) -> None:
        width = max(1, self.scrollable_content_region.width - 2)
        self._rows = []
        for row in broken(self._text, width):
            self._rows.append(row)
            if len(self._rows) >= _MOST_ROWS:
                break
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        number, width = self.scroll_offset.y + y, self.size.width
        style = self.rich_style
        if number >= len(self._rows):
            return Strip.blank(width, style)
        return Strip([Segment(f" {self._rows[number]}", style)]).adjust_cell_length(width, style)


def broken(text: str, width: int) -> Iterator[str]:
    """Harmless rows of at most `width` cells; controls of terminals are left out."""
    for line in _SEQUENCE.sub("", text).replace("\r\n", "\n").split("\n"):
        row, used = "", 0
        for sign, own in graphemes(harmless(line[:_LONGEST_LINE].rstrip("\r").expandtabs(_TAB))):
            if used + own > width:
                yield row
                row, used = "", 0
            row += sign
            used += own
        yield row


class PagerScreen(ModalScreen[None]):
    """Runs a command, then shows what it gave."""

    DEFAULT_CSS = """
    PagerScreen {
        background: $surface;
        .title { height: 1; padding: 0 1; color: $primary; background: $background; }
        .hint { height: 1; padding: 0 1; color: $dim; background: $panel; }
        _Rows { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "close", id="pager.close"),
        Binding("down,j,ctrl+e", "scroll(1)", "line down", show=False, id="pager.line-down"),
        Binding("up,k,ctrl+y", "scroll(-1)", "line up", show=False, id="pager.line-up"),
        Binding("space,pagedown,ctrl+f", "page(1)", "page down", show=False, id="pager.page-down"),
        Binding("b,pageup,ctrl+b", "page(-1)", "page up", show=False, id="pager.page-up"),
        Binding("ctrl+d", "page(0.5)", "half a page down", show=False, id="pager.half-down"),
        Binding("ctrl+u", "page(-0.5)", "half a page up", show=False, id="pager.half-up"),
        Binding("g,home", "end(False)", "beginning", show=False, id="pager.first"),
        Binding("G,end", "end(True)", "end", show=False, id="pager.last"),
        Binding("y", "copy", "copy all", show=False, id="pager.copy"),
    ]

    def __init__(self, running: Running, words: str) -> None:
        super().__init__()
        self._order = running
        self._words = words
        self._output: Output | None = None

    def compose(self) -> ComposeResult:
        """The command, its output, and what can be done."""
        yield Static(Content(one_line(" ".join(self._order.command))), classes="title")
        yield _Rows()
        yield Static(Content("running … esc stops it"), classes="hint")

    def on_mount(self) -> None:
        """Run the command."""
        self.query_one(_Rows).focus()
        self.app.run_worker(self._run, thread=True, group="pipe", exit_on_error=False)

    def _run(self) -> None:
        try:
            output = self._order.run(self._words)
        except CommandError as error:
            output = Output("", str(error))
        self.app.call_from_thread(partial(self._show, output))

    def _show(self, output: Output) -> None:
        if not self.is_attached:
            return
        self._output = output
        self.query_one(_Rows).show(output.text)
        lines = output.text.count("\n") + bool(output.text and not output.text.endswith("\n"))
        said = f"{one_line(output.ending)} · {lines:,} line{'' if lines == 1 else 's'}"
        self.query_one(".hint", Static).update(Content(f"{said} · y copies · esc closes"))

    def on_unmount(self) -> None:
        """Leave no command behind."""
        self._order.stop()

    def action_leave(self) -> None:
        """Give the command up, or close."""
        self._order.stop()
        self.dismiss()

    def action_scroll(self, rows: int) -> None:
        """Scroll by rows."""
        self._show_from(self.query_one(_Rows).scroll_offset.y + rows)

    def action_page(self, pages: float) -> None:
        """Scroll by pages, or parts of one."""
        rows = self.query_one(_Rows)
        step = round(pages * max(1, rows.size.height - 1)) or 1
        self._show_from(rows.scroll_offset.y + step)

    def action_end(self, last: bool) -> None:
        """Go to the beginning or the end."""
        self._show_from(self.query_one(_Rows).max_scroll_y if last else 0)

    def _show_from(self, row: int) -> None:
        self.query_one(_Rows).scroll_to(y=max(0, row), animate=False)

    def action_copy(self) -> None:
        """Copy all that the command gave."""
        if self._output is not None:
            shown = _SEQUENCE.sub("", self._output.text)
            lines = (harmless(line.expandtabs(_TAB)) for line in shown.split("\n"))
            copy_words(self.app, "\n".join(lines).strip())

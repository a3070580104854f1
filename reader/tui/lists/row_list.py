"""A list that paints only what is on the screen, however many rows it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, chain
from typing import ClassVar, Generic, TypeVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, MouseEvent, MouseMove, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ..commands.command import RIGHT_BUTTON
from ..painted import Painted
from .row_keys import KEYS
from .row_layout import (
    MOST_COUNTED,
    Painter,
    Roomy,
    RowLayout,
    heights_of,
    lines_wanted,
    message_lines,
    nearest,
    place_of,
)

_UNCUT = 2_000
"""Cells in which a row is copied whole."""

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)


class RowList(Painted, ScrollView, Generic[R], can_focus=True):
    """Rows of one or more lines with a cursor.

    The row under the cursor stays the same row, at the same height of the screen, when the
    rows change. It opens while the list has the keyboard; so does the chosen row.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    class Chosen(Message):
        """A row was chosen by key or mouse."""

        def __init__(self, ident: str) -> None:
            super().__init__()
            self.ident = ident

    class Asked(Message):
        """The row under the cursor was clicked with the right button."""

    class Pointed(Message):
        """The cursor is on another row."""

    def __init__(
        self,
        painter: Painter[R],
        prepare: Callable[[], object] | None = None,
        copied: Callable[[R], str] | None = None,
    ) -> None:
        """`prepare` is called once, before the first line is painted.

        `copied` says what a copy of a row holds; without it that is what the row says.
        """
        super().__init__()
        self._copied = copied or self.words
        self._painter = painter
        self._prepare = prepare
        self._rows: Sequence[R] = ()
        self._idents: list[str | None] = []
        self._count = 0
        self._layout = RowLayout([0])
        self._cursor = -1
        self._chosen: str | None = None
        self._message = ""
        self._is_hasty = False
        self._painted: dict[int, list[Strip]] = {}
        self._laid_out_for = (-1, 0)
        self._seen_lines = 0

    # What others see

    @property
    def rows(self) -> Sequence[R]:
        """All rows, headings too."""
        return self._rows

    @property
    def count(self) -> int:
        """How many rows can be chosen."""
        return self._count

    @property
    def cursor(self) -> str | None:
        """The id of the row under the cursor."""
        return self._idents[self._cursor] if self._cursor >= 0 else None

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return self._rows[self._cursor] if self._cursor >= 0 else None

    def show(self, rows: Sequence[R], *, chosen: str | None = None, message: str = "") -> None:
        """Take new rows.

        `chosen` is the id of the row that the reader looks at: the cursor goes there when it
        changes. `message` is shown where there are no rows.
        """
        anchor, before = self._anchor(), self.cursor
        self._rows, self._message = rows, message
        self._idents = self._painter.idents(rows)
        self._count = len(self._idents) - self._idents.count(None)
        moved, self._chosen = chosen != self._chosen, chosen
        wanted = chosen if moved and chosen is not None else before
        self._cursor = place_of(self._idents, wanted)
        self._lay_out()
        if self.cursor == before:
            self._hold(anchor)
        else:
            self._reveal()
            self.cursor_moved()

    def repaint(self) -> None:
        """Paint the same rows again: what they speak of has changed."""
        self._open()

    def reopen(self) -> None:
        """Ask again what the open row shows."""
        self._open()
        self._reveal()

    # Layout

    def _lay_out(self) -> None:
        self._laid_out_for = self._lay_out_key
        self._layout = RowLayout(
            list(
                accumulate(
                    chain((0,), heights_of(self._painter, self._rows, self._width, self._screen))
                )
            )
        )
        self._open()

    def lines_wanted(self) -> int | None:
        """The lines that all rows would like; None where nobody could see so many."""
        return lines_wanted(self._painter, self._rows, self._width)

    @property
    def _lay_out_key(self) -> tuple[int, int]:
        """The size as far as the lines of rows go by it."""
        goes_by_height = isinstance(self._painter, Roomy) and len(self._rows) <= MOST_COUNTED
        return self._width, self._screen if goes_by_height else 0

    def _open(self) -> None:
        """Open the row that should be open, and paint afresh."""
        opened = self._cursor if self.has_focus or self.cursor == self._chosen else -1
        self._layout.opened, self._layout.more = -1, 0
        if opened >= 0 and self._width > 0:
            lines = self._painter.lines(self._rows[opened], self._width, opened=True)
            self._layout.opened = opened
            height = self._layout.starts[opened + 1] - self._layout.starts[opened]
            self._layout.more = max(0, len(lines) - height)
        self._painted.clear()
        self.virtual_size = Size(0, self._layout.height)  # any width fits: nothing goes sideways
        self.refresh()

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _screen(self) -> int:
        """The lines that can be seen at once."""
        return self.scrollable_content_region.height

    def _anchor(self) -> tuple[str | None, int]:
        """The row that should stay where it is, and how far below the top it begins.

        That is the row under the cursor if it can be seen, else the first that can.
        """
        top, screen = self.scroll_offset.y, self._screen
        row = self._cursor
        if row >= 0 and not top <= self._layout.top(row) < top + screen:
            row = self._layout.at(min(top, self._layout.height - 1))
        return (self._idents[row], self._layout.top(row) - top) if row >= 0 else (None, 0)

    def _hold(self, anchor: tuple[str | None, int]) -> None:
        """Scroll so that the anchor's row is again where it was.

        A list at its top stays there as long as that row can be seen.
        """
        ident, below = anchor
        if ident is None or ident not in self._idents:
            return
        row = self._idents.index(ident)
        at_top = self.scroll_offset.y == 0
        if not at_top or self._layout.bottom(row) > self._screen:
            self._scroll(self._layout.top(row) - below)

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=max(0, y), animate=False, force=True)

    def _reveal(self) -> None:
        """Scroll as little as needed to see the row under the cursor, with its heading."""
        if self._cursor < 0:
            return
        first = self._cursor
        if first and self._idents[first - 1] is None:
            first -= 1
        top, bottom = self._layout.top(first), self._layout.bottom(self._cursor)
        screen = self._screen
        if top < self.scroll_offset.y or bottom - top > screen:
            self._scroll(top)
        elif bottom > self.scroll_offset.y + screen:
            self._scroll(bottom - screen)

    def on_resize(self, _: Resize) -> None:
        """Lay the rows out for the new size; a row that was seen under the cursor still is."""
        top, before = self.scroll_offset.y, self._seen_lines
        self._seen_lines = self._screen
        was_seen = top < self._layout.bottom(self._cursor) <= top + before
        self._fit()
        if was_seen and self._seen_lines < before:
            self._reveal()

    def _fit(self) -> None:
        """Lay the rows out for another size, the cursor's row where it was."""
        if self._laid_out_for != self._lay_out_key:
            anchor = self._anchor()
            self._lay_out()
            self._hold(anchor)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Open the row under the cursor with the keyboard, close it without."""
        super().watch_has_focus(has_focus)
        self._open()
        if has_focus:
            self._reveal()

    # Painting

    def notify_style_update(self) -> None:
        """Forget all that was painted in other colours."""
        self._painted.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if self._prepare is not None:
            prepare, self._prepare = self._prepare, None
            prepare()
        self._fit()  # the first picture comes before the size is told
        line = y + self.scroll_offset.y
        if not self._rows:
            return self._message_line(y)
        if line >= self._layout.height:
            return Strip.blank(self.size.width, self.rich_style)
        row = self._layout.at(line)
        strips = self._painted.get(row)
        if strips is None:
            strips = self._painted[row] = self._paint_row(row)
        inside = line - self._layout.top(row)
        if inside < len(strips):
            return strips[inside]
        return Strip.blank(self._width, self.rich_style)

    def _paint_row(self, row: int) -> list[Strip]:
        if len(self._painted) > 500:
            self._painted.clear()
        opened = row == self._layout.opened
        lines = self._painter.lines(self._rows[row], self._width, opened=opened)
        ground = "chosen" if self._chosen is not None and self._idents[row] == self._chosen else ""
        if row == self._cursor and self.has_focus:
            ground = "cursor"
        return [self.paint(line.marked() if ground else line, ground) for line in lines]

    def _message_line(self, y: int) -> Strip:
        """A line of the message; it is painted where rows would be, which there are none of."""
        if 0 not in self._painted:
            message = message_lines(self._message, self._width)
            self._painted[0] = [self.paint(line) for line in message]
        lines = self._painted[0]
        return lines[y] if y < len(lines) else Strip.blank(self._width, self.rich_style)

    # Moving

    def _move_to(self, row: int) -> None:
        """Put the cursor on a row that can be chosen."""
        if row < 0 or row == self._cursor:
            return
        self._cursor = row
        if not self._is_hasty:
            self._show_cursor()

    def _show_cursor(self) -> None:
        self._open()
        self._reveal()
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """Tell that the cursor is on another row."""
        self.post_message(self.Pointed())

    def action_move(self, step: int) -> None:
        """Go to the next or previous row."""
        self._move_to(nearest(self._idents, self._cursor + step, step))
        if step < 0 and nearest(self._idents, self._cursor - 1, -1) < 0:
            self._scroll(0)

    def action_scroll(self, step: int) -> None:
        """Scroll by a line; the cursor goes along only where it would leave the screen."""
        if self._cursor < 0:
            return
        self._scroll(min(self.scroll_offset.y + step, self.max_scroll_y))
        top, screen = self.scroll_offset.y, self._screen
        if self._layout.bottom(self._cursor) <= top:
            self._put_cursor(nearest(self._idents, self._layout.at(top), 1))
        elif self._layout.top(self._cursor) >= top + screen:
            self._put_cursor(nearest(self._idents, self._layout.at(top + screen - 1), -1))

    def _put_cursor(self, row: int) -> None:
        """Move the cursor without scrolling to it."""
        if row >= 0:
            self._cursor = row
            self._open()
            self.cursor_moved()

    def action_page(self, step: int, parts: int = 1) -> None:
        """Go a screen down or up, or one of so many parts of a screen."""
        if self._cursor < 0:
            return
        screen = max(1, (self._screen - 1) // parts)
        line = self._layout.top(self._cursor) + step * screen
        row = self._layout.at(min(max(line, 0), self._layout.height - 1))
        if step > 0:
            row = max(row, self._cursor + 1)
        found = nearest(self._idents, min(row, len(self._rows) - 1), step)
        self._move_to(found if found >= 0 else nearest(self._idents, row, -step))

    def repeat(self, action: str, parameters: tuple[object, ...], times: int) -> bool:
        """Go so many rows or pages on, with one picture at the end."""
        act = {"move": self.action_move, "page": self.action_page}.get(action)
        if act is None:
            return False
        self._is_hasty = True
        for _ in range(times):
            before = self._cursor
            act(*(int(str(one)) for one in parameters))
            if self._cursor == before:
                break
        self._is_hasty = False
        self._show_cursor()
        return True

    def action_first(self) -> None:
        """Go to the first row."""
        self._move_to(nearest(self._idents, 0, 1))
        self._scroll(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self._move_to(nearest(self._idents, len(self._rows) - 1, -1))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self.cursor))

    def words(self, row: R) -> str:
        """What a row says when it is open, as plain text."""
        from ..copying import row_words

        return row_words(self._painter.lines(row, _UNCUT, opened=True))

    def action_copy(self) -> None:
        """Copy the row under the cursor."""
        from ..copying import copy_words

        if self.current is not None:
            copy_words(self.app, self._copied(self.current))

    def _line_at(self, event: MouseEvent) -> int:
        """The line of the rows under the pointer."""
        return event.y - self.gutter.top + self.scroll_offset.y

    def on_mouse_move(self, event: MouseMove) -> None:
        """Say what the signs of the row under the pointer mean."""
        tell, line = getattr(self._painter, "meaning", None), self._line_at(event)
        is_row = tell is not None and 0 <= line < self._layout.height
        said = tell(self._rows[self._layout.at(line)]) if tell is not None and is_row else ""
        self.tooltip = Content(said) if said else None

    def on_click(self, event: Click) -> None:
        """Choose the row that was clicked; with the right button ask what can be done to it."""
        line = self._line_at(event)
        if 0 <= line < self._layout.height:
            row = self._layout.at(line)
            if self._idents[row] is not None:
                self._move_to(row)
                if event.button == RIGHT_BUTTON:
                    self.post_message(self.Asked())
                else:
                    self.action_choose()

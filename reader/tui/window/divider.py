"""The borders between panes, which the mouse can drag."""

from __future__ import annotations

from textual.content import Content
from textual.events import MouseDown, MouseMove, MouseUp
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget


class Divider(Widget):
    """An empty column or row between two panes."""

    DEFAULT_CSS = """
    Divider {
        width: 1; height: 1fr; background: $background; pointer: ew-resize;
        &.-row { width: 1fr; height: 1; pointer: ns-resize; }
        &:hover, &.-dragged { background: $panel; }
    }
    """
    ALLOW_SELECT = False

    class Dragged(Message):
        """The divider was dragged `cells` to the right or down."""

        def __init__(self, divider: Divider, cells: int) -> None:
            super().__init__()
            self.divider = divider
            self.cells = cells

    def __init__(self, *, row: bool = False, place: int = 0) -> None:
        """`place` numbers the borders between side panes, from the first."""
        super().__init__(classes="-row" if row else "")
        self.place = place
        self.is_row = row
        self._held_at: int | None = None

    def turn(self, *, row: bool) -> None:
        """Be a row, or a column."""
        self.is_row = row
        self.set_class(row, "-row")

    def render(self) -> Content:
        """Nothing: the background is all there is to see."""
        return Content("")

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines that are all alike: one is painted for all."""
        first = Region(crop.x, crop.y, crop.width, min(crop.height, 1))
        return super().render_lines(first) * crop.height

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold."""
        self._held_at = self._where(event)
        self.capture_mouse()
        self.add_class("-dragged")

    def on_mouse_move(self, event: MouseMove) -> None:
        """Tell how far the mouse went since the last move."""
        if self._held_at is None:
            return
        at = self._where(event)
        if at != self._held_at:
            self.post_message(self.Dragged(self, at - self._held_at))
            self._held_at = at

    def on_mouse_up(self) -> None:
        """Let go."""
        self._held_at = None
        self.release_mouse()
        self.remove_class("-dragged")

    def _where(self, event: MouseDown | MouseMove | MouseUp) -> int:
        return int(event.screen_y if self.is_row else event.screen_x)

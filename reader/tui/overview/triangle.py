"""Who stands with whom: a triangle of the main entities, a shade for each pair."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from ...reading import PairFocus, Reading
from ...reading.statistics import Triangle, triangle
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Line
from ..painted import Painted

_CELL = 3
_NUMBER = 3
_LONGEST_NAME = 200


class TriangleChart(Painted, can_focus=True):
    """Rows and columns are the same entities; a cell is how many sentences two of them share."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TriangleChart { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1, 0)", "down", show=False, id="triangle.down"),
        Binding("up,k", "move(-1, 0)", "up", show=False, id="triangle.up"),
        Binding("right,l", "move(0, 1)", "right", show=False, id="triangle.right"),
        Binding("left,h", "move(0, -1)", "left", show=False, id="triangle.left"),
        Binding("enter", "choose", "choose", show=False, id="triangle.choose"),
    ]

    class Chosen(Message):
        """A pair was chosen by key or mouse."""

        def __init__(self, focus: PairFocus) -> None:
            super().__init__()
            self.focus = focus

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._triangle: Triangle = triangle(reading.index, reading.article.text)
        self._row, self._column = 1, 0

    @property
    def _many(self) -> int:
        return len(self._triangle.entities)

    def _count(self, row: int, column: int) -> int:
        first, second = self._triangle.entities[column], self._triangle.entities[row]
        return self._triangle.shared.get((first.id, second.id), 0)

    def _names(self) -> int:
        """The cells that names may take, so that all columns fit beside them."""
        return max(8, self.content_size.width - _NUMBER - _CELL * self._many)

    def render_line(self, y: int) -> Strip:
        """One entity: its number and name, then its cell with each one above it."""
        line = Line(self.content_size.width)
        if self._many < 2:
            return self.paint(line.add(" Fewer than two are mentioned." if y == 0 else "", "dim"))
        if y == self._many:
            return self.paint(self._told(line))
        if y > self._many:
            return self.paint(line)
        entity = self._triangle.entities[y]
        sign = glyphs().kinds[entity.kind]
        line.right_column(str(y + 1), _NUMBER - 1, "dim").add(" ")
        line.column(f"{sign} {one_line(entity.name[:_LONGEST_NAME])}", self._names(), entity.kind)
        most = max(self._triangle.shared.values(), default=1)
        for column in range(y):
            count = self._count(y, column)
            here = self.has_focus and (y, column) == (self._row, self._column)
            shade = glyphs().level(count, most) if count else "·"
            line.add(f"[{shade}]" if here else f" {shade} ", "accent" if here else "")
        return self.paint(line, "cursor" if self.has_focus and y == self._row else "")

    def _told(self, line: Line) -> Line:
        """What the cell under the cursor says, in words."""
        pair = [self._triangle.entities[place] for place in (self._column, self._row)]
        names = " and ".join(one_line(entity.name[:_LONGEST_NAME]) for entity in pair)
        count = self._count(self._row, self._column)
        return line.add(f" {names}: {count} sentence{'s' if count != 1 else ''}", "dim")

    def action_move(self, down: int, right: int) -> None:
        """Go to another cell; the cursor stays below the diagonal."""
        if self._many < 2:
            return
        self._row = max(1, min(self._row + down, self._many - 1))
        self._column = max(0, min(self._column + right, self._row - 1))
        self.refresh()

    def action_choose(self) -> None:
        """Look at both entities of the cell."""
        if self._many >= 2:
            pair = [self._triangle.entities[place].id for place in (self._column, self._row)]
            self.post_message(self.Chosen(PairFocus(*pair)))

    def on_click(self, event: Click) -> None:
        """Choose the cell that was clicked."""
        column = (event.x - _NUMBER - self._names()) // _CELL
        if 0 < event.y < self._many and 0 <= column < event.y:
            self._row, self._column = event.y, column
            self.refresh()
            self.action_choose()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

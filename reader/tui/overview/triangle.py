"""Who stands with whom: a triangle of the main entities, a shade for each pair."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from ...reading.overview import Key, Material, Triangle, triangle
from ..glyphs import glyphs
from ..harmless import ellipsis, one_line
from ..line import Line
from ..painted import Painted
from .rows import COUNTING, Target

_CELL = 3
_NUMBER = 3
_LONGEST_NAME = 200


class TriangleChart(Painted, can_focus=True):
    """Rows and columns are the same entities; a cell is how many sentences two of them share."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1, 0)", "down", show=False, id="triangle.down"),
        Binding("up,k", "move(-1, 0)", "up", show=False, id="triangle.up"),
        Binding("right,l", "move(0, 1)", "right", show=False, id="triangle.right"),
        Binding("left,h", "move(0, -1)", "left", show=False, id="triangle.left"),
        Binding("enter", "choose", "choose", show=False, id="triangle.choose"),
    ]

    class Chosen(Message):
        """A pair was chosen by key or mouse: where to look at both."""

        def __init__(self, targets: tuple[Target, ...]) -> None:
            super().__init__()
            self.targets = targets

    def __init__(self, material: Material, *, is_long: bool = False) -> None:
        """Of a long text the sentences are counted in a thread."""
        super().__init__()
        self._material = material
        self._is_counted = not is_long
        self._triangle = triangle(material) if self._is_counted else Triangle((), {}, {})
        self._row, self._column = self._strongest()

    def on_mount(self) -> None:
        """Count what was not counted yet."""
        if not self._is_counted:
            self.run_worker(self._count_elsewhere, thread=True, exclusive=True)

    def _count_elsewhere(self) -> None:
        made = triangle(self._material)
        self.app.call_from_thread(self._take, made)

    def _take(self, made: Triangle) -> None:
        self._triangle, self._is_counted = made, True
        self._row, self._column = self._strongest()
        if self.is_attached:
            self.refresh()

    def _strongest(self) -> tuple[int, int]:
        """The cell of those who share most sentences, of several the first one."""
        cells = ((row, column) for row in range(1, self._many) for column in range(row))
        return max(cells, key=lambda cell: self._count(*cell), default=(1, 0))

    @property
    def _many(self) -> int:
        return len(self._triangle.entities)

    def _pair(self, row: int, column: int) -> tuple[Key, Key]:
        first, second = self._triangle.entities[column], self._triangle.entities[row]
        return first.key, second.key

    def _count(self, row: int, column: int) -> int:
        return self._triangle.shared.get(self._pair(row, column), 0)

    def _names(self) -> int:
        """The cells that names may take, so that all columns fit beside them."""
        return max(8, self.content_size.width - _NUMBER - _CELL * (self._many - 1))

    def _first(self) -> int:
        """The first entity on the screen: where not all have room, the cursor's is the last."""
        if not self.has_focus:
            return 0
        room = self.content_size.height - 1
        return max(0, min(self._row + 1, self._many) - max(1, room))

    def render_line(self, y: int) -> Strip:
        """One entity: its number and name, then its cell with each one above it.

        The line below the last one tells the cell under the cursor in words.
        """
        line = Line(self.content_size.width)
        if self._many < 2:
            words = "Fewer than two entities are mentioned." if self._is_counted else COUNTING
            return self.paint(line.add(f" {words}" if y == 0 else "", "dim"))
        last = min(self._many, self.content_size.height - 1)
        if y >= last:
            return self.paint(self._told(line) if y == last else line)
        return self._entity_line(line, y + self._first())

    def _entity_line(self, line: Line, y: int) -> Strip:
        entity = self._triangle.entities[y]
        sign = glyphs().kinds[entity.kind]
        line.right_column(str(y + 1), _NUMBER - 1, "dim").add(" ")
        name = one_line(entity.name[:_LONGEST_NAME])
        line.add(f"{sign} ", entity.kind).column(name, self._names() - 2, entity.kind)
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
        told = f": {count} sentence{'s' if count != 1 else ''}"
        return line.add(f" {ellipsis(names, line.room - len(told) - 1)}{told}", "dim")

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
            self.post_message(self.Chosen(self._targets(self._pair(self._row, self._column))))

    def _targets(self, pair: tuple[Key, Key]) -> tuple[Target, ...]:
        """Both in each article where they share a sentence, else where both are, else each."""
        found = self._triangle.stops.get(pair)
        if found:
            return tuple(Target(one.document, (one.ident, other.ident)) for one, other in found)
        first, second = (self._material.stops[key] for key in pair)
        there = {stop.document: stop.ident for stop in second}
        both = tuple(
            Target(stop.document, (stop.ident, there[stop.document]))
            for stop in first
            if stop.document in there
        )
        return both or tuple(Target(s.document, (s.ident,)) for s in (*first, *second))

    def on_click(self, event: Click) -> None:
        """Choose the cell that was clicked."""
        column = (event.x - _NUMBER - self._names()) // _CELL
        row = event.y - self.gutter.top + self._first()
        if 0 < row < self._many and 0 <= column < row:
            self._row, self._column = row, column
            self.refresh()
            self.action_choose()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

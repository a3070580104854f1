"""The parts of the overview: rows under a title that can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ..line import Heading
from ..lists.row_list import RowList
from .rows import COUNTING, OverviewPainter, OverviewRow, Rows, Target


class Made(NamedTuple):
    """How the rows of a part are made; what takes long is done in a thread."""

    rows: Callable[[], Rows]
    is_long: bool = False


W = TypeVar("W", bound=Widget)


def titled(part: W, title: str, note: str = "") -> W:
    """A part of the overview under a title, with a note beside it.

    The title stands in the part's border, so that a part costs no more than one widget.
    """
    part.border_title = Content.assemble(title, (f" {note}", "not bold $dim"))
    part.add_class("part")
    return part


class OverviewList(RowList[OverviewRow | Heading]):
    """Rows of the overview; made when first shown, for the width there is."""

    class Looked(Message):
        """A row was chosen: what to look at, one after the other."""

        def __init__(self, targets: tuple[Target, ...]) -> None:
            super().__init__()
            self.targets = targets

    def __init__(self, made: Made, empty: str) -> None:
        self._rows_painter = OverviewPainter()
        super().__init__(self._rows_painter)
        self._made, self._empty = made, empty

    def on_mount(self) -> None:
        """Have the rows made."""
        self._fill()

    def _fill(self) -> None:
        if self._made.is_long:
            self.show((), message=COUNTING)
            self.run_worker(self._fill_elsewhere, thread=True, exclusive=True)
        else:
            self._take(self._made.rows())

    def _fill_elsewhere(self) -> None:
        made = self._made.rows()
        self.app.call_from_thread(self._take, made)

    def _take(self, made: Rows) -> None:
        if self.is_attached:
            self._rows_painter.learn(made)
            self.show(made, message=self._empty)
            self.scroll_to(y=0, animate=False, force=True)

    def row(self, ident: str | None) -> OverviewRow | None:
        """The row of an id."""
        found = (row for row in self.rows if isinstance(row, OverviewRow) and row.ident == ident)
        return next(found, None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Say what the row looks at."""
        event.stop()
        row = self.row(event.ident)
        if row is not None:
            self.post_message(self.Looked(self.wanted(row)))

    def wanted(self, row: OverviewRow) -> tuple[Target, ...]:
        """What a chosen row looks at."""
        return row.targets


class SpeakersList(OverviewList):
    """Sources of quotes by their words, or under what kind of source they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "group", "by kind of source", show=False, id="overview.kinds"),
    ]

    def __init__(self, plain: Made, by_sort: Made, empty: str) -> None:
        super().__init__(plain, empty)
        self._other = by_sort

    def action_group(self) -> None:
        """Put the sources under their kinds, or all in one list."""
        self._made, self._other = self._other, self._made
        self._fill()


class WhenList(OverviewList):
    """Steps of time, of which several can be taken as one stretch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "begin", "start a period", show=False, id="overview.stretch"),
    ]

    def __init__(self, made: Made, empty: str) -> None:
        super().__init__(made, empty)
        self._begun: tuple[Target, ...] = ()

    def action_begin(self) -> None:
        """Begin a stretch at the row under the cursor; choosing another row ends it."""
        row = self.row(self.cursor)
        if row is not None:
            self._begun = row.targets
            self.notify("Choose the other end with enter.", timeout=3)

    def wanted(self, row: OverviewRow) -> tuple[Target, ...]:
        """The step, or the stretch from the step where one was begun, in each article."""
        begun, self._begun = self._begun, ()
        both = (*begun, *row.targets)
        periods = [target.period for target in both if target.period is not None]
        if not begun or not periods:
            return row.targets
        stretch = min(first for first, _ in periods), max(last for _, last in periods)
        names = dict.fromkeys(target.document for target in both)
        return tuple(Target(name, period=stretch) for name in names)

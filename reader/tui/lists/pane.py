"""What the three list panes share: title line, filter, list, and following the reading."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.events import DescendantBlur, DescendantFocus, Resize
from textual.message import Message
from textual.widgets import Input

from ...reading import (
    Analysing,
    Change,
    EntityFocus,
    Failed,
    Reading,
    Ready,
)
from ...reading.folding import folded
from ..commands.command import CORRECT
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Line
from ..window.room import TABBED
from .row_layout import Painter
from .row_list import RowList
from .title import FOCUS_NOTES, PaneTitle, shown_key, told_count, with_hints

R = TypeVar("R")

FOLLOWED = Change.ARTICLE | Change.ANNOTATIONS | Change.STATUS | Change.FOCUS
_ROOM_FOR_HEADER = 9
_FEWEST_ROWS = 9
_SPARE = 1
"""A row for what an open row shows besides."""
_SLICE = 1_000


class ListPane(Vertical, Generic[R], can_focus=False):
    """A pane with a title, an optional header line, a filter and a list of rows.

    It follows the reading: rows are read again after each change that matters, once for all
    the changes of one moment, and only while the pane can be seen.
    """

    TITLE: ClassVar[str]
    NOUN: ClassVar[str]
    HINTS: ClassVar[tuple[str, ...]] = ()
    FOLLOWS: ClassVar[Change] = FOLLOWED
    ROWS_TELL_ALL: ClassVar[bool] = False
    """Whether the same rows always stand in the same order, each with as many lines."""

    DEFAULT_CSS = """
    ListPane {
        height: 1fr;
        & > Input { display: none; height: 1; background: $boost; }
        & > Input.-textual-compact { padding: 0 3; }
        &.filtering > Input { display: block; }
        &.short > .header { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", "filter", id="list.filter"),
        Binding("escape", "leave_filter", "show all", id="list.leave-filter"),
        Binding("down", "to_list", "to the rows", show=False, id="list.to-rows"),
    ]

    class Wanted(Message):
        """The pane would like another number of rows than before."""

    class Looked(Message):
        """A row was chosen that stands for something in the article; `before` is the step then."""

        def __init__(self, before: int) -> None:
            super().__init__()
            self.before = before

    def __init__(self, reading: Reading, painter: Painter[R]) -> None:
        super().__init__()
        self.reading = reading
        self.painter = painter
        self.query_text = ""
        self._read_rows: list[R] = []
        self._haystacks: dict[str | None, str] = {}
        self._pending = FOLLOWED
        self._leave: Callable[[], None] = lambda: None
        self.rows_wanted: int | None = None
        """The rows in which all of the pane can be seen, None where they would be too many.

        It does not follow what narrows the list for a while: the panes would dance.
        """

    def compose(self) -> ComposeResult:
        """Title, header, rows; the filter comes when it is asked for."""
        yield PaneTitle(self.title_line)
        yield from self.compose_header()
        # The first paint comes before the size is told.
        yield RowList(self.painter, self._follow, self.copied)

    def compose_header(self) -> ComposeResult:
        """A line between title and rows, in the class "header"; hidden where room is short."""
        yield from ()

    # What a pane must say

    def haystack(self, row: R) -> str:
        """What the words typed into the filter are looked for in."""
        raise NotImplementedError

    def copied(self, row: R) -> str:
        """What a copy of a row holds: what the row says."""
        return self.row_list.words(row)

    def read(self) -> list[R]:
        """The rows that the focus asks for."""
        raise NotImplementedError

    def narrowed(self, rows: list[R]) -> Sequence[R]:
        """The rows as filter and order of this pane want them, with headings between."""
        raise NotImplementedError

    def total(self) -> int:
        """How many rows there are without any focus."""
        raise NotImplementedError

    def choose(self, ident: str) -> None:
        """Look at what a row stands for."""
        raise NotImplementedError

    def leads_to_article(self, ident: str) -> bool:
        """Whether choosing a row looks at something in the article."""
        del ident
        return True

    def chosen(self) -> str | None:
        """The id of the row that the reading's focus is on."""
        return None

    def focus_note(self) -> str:
        """How the focus narrows this pane, in a few words."""
        if isinstance(self.reading.focus, EntityFocus):
            return f"with {self.focus_name()}"
        return FOCUS_NOTES.get(type(self.reading.focus), "")

    def order_note(self) -> str:
        """The order of the rows where it is not the usual one."""
        return ""

    def narrowing(self) -> str:
        """What of this pane's own settings hides rows, as the end of "No entities ..."."""
        return f"with “{one_line(self.query_text)}”" if self.query_text else ""

    # The parts

    @property
    def row_list(self) -> RowList[R]:
        """The rows of this pane."""
        return self.query_one(RowList)

    @property
    def filter_input(self) -> Input:
        """Where the filter is typed, once it was asked for."""
        return self.query_one(Input)

    def focus(self, scroll_visible: bool = True) -> ListPane[R]:
        """Give the keyboard to the rows."""
        self.row_list.focus(scroll_visible)
        return self

    def focus_name(self) -> str:
        """The name of the entity in focus."""
        focused = self.reading.focused
        return one_line(getattr(focused, "name", ""))

    # Following the reading

    def on_mount(self) -> None:
        """Begin to follow."""
        self._leave = self.reading.observe(self.changed)
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh_title())
        self._follow()

    def on_unmount(self) -> None:
        """Stop following."""
        self._leave()

    def on_show(self) -> None:
        """Catch up with what happened while the pane was hidden."""
        self._follow()

    def on_resize(self, event: Resize) -> None:
        """Hide the header where it would leave too few rows."""
        self.set_class(event.size.height < _ROOM_FOR_HEADER, "short")
        self._follow()

    def changed(self, change: Change) -> None:
        """Follow a change of the reading, once this moment's other changes are known too.

        New annotations come alone, and are painted with what the article shows of them.
        """
        if not change & self.FOLLOWS:
            return
        was_pending, self._pending = bool(self._pending), self._pending | change
        if change & Change.ANNOTATIONS:
            self._follow()
        elif not was_pending:
            self.call_later(self._follow)

    def _follow(self) -> None:
        if not self._pending or not self._is_shown():
            return
        changed, self._pending = self._pending, Change(0)
        if changed & (Change.ARTICLE | Change.ANNOTATIONS):
            self._haystacks.clear()
            self.learn()
        before = self._read_rows
        if changed & ~(Change.STATUS | Change.COUNT):
            self._read_rows = self.read()
        if self._are_same(changed, before):
            self.row_list.repaint()
            self.refresh_title()
        else:
            self.rearrange()

    def _are_same(self, changed: Change, before: list[R]) -> bool:
        """Whether rows read again need only be painted again, as most do after a correction."""
        is_simple = self.ROWS_TELL_ALL and not self.query_text
        is_other = changed & (Change.ARTICLE | Change.FOCUS)
        return is_simple and not is_other and bool(before) and before == self._read_rows

    def _is_shown(self) -> bool:
        if not self.is_mounted or not self.size:
            return False
        return all(node.display for node in self.ancestors_with_self)

    def rearrange(self) -> None:
        """Show the rows read before by the present filter and order."""
        rows = self.narrowed(self._read_rows)
        self.row_list.show(rows, chosen=self.chosen(), message="" if rows else self.why_empty())
        self.refresh_title()
        self._tell_wanted()

    def _tell_wanted(self) -> None:
        """Tell how many rows the pane would like, if that is known and nothing narrows it."""
        failed = isinstance(self.reading.status, Failed)
        is_whole = isinstance(self.reading.status, Ready) and self.reading.focus is None
        if not (failed or is_whole) or self.query_text:
            return
        lines = None if failed else self.row_list.lines_wanted()
        headers = len(self.query(".header")) + 1
        wanted = None if lines is None else max(_FEWEST_ROWS, lines + headers + _SPARE)
        if wanted != self.rows_wanted:
            self.rows_wanted = wanted
            self.post_message(self.Wanted())

    def show_sorted(self) -> None:
        """Show another order from its beginning, or at the row that the focus is on."""
        self.rearrange()
        if self.chosen() is None:
            self.row_list.action_first()

    def learn(self) -> None:
        """Take note of new annotations before any row of them is read."""

    def matching(self, rows: Sequence[R]) -> list[R]:
        """The rows that hold all words typed into the filter, in any order, accents aside."""
        if not self.query_text:
            return list(rows)
        wanted, known = folded(self.query_text).split(), self._haystacks
        idents = self._learn_words(rows)
        return [
            row
            for row, ident in zip(rows, idents, strict=True)
            if all(word in known[ident] for word in wanted)
        ]

    def _learn_words(self, rows: Sequence[R]) -> list[str | None]:
        """Make sure that the words of all rows are known; returns the rows' ids."""
        known, idents = self._haystacks, self.painter.idents(rows)
        for row, ident in zip(rows, idents, strict=True):
            if ident not in known:
                known[ident] = folded(self.haystack(row))
        return idents

    async def _learn_ahead(self) -> None:
        """Learn the words of all rows in slices too short to keep a key waiting."""
        rows = self._read_rows
        for start in range(0, len(rows), _SLICE):
            self._learn_words(rows[start : start + _SLICE])
            await sleep(0)

    def refresh_title(self) -> None:
        """Paint title and header again."""
        for part in self.query(PaneTitle):
            part.refresh()

    # Title and messages

    def title_line(self, width: int) -> Line:
        """Name unless a tab says it, counts and notes; keys while the pane has the keyboard."""
        active = self.has_focus_within
        line = Line(width).add(glyphs().here if active else " ", "accent")
        if not self.has_class(TABBED):
            line.add(self.TITLE, "accent" if active else "heading").add("  ")
        line.add(self._told_count(), "dim")
        for note in (self.focus_note(), self.order_note()):
            if note:
                line.add("  ").add(note, "dim")
        return with_hints(self, line, self.HINTS) if active else line

    def _told_count(self) -> str:
        is_said = self.TITLE.lower() == self.NOUN and not self.has_class(TABBED)
        return told_count(self.counts(), "" if is_said else self.NOUN, self.reading.status)

    def counts(self) -> str:
        """How many rows there are, of how many."""
        try:
            shown = self.row_list.count
        except NoMatches:
            shown = 0
        total = self.total()
        return f"{total}" if shown == total else f"{shown} of {total}"

    def why_empty(self) -> str:
        """Why there are no rows, and how to see some."""
        total, noun = self.total(), self.NOUN
        hidden = self.narrowing()
        if hidden:
            return f"No {noun} {hidden}. {self._way_out('list.leave-filter')}"
        if self.reading.focus is not None and total:
            return f"No {noun} {self.focus_note()}. {self._way_out('app.back')} shows all {total}."
        match self.reading.status:
            case Analysing():
                return "analysing …"
            case Failed():
                return f"No {noun}: the analysis did not finish."
        return f"No {noun} found."

    def _way_out(self, ident: str) -> str:
        key = shown_key(self, ident, "esc")
        return f"{key} closes the filter." if ident == "list.leave-filter" else key

    # Filter

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key is for this pane at this moment."""
        if action == "leave_filter":
            return self.has_class("filtering")
        if action == "to_list":
            return self.has_class("filtering") and self.filter_input.has_focus
        return super().check_action(action, parameters)

    async def action_filter(self) -> None:
        """Type to filter."""
        if not self.query(Input):
            line = Input(placeholder=f"filter {self.NOUN}", compact=True, select_on_focus=False)
            await self.mount(line, before=self.row_list)
        self.add_class("filtering")
        self.filter_input.focus()
        self.run_worker(self._learn_ahead(), group="filter", exclusive=True)

    def action_leave_filter(self) -> None:
        """Show everything again."""
        for line in self.query(Input):
            line.clear()
        self.query_text = ""
        self.row_list.focus()
        self.remove_class("filtering")
        self.rearrange()

    def action_to_list(self) -> None:
        """Keep the filter and go to its rows."""
        self.row_list.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while the reader types."""
        event.stop()
        if event.value.strip() != self.query_text:
            self.query_text = event.value.strip()
            self.rearrange()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter and go to its rows; an empty one is left."""
        event.stop()
        if self.query_text:
            self.action_to_list()
        else:
            self.action_leave_filter()

    # Events of the parts

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Look at what was chosen."""
        event.stop()
        before = self.reading.step.number
        leads = self.leads_to_article(event.ident)
        self.choose(event.ident)
        if leads:
            self.post_message(self.Looked(before))

    def on_row_list_asked(self, event: RowList.Asked) -> None:
        """Offer what can be corrected about the row under the cursor."""
        event.stop()
        self.call_later(self.app.run_action, CORRECT)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Mark the pane that has the keyboard."""
        self.refresh_title()

    def on_descendant_blur(self, _: DescendantBlur) -> None:
        """Unmark it."""
        self.refresh_title()

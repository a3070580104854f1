"""The four panes in their room: the layout by the size of the window, and moving between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widget import Widget

from .room import (
    ARTICLE,
    LEFT,
    NOTES,
    PANES,
    SIDE,
    Room,
    Shares,
    room_for,
)
from .whereabouts import KeyName

if TYPE_CHECKING:
    from ..lists.inspector import Inspector
    from ..lists.pane import ListPane
    from .divider import Divider
    from .side import Side
    from .tabs import PaneTabs

_STEP = 2


class Panes(Horizontal):
    """Shows as many panes as there is room for, in the sizes that the reader chose.

    The article is there from the beginning, with room beside it; the rest comes by `furnish`.
    """

    def __init__(self, article: Widget, key: KeyName, shares: Shares) -> None:
        """`shares` is kept up to date, so that the next article is laid out the same."""
        super().__init__()
        self._panes = {ARTICLE: article}
        self._usual: dict[str, Widget] = {}
        self._key = key
        self._shares = shares
        self._here = ARTICLE
        self._aside = SIDE[0]
        self._is_zoomed = False
        self._has_notes = False
        self._came_from: tuple[str, int, int] | None = None
        self._room = Room.WIDE
        self._explain_anew: Callable[[], Inspector] | None = None
        self._reasons: Inspector | None = None
        self._side: Side | None = None
        self._tabs: PaneTabs | None = None
        self._side_tabs: PaneTabs | None = None

    def compose(self) -> ComposeResult:
        """The article."""
        yield self._panes[ARTICLE]

    async def furnish(self, panes: Sequence[Widget]) -> None:
        """Bring in the side panes, in order."""
        from .side import Side

        self._panes |= dict(zip(SIDE, panes, strict=True))
        self._side = Side(panes)
        self.lay_out()
        await self.mount(self._side.border, self._side.column)
        self._order()
        self.lay_out()

    async def put(self, panes: Mapping[str, Widget]) -> None:
        """Have other widgets in the places of some side panes; without them the usual ones."""
        if self._side is None:
            return
        here = self._here
        self._usual = self._usual or {name: self._panes[name] for name in SIDE}
        for name, usual in self._usual.items():
            before, pane = self._panes[name], panes.get(name, usual)
            if pane is before:
                continue
            if pane is not usual:
                await self._side.column.mount(pane, after=usual)
            self._panes[name] = pane
            if before is usual:
                before.display = False
            else:
                await before.remove()
        self.lay_out()
        if here in SIDE:
            self.enter(here)

    @property
    def room(self) -> Room:
        """What there is room for."""
        return self._room

    @property
    def here(self) -> str:
        """The pane that the reader is in."""
        return self._here

    # Layout

    def lay_out(self) -> None:
        """Lay out for the present size of the window."""
        width, height = self.app.size
        self._room = room_for(width, height)
        alone = self._room is Room.SINGLE or self._is_zoomed
        shown = self._shown(alone=alone)
        for name, pane in self._panes.items():
            pane.display = name in shown
        size = self._shares.side_cells(width, height)
        if self._side is None:  # the article stands where it will stand beside them
            self._panes[ARTICLE].styles.margin = 0 if alone else self._kept_free(size + 1)
        else:
            self._panes[ARTICLE].styles.margin = 0
            self._arrange(self._side, "1fr" if alone else size)
            self._side.column.display = bool(shown & set(SIDE))
        if self._reasons is not None and self._reasons.parent is not self._place_of_reasons():
            self.call_later(self.explain, self._explain_anew)

    def _shown(self, *, alone: bool) -> set[str]:
        if alone:
            return {self._here}
        if self._room is not Room.WIDE:
            return {ARTICLE, self._aside}
        return set(PANES) if self._shows_notes else set(PANES) - {NOTES}

    @property
    def _shows_notes(self) -> bool:
        """Whether a wide window has the pane of notes: while there are any, or one is in it."""
        return self._has_notes or self._here == NOTES

    def show_notes(self, has_notes: bool) -> None:
        """Know whether there are notes."""
        if has_notes != self._has_notes:
            self._has_notes = has_notes
            self.lay_out()

    def _kept_free(self, cells: int) -> tuple[int, int, int, int]:
        """The margin of the article where others will stand."""
        if self._shares.is_below:
            return (0, 0, cells, 0)
        return (0, 0, 0, cells) if self._shares.place == LEFT else (0, cells, 0, 0)

    def place_side(self, place: str) -> None:
        """Have the other panes at the right of the article, at its left or below it."""
        self._shares.place = place
        self._order()
        self.lay_out()

    def _order(self) -> None:
        """Put the article and the others in the order in which they stand."""
        if self._side is None or not self._side.column.is_attached:
            return
        article, side = self._panes[ARTICLE], self._side
        self.move_child(side.border, after=article)
        self.move_child(side.column, after=side.border)
        if self._shares.place == LEFT:
            self.move_child(article, after=side.column)
            self.move_child(side.border, before=article)

    def _arrange(self, side: Side, size: str | int) -> None:
        """Sizes of the side panes, tabs and dividers."""
        alone = isinstance(size, str)
        below = self._shares.is_below and not alone
        self.styles.layout = "vertical" if below else "horizontal"
        side.arrange(self._panes, self._shares, self._room, size=size)
        self._show_tabs(side, alone=alone)
        side.pane_borders[-1].display &= self._shows_notes

    def _show_tabs(self, side: Side, *, alone: bool) -> None:
        """Name the panes there is no room for beside those that are shown."""
        if not side.column.is_attached:
            return
        is_split = self._room is Room.SPLIT and not alone
        if self._tabs is None and alone:
            self._tabs = self._mount_tabs(self, PANES, "tabs")
        if self._side_tabs is None and is_split:
            self._side_tabs = self._mount_tabs(side.column, SIDE, "side-tabs")
        for tabs, shown, present in (
            (self._tabs, alone, self._here),
            (self._side_tabs, is_split, self._aside),
        ):
            if tabs is not None:
                tabs.display, tabs.present = shown, present
                tabs.hidden = frozenset() if self._shows_notes else frozenset({NOTES})

    def _mount_tabs(self, place: Widget, names: Sequence[str], ident: str) -> PaneTabs:
        from .tabs import PaneTabs

        tabs = PaneTabs(names, self._key, id=ident)
        place.mount(tabs, before=0)
        return tabs

    def zoom(self) -> None:
        """Zoom the present pane, or show the others again."""
        self._is_zoomed = not self._is_zoomed
        self.lay_out()

    def widen_side(self, direction: int) -> None:
        """Make the side column wider or narrower by a step."""
        self._enlarge(direction if self._shares.is_below else direction * _STEP)

    def _enlarge(self, cells: int) -> None:
        """Make the side larger, at the cost of the article."""
        self._shares.enlarge_side(cells, *self.app.size)
        self.lay_out()

    def heighten(self, direction: int) -> None:
        """Make the present side pane higher or lower by a row."""
        if self._here in SIDE:
            place = SIDE.index(self._here)
            is_last = place == len(SIDE) - 1 - (not self._shows_notes)
            self._move_border(place - is_last, -direction if is_last else direction)

    def on_divider_dragged(self, event: Divider.Dragged) -> None:
        """Move the border that is dragged."""
        event.stop()
        if self._side is not None and event.divider is self._side.border:
            self._enlarge(event.cells if self._shares.place == LEFT else -event.cells)
        else:
            self._move_border(event.divider.place, event.cells)

    def _move_border(self, place: int, rows: int) -> None:
        if self._room is Room.WIDE and not self._is_zoomed:
            shown = (self._panes[name].outer_size for name in SIDE if self._panes[name].display)
            below = self._shares.is_below
            sizes = [size.width if below else size.height for size in shown]
            if self._side is not None and not below:  # the last one fills what none needed
                height = self._panes[ARTICLE].outer_size.height
                parts = self._side.column.displayed_children
                sizes[-1] += max(0, height - sum(part.outer_size.height for part in parts))
            self._shares.heighten(place, rows, sizes)
            self.lay_out()

    # Reasons

    @property
    def is_explaining(self) -> bool:
        """Whether the reasons can be seen."""
        return self._explain_anew is not None

    async def explain(self, make: Callable[[], Inspector] | None) -> None:
        """Show a new pane with reasons: under the side panes, else under all. None closes it."""
        self._explain_anew = make
        before, self._reasons = self._reasons, make() if make else None
        if before is not None:
            if before.has_focus_within:
                self.enter(self._here)
            await before.remove()
        if self._reasons is not None:
            await self._place_of_reasons().mount(self._reasons)

    def on_list_pane_wanted(self, event: ListPane.Wanted) -> None:
        """Share the room again where a pane would like more or less of it."""
        event.stop()
        if self._side is not None and self._room is Room.WIDE:
            self.lay_out()

    def on_row_list_pointed(self) -> None:
        """Give the reasons for the row that the cursor is on now."""
        if self._reasons is not None:
            self._reasons.look_again()

    def _place_of_reasons(self) -> Widget:
        is_beside = self._room is Room.WIDE and not self._is_zoomed and not self._shares.is_below
        return self._side.column if self._side and is_beside else self

    # Moving

    def enter(self, name: str) -> None:
        """Go to a pane."""
        if name in self._panes:
            self._stand_in(name)
            self._panes[name].focus()

    def go_to_article(self, before: int, now: int) -> None:
        """Show the article where a row was chosen while it was hidden.

        `before` and `now` are the numbers of the steps of the way before that and since.
        """
        if not self._panes[ARTICLE].display:
            here = self._here
            self.enter(ARTICLE)
            self._came_from = here, before, now

    def return_to_list(self, now: int) -> bool | None:
        """Go back to the list that led to the article, where nothing was done since.

        Whether a step of the way is to be undone as well; None where no list led here.
        """
        if self._came_from is None or self._came_from[2] != now:
            return None
        name, before, _ = self._came_from
        self.enter(name)
        return before != now

    def resume(self) -> None:
        """Go to the pane where the reader was last."""
        self.enter(self._here)

    def walk(self, step: int) -> None:
        """Go to the next or previous pane, going round."""
        names = [name for name in PANES if name != NOTES or self._shows_notes]
        self.enter(names[(names.index(self._here) + step) % len(names)])

    def on_pane_tabs_chosen(self, event: PaneTabs.Chosen) -> None:
        """Go to the pane whose tab was clicked."""
        event.stop()
        self.enter(event.pane)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Know where the reader is, whichever way they came there."""
        ancestors = event.widget.ancestors_with_self
        name = next((name for name, pane in self._panes.items() if pane in ancestors), None)
        if name is not None and name != self._here:
            self._stand_in(name)

    def _stand_in(self, name: str) -> None:
        if name != self._here:
            self._came_from = None
        self._here = name
        if name in SIDE:
            self._aside = name
        self.lay_out()

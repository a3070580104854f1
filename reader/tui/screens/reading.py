"""The reading room: the article, its three panes and what surrounds them."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from ...reading import Change, Reading
from ..article import ArticlePane
from ..keys import Keys
from ..window.footer import Footer
from ..window.header import Header
from ..window.panes import Panes
from ..window.room import (
    ARTICLE,
    MEASURES,
    PANES,
    SIDES,
    Room,
    Shares,
    room_for,
)

if TYPE_CHECKING:
    from textual.timer import Timer

    from ..app import ReaderApp
    from ..lists.inspector import Inspector
    from ..lists.pane import ListPane
    from ..window.find_bar import FindBar

_AIRY_FROM = 30
_UNTIL_COUNTED = 3.0
"""Seconds without a change of the annotations after which they are counted for the overview."""
_BROAD_FROM = 150
_TINY = "-tiny"
_ROOM_TO_ORIENT = 16


def _pane_key(key: str, pane: str) -> Binding:
    return Binding(key, f"pane('{pane}')", f"go to the {pane}", show=False, id=f"app.{pane}")


class ReadingScreen(Screen[None]):
    """One article being read.

    The first picture holds only the article; everything else comes by `furnish`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "walk_panes(1)", "pane", tooltip="next pane", id="app.next-pane"),
        Binding("shift+tab", "walk_panes(-1)", "previous pane", show=False, id="app.previous-pane"),
        *(_pane_key(str(number), pane) for number, pane in enumerate(PANES, 1)),
        Binding("z", "zoom", "zoom the pane, or back", show=False, id="app.zoom"),
        Binding("greater_than_sign", "widen(-1)", "wider article", show=False, id="app.wider"),
        Binding("less_than_sign", "widen(1)", "narrower article", show=False, id="app.narrower"),
        Binding("plus", "heighten(1)", "higher pane", show=False, id="app.higher"),
        Binding("minus", "heighten(-1)", "lower pane", show=False, id="app.lower"),
        Binding("S", "place_side", "panes right, left or below", show=False, id="app.place-side"),
        Binding("full_stop", "measure(4)", "longer rows of text", show=False, id="app.longer-rows"),
        Binding("comma", "measure(-4)", "shorter rows of text", show=False, id="app.shorter-rows"),
        Binding("slash", "find", "find", tooltip="find words", id="app.find"),
        Binding("n", "next(True)", "next hit or mention", show=False, id="app.next"),
        Binding("N", "next(False)", "previous hit or mention", show=False, id="app.previous"),
        Binding("escape,alt+left,ctrl+o", "back", "back", show=False, id="app.back"),
        Binding("alt+right", "forward", "forward again", show=False, id="app.forward"),
        Binding("i", "why", "why", tooltip="show why, or hide it", id="app.why"),
    ]

    class Shown(Message):
        """The article is on the screen."""

    class NothingBehind(Message):
        """The reader wants to go back and there is no step before."""

    class NothingAhead(Message):
        """The reader wants to go forward again and no step was undone."""

    def __init__(self, reading: Reading, keys: Keys, *, shares: Shares) -> None:
        """`shares` has the sizes and places of the panes, and the measure of the text."""
        super().__init__()
        self._keys = keys
        self._shares = shares
        self._furnishing = Lock()
        self._told_size: Size | None = None
        self._find_history: list[str] = []
        self._forget: Callable[[], None] = lambda: None
        self._ahead: Timer | None = None
        self._take(reading)

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self._is_seen = self._is_furnished = False
        article = ArticlePane(reading, measure=self._shares.measure)
        self._panes = Panes(article, self._keys.name, self._shares)

    async def show_reading(self, reading: Reading) -> None:
        """Show another article in the same room."""
        self._take(reading)
        await self.recompose()
        self.on_mount()

    def compose(self) -> ComposeResult:
        """What the first picture needs."""
        self._note_size(update=False)  # nothing has its styles yet
        yield Header(self.reading, self._keys.name)
        yield self._panes
        yield Footer(self.reading, self._keys.name)

    def on_mount(self) -> None:
        """Begin in the article; the rest follows when it can be seen."""
        self._lay_out()
        self._panes.enter(ARTICLE)
        self.call_after_refresh(self.on_page_painted)  # where there is no room for an article
        self._forget()
        self._forget = self.reading.observe(self._changed)

    def on_unmount(self) -> None:
        """Stop following the reading."""
        self._forget()
        self._forget = lambda: None  # an article that was being opened finds nothing to stop

    def _changed(self, change: Change) -> None:
        """Make room for notes; tell of an analysis that is not complete."""
        if change & Change.NOTES and (work := self.reading.handwork) is not None:
            self._make_room(has_notes=bool(work.remarks or work.corrections or work.offers()))
        if change & Change.ANNOTATIONS:
            if self._ahead is not None:
                self._ahead.stop()
            self._ahead = self.set_timer(_UNTIL_COUNTED, self._count_ahead)
        if change & Change.STATUS and self.reading.is_incomplete and not self.query("Notice"):
            from ..window.notice import Notice

            self.mount(Notice(self.reading, self._keys.name), before=self.query_one(Footer))

    def _make_room(self, *, has_notes: bool) -> None:
        """Show or hide the pane of notes, in a picture after the one of what was corrected."""
        self.call_after_refresh(self._panes.show_notes, has_notes)

    def _count_ahead(self) -> None:
        """Make the overview ready while nobody waits for it."""
        from ..overview.ahead import begin

        turning = cast("ReaderApp", self.app).turning
        begin(self, self.reading, turning.desk.sheet.name if turning else "")

    def on_page_painted(self) -> None:
        """Say that the article is there, once."""
        if not self._is_seen:
            self._is_seen = True
            self.post_message(self.Shown())

    async def furnish(self) -> None:
        """Bring in everything else, once."""
        async with self._furnishing:
            if not self._is_furnished:
                await self._bring_in_the_rest()
                self._is_furnished = True

    async def _bring_in_the_rest(self) -> None:
        from ..lists.entities import EntitiesPane
        from ..lists.notes import NotesPane
        from ..lists.quotes import QuotesPane
        from ..lists.timeline import TimelinePane

        reading = self.reading
        with self.app.batch_update():
            panes = (
                EntitiesPane(reading),
                QuotesPane(reading),
                TimelinePane(reading),
                NotesPane(reading),
            )
            await self._panes.furnish(panes)
            if reading.beside is not None:
                await self._panes.mount(reading.beside.list_pane())
                await self.show_beside()
        # Lays out at once what Textual would lay out at its next tick, 60 of them a second.
        self._told_size = None
        self.post_message(Resize(self.app.size, self.app.size))

    async def show_beside(self) -> None:
        """Have the side panes tell of all articles of a desk, or of this one."""
        if self.reading.beside is not None:
            await self._panes.put(self.reading.beside.side_panes())

    def on_resize(self, event: Resize) -> None:
        """Lay out again; the first size, which Textual tells three times, only once."""
        if event.size == self._told_size and not self._is_furnished:
            event.prevent_default()
            return
        self._told_size = event.size
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay out for the present size; what the reader chose stays."""
        was_tiny = self.has_class(_TINY)
        self._note_size()
        self._panes.lay_out()
        if was_tiny and not self.has_class(_TINY):
            self._panes.resume()  # what is hidden loses the keyboard
        if self.has_class(_TINY) and not self.query("TooSmall"):
            from ..window.too_small import TooSmall

            self.mount(TooSmall(), before=self.query_one(Footer))

    def _note_size(self, *, update: bool = True) -> None:
        """Tell the style sheet what the size of the window allows."""
        width, height = self.app.size
        self.set_class(room_for(width, height) is Room.TINY, _TINY, update=update)
        self.set_class(width >= _BROAD_FROM, "-broad", update=update)
        self.set_class(height >= _AIRY_FROM, "-airy", update=update)

    def orient(self) -> None:
        """Show the newcomer's lines, where the window has room for them."""
        from ..window.orientation import Orientation

        if self.app.size.height >= _ROOM_TO_ORIENT:
            self.mount(Orientation(self._keys.name), before=self.query_one(Footer))

    @property
    def here(self) -> str:
        """The pane that the reader is in."""
        return self._panes.here

    # Panes

    async def action_pane(self, name: str) -> None:
        """Go to a pane."""
        await self.furnish()
        self._panes.enter(name)

    async def action_walk_panes(self, step: int) -> None:
        """Go to the next or previous pane."""
        await self.furnish()
        self._panes.walk(step)

    def action_zoom(self) -> None:
        """Zoom the present pane, or show the others again."""
        self._panes.zoom()

    def action_widen(self, direction: int) -> None:
        """Move the border between the article and the side panes."""
        self._panes.widen_side(direction)

    def action_place_side(self, place: str = "") -> None:
        """Have the other panes in the next place, or in the one named."""
        following = SIDES[(SIDES.index(self._shares.place) + 1) % len(SIDES)]
        self._panes.place_side(place or following)

    def action_measure(self, columns: int) -> None:
        """Make the rows of the text longer or shorter by some columns."""
        article, (least, most) = self.query_one(ArticlePane), MEASURES
        article.measure = max(least, min(self._shares.measure + columns, most))
        self._shares.measure = article.measure
        article.post_message(Resize(article.size, article.size))

    def action_heighten(self, direction: int) -> None:
        """Make the present side pane higher or lower."""
        self._panes.heighten(direction)

    # Focus, search and reasons

    async def action_back(self) -> None:
        """Close the reasons, else undo what was done last: a search, a focus or a jump."""
        if lines := self.query("Orientation"):
            await lines.remove()
        if self._panes.is_explaining:
            await self._panes.explain(None)
            return
        undoes = self._panes.return_to_list(self.reading.step.number)
        if undoes is not False and not self.reading.back():
            self.post_message(self.NothingBehind())

    def on_list_pane_looked(self, event: ListPane.Looked) -> None:
        """Show what was chosen, where a list has the whole room."""
        event.stop()
        self._panes.go_to_article(event.before, self.reading.step.number)

    def action_forward(self) -> None:
        """Undo one step back."""
        if not self.reading.forward():
            self.post_message(self.NothingAhead())

    async def action_find(self) -> None:
        """Open the line to find words with."""
        from ..window.find_bar import FindBar

        await self.furnish()
        if not self.query(FindBar):
            bar = FindBar(self.reading, self._find_history)
            await self.mount(bar, before=self.query("Notice, Footer").first())
        self.query_one(FindBar).open()

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        """Go on reading."""
        event.stop()
        self._panes.enter(ARTICLE)

    def action_next(self, forward: bool) -> None:
        """Go to the next or previous hit, or mention of the focused entity."""
        from ..window.find_bar import walk

        walk(self.reading, self.app, forward=forward)

    def on_article_pane_link_chosen(self, event: ArticlePane.LinkChosen) -> None:
        """Show where a link leads."""
        from ..commands.structure import offer_link

        event.stop()
        offer_link(self.app, event.link)  # type: ignore[arg-type]  # the app is the reader's

    async def action_why(self) -> None:
        """Show or hide the reasons for what is in focus or under the caret."""
        await self.furnish()
        await self._panes.explain(None if self._panes.is_explaining else self._inspector)

    def _inspector(self) -> Inspector:
        from ..lists.inspector import Inspector

        return Inspector(self.reading)

"""The caret on the page: it follows the reading, and the reading follows it."""

from __future__ import annotations

from textual.reactive import reactive
from textual.timer import Timer

from ...reading import Change, Passage, Reading
from . import motions
from .following import place_to_show
from .page import Page
from .structure import Fold

_SLICE_SECONDS = 0.008
_REST_SECONDS, _FIRST_REST_SECONDS = 0.03, 0.25
"""Seconds between two slices of a search: a key waits for neither."""


class CaretPage(Page, can_focus=True):
    """A page with a caret and a selection that grows from an anchor.

    What the pane itself does to the reading moves the page no further; what comes from
    elsewhere is scrolled to.
    """

    selecting: reactive[bool] = reactive(False, repaint=False, bindings=True)
    """Whether motions select."""

    def __init__(self, reading: Reading, measure: int) -> None:
        super().__init__(reading, measure)
        self._anchor: int | None = None
        self._column: int | None = None
        self._leading = False
        self._hunting: Timer | None = None
        self._caret_painted = reading.caret

    def on_mount(self) -> None:
        """Follow the reading from now on."""
        self._unobserve = self.reading.observe(self._follow)
        self._hunt_on()

    def on_unmount(self) -> None:
        """Follow the reading no more."""
        self._unobserve()

    # Following the reading

    def _follow(self, change: Change) -> None:
        if Change.ARTICLE in change:
            self.set_article()
        if change & (Change.ARTICLE | Change.ANNOTATIONS):
            self.forget_quotes()
        if change & (Change.ANNOTATIONS | Change.FOCUS | Change.SEARCH | Change.NOTES):
            self.forget_picture()
        is_back = Change.PLACE in change
        if Change.SEARCH in change:
            self._hunt_on()
        if Change.CARET in change and self.is_set:
            self._follow_caret(is_led=self._leading or is_back)
        if Change.FOCUS in change and not self._leading:
            self._anchor = None
            self.selecting = False
            if not is_back:
                self._follow_focus()
        if is_back and self.is_set:
            self._column = None
            self._unfold(self.reading.caret)
            self.show_place()

    def _hunt(self) -> None:
        """Go on with a search of a long text, in slices too short to keep a key waiting."""
        self._hunting = None
        if not self.reading.hunt(_SLICE_SECONDS):
            self._hunt_on(goes_on=True)

    def _hunt_on(self, *, goes_on: bool = False) -> None:
        search = self.reading.search
        if search is not None and not search.is_complete and self._hunting is None:
            rest = _REST_SECONDS if goes_on else _FIRST_REST_SECONDS
            self._hunting = self.set_timer(rest, self._hunt)

    def _follow_caret(self, *, is_led: bool) -> None:
        if self.reading.search:
            self.forget_picture()
        else:
            self._repaint(self._caret_painted)
            self._repaint(self.reading.caret)
        self._caret_painted = self.reading.caret
        if not is_led:
            self._column = None
            self._unfold(self.reading.caret)
            self.reveal(self.reading.caret)

    def _unfold(self, offset: int) -> None:
        """Show furniture that something leads into, as a search does."""
        fold = self._fold_at(offset)
        if fold is not None and fold.start < offset < fold.end:
            self.unfold(fold)

    def _fold_at(self, offset: int) -> Fold | None:
        """The folded furniture in which a place lies."""
        if not self.is_set:
            return None
        block = self.blocks[motions.block_at(self.blocks, offset)]
        return block if isinstance(block, Fold) and offset <= block.end else None

    def _outside_folds(self, offset: int) -> int:
        """A place that can be seen: the row of a fold, or what follows where the caret is on it."""
        fold = self._fold_at(offset)
        if fold is None or offset == fold.start:
            return offset
        if self.reading.caret != fold.start:
            return fold.start
        following = motions.block_at(self.blocks, offset) + 1
        return self.blocks[following].start if following < len(self.blocks) else fold.start

    def _follow_focus(self) -> None:
        place = place_to_show(self.reading, self.on_screen() if self.is_set else (0, 0))
        if place is None:
            return
        start, end = place
        if not isinstance(self.reading.focus, Passage):
            self._put_caret(start)
        if self.is_set:
            self.reveal(start, end)

    def _put_caret(self, offset: int) -> None:
        """Move the caret; the page stays where it is."""
        leading, self._leading = self._leading, True
        self.reading.move_caret(self._outside_folds(offset))
        self._leading = leading

    def scrolled_by_hand(self) -> None:
        """Keep the caret on the screen, unless something is being selected."""
        if self.selecting or self.is_dragging:
            return
        number = self.rows.number(self.reading.caret)
        last = self.top + self.height - 1
        if self.rows.covers(self.reading.caret) and self.top <= number <= last:
            return
        inside = self.top if number < self.top else last
        self._put_caret(self._place_in(inside, -1 if inside == last else 1))

    def _place_in(self, number: int, step: int) -> int:
        """The place in a row, or in the next with text, in the caret's column."""
        number = min(max(self.rows.first, number), self.rows.last - 1)
        if self.rows.is_blank(number):
            number = motions.beside(self.rows, number, step)
        if number not in self.rows:
            return self.reading.caret
        return motions.in_column(self.rows, number, self._column or 0)

    # Selecting

    @property
    def is_dragging(self) -> bool:
        """Whether the mouse is selecting."""
        return False

    def _opposite_edge(self) -> int:
        """Where a selection begins that grows from the caret: at the far edge of the present."""
        caret, focus = self.reading.caret, self.reading.focus
        if isinstance(focus, Passage) and caret in (focus.start, focus.end):
            return focus.start if caret == focus.end else focus.end
        return caret

    def _select(self, start: int, end: int) -> None:
        self._leading = True
        self.reading.focus_on(Passage(min(start, end), max(start, end)))
        self._leading = False

    def _end_selecting(self) -> None:
        self.selecting = False
        self._anchor = None

    def on_focus(self) -> None:
        """Show the caret as the place where keys act."""
        self._repaint(self.reading.caret)

    def on_blur(self) -> None:
        """Show the caret at rest."""
        self._repaint(self.reading.caret)

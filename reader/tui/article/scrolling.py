"""The article as rows: set to the width of the widget, and scrolled by jumps."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.timer import Timer

from ...article import Block, Blocks
from ...reading import Reading
from ...reading.history import Top
from .layout import Layout
from .rows import Rows
from .structure import Fold, Folds

_SLICE_SECONDS = 0.006
_REST_SECONDS = 0.004
_NARROW = 60
_NARROW_MARGINS = (2, 1)
_MARGINS = (3, 2)
_NOTHING = Block(0, 0)


class ScrollingPage(ScrollView):
    """Sets a reading's article to a measure in the middle of the widget, and scrolls it by jumps.

    While a long article is being set, in slices, the place on the screen is set first and
    keeps still.
    """

    def __init__(self, reading: Reading, measure: int) -> None:
        super().__init__()
        self.reading = reading
        self.measure = measure
        self._text = reading.article.text
        self._all_blocks: Sequence[Block] = ()
        self._setting: Layout | None = None
        self.folds = Folds()
        self._slices: Timer | None = None
        self._jumping = False
        self._room = Size(0, 0)

    def forget_picture(self) -> None:
        """Paint all rows again."""
        raise NotImplementedError

    # Setting

    @property
    def setting(self) -> Layout:
        """The article set to the present width."""
        if self._setting is None:
            raise RuntimeError("the article is not set before the size is known")
        return self._setting

    @property
    def is_set(self) -> bool:
        """Whether the size is known and the first rows are."""
        return self._setting is not None

    @property
    def blocks(self) -> Sequence[Block]:
        """All blocks of the article; there is at least one."""
        self._know_all_blocks()
        return self.setting.blocks

    @property
    def rows(self) -> Rows:
        """The rows around the screen."""
        return self.setting.rows

    @property
    def top(self) -> int:
        """The number of the first row on the screen."""
        return self.scroll_offset.y

    @property
    def height(self) -> int:
        """The rows of the screen."""
        return max(1, self._room.height)

    @property
    def column(self) -> int:
        """The column of the widget at which rows begin."""
        return max(self._margins()[0], (self._room.width - self._row_width()) // 2)

    def _margins(self) -> tuple[int, int]:
        """The fewest cells left of a row, where a bar stands, and right of it."""
        return _NARROW_MARGINS if self._room.width < _NARROW else _MARGINS

    def _row_width(self) -> int:
        room = self._room.width - sum(self._margins())
        return max(1, min(self.measure, room))

    def on_resize(self, event: Resize) -> None:
        """Keep the first row on the screen where the width, and so every row, changes."""
        del event
        first, last = self.on_screen() if self._setting and self._room.area else (0, 0)
        self._room = self.scrollable_content_region.size
        if not self._room.area:
            return
        if self._setting is None or not self.virtual_size.height:
            self._begin()
        else:
            self._follow_size(keeps_caret=first <= self.reading.caret <= last)
            self.forget_picture()

    def _begin(self) -> None:
        """Show the place where the reader is."""
        top = self.reading.top
        self._set(top.offset if top else 0)
        if top is None:
            self.reveal(self.reading.caret)
        else:
            self.reveal(self.reading.caret, above=0, below=0)

    def _follow_size(self, *, keeps_caret: bool) -> None:
        """Keep the place on the screen, and the caret where it is there; forget neither."""
        top, caret = self.reading.top, self.reading.caret
        if self.setting.width != self._row_width():
            self._set(self._top_offset() if top is None else top.offset)
        elif self.setting.height == self.height:
            return
        self.setting.height = self.height
        self._have(self._top_offset())
        if top is not None:
            self._put_on_top(top)
        if keeps_caret:
            self.reveal(caret, above=0, below=0)
        self.reading.top = top  # for a window that becomes large again

    def set_article(self) -> None:
        """Show the reading's article where its text is another."""
        if self.reading.article.text != self._text:
            goes_on = self.reading.article.text.startswith(self._text)
            self._text = self.reading.article.text
            self.folds.forget()
            self._all_blocks = ()
            if self._setting:
                top = self._top_offset() if goes_on else self.reading.caret
                self._setting = None
                self._set(top)

    def _set(self, offset: int) -> None:
        """Set the article to the width there is now, with the row of `offset` at the top."""
        known = self._setting and self._setting.width == self._row_width()
        if not known:
            self._setting = self._laid_out(self._find_all_blocks())
            self.forget_picture()
        self.setting.show(offset)
        self._jump(self.rows.number(offset))
        if self._slices:
            self._slices.stop()
        self.call_after_refresh(self._set_more)

    def _set_opening(self) -> None:
        """Set the first rows for the first paint, which comes before the size is told."""
        self._room = self.scrollable_content_region.size
        if self._room.area:
            self._setting = self._laid_out(self._folded(self.reading.article.opening))

    def _laid_out(self, blocks: Sequence[Block]) -> Layout:
        return Layout(self._text, blocks, self._row_width(), self.height)

    def _find_all_blocks(self) -> Sequence[Block]:
        self._all_blocks = self._all_blocks or self._folded(self.reading.article.blocks)
        return self._all_blocks

    def _folded(self, blocks: Blocks) -> Sequence[Block]:
        """The blocks as they are shown; there is at least one."""
        return self.folds.applied(blocks) or (_NOTHING,)

    def toggle_folds(self) -> None:
        """Show the furniture of the page, or fold it."""
        self.folds.toggle()
        self._set_anew()

    def unfold(self, fold: Fold) -> None:
        """Show the furniture that is folded into one row."""
        self.folds.open(fold)
        self._set_anew()

    def _set_anew(self) -> None:
        self._all_blocks = ()
        if self._setting:
            top = self._top_offset()
            self._setting = None
            self._set(top)
            self.reveal(self.reading.caret)

    def _know_all_blocks(self) -> None:
        blocks = self._find_all_blocks()
        if self.setting.blocks is not blocks:
            top = self._top_offset()
            self._setting = self._laid_out(blocks)
            self._setting.show(top)
            self._jump(self.rows.number(top))

    def _set_more(self) -> None:
        """Set another slice of the article, and come back for the next."""
        if self._setting is None:
            return
        self._know_all_blocks()
        done = self.setting.advance(_SLICE_SECONDS)
        self._have(self._top_offset())
        if not done:
            self._slices = self.set_timer(_REST_SECONDS, self._set_more)
        elif self.virtual_size.height != self.setting.total:
            self._jump(self.top)

    # Scrolling

    def _top_offset(self) -> int:
        return self.setting.offset(self.top)

    def _have(self, offset: int) -> None:
        """Have the rows around `offset` at hand; what is on the screen stays there."""
        top, before = self._top_offset(), self.rows
        self.setting.show(offset)
        if self.rows.starts is not before.starts and self.rows.covers(top):
            self._jump(self.rows.number(top))

    def _jump(self, number: int) -> None:
        """Put the row with this number at the top, as far as the article reaches."""
        self._jumping = True
        total = self.setting.total
        if self.setting.done or not self.rows.last <= self.virtual_size.height <= 2 * total:
            self.virtual_size = Size(self._room.width, total)
        self.scroll_to(y=number, animate=False, force=True)
        self._jumping = False
        self.refresh()

    def scroll_rows(self, step: int) -> None:
        """Scroll by so many rows, forward or back, as far as the article reaches."""
        target = max(0, self.top + step)
        offset = self.setting.offset(target)
        self._have(offset)
        known = target in self.rows and self.rows.span(target)[0] == offset
        self._jump(target if known else self.rows.number(offset))
        self._note_top()

    def show_place(self) -> None:
        """Show what the reading says was on the screen, and the caret."""
        top = self.reading.top
        if top is None:
            self.reveal(self.reading.caret)
            return
        self._put_on_top(top)
        self.reveal(self.reading.caret, above=0, below=0)

    def _put_on_top(self, top: Top) -> None:
        self._have(top.offset)
        number = self.rows.number(top.offset)
        has_gap = top.is_blank and number - 1 in self.rows and self.rows.is_blank(number - 1)
        self._jump(number - has_gap)

    def _note_top(self) -> None:
        is_blank = self.top in self.rows and self.rows.is_blank(self.top)
        self.reading.top = Top(self._top_offset(), is_blank)

    def reveal(
        self,
        start: int,
        end: int | None = None,
        *,
        above: int = 3,
        below: int = 3,
        creeps: bool = False,
    ) -> None:
        """Scroll no more than is needed to show a passage with some rows around it.

        What is far away comes a third down the screen, unless the page `creeps` there.
        """
        self._have(start)
        first = self.rows.number(start)
        last = min(self.rows.number(end or start), first + self.height - 1)
        most = self.height // 5
        highest = last + min(below, most) - self.height + 1
        lowest = first - min(above, most)
        near = creeps or highest - self.height < self.top < lowest + self.height
        if not near:
            self._jump(max(0, first - self.height // 3))
        elif not highest <= self.top <= lowest:
            self._jump(max(0, lowest if self.top > lowest else min(highest, first)))
        self._note_top()

    def on_scroll_up(self, message: ScrollUp) -> None:
        """A click above the handle of the scroll bar: a page back, at once."""
        message.prevent_default().stop()
        self.scroll_to(y=self.top - self.height, animate=False)

    def on_scroll_down(self, message: ScrollDown) -> None:
        """A click below the handle of the scroll bar: a page on, at once."""
        message.prevent_default().stop()
        self.scroll_to(y=self.top + self.height, animate=False)

    def on_scroll_to(self, message: ScrollTo) -> None:
        """The handle of the scroll bar is dragged."""
        message.prevent_default().stop()
        self.scroll_to(y=message.y, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have the rows at hand that the wheel or the scroll bar asks for."""
        super().watch_scroll_y(old_value, new_value)
        if self._setting is None or self._jumping or round(old_value) == round(new_value):
            return
        offset = self._top_offset()
        self.setting.show(offset)
        number = self.rows.number(offset)
        if number != self.top:
            self._jump(number)
        self._note_top()
        self.scrolled_by_hand()

    def scrolled_by_hand(self) -> None:
        """The wheel or the scroll bar moved the page."""

    def on_screen(self) -> tuple[int, int]:
        """The code points of the rows on the screen."""
        last = min(self.top + self.height, self.rows.last) - 1
        return self.rows.span(min(self.top, last))[0], self.rows.span(last)[1]

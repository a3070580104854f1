"""The article as rows on the screen: setting, scrolling and painting, all by the screenful."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.color import Color
from rich.segment import Segment
from textual.cache import LRUCache
from textual.events import Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.strip import Strip
from textual.timer import Timer

from ...article import FURNITURE, Block, Blocks
from ...reading import Reading, marks
from ...reading.marks import signed
from .beside import Beside
from .layout import Layout
from .margin import margin
from .motions import block_at
from .overview import (
    Trace,
    colours,
    overview_bar,
    traces,
)
from .painting import (
    Palette,
    fitted,
    paint_row,
    stand_ins,
)
from .row import Row
from .rows import Rows
from .structure import (
    Fold,
    PageBreaks,
    folded,
    links_style,
    paint_fold,
    style_of,
)

_SLICE_SECONDS = 0.006
_REST_SECONDS = 0.004
_NARROW = 60
_NARROW_MARGINS = (2, 1)
_MARGINS = (3, 2)
_NOTHING = Block(0, 0)


class Page(ScrollView):
    """Shows a reading's article with its marks, set to a measure in the middle of the widget.

    Scrolls by jumps. While a long article is being set, in slices, the place on the screen
    is set first and keeps still.
    """

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Page {
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    class Painted(Message):
        """The first rows are on the screen."""

    def __init__(self, reading: Reading, measure: int) -> None:
        super().__init__()
        self.reading = reading
        self._is_painted = False
        self.measure = measure
        self._text = reading.article.text
        self._all_blocks: Sequence[Block] = ()
        self._setting: Layout | None = None
        self._palette: Palette | None = None
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(512)
        self._beside = Beside(reading)
        self._page_breaks = PageBreaks()
        self.folds = True
        self._slices: Timer | None = None
        self._jumping = False
        self._room = Size(0, 0)
        self._traces: list[Trace] | None = None

    def on_mount(self) -> None:
        """Show on the scroll bar where the focus and the hits are."""
        bar: Any = self.vertical_scrollbar  # Textual documents this, and types a class variable
        bar.renderer = overview_bar(self._overview)

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
        self._room = self.scrollable_content_region.size
        if not self._room.area:
            return
        if self._setting is None or not self.virtual_size.height:
            self._set(0)
            self.reveal(self.reading.caret)
        elif self._setting.width != self._row_width():
            first, last = self.on_screen()
            self._set(self._top_offset())
            if first <= self.reading.caret < last:
                self.reveal(self.reading.caret, above=0, below=0)
        elif self._setting.height != self.height:
            self._setting.height = self.height
            self._have(self._top_offset())
        self._forget_picture()

    def set_article(self) -> None:
        """Show the reading's article where its text is another."""
        if self.reading.article.text != self._text:
            goes_on = self.reading.article.text.startswith(self._text)
            self._text = self.reading.article.text
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
        self._forget_picture()
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
        if self.folds and blocks.holds(FURNITURE):
            return folded(blocks)
        return blocks or (_NOTHING,)

    def toggle_folds(self) -> None:
        """Show the furniture of the page, or fold it."""
        self.folds = not self.folds
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
        offset = self.setting.offset(max(0, self.top + step))
        self._have(offset)
        self._jump(self.rows.number(offset))

    def reveal(self, start: int, end: int | None = None, *, above: int = 3, below: int = 3) -> None:
        """Scroll no more than is needed to show a passage with some rows around it."""
        self._have(start)
        first = self.rows.number(start)
        last = min(self.rows.number(end or start), first + self.height - 1)
        most = self.height // 5
        highest = last + min(below, most) - self.height + 1
        lowest = first - min(above, most)
        if highest <= self.top <= lowest:
            return
        near = highest - self.height < self.top < lowest + self.height
        if not near:
            self._jump(max(0, first - self.height // 3))
        else:
            self._jump(max(0, lowest if self.top > lowest else min(highest, first)))

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
        self.scrolled_by_hand()

    def scrolled_by_hand(self) -> None:
        """The wheel or the scroll bar moved the page."""

    def on_screen(self) -> tuple[int, int]:
        """The code points of the rows on the screen."""
        last = min(self.top + self.height, self.rows.last) - 1
        return self.rows.span(min(self.top, last))[0], self.rows.span(last)[1]

    # Painting

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._palette = self._traces = None
        self._strips.clear()

    def _forget_picture(self) -> None:
        """Paint all rows anew."""
        self._strips.clear()
        self._traces = None
        self.refresh()
        self.vertical_scrollbar.refresh()

    def forget_quotes(self) -> None:
        """Find out anew which paragraphs quote someone."""
        self._beside.forget()

    def _repaint(self, offset: int) -> None:
        """Paint the row of `offset` anew."""
        if self._setting is None or not self.rows.covers(offset):
            return
        number = self.rows.number(offset)
        self._strips.discard(self.rows.span(number))
        if self.top <= number < self.top + self.height:
            self.refresh(Region(0, number - self.top, self.size.width, 1))

    def _overview(self, cells: int) -> Sequence[Color | None]:
        """The colours of the marks on a scroll bar of so many cells."""
        if self._setting is None:
            return [None] * cells
        if self._traces is None:
            self._traces = traces(self.reading, self._colours())
        total = self._setting.total
        offsets = [self._setting.offset(total * cell // cells) for cell in range(cells)]
        return colours(self._traces, [*offsets, len(self._text)])

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        palette = self._colours()
        if self._setting is None and not self.reading.caret:
            self._set_opening()
        width = self._room.width
        number = self.top + y
        if self._setting is None or number not in self.rows:
            return Strip.blank(width, palette.base)
        if self.rows.is_blank(number):
            start = self.rows.span(number)[0]
            return self._page_breaks.strip(self.reading.article, start, self.column, width, palette)
        if not self._is_painted:
            self._is_painted = True
            self.post_message(self.Painted())
        span = self.rows.span(number)
        strip = self._strips.get(span)
        if strip is None:
            strip = self._strips[span] = self._paint(number, width, palette)
        return strip

    def _colours(self) -> Palette:
        if self._palette is None:
            app, style = self.app, self.rich_style
            looks = app.console.color_system not in ("standard", "windows", None), not app.no_color
            self._palette = Palette.of(style, app.theme_variables, *looks)
        return self._palette

    def _paint(self, number: int, width: int, palette: Palette) -> Strip:
        row = self.rows.row(number)
        block = self.setting.blocks[block_at(self.setting.blocks, row.start)]
        if isinstance(block, Fold):
            has_caret = self._caret_place(number, row) is not None
            lines = self._text.count("\n", block.start, block.end) + 1
            return paint_fold(lines, self.column, width, palette, has_caret=has_caret)
        style = style_of(block.kind, palette)
        painted = links_style(self.reading.article, row, palette)
        found = marks(self.reading, row.start, max(row.end, row.start + 1))
        painted += [(mark.start, mark.end, palette.style(mark)) for mark in found]
        painted += stand_ins(self._text, row, palette.stand_in)
        place = self._caret_place(number, row)
        caret = palette.caret if self.has_focus else palette.caret_at_rest
        if place is not None and place < len(row.pieces):
            painted.append((row.borders[place], row.borders[place + 1], caret))
        note = signed(self.reading, row.start, row.end)
        sign = self._beside.sign(block, row.start, palette)
        before = margin(self.column, palette, sign, note)
        segments = [*before, *paint_row(row, painted, style)]
        if place == len(row.pieces):
            segments.append(Segment(" ", style + caret))
        return fitted(
            segments, self.column + row.width + (place == len(row.pieces)), width, palette.base
        )

    def _caret_place(self, number: int, row: Row) -> int | None:
        """The number of the grapheme of a row that the caret stands on, if it does."""
        caret = self.reading.caret
        if not self.rows.covers(caret) or self.rows.number(caret) != number:
            return None
        return row.place(caret)

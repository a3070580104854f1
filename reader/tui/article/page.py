"""The article painted: rows with their marks, by the screenful."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.color import Color
from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from ...reading import Reading, marks
from ...reading.marks import signed
from .beside import Beside
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
from .scrolling import ScrollingPage
from .structure import (
    Fold,
    PageBreaks,
    emphasis_style,
    links_style,
    paint_fold,
    style_of,
)


class Page(ScrollingPage):
    """Shows a reading's article with its marks."""

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
        super().__init__(reading, measure)
        self._is_painted = False
        self._palette: Palette | None = None
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(512)
        self._beside = Beside(reading)
        self._page_breaks = PageBreaks()
        self._traces: list[Trace] | None = None
        self._labels: Mapping[int, str] = {}

    def on_mount(self) -> None:
        """Show on the scroll bar where the focus and the hits are."""
        bar: Any = self.vertical_scrollbar  # Textual documents this, and types a class variable
        bar.renderer = overview_bar(self._overview)

    # Painting

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Write labels over the text at these code points."""
        self._labels = labels
        self.forget_picture()

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._palette = self._traces = None
        self._strips.clear()

    def forget_picture(self) -> None:
        """Paint all rows again."""
        self._strips.clear()
        self._traces = None
        self.refresh()
        self.vertical_scrollbar.refresh()

    def forget_quotes(self) -> None:
        """Find out again which paragraphs quote someone."""
        self._beside.forget()

    def _repaint(self, offset: int) -> None:
        """Paint the row of `offset` again."""
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
        article = self.reading.article
        painted = emphasis_style(article, block, row) + links_style(article, row, palette)
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
        strip = fitted(
            segments, self.column + row.width + (place == len(row.pieces)), width, palette.base
        )
        return self._labelled(strip, row, palette) if self._labels else strip

    def _labelled(self, strip: Strip, row: Row, palette: Palette) -> Strip:
        """The row with the labels of what begins in it."""
        for offset, label in self._labels.items():
            if row.start <= offset < row.end:
                column = self.column + row.column(offset)
                shown = Strip([Segment(label, palette.label)], len(label))
                rest = strip.crop(column + len(label))
                strip = Strip.join([strip.crop(0, column), shown, rest])
        return strip.crop(0, self._room.width)

    def _caret_place(self, number: int, row: Row) -> int | None:
        """The number of the grapheme of a row that the caret stands on, if it does."""
        caret = self.reading.caret
        if not self.rows.covers(caret) or self.rows.number(caret) != number:
            return None
        return row.place(caret)

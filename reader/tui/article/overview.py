"""Where in the article the focus and the search hits lie, drawn on the scroll bar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct
from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

from ...analysis import Entity
from ...reading import Layer, Reading
from ..glyphs import glyphs
from .following import places
from .painting import Palette


class Trace(Struct, frozen=True):
    """Places in the text, in order, and the colour in which they are shown."""

    starts: Sequence[int]
    colour: Color | None


def traces(reading: Reading, palette: Palette) -> list[Trace]:
    """What the overview shows, undermost first: the annotation in focus, then search hits."""
    found = []
    focused = reading.focused
    if focused is not None:
        style = palette.bar_in_focus
        if isinstance(focused, Entity):
            style = palette.names[focused.kind]
        found.append(Trace([start for start, _ in places(reading)], style.color))
    if reading.search:
        hits = palette.layers[Layer.CURRENT_HIT]
        found.append(Trace(reading.search.starts, hits.color if hits.reverse else hits.bgcolor))
    return found


def colours(shown: Sequence[Trace], offsets: Sequence[int]) -> list[Color | None]:
    """The colour of each stretch between two `offsets` that something is in, or None."""
    found: list[Color | None] = [None] * (len(offsets) - 1)
    for trace in shown:
        ranks = [bisect_left(trace.starts, offset) for offset in offsets]
        for place, (first, last) in enumerate(pairwise(ranks)):
            if last > first:
                found[place] = trace.colour
    return found


def overview_bar(marked: Callable[[int], Sequence[Color | None]]) -> type[ScrollBarRender]:
    """A scroll bar that shows marks; `marked` gives the colour for each of so many cells."""

    class OverviewBar(ScrollBarRender):
        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            for bar in super().__rich_console__(console, options):
                if isinstance(bar, Segments):
                    cells = list(bar.segments)
                    over = zip(cells, marked(len(cells)), strict=True)
                    yield Segments([_marked(*cell) for cell in over], new_lines=True)

    return OverviewBar


def _marked(cell: Segment, colour: Color | None) -> Segment:
    if colour is None or cell.style is None:
        return cell
    style = cell.style
    ground = style.color if style.reverse else style.bgcolor
    return Segment(glyphs().line, Style(color=colour, bgcolor=ground, meta=style.meta))

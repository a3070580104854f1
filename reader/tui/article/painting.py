"""How marks look: styles made of the theme's colours, and rows painted with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from ...analysis import Colour, Kind
from ...reading import Layer, Mark
from .row import Row

Painted = tuple[int, int, Style]
"""A range of code points and how it looks."""


class Palette(Struct, frozen=True):
    """The styles of the article pane under one theme.

    `base` is the text's; the others lie over it. `layers` holds all layers but NAME and
    STRONG, whose style follows from the kind.
    """

    base: Style
    heading: Style
    aside: Style
    link: Style
    stand_in: Style
    bar: Style
    bar_in_focus: Style
    caret: Style
    caret_at_rest: Style
    label: Style
    layers: dict[Layer, Style]
    highlights: dict[Colour, Style]
    signs: dict[Colour | None, Style]
    names: dict[Kind, Style]
    strong: dict[Kind, Style]

    @classmethod
    def of(
        cls,
        base: Style,
        variables: Mapping[str, str],
        blends: bool = True,
        coloured: bool = True,
    ) -> Palette:
        """The palette for a theme's variables on the widget's own style `base`.

        A terminal of sixteen colours does not blend: faint colours would be lost there. Without
        colours names are bold and quotes in italics.
        """
        plain = None if coloured else True
        inks = _Inks(variables, blends)
        bold, reverse = Style(bold=True), Style(reverse=True)
        return cls(
            base=base,
            heading=inks.ink("foreground", bold=True),
            aside=inks.ink("dim"),
            link=inks.ink("primary", underline=True),
            stand_in=inks.ink("dim"),
            bar=inks.ink("rail"),
            bar_in_focus=inks.ink("accent", bold=True),
            caret=inks.on("foreground") + Style(underline=inks.blends is False),
            caret_at_rest=inks.marker("foreground", 0.25, Style(underline=True)),
            label=inks.on("accent") + Style(bold=True, underline=plain),
            layers={
                Layer.QUOTE: inks.ink("quote") + Style(italic=plain),
                Layer.INDIRECT: inks.ink("quote-indirect") + Style(italic=plain),
                Layer.TIME: inks.ink("time", underline=True),
                Layer.CUE: Style(bold=True, underline=True),
                Layer.SOURCE: inks.on("primary"),
                Layer.CONTENT: inks.tint("quote", 0.22, bold),
                Layer.CLAUSE: inks.tint("time", 0.22, bold),
                Layer.DATE: inks.on("time"),
                Layer.NOTE: inks.tint("accent", 0.35, bold),
                Layer.HIT: inks.marker("warning", 0.4, reverse),
                Layer.CURRENT_HIT: inks.on("warning"),
                Layer.SELECTION: inks.tint("primary", 0.4, reverse),
            },
            highlights={
                colour: inks.tint(f"mark-{colour}", 0.28, inks.ink(f"mark-{colour}") + reverse)
                for colour in Colour
            },
            signs={
                None: inks.ink("accent", bold=True),
                **{colour: inks.ink(f"mark-{colour}", bold=True) for colour in Colour},
            },
            names={kind: inks.ink(f"kind-{kind}", bold=plain) for kind in Kind},
            strong={kind: inks.on(f"kind-{kind}") for kind in Kind},
        )

    def style(self, mark: Mark) -> Style:
        """How a mark looks."""
        if mark.colour is not None:
            return self.highlights[mark.colour]
        if mark.kind is None:
            return self.layers[mark.layer]
        return (self.strong if mark.layer is Layer.STRONG else self.names)[mark.kind]


class _Inks:
    """Styles from a theme's variables, with what stands for a blend where none can be shown."""

    def __init__(self, variables: Mapping[str, str], blends: bool) -> None:
        self._variables = variables
        self._paper = self._colour("surface")
        self.blends = blends and self._colour("foreground").ansi is None

    def _colour(self, name: str) -> Color:
        return Color.parse(self._variables[name])

    def ink(self, name: str, *, bold: bool | None = None, underline: bool | None = None) -> Style:
        """Text in a colour."""
        return Style(color=self._colour(name).rich_color, bold=bold, underline=underline)

    def on(self, name: str) -> Style:
        """Text cut out of a colour."""
        colour = self._colour(name).rich_color
        if not self.blends:
            return Style(color=colour, bold=True, reverse=True)
        return Style(color=self._paper.rich_color, bgcolor=colour, bold=True)

    def tint(self, name: str, amount: float, plain: Style) -> Style:
        """Paper with a breath of a colour; the text keeps its own."""
        if not self.blends:
            return plain
        return Style(bgcolor=self._paper.blend(self._colour(name), amount).rich_color)

    def marker(self, name: str, amount: float, plain: Style) -> Style:
        """A tint that can lie over text cut out of a colour, which would be lost on it."""
        over = self.ink("foreground") if self.blends else Style()
        return self.tint(name, amount, plain) + over


def stand_ins(text: str, row: Row, style: Style) -> Iterable[Painted]:
    """The places of a row where the screen shows something else than the article says."""
    if isinstance(row.pieces, str):
        return
    for place, piece in enumerate(row.pieces):
        start, end = row.borders[place], row.borders[place + 1]
        if piece != text[start:end] and not piece.isspace():
            yield start, end, style


def paint_row(row: Row, painted: Iterable[Painted], base: Style) -> list[Segment]:
    """The segments of a row; what comes later in `painted` lies above what came before."""
    ranges = []
    cuts = {0, len(row.pieces)}
    for start, end, style in painted:
        if start < row.end and end > row.start:
            first = bisect_right(row.borders, max(start, row.start)) - 1
            last = bisect_left(row.borders, min(end, row.end))
            ranges.append((first, last, style))
            cuts |= {first, last}
    ordered = sorted(cuts)
    segments = []
    for first, last in pairwise(ordered):
        style = base
        for begin, stop, own in ranges:
            if begin <= first < stop:
                style += own
        segments.append(Segment(row.shown(first, last), style))
    return segments


def fitted(segments: list[Segment], cells: int, width: int, style: Style) -> Strip:
    """A strip of exactly `width` cells made of segments that take `cells`."""
    if cells > width:
        return Strip(segments, cells).crop(0, width)
    return Strip([*segments, Segment(" " * (width - cells), style)], width)

"""Widgets that paint lines of named looks."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from ..analysis import Colour, Kind
from .line import Line

_FAINT = 0.6
_EMPHASIS = {
    "": Style.null(),
    "heading": Style(bold=True),
    "italic": Style(italic=True),
    "strong": Style(bold=True),
    "underline": Style(underline=True),
}
_COLOURS = {
    "accent": "primary",
    "dim": "dim",
    "error": "error",
    "hint": "footer-description-foreground",
    "indirect": "quote-indirect",
    "key": "footer-key-foreground",
    "link": "primary",
    "quote": "quote",
    "rail": "primary",
    "time": "time",
    **{kind.value: f"kind-{kind}" for kind in Kind},
    **{f"mark-{colour}": f"mark-{colour}" for colour in Colour},
}
_EMPHASIZED = {"accent": "strong", "indirect": "italic", "key": "strong"}


class Looks(dict[str, Style]):
    """The styles of looks joined by spaces under one theme, each made when first asked for.

    As component classes, which Textual works out again for each widget, they took longer than
    all else together when the panes were filled.
    """

    def __init__(self, variables: dict[str, str]) -> None:
        """`variables` are the theme's."""
        super().__init__(_EMPHASIS)
        self.variables = variables

    def __missing__(self, names: str) -> Style:
        parts = names.split()
        made = Style.combine(self[part] for part in parts) if parts != [names] else self._of(names)
        self[names] = made
        return made

    def _of(self, name: str) -> Style:
        if name in _COLOURS:
            emphasis = _EMPHASIS[_EMPHASIZED.get(name, "")]
            return Style(color=self._colour(_COLOURS[name]).rich_color) + emphasis
        match name:
            case "chosen":
                return _on(self._colour("panel"))
            case "cursor":
                ground = self._colour("block-cursor-background")
                words = _readable_on(ground, self.variables["block-cursor-foreground"])
                return words + _on(ground)
            case "faint":
                return Style(color=self._faint().rich_color)
        raise KeyError(name)

    def _faint(self) -> Color:
        dim, background = self._colour("dim"), self._colour("background")
        return dim if dim.ansi is not None else background.blend(dim, _FAINT)

    def _colour(self, name: str) -> Color:
        return Color.parse(self.variables[name])


_made: WeakKeyDictionary[App[object], Looks] = WeakKeyDictionary()


def looks(app: App[object]) -> Looks:
    """The looks under the present theme."""
    variables = app.theme_variables
    known = _made.get(app)
    if known is None or known.variables is not variables:
        known = _made[app] = Looks(variables)
    return known


def _on(ground: Color) -> Style:
    return Style(bgcolor=ground.rich_color) if ground.a else Style.null()


def _readable_on(ground: Color, foreground: str) -> Style:
    """A text colour; "auto" is what contrasts with the ground."""
    if foreground.startswith("auto"):
        return Style(color=(ground + ground.get_contrast_text(0.87)).rich_color)
    return Style(color=Color.parse(foreground).rich_color)


class Painted(Widget):
    """A widget that turns lines into strips with the colours of the theme."""

    _ground: Style | None = None

    def notify_style_update(self) -> None:
        """Forget the colours before."""
        self._ground = None
        super().notify_style_update()

    def paint(self, line: Line, ground: str = "") -> Strip:
        """The line as a strip of its full width on the ground of a look."""
        if self._ground is None:
            self._ground = self.rich_style
        known = looks(self.app)
        base = self._ground + known[ground]
        segments = [Segment(text, base + known[look]) for text, look in line.pieces]
        strip = Strip(segments, line.used)
        return strip.extend_cell_length(line.width, base)


class PaintedLine(Painted):
    """A widget of one line."""

    ALLOW_SELECT = False

    def line(self, width: int) -> Line:
        """What it says in so many cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The only line."""
        del y
        return self.paint(self.line(self.content_size.width))

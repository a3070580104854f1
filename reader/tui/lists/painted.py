"""Widgets that paint lines of named looks."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from ...analysis import Kind
from .line import Line

_FAINT = 0.6
_made: WeakKeyDictionary[App[object], tuple[dict[str, str], dict[str, Style]]] = WeakKeyDictionary()


def looks(app: App[object]) -> dict[str, Style]:
    """The colours and emphasis of every look under the present theme, made once for each.

    As component classes, which Textual works out anew for each widget, they took longer than
    all else together when the panes were filled.
    """
    variables = app.theme_variables
    known = _made.get(app)
    if known is None or known[0] is not variables:
        known = _made[app] = (variables, _looks(variables))
    return known[1]


def _looks(variables: dict[str, str]) -> dict[str, Style]:
    def colour(name: str) -> Style:
        return Style(color=Color.parse(variables[name]).rich_color)

    ground = Color.parse(variables["block-cursor-background"])
    dim, background = Color.parse(variables["dim"]), Color.parse(variables["background"])
    faint = dim if dim.ansi is not None else background.blend(dim, _FAINT)
    return {
        "": Style.null(),
        "accent": colour("primary") + Style(bold=True),
        "chosen": _on(Color.parse(variables["panel"])),
        "cursor": _readable_on(ground, variables["block-cursor-foreground"]) + _on(ground),
        "dim": colour("dim"),
        "faint": Style(color=faint.rich_color),
        "heading": Style(bold=True),
        "indirect": colour("quote-indirect") + Style(italic=True),
        "italic": Style(italic=True),
        "quote": colour("quote"),
        "rail": colour("primary"),
        "strong": Style(bold=True),
        "time": colour("time"),
        **{kind: colour(f"kind-{kind}") for kind in Kind},
    }


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

    def style_of(self, names: str) -> Style:
        """The colours and emphasis of looks joined by spaces, without any background."""
        return _joined(looks(self.app), names)

    def paint(self, line: Line, ground: str = "") -> Strip:
        """The line as a strip of its full width on the ground of a look."""
        if self._ground is None:
            self._ground = self.rich_style
        known = looks(self.app)
        base = self._ground + _joined(known, ground)
        segments = [Segment(text, base + _joined(known, look)) for text, look in line.pieces]
        strip = Strip(segments, line.used)
        return strip.extend_cell_length(line.width, base)


def _joined(known: dict[str, Style], names: str) -> Style:
    """The style of looks joined by spaces, which is known from then on."""
    if names not in known:
        known[names] = Style.combine(known[name] for name in names.split())
    return known[names]

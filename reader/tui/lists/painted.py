"""Widgets that paint lines of named looks."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from ...analysis import Kind
from .line import Line

_LOOKS = (
    "accent",
    "chosen",
    "cursor",
    "dim",
    "faint",
    "heading",
    "indirect",
    "italic",
    "quote",
    "rail",
    "strong",
    "time",
    *Kind,
)


class Painted(Widget):
    """A widget that turns lines into strips with the colours of the theme."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"painted--{look}" for look in _LOOKS}
    DEFAULT_CSS = """
    Painted {
        & > .painted--accent { color: $primary; text-style: bold; }
        & > .painted--chosen { background: $panel; }
        & > .painted--cursor {
            color: $block-cursor-foreground; background: $block-cursor-background;
        }
        & > .painted--dim { color: $dim; }
        & > .painted--faint { color: $dim; text-opacity: 60%; }
        & > .painted--heading { text-style: bold; }
        & > .painted--indirect { color: $quote-indirect; text-style: italic; }
        & > .painted--italic { text-style: italic; }
        & > .painted--quote { color: $quote; }
        & > .painted--rail { color: $primary; }
        & > .painted--strong { text-style: bold; }
        & > .painted--time { color: $time; }
        & > .painted--person { color: $kind-person; }
        & > .painted--organization { color: $kind-organization; }
        & > .painted--place { color: $kind-place; }
        & > .painted--group { color: $kind-group; }
        & > .painted--event { color: $kind-event; }
        & > .painted--work { color: $kind-work; }
        & > .painted--product { color: $kind-product; }
        & > .painted--law { color: $kind-law; }
        & > .painted--facility { color: $kind-facility; }
        & > .painted--language { color: $kind-language; }
    }
    """

    def style_of(self, looks: str) -> Style:
        """The colours and emphasis of looks joined by spaces, without any background."""
        style = Style.null()
        for look in looks.split():
            style += self.get_component_rich_style(f"painted--{look}", partial=True)
        return style

    def paint(self, line: Line, ground: str = "") -> Strip:
        """The line as a strip of its full width on the ground of a look."""
        base = self.rich_style + self.style_of(ground)
        segments = [Segment(text, base + self.style_of(look)) for text, look in line.pieces]
        strip = Strip(segments, line.used)
        return strip.extend_cell_length(line.width, base)

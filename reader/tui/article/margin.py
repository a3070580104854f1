"""The cells left of a row: a bar beside who is quoted, a sign where a person's note begins."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from ...analysis import Note
from ..glyphs import glyphs
from .painting import Palette

_WIDE = 3


def margin(column: int, palette: Palette, bar: Style | None, note: Note | None) -> list[Segment]:
    """The `column` cells before the text; `bar` is the look of the bar, None without one."""
    if bar is None and note is None:
        return [Segment(" " * column, palette.base)]
    drawn = Segment(" " if bar is None else glyphs().here, palette.base + (bar or Style()))
    if note is None:
        return [Segment(" " * (column - 2), palette.base), drawn, Segment(" ", palette.base)]
    sign = Segment(sign_of(note), palette.base + palette.signs[note.colour])
    if column < _WIDE:
        return [Segment(" " * (column - 2), palette.base), drawn, sign]
    before = Segment(" " * (column - _WIDE), palette.base)
    return [before, sign, drawn, Segment(" ", palette.base)]


def sign_of(note: Note) -> str:
    """The sign of a note, or of the colour of a bare highlight."""
    if note.text or note.colour is None:
        return glyphs().note
    return glyphs().colours[note.colour]

"""The cells left of a row: a bar beside who is quoted, a sign where a person's note begins."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from ...analysis import Note
from ..glyphs import glyphs
from .painting import Palette

_WIDE = 3


def margin(
    column: int, palette: Palette, beside: tuple[str, Style] | None, note: Note | None
) -> list[Segment]:
    """The `column` cells before the text; `beside` is a sign there and its look."""
    if beside is None and note is None:
        return [Segment(" " * column, palette.base)]
    sign, look = beside or (" ", Style())
    drawn = Segment(sign, palette.base + look)
    if note is None:
        return [Segment(" " * (column - 2), palette.base), drawn, Segment(" ", palette.base)]
    noted = Segment(sign_of(note), palette.base + palette.signs[note.colour])
    if column < _WIDE:
        return [Segment(" " * (column - 2), palette.base), drawn, noted]
    before = Segment(" " * (column - _WIDE), palette.base)
    return [before, noted, drawn, Segment(" ", palette.base)]


def sign_of(note: Note) -> str:
    """The sign of a note, or of the colour of a bare highlight."""
    if note.text or note.colour is None:
        return glyphs().note
    return glyphs().colours[note.colour]

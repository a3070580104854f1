"""One line of a pane as text with the names of its looks, before any colour."""

from __future__ import annotations

from typing import NamedTuple

from ..glyphs import glyphs
from ..harmless import cells, ellipsis


class Piece(NamedTuple):
    """Harmless text and the name of its look ("" for the plain one).

    Looks are component classes of `Painted` without their prefix; several may be
    joined by a space.
    """

    text: str
    look: str = ""


class Line:
    """A line filled from the left that never grows wider than `width` cells.

    What does not fit any more is cut with an ellipsis.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.used = 0
        self.pieces: list[Piece] = []

    @property
    def room(self) -> int:
        """The cells that are left."""
        return self.width - self.used

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join(piece.text for piece in self.pieces)

    def marked(self) -> Line:
        """The line with a bar in its first cell, if that is blank: it shows without colours too."""
        if self.text.startswith(" "):
            first = self.pieces[0]
            self.pieces[:1] = Piece(glyphs().here, "accent"), Piece(first.text[1:], first.look)
        return self

    def add(self, text: str, look: str = "") -> Line:
        """Append harmless text."""
        shown = ellipsis(text, self.room)
        if shown:
            self.pieces.append(Piece(shown, look))
            self.used += cells(shown)
        return self

    def skip_to(self, column: int) -> Line:
        """Fill with blanks up to a column, counted from 0."""
        return self.add(" " * min(column - self.used, self.room))

    def column(self, text: str, width: int, look: str = "") -> Line:
        """Append a column of `width` cells with its text at the left."""
        end = self.used + width
        return self.add(ellipsis(text, width), look).skip_to(end)

    def right_column(self, text: str, width: int, look: str = "") -> Line:
        """Append a column of `width` cells with its text at the right."""
        shown = ellipsis(text, width)
        return self.skip_to(self.used + width - cells(shown)).add(shown, look)

    def add_right(self, text: str, look: str = "") -> Line:
        """Append text at the right end of the line if at least one blank parts it."""
        wanted = cells(text)
        return self.skip_to(self.width - wanted).add(text, look) if wanted < self.room else self


class Heading(NamedTuple):
    """A row that cannot be chosen: it tells what the rows below it have in common."""

    pieces: tuple[Piece, ...]

    def line(self, width: int) -> Line:
        """The heading on one line."""
        line = Line(width)
        for text, look in self.pieces:
            line.add(text, look)
        return line

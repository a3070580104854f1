"""One line of a widget as text with the names of its looks, before any colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .glyphs import glyphs
from .harmless import cells, ellipsis


class Piece(NamedTuple):
    """Harmless text and the name of its look ("" for the plain one).

    `painted.looks` has the looks; several may be joined by a space.
    """

    text: str
    look: str = ""


Pieces = Sequence[tuple[str, str]]
"""What a `Piece` holds, several times."""


class Line:
    """A line filled from the left that never grows wider than `width` cells.

    What does not fit any more is cut with an ellipsis.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.used = 0
        self.pieces: list[Piece] = []

    @classmethod
    def of(cls, pieces: Iterable[tuple[str, str]], width: int) -> Line:
        """A line of pieces, cut to its width."""
        return cls(width).extend(pieces)

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

    def extend(self, pieces: Iterable[tuple[str, str]]) -> Line:
        """Append pieces."""
        for text, look in pieces:
            self.add(text, look)
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
        return Line.of(self.pieces, width)


def width_of(pieces: Pieces) -> int:
    """The cells that the pieces take."""
    return sum(cells(text) for text, _ in pieces)


def cut(pieces: Pieces, width: int) -> list[Piece]:
    """The pieces, as far as `width` cells go."""
    kept: list[Piece] = []
    room = width
    for text, look in pieces:
        if room <= 0:
            break
        shown = ellipsis(text, room)
        kept.append(Piece(shown, look))
        room = room - cells(shown) if shown == text else 0
    return kept


def spread(left: Pieces, centre: Pieces, right: Pieces, width: int) -> Line:
    """Three groups on one line: at its start, in its middle and at its end.

    The right is whole or not there. The centre is cut last, after the left has given way.
    """
    if width_of(right) + 2 > width:
        right = ()
    room = width - width_of(right) - (2 if right else 0)
    middle = cut(centre, room)
    taken = width_of(middle)
    line = Line.of(cut(left, room - taken - 2 if taken else room), width)
    if taken:
        centred = max((width - taken) // 2, line.used + 2)
        line.skip_to(max(0, min(centred, room - taken))).extend(middle)
    return line.skip_to(width - width_of(right)).extend(right)

"""One line made of styled pieces, cut to its width with an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from .harmless import cells, ellipsis

Piece = tuple[str, str]
"""Harmless text and its style, in the words of a style sheet ("bold $primary")."""


def width_of(pieces: Sequence[Piece]) -> int:
    """The cells that the pieces take."""
    return sum(cells(text) for text, _ in pieces)


def cut(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """The pieces, as far as `width` cells go."""
    kept: list[Piece] = []
    room = width
    for text, style in pieces:
        if room <= 0:
            break
        shown = ellipsis(text, room)
        kept.append((shown, style))
        room = room - cells(shown) if shown == text else 0
    return kept


def spread(
    left: Sequence[Piece], centre: Sequence[Piece], right: Sequence[Piece], width: int
) -> list[Piece]:
    """Three groups on one line: at its start, in its middle and at its end.

    The right is whole or not there. The centre is cut last, after the left has given way.
    """
    if width_of(right) + 2 > width:
        right = []
    room = width - width_of(right) - (2 if right else 0)
    middle = cut(centre, room)
    taken = width_of(middle)
    start = cut(left, room - taken - 2 if taken else room)
    used = width_of(start)
    before = max((width - taken) // 2, used + 2) if taken else used
    before = max(0, min(before, room - taken))
    gap = max(0, before - used)
    end = max(0, width - used - gap - taken - width_of(right))
    return [*start, (" " * gap, ""), *middle, (" " * end, ""), *right]


def content(pieces: Sequence[Piece]) -> Content:
    """The pieces for Textual."""
    return Content.assemble(*pieces)

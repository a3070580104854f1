"""Setting a short text in lines of a given number of cells."""

from __future__ import annotations

from typing import NamedTuple

from ..harmless import ellipsis, graphemes

_LONGEST_CHARACTER = 8


class Wrapped(NamedTuple):
    """A line, and where in the text it begins (code points)."""

    start: int
    text: str


def wrap(text: str, width: int, most: int) -> list[Wrapped]:
    """Harmless one-line text in at most `most` lines of at most `width` cells.

    Lines break at blanks, a word wider than a line between characters. What does not fit
    ends in an ellipsis. Costs no more than what is shown.
    """
    lines: list[Wrapped] = []
    start = 0
    while start < len(text) and width > 0 and len(lines) < most:
        if len(lines) == most - 1:
            rest = text[start : start + _LONGEST_CHARACTER * (width + 1)]
            lines.append(Wrapped(start, ellipsis(rest, width)))
            break
        end, following = _line_end(text, start, width)
        lines.append(Wrapped(start, text[start:end]))
        start = following
    return lines


def wrapped(text: str, width: int, most: int) -> list[str]:
    """As `wrap`, without the places."""
    return [line.text for line in wrap(text, width, most)]


def _line_end(text: str, start: int, width: int) -> tuple[int, int]:
    """Where the line that begins at `start` ends, and where the next one begins."""
    end = _fitting(text, start, width)
    if end == len(text) or text[end] == " ":
        return end, end + 1
    blank = text.rfind(" ", start, end)
    return (blank, blank + 1) if blank > start else (end, end)


def _fitting(text: str, start: int, width: int) -> int:
    """Up to where the text from `start` on fits into `width` cells, at least one character."""
    used, end = 0, start
    for grapheme, size in graphemes(text[start : start + _LONGEST_CHARACTER * width]):
        used += size
        if used > width and end > start:
            break
        end += len(grapheme)
    return end

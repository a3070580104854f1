"""The cells of tables as one line, with the links and the emphasis that they hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..article import Emphasis
from .characters import one_line

_BETWEEN = "  |  "


class Cell(NamedTuple):
    """Words with the links and the emphasis in them, which count code points of the words."""

    words: str
    links: Sequence[tuple[int, int, str]] = ()
    emphasis: Sequence[Emphasis] = ()


def on_one_line(cell: Cell) -> Cell:
    """A cell whose words stand on one line, with single blanks between them."""
    words = one_line(cell.words)
    if words == cell.words or not (cell.links or cell.emphasis):
        return cell._replace(words=words)
    before = [place for place, letter in enumerate(cell.words) if not letter.isspace()]
    after = [place for place, letter in enumerate(words) if not letter.isspace()]
    if len(before) != len(after):
        return Cell(words)

    def moved(start: int, end: int) -> tuple[int, int] | None:
        first, last = bisect_left(before, start), bisect_left(before, end)
        return (after[first], after[last - 1] + 1) if first < last else None

    return Cell(
        words,
        [(*span, to) for start, end, to in cell.links if (span := moved(start, end))],
        [
            Emphasis(*span, one.face)
            for one in cell.emphasis
            if (span := moved(one.start, one.end)) is not None
        ],
    )


def row(cells: Iterable[Cell]) -> Cell:
    """The cells of a row as one line, with a bar between them."""
    parts: list[str] = []
    links: list[tuple[int, int, str]] = []
    emphasis: list[Emphasis] = []
    length = 0
    for cell in map(on_one_line, cells):
        length += len(_BETWEEN) * bool(parts)
        parts.append(cell.words)
        links += ((length + start, length + end, to) for start, end, to in cell.links)
        emphasis += (
            Emphasis(length + one.start, length + one.end, one.face) for one in cell.emphasis
        )
        length += len(cell.words)
    return Cell(_BETWEEN.join(parts), links, emphasis)

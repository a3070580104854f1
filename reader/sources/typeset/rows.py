"""Rows of a set page: pieces on one base, tables, and the numbers that stand before lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from ..formats.pdf_fonts import with_faces
from ..formats.pdf_lines import Line

CELLS = "  |  "
"""Stands between the cells of a row; no line of prose has two blanks in a row."""
_APART = 1.6
_FEWEST_ROWS, _LONGEST_CELL = 2, 60
_MARK = re.compile(
    r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxl]{1,5})[.):]|[-*•·–—‣▪■□➢✓]|[A-Z][A-Za-z .]{1,30}:)\Z"
)
_SHORT_CELL, _MOST, _HALF = 18, 0.8, 0.5
_FEWEST_NUMBERS, _IN_ORDER = 15, 0.8


class _Row(NamedTuple):
    """Pieces on one base from left to right."""

    pieces: list[Line]

    @property
    def is_of_cells(self) -> bool:
        """Whether it has two pieces or more that stand far from each other, as in a table."""
        first, *others = self.pieces
        if not others or _MARK.match(first.words):
            return False
        apart = all(b.left - a.right > _APART * a.size for a, b in pairwise(self.pieces))
        return apart and all(len(piece.words) <= _LONGEST_CELL for piece in self.pieces)


def is_table(lines: Sequence[Line]) -> bool:
    """Whether lines are the cells of a table: short, side by side, and many of them figures."""
    if len(lines) < 2 * _FEWEST_ROWS:
        return False
    if sum(len(line.words) for line in lines) > _SHORT_CELL * len(lines):
        return False
    found = _rows(lines)
    several = sum(len(row.pieces) > 1 for row in found)
    counted = sum(any(map(str.isdigit, piece.words)) for row in found for piece in row.pieces)
    return (
        len(found) >= _FEWEST_ROWS
        and several >= _MOST * len(found)
        and counted >= _HALF * len(found)
    )


def downward(lines: Sequence[Line]) -> list[Line]:
    """Lines from the top down, those on one base from left to right."""
    return sorted(lines, key=lambda line: (-line.bottom, line.left))


def rows(lines: Sequence[Line]) -> list[Line]:
    """The lines from the top down, those on one base joined; the cells of tables stay apart."""
    return [*_as_lines(_rows(lines))]


def _rows(lines: Sequence[Line]) -> list[_Row]:
    found: list[list[Line]] = []
    for line in downward(lines):
        last = found[-1][0] if found else None
        if last and abs(last.bottom - line.bottom) < 0.3 * min(last.size, line.size):
            found[-1].append(line)
        else:
            found.append([line])
    return [_Row(sorted(row, key=lambda line: line.left)) for row in found]


def _as_lines(made: Sequence[_Row]) -> Iterator[Line]:
    for of_cells, run in groupby(made, key=lambda row: row.is_of_cells):
        several = [*run]
        is_table = of_cells and len(several) >= _FEWEST_ROWS
        for row in several:
            yield _as_one(row.pieces, CELLS if is_table else " ")


def _as_one(row: Sequence[Line], between: str) -> Line:
    first, last = row[0], row[-1]
    if first is last:
        return first
    words, faces = first.words, first.faces
    for line in row[1:]:
        words = f"{words}{between}{line.words}"
        faces = with_faces(faces, line.faces, len(words) - len(line.words))
    right, top = max(line.right for line in row), max(line.top for line in row)
    return first._replace(words=words, right=right, top=top, end=last.end, faces=faces)


def without_line_numbers(lines: list[Line]) -> list[Line]:
    """The lines of a page without the numbers that count them, as in courts and hearings."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if len(line.words) <= 2 and line.words.isdigit():
            columns[round(line.right / 6)].append(line)
    longest = max(columns.values(), key=len, default=[])
    if len(longest) < _FEWEST_NUMBERS:
        return lines
    counted = [int(line.words) for line in downward(longest)]
    steps = [b - a == 1 for a, b in pairwise(counted)]
    edge = max(line.right for line in longest)
    others = [line for line in lines if line not in longest and not line.words.isdigit()]
    beside = sum(line.left >= edge for line in others)
    if sum(steps) < _IN_ORDER * len(steps) or beside < _IN_ORDER * len(others):
        return lines
    return [line for line in lines if line not in longest]

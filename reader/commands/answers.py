"""Answers on standard output: as a table for people, as CSV or JSON for programs."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from ..article.errors import shown
from ..corpus.ask import Answer

_NARROWEST = 12
_GAP = "  "


def write(answer: Answer, form: str) -> None:
    """Write an answer as "table", "csv" or "json" (a row a line)."""
    match form:
        case "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(answer.columns)
            writer.writerows([_plain(cell) for cell in row] for row in answer.rows)
        case "json":
            for row in answer.rows:
                cells = {name: _plain(cell) for name, cell in zip(answer.columns, row, strict=True)}
                print(json.dumps(cells, ensure_ascii=False))
        case _:
            for line in table(answer, shutil.get_terminal_size((100, 24)).columns):
                print(line)


def table(answer: Answer, width: int) -> list[str]:
    """The lines of a table in so many columns; the widest column gives way, with an ellipsis."""
    if not answer.rows:
        return ["Nothing found."]
    rows = [[_harmless(cell) for cell in row] for row in (answer.columns, *answer.rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(answer.columns))]
    _narrow(widths, width - len(_GAP) * (len(widths) - 1))
    return [_line(row, widths) for row in rows]


def _narrow(widths: list[int], room: int) -> None:
    while sum(widths) > room and max(widths) > _NARROWEST:
        place = widths.index(max(widths))
        others = sum(widths) - widths[place]
        second = max((w for n, w in enumerate(widths) if n != place), default=0)
        widths[place] = max(_NARROWEST, room - others, min(second, widths[place] - 1))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = (_fit(cell, width) for cell, width in zip(cells, widths, strict=True))
    return _GAP.join(fitted).rstrip()


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else f"{cell[: width - 1]}…"


def _harmless(cell: Any) -> str:
    """A cell on one line, with nothing in it that a terminal would obey."""
    return shown(" ".join(str("" if cell is None else cell).split()))


def _plain(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell

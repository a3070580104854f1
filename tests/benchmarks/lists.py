"""Lists of 50,000 rows open, filter and sort without a wait; a step of the cursor knows no size."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache, partial

from reader.reading import Reading
from reader.tui.lists.entities import EntitiesPane
from reader.tui.lists.quotes import QuotesPane
from reader.tui.lists.timeline import TimelinePane
from tests.tui.lists.panes import PaneApp
from tests.tui.readings import crowd

from .figures import Figure, processor

MANY, FEW = 50_000, 50
_STEPS = 100

Pane = EntitiesPane | QuotesPane | TimelinePane
Work = Callable[[Pane], object]


def figures() -> list[Figure]:
    """Against the least that a list of so many names must do, and against a short list."""
    found = []
    for kind in (EntitiesPane, QuotesPane, TimelinePane):
        name = kind.__name__.removesuffix("Pane").lower()
        for verb, work in (("open", _open), ("filter", _filter), ("sort", _sort)):
            found.append(
                Figure(
                    f"list of {name}: {verb} {MANY:,} rows",
                    "Python sorts as many names",
                    40,
                    partial(_measure, kind, MANY, work),
                    processor(lambda: _plain_sort),
                )
            )
        found.append(
            Figure(
                f"list of {name}: {_STEPS} steps of the cursor, {MANY:,} rows",
                f"{FEW} rows",
                1.5,
                partial(_measure, kind, MANY, _walk),
                partial(_measure, kind, FEW, _walk),
            )
        )
    return found


def _measure(kind: type[Pane], rows: int, work: Work) -> float:
    async def run() -> float:
        pane = kind(_crowd(rows))
        async with PaneApp(pane).run_test(size=(60, 40)) as pilot:
            pane.focus()
            await pilot.pause()
            _filter(pane)  # learns what typing is matched against, as opening the filter does
            pane.query_text = ""
            pane.rearrange()
            return processor(lambda: partial(work, pane))()

    return asyncio.run(run())


@cache
def _crowd(rows: int) -> Reading:
    return crowd(rows)


def _open(pane: Pane) -> None:
    pane._read_rows = pane.read()
    pane.rearrange()


def _filter(pane: Pane) -> None:
    pane.query_text = "99"
    pane.rearrange()


def _sort(pane: Pane) -> None:
    pane.action_sort()


def _walk(pane: Pane) -> None:
    for _ in range(_STEPS // 2):
        pane.row_list.action_move(1)
        pane.row_list.action_move(-1)


def _plain_sort() -> list[str]:
    return sorted((f"Person {number}" for number in range(MANY)), key=str.casefold)

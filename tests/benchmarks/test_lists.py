"""Lists of 50,000 rows open, filter and sort without a wait; a step of the cursor knows no size.

Processor time, printed as a table with `pytest -s`.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from reader.tui.lists.entities import EntitiesPane
from reader.tui.lists.quotes import QuotesPane
from reader.tui.lists.timeline import TimelinePane
from tests.tui.lists.panes import PaneApp
from tests.tui.readings import crowd

MANY, FEW = 50_000, 50
STEPS = 100
ALLOWED = 40

Pane = EntitiesPane | QuotesPane | TimelinePane


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the fastest of three runs."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def plain_sort() -> list[str]:
    """What any list of so many names must at least do."""
    return sorted((f"Person {number}" for number in range(MANY)), key=str.casefold)


async def measured(kind: type[Pane], rows: int) -> dict[str, float]:
    pane = kind(crowd(rows))

    def opened() -> None:
        pane._read_rows = pane.read()
        pane.rearrange()

    def filtered() -> None:
        pane.query_text = "99"
        pane.rearrange()

    def walked() -> None:
        for _ in range(STEPS):
            pane.row_list.action_move(1)
            pane.row_list.action_move(-1)

    async with PaneApp(pane).run_test(size=(60, 40)) as pilot:
        pane.focus()
        await pilot.pause()
        figures = {"open": seconds(opened), "filter": seconds(filtered)}
        pane.query_text = ""
        pane.rearrange()
        figures["sort"] = seconds(pane.action_sort)
        figures["step"] = seconds(walked) / (2 * STEPS)
        return figures


@pytest.mark.parametrize("kind", [EntitiesPane, QuotesPane, TimelinePane])
async def test_lists_of_fifty_thousand_rows(kind: type[Pane]) -> None:
    bare = seconds(plain_sort)
    many, few = await measured(kind, MANY), await measured(kind, FEW)
    told = ", ".join(f"{name} {1000 * figure:.1f}" for name, figure in many.items())
    print(f"\n{kind.__name__} with {MANY:,} rows, ms: {told} (a plain sort {1000 * bare:.1f})")
    assert max(many["open"], many["filter"], many["sort"]) < ALLOWED * bare, told
    assert many["step"] < 5 * few["step"], (many["step"], few["step"])

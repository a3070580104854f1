"""The panes while the analysis runs, and after it failed."""

from __future__ import annotations

import pytest

from reader.analysis import Annotations
from reader.reading import (
    Analysing,
    EntityFocus,
    Failed,
    QuoteFocus,
    Reading,
    Ready,
)
from reader.tui.lists.entities import EntitiesPane
from reader.tui.lists.quotes import QuotesPane
from reader.tui.lists.timeline import TimelinePane
from tests.tui.lists.panes import PaneApp, screen, title
from tests.tui.readings import HARBOUR, harbour_annotations, reading_of

FOUND = harbour_annotations()


def begun(count: int) -> Annotations:
    """What is known when the first `count` of each kind have arrived."""
    return Annotations(
        entities=FOUND.entities[:count],
        quotes=FOUND.quotes[:count],
        times=FOUND.times,
        timeline=FOUND.timeline[:count],
    )


def beginning() -> Reading:
    return reading_of(HARBOUR, status=Analysing())


@pytest.mark.parametrize("pane", [EntitiesPane, QuotesPane, TimelinePane])
async def test_a_pane_says_that_the_analysis_runs_and_then_what_it_found(
    pane: type[EntitiesPane | QuotesPane | TimelinePane],
) -> None:
    reading = beginning()
    made = pane(reading)
    async with PaneApp(made).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert screen(made) == ["  analysing …"]
        reading.receive(Annotations(), Ready())
        await pilot.pause()
        assert screen(made) == [f"  No {made.NOUN} found."]


async def test_a_failed_analysis_is_not_taken_for_an_empty_article() -> None:
    reading = beginning()
    pane = QuotesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        reading.report(Failed("the model is missing"))
        await pilot.pause()
        assert screen(pane) == ["  No quotes: the analysis did not finish."]


async def test_rows_fill_up_as_results_arrive_and_the_cursor_keeps_its_row() -> None:
    reading = beginning()
    pane = QuotesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        reading.receive(begun(2), Analysing(1, 2))
        pane.focus()
        await pilot.press("j")
        assert pane.row_list.cursor == "Q2"
        reading.receive(FOUND, Ready())
        await pilot.pause()
        assert pane.row_list.cursor == "Q2"
        assert title(pane).startswith("▎Quotes  5")


async def test_a_filter_goes_on_while_results_arrive() -> None:
    reading = beginning()
    pane = EntitiesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        reading.receive(begun(1), Analysing(1, 2))
        pane.focus()
        await pilot.press("f", *"almar")
        assert title(pane).startswith("▎Entities  1")
        reading.receive(FOUND, Ready())
        await pilot.pause()
        assert [row.entity.name for row in pane.row_list.rows] == [
            "Mara Olsen",
            "Almar Line",
            "Port Almar",
        ]
        assert pane.filter_input.has_focus


async def test_many_changes_of_one_moment_are_followed_once() -> None:
    reading = reading_of(HARBOUR, FOUND)
    pane = EntitiesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        asked = 0
        read = pane.read

        def counted() -> list[object]:
            nonlocal asked
            asked += 1
            return read()

        pane.read = counted  # type: ignore[method-assign]
        for name in ("Tor Vik", "Mara Olsen", "Port Almar"):
            reading.focus_on(EntityFocus(name))
        await pilot.pause()
        assert asked == 1


async def test_a_hidden_pane_does_nothing_until_it_is_seen() -> None:
    reading = reading_of(HARBOUR, FOUND)
    pane = QuotesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        pane.display = False
        await pilot.pause()
        rows = pane.row_list.rows
        reading.focus_on(EntityFocus("Mara Olsen"))
        await pilot.pause()
        assert pane.row_list.rows is rows
        pane.display = True
        await pilot.pause()
        assert title(pane) == "Quotes  1 of 5  by or about Mara Olsen"


async def test_a_pane_that_is_gone_hears_nothing_any_more() -> None:
    reading = reading_of(HARBOUR, FOUND)
    pane = QuotesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        await pane.remove()
        reading.focus_on(QuoteFocus("Q1"))
        await pilot.pause()
        assert not pane.is_attached

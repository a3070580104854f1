"""The list panes under every kind of focus: the table of one model and four views."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from reader.reading import (
    EntityFocus,
    EventFocus,
    Focus,
    Passage,
    QuoteFocus,
    Reading,
)
from reader.tui.lists.entities import EntitiesPane
from reader.tui.lists.pane import ListPane
from reader.tui.lists.quotes import QuotesPane
from reader.tui.lists.timeline import TimelinePane
from tests.tui.lists.panes import PaneApp, screen, title
from tests.tui.readings import HARBOUR, harbour


@asynccontextmanager
async def opened(pane: ListPane, width: int = 60, height: int = 30) -> AsyncIterator[Pilot[None]]:
    app = PaneApp(pane)
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        yield pilot


def idents(pane: ListPane) -> list[str]:
    return [ident for ident in pane.painter.idents(pane.row_list.rows) if ident]


OLSENS_WORDS = Passage(HARBOUR.index("“The boats"), HARBOUR.index(" She took"))

ENTITIES: list[tuple[Focus, list[str], str]] = [
    (None, ["Mara Olsen", "Tor Vik", "Almar Line", "Port Almar", "Norwegian"], "Entities  5"),
    (OLSENS_WORDS, ["Mara Olsen"], "Entities  1 of 5  in this selection"),
    (
        EntityFocus("Port Almar"),
        ["Port Almar", "Mara Olsen"],
        "Entities  2 of 5  with Port Almar",
    ),
    (QuoteFocus("Q3"), ["Tor Vik", "Almar Line"], "Entities  2 of 5  in this quote"),
    (EventFocus("V5"), ["Mara Olsen", "Port Almar"], "Entities  2 of 5  in this event"),
]
QUOTES: list[tuple[Focus, list[str], str]] = [
    (None, ["Q1", "Q2", "Q3", "Q4", "Q5"], "Quotes  5"),
    (OLSENS_WORDS, ["Q1"], "Quotes  1 of 5  in this selection"),
    (
        EntityFocus("Tor Vik"),
        ["Q2", "Q3", "Q5"],
        "Quotes  3 of 5  by or about Tor Vik",
    ),
    (QuoteFocus("Q4"), ["Q1", "Q2", "Q3", "Q4", "Q5"], "Quotes  5"),
    (EventFocus("V7"), ["Q3"], "Quotes  1 of 5  beside this event"),
]
TIMELINE: list[tuple[Focus, list[str], str]] = [
    (None, ["V1", "V2", "V3", "V4", "V5", "V6", "V7"], "Timeline  7 events  t 2 more"),
    (
        Passage(HARBOUR.index("The storm"), HARBOUR.index(" destroyed")),
        ["V1"],
        "Timeline  1 of 7 events  in this selection",
    ),
    (EntityFocus("Mara Olsen"), ["V2", "V5"], "Timeline  2 of 7 events  with Mara Olsen"),
    (QuoteFocus("Q3"), ["V7"], "Timeline  1 of 7 events  in this quote"),
    (EventFocus("V1"), ["V1", "V2", "V3", "V4", "V5", "V6", "V7"], "Timeline  7 events"),
]


@pytest.mark.parametrize(
    ("pane", "focus", "expected", "heading"),
    [(EntitiesPane, *cell) for cell in ENTITIES]
    + [(QuotesPane, *cell) for cell in QUOTES]
    + [(TimelinePane, *cell) for cell in TIMELINE],
)
async def test_a_pane_shows_what_the_focus_asks_for(
    pane: type[EntitiesPane | QuotesPane | TimelinePane],
    focus: Focus,
    expected: list[str],
    heading: str,
) -> None:
    reading = harbour()
    made = pane(reading)
    async with opened(made) as pilot:
        reading.focus_on(focus)
        await pilot.pause()
        assert idents(made) == expected
        assert title(made).removeprefix("▎") == heading


@pytest.mark.parametrize(
    ("pane", "keys", "focus"),
    [
        (EntitiesPane, ["j", "enter"], EntityFocus("Tor Vik")),
        (EntitiesPane, ["G", "enter"], EntityFocus("Norwegian")),
        (QuotesPane, ["down", "down", "up", "enter"], QuoteFocus("Q2")),
        (TimelinePane, ["j", "j", "enter"], EventFocus("V3")),
    ],
)
async def test_a_row_chosen_by_key_becomes_the_focus(
    pane: type[EntitiesPane | QuotesPane | TimelinePane], keys: list[str], focus: Focus
) -> None:
    reading = harbour()
    made = pane(reading)
    async with opened(made) as pilot:
        made.focus()
        await pilot.press(*keys)
        await pilot.pause()
        assert reading.focus == focus


async def test_a_click_chooses_the_row_under_the_mouse() -> None:
    reading = harbour()
    pane = EntitiesPane(reading)
    async with opened(pane) as pilot:
        await pilot.click(pane.row_list, offset=(4, 2))
        await pilot.pause()
        assert reading.focus == EntityFocus("Almar Line")


async def test_the_row_of_the_focus_is_under_the_cursor_and_back_again_after_it() -> None:
    reading = harbour()
    pane = EntitiesPane(reading)
    async with opened(pane) as pilot:
        reading.focus_on(EntityFocus("Almar Line"))
        await pilot.pause()
        assert pane.row_list.cursor == "Almar Line"
        reading.back()
        await pilot.pause()
        assert pane.row_list.cursor == "Almar Line"
        assert len(pane.row_list.rows) == 5


@pytest.mark.parametrize(
    ("pane", "focus", "message"),
    [
        (EntitiesPane, Passage(3, 4), "No entities in this selection. esc shows all 5."),
        (QuotesPane, Passage(0, 5), "No quotes in this selection. esc shows all 5."),
        (QuotesPane, EntityFocus("Norwegian"), "No quotes by or about Norwegian. esc shows all 5."),
        (QuotesPane, EventFocus("V1"), "No quotes beside this event. esc shows all 5."),
        (TimelinePane, QuoteFocus("Q1"), "No events in this quote. esc shows all 7."),
    ],
)
async def test_an_empty_pane_says_why_and_how_to_leave(
    pane: type[EntitiesPane | QuotesPane | TimelinePane], focus: Focus, message: str
) -> None:
    reading: Reading = harbour()
    made = pane(reading)
    async with opened(made) as pilot:
        reading.focus_on(focus)
        await pilot.pause()
        assert " ".join(" ".join(screen(made)).split()) == message


async def test_a_pane_never_takes_the_keyboard() -> None:
    reading = harbour()
    pane = QuotesPane(reading)
    async with opened(pane) as pilot:
        pilot.app.set_focus(None)
        for focus in (EntityFocus("Tor Vik"), QuoteFocus("Q1"), Passage(0, 90), None):
            reading.focus_on(focus)
            await pilot.pause()
            assert pilot.app.focused is None

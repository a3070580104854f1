"""How the panes look: all four, narrow to wide, in the dark and in the light."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot

from reader.reading import EntityFocus, Reading
from reader.tui.lists.entities import EntitiesPane
from reader.tui.lists.inspector import Inspector
from reader.tui.lists.quotes import QuotesPane
from reader.tui.lists.timeline import TimelinePane
from reader.tui.theme import ThemedApp
from tests.tui.readings import harbour

THEMES = ["reader-dark", "reader-light"]


class Stacked(ThemedApp):
    """All panes, one above the other."""

    AUTO_FOCUS = None

    def __init__(self, reading: Reading, theme: str) -> None:
        super().__init__(theme)
        self.reading = reading

    def compose(self) -> ComposeResult:
        for pane in (EntitiesPane, QuotesPane, TimelinePane, Inspector):
            yield pane(self.reading)


async def open_row(pilot: Pilot[None]) -> None:
    """Go to the third row of the timeline."""
    pilot.app.query_one(TimelinePane).focus()
    await pilot.press("j", "j")
    await pilot.pause()


async def focus_entity(pilot: Pilot[None]) -> None:
    """Look at a person, with the quotes by speaker."""
    app = pilot.app
    assert isinstance(app, Stacked)
    app.reading.focus_on(EntityFocus("Tor Vik"))
    app.query_one(QuotesPane).focus()
    await pilot.press("s")
    await pilot.pause()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [34, 50, 90])
def test_panes(snap_compare: Callable[..., bool], width: int, theme: str) -> None:
    app = Stacked(harbour(), theme)
    assert snap_compare(app, terminal_size=(width, 56), run_before=open_row)


@pytest.mark.parametrize("theme", THEMES)
def test_an_entity_in_focus(snap_compare: Callable[..., bool], theme: str) -> None:
    app = Stacked(harbour(), theme)
    assert snap_compare(app, terminal_size=(50, 56), run_before=focus_entity)

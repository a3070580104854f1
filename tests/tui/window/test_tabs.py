"""The row of pane names."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult

from reader.tui.theme import ThemedApp
from reader.tui.window.room import NOTES, PANES, SIDE
from reader.tui.window.tabs import PaneTabs


class TabsApp(ThemedApp):
    def __init__(self, panes: tuple[str, ...], present: str, hidden: frozenset[str]) -> None:
        super().__init__()
        self.tabs = PaneTabs(panes, lambda ident: str(PANES.index(ident[4:]) + 1), id="tabs")
        self.tabs.present, self.tabs.hidden = present, hidden
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.tabs

    def on_pane_tabs_chosen(self, event: PaneTabs.Chosen) -> None:
        self.chosen.append(event.pane)


@pytest.mark.parametrize(
    ("width", "panes", "hidden", "shown"),
    [
        (40, SIDE, {NOTES}, " 2 Entities  3 Quotes  4 Timeline"),
        (30, SIDE, {NOTES}, "2 Entities 3 Quotes 4 Timeline"),
        (28, SIDE, {NOTES}, " 2 Entities 3 Said 4 When"),
        (34, SIDE, set(), " 2 Entities 3 Said 4 When 5 Notes"),
        (30, SIDE, set(), " 2 Names 3 Said 4 When 5 Notes"),
        (28, SIDE, set(), " 2 Entities 3 4 5"),
        (69, PANES, set(), " 1 Article  2 Entities  3 Quotes  4 Timeline  5 Notes"),
        (40, PANES, set(), " 1 Text 2 Entities 3 Said 4 When 5 Notes"),
        (30, PANES, set(), " 1 2 Entities 3 4 5"),
    ],
)
async def test_every_tab_keeps_its_key_and_no_name_is_cut(
    width: int, panes: tuple[str, ...], hidden: set[str], shown: str
) -> None:
    app = TabsApp(panes, "entities", frozenset(hidden))
    async with app.run_test(size=(width, 10)) as pilot:
        await pilot.pause()
        assert app.tabs.render_line(0).text.rstrip() == shown
        for pane in panes:
            if pane not in hidden and (name := str(PANES.index(pane) + 1)) in shown:
                await pilot.click("#tabs", offset=(shown.index(name), 0))
                await pilot.pause()
                assert app.chosen[-1] == pane

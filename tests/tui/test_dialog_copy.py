"""Copying a row of a dialog's list."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from reader.tui.screens.choice import Choice, ChoiceDialog
from reader.tui.screens.marks import MarkMenu

from .test_app import Harbour, ready


async def copied(pilot) -> str:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return pilot.app.clipboard


async def test_the_row_under_the_cursor_is_copied_while_letters_narrow() -> None:
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        rows = [Choice("Tor Vik", "person"), Choice("Port Almar", "place")]
        pilot.app.push_screen(ChoiceDialog("Which", rows))
        await pilot.pause()
        await pilot.press("down", "ctrl+y")
        assert await copied(pilot) == "Port Almar place"
        await pilot.press("y")
        assert pilot.app.screen.query_one(Input).value == "y"
        await pilot.press("ctrl+y")
        assert await copied(pilot) == "Port Almar place"
        await pilot.press("backspace", "ctrl+y")
        assert await copied(pilot) == "Tor Vik person"


@pytest.mark.parametrize("key", ["y", "ctrl+y"])
async def test_a_list_that_takes_no_letters_copies_with_either_key(key: str) -> None:
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert pilot.app.screen.query_one(OptionList).has_focus
        await pilot.press("down", key)
        shown = pilot.app.screen.query_one(OptionList).get_option_at_index(1).prompt
        assert await copied(pilot) == " ".join(str(shown).split())


async def test_a_mark_may_be_called_y() -> None:
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("m", "y")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, MarkMenu)
        assert "y" in pilot.app.reading.bookmarks
        await pilot.press("'", "ctrl+y")
        assert "y" in await copied(pilot)
        await pilot.press("y")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, MarkMenu)

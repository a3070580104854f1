"""Keys within the help and the editor of notes."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widgets import TextArea

from reader.tui.hand.note import NoteDialog

from .test_app import Harbour, ready


async def test_ctrl_z_in_a_note_undoes_and_never_suspends(monkeypatch):
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        suspended = []
        monkeypatch.setattr(pilot.app, "action_suspend_process", lambda: suspended.append(1))
        await pilot.press("v", "w", "A")
        await pilot.pause()
        assert isinstance(pilot.app.screen, NoteDialog)
        area = pilot.app.screen.query_one(TextArea)
        await pilot.press(*"ask")
        assert area.text == "ask"
        await pilot.press("ctrl+z")
        assert area.text != "ask"
        assert not suspended
        await pilot.press("ctrl+y")
        assert area.text == "ask"


async def test_the_help_scrolls_by_half_pages_and_lines():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("?")
        await pilot.pause()
        scroll = pilot.app.screen.query_one(VerticalScroll)
        tops = {}
        for key in ("ctrl+d", "ctrl+u", "ctrl+e", "ctrl+y", "j", "k", "space", "b", "G", "g"):
            await pilot.press(key)
            await pilot.pause()
            tops[key] = scroll.scroll_offset.y
        half = tops["ctrl+d"]
        assert half > 3
        assert [tops[key] for key in ("ctrl+u", "ctrl+e", "ctrl+y", "j", "k")] == [0, 1, 0, 1, 0]
        assert tops["space"] >= 2 * half - 1
        assert tops["b"] == 0
        assert tops["G"] == scroll.max_scroll_y
        assert tops["g"] == 0

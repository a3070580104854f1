"""What people need who cannot see colours or motion."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from reader.reading import Analysing
from reader.tui.window.footer import Footer

from .test_app import Harbour, ready


@pytest.mark.parametrize("is_reduced", [False, True])
async def test_reduced_motion_stills_the_cursor_and_the_bar(is_reduced):
    async with Harbour(reduced_motion=is_reduced).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        pilot.app.reading.report(Analysing(1, 2))
        await pilot.pause()
        assert ("50%" in pilot.app.line(Footer)) is not is_reduced
        assert "analysing" in pilot.app.line(Footer)
        await pilot.press("slash")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).cursor_blink is not is_reduced
        assert (pilot.app.animation_level == "none") is is_reduced


def test_the_contrast_theme_looks_so(snap_compare):
    async def look(pilot) -> None:
        await ready(pilot)
        await pilot.press("4", "j")

    app = Harbour(theme="reader-contrast")
    assert snap_compare(app, terminal_size=(120, 40), run_before=look)

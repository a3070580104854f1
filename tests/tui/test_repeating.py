"""Keys typed ahead in a flood end where they would end one by one, and quickly."""

from __future__ import annotations

import time

import pytest
from textual.events import Key

from .test_app import ready
from .test_place import Crowd


async def flood(pilot, key: str, times: int) -> None:
    app = pilot.app
    for _ in range(times):
        app.post_message(Key(key, None))
    await pilot.pause()
    while app._type_ahead._held or app._type_ahead._settling:
        await pilot.pause(0.01)
    await pilot.pause()


@pytest.mark.parametrize("pane", ["1", "2", "4"])
@pytest.mark.parametrize("keys", [("down", 30), ("pagedown", 40)])
async def test_a_flood_ends_where_single_keys_end(pane: str, keys: tuple[str, int]) -> None:
    places = []
    for is_flood in (False, True):
        app = Crowd(100)
        async with app.run_test(size=(100, 24)) as pilot:
            await ready(pilot)
            await pilot.press(pane)
            key, times = keys
            if is_flood:
                await flood(pilot, key, times)
                await flood(pilot, "up", 5)
            else:
                await pilot.press(*[key] * times, *["up"] * 5)
            await pilot.pause()
            rows = getattr(app.focused, "cursor", None)
            places.append((app.place, rows, app.focused.scroll_offset))
    assert places[0] == places[1]


async def test_ten_thousand_page_keys_take_less_than_two_seconds() -> None:
    app = Crowd(3000)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        begun = time.process_time()
        await flood(pilot, "pagedown", 10_000)
        assert time.process_time() - begun < 2
        assert app.pane.rows.number(app.reading.caret) == app.pane.rows.last - 1
        assert "Person 2999" in app.pane.render_line(app.pane.height - 1).text


async def test_a_flood_is_selected_too() -> None:
    app = Crowd(100)
    async with app.run_test(size=(100, 24)) as pilot:
        await ready(pilot)
        await pilot.press("v")
        await flood(pilot, "down", 20)
        assert app.reading.focus.start == 0
        assert app.reading.focus.end == app.reading.caret > 500

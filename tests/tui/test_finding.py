"""The line to find with: its history, and what is said where a walk goes round."""

from __future__ import annotations

from textual.widgets import Input

from .readings import HARBOUR
from .test_app import Harbour, ready


def told(app: Harbour) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_up_and_down_recall_what_was_looked_for_before():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for words in ("quay", "ferry", "quay", "boats"):
            await pilot.press("slash", *words, "enter")
        await pilot.press("slash")
        field = pilot.app.screen.query_one(Input)
        seen = [field.value]
        for key in ("up", "up", "up", "up", "down", "down", "down"):
            await pilot.press(key)
            seen.append(field.value)
        assert seen == ["boats", "quay", "ferry", "ferry", "ferry", "quay", "boats", ""]


async def test_from_words_just_typed_they_go_to_the_hits():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"boats", "enter", "slash", *"quay")
        reading = pilot.app.reading
        first = reading.caret
        await pilot.press("down")
        assert pilot.app.screen.query_one(Input).value == "quay"
        assert reading.search is not None
        assert {reading.search.at(first), reading.search.at(reading.caret)} == {0, 1}


async def test_a_walk_that_goes_round_says_so():
    async with Harbour().run_test(size=(120, 40), notifications=True) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"quay", "enter")
        hits = HARBOUR.lower().count("quay")
        for _ in range(hits - 1):
            await pilot.press("n")
        assert not told(pilot.app)
        await pilot.press("n")
        assert told(pilot.app) == ["Wrapped from the end of the article to its start."]
        await pilot.press("N")
        assert told(pilot.app)[1:] == ["Wrapped from the start of the article to its end."]

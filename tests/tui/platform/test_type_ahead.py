"""Input that arrives faster than the interface follows: each key does what it does when slow."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event as Gate

import pytest
from textual.events import Key, MouseDown, MouseMove, MouseUp, Paste
from textual.widgets import Input

from reader.article import Article
from reader.reading import EntityFocus
from reader.sources.sought import Found
from reader.tui.article import ArticlePane
from reader.tui.screens.open import OpenDialog
from reader.tui.screens.reading import ReadingScreen
from reader.tui.window.find_bar import FindBar
from tests.patience import seconds

from ..readings import HARBOUR
from ..test_app import Harbour, ready

_CHARACTERS = {"space": " ", "slash": "/", "left_curly_bracket": "{", "right_curly_bracket": "}"}


def type_at_once(app: Harbour, *keys: str | MouseDown | MouseMove | MouseUp | Paste) -> None:
    """Have everything arrive before anything is handled."""
    for key in keys:
        if isinstance(key, str):
            app.post_message(Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None)))
        else:
            app.post_message(key)


async def until(passes: Callable[[], object]) -> None:
    """Wait for a state that has to come."""
    async with asyncio.timeout(seconds(60)):
        while not passes():
            await asyncio.sleep(0.005)


async def test_words_typed_with_the_key_that_finds_are_all_looked_for():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "slash", *"quay")
        await until(lambda: getattr(pilot.app.reading.search, "query", "") == "quay")
        assert pilot.app.screen.query_one(FindBar).query_one(Input).value == "quay"


async def test_keys_after_the_enter_of_a_search_are_keys_of_the_article():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "slash", *"quay", "enter", "n", "l", "l")
        second = HARBOUR.index("quay", HARBOUR.index("quay") + 1)
        await until(lambda: pilot.app.reading.caret == second + 2)
        assert pilot.app.reading.search.query == "quay"
        type_at_once(pilot.app, "q")
        await until(lambda: not pilot.app.is_running)
    assert pilot.app.return_code == 0


@pytest.mark.parametrize("size", [(120, 40), (90, 30), (60, 20)])
async def test_a_pane_takes_the_keys_after_the_one_that_enters_it(size):
    async with Harbour().run_test(size=size) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "2", "j", "enter")
        await until(lambda: pilot.app.reading.focus == EntityFocus("Tor Vik"))
        type_at_once(pilot.app, "escape", "tab", "tab", "j", "j", "enter", "1", "l")
        await until(
            lambda: getattr(pilot.app.reading.focused, "headline", "") == "divers cleared the wreck"
        )
        await until(lambda: isinstance(pilot.app.focused, ArticlePane))
        here = pilot.app.reading.focused.start
        await until(lambda: pilot.app.reading.caret == here + 1)


async def test_a_filter_takes_the_letters_after_the_key_that_opens_it():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "2", "f", *"vik", "enter", "enter")
        await until(lambda: isinstance(pilot.app.reading.focus, EntityFocus))
        assert pilot.app.reading.focused.name == "Tor Vik"


async def test_a_dialog_takes_what_is_typed_after_its_key_and_no_more():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "D", *"2023-09-04", "enter", "l", "l", "l")
        await until(lambda: pilot.app.reading.caret == 3)
        assert pilot.app.reading.article.published.isoformat() == "2023-09-04"


async def test_keys_after_the_path_of_an_article_are_for_that_article(tmp_path):
    (tmp_path / "other.txt").write_text("Other news\n\nNothing happened.\n")
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "o", *str(tmp_path / "other.txt"), "enter", "l", "l", "l")
        await until(lambda: pilot.app.reading.caret == 3)
        assert pilot.app.reading.article.title == "Other news"


async def test_a_command_is_chosen_by_name_in_one_go():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "ctrl+p", *"zoom", "enter", "enter", "l")
        await until(lambda: pilot.app.reading.caret == 1)
        assert pilot.app.shown() == {"ArticlePane"}


async def test_keys_typed_before_the_first_picture_are_kept():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        type_at_once(pilot.app, "2", "j", "enter", "1", "slash", *"ferry")
        await until(lambda: getattr(pilot.app.reading.search, "query", "") == "ferry")
        assert pilot.app.reading.focus == EntityFocus("Tor Vik")


async def test_a_paste_and_the_mouse_keep_their_order_with_the_keys():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        pane = pilot.app.screen.query_one(ArticlePane)
        x, y = pane.region.x + pane.column, pane.region.y + 2
        drag = [_mouse(kind, x + step, y) for kind, step in _DRAG]
        type_at_once(pilot.app, "slash", Paste("the "), *"quay", "enter", *drag, "y")
        await until(lambda: pilot.app.clipboard)
        assert pilot.app.reading.search.query == "the quay"
        assert pilot.app.clipboard == "Mara Olsen"


_DRAG = [(MouseDown, 0), *((MouseMove, step) for step in range(1, 10)), (MouseUp, 9)]


def _mouse(kind, x, y):
    return kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)


async def test_escape_leaves_work_that_does_not_end(monkeypatch):
    opening, gate = Gate(), Gate()

    def look_at(path: str, *, limit: int, while_waiting: object) -> Found:
        opening.set()
        gate.wait(60)
        return Found(Article("Too late.", path), path)

    monkeypatch.setattr("reader.tui.doors.look_at", look_at)
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "o", *"far", "enter", "l")
        await until(opening.is_set)
        await pilot.pause()
        assert isinstance(pilot.app.screen, OpenDialog)
        assert pilot.app.screen.query_one(Input).value == "far"
        type_at_once(pilot.app, "escape", "l", "l")
        await until(lambda: pilot.app.reading.caret == 2)
        assert isinstance(pilot.app.screen, ReadingScreen)
        gate.set()
        await pilot.app.workers.wait_for_complete()
        assert pilot.app.reading.article.text == HARBOUR


async def test_a_widget_that_is_removed_or_waits_keeps_the_next_key_only_that_long():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for _ in range(3):
            type_at_once(pilot.app, "i", "i", "question_mark", "escape", "D", "escape", "l")
        await until(lambda: pilot.app.reading.caret == 3)
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_what_is_typed_after_quitting_is_nobodys():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        type_at_once(pilot.app, "q", *"jkjk", "slash", *"quay", "enter")
        await until(lambda: not pilot.app.is_running)
    assert (pilot.app.return_code, pilot.app.crash) == (0, None)

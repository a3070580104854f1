"""Going to a place by a line, a mark, a word or a label; scrolling by lines and half pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from reader.analysis import Annotations
from reader.article import Article
from reader.article.parts import Link
from reader.reading import EntityFocus, EventFocus, Passage, QuoteFocus
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.article import ArticlePane
from reader.tui.article.labels import LabelScreen, labelled
from reader.tui.screens.command_line import CommandLine
from reader.tui.screens.marks import MarkMenu

from .readings import HARBOUR, PUBLISHED
from .test_app import Harbour, ready
from .test_place import Crowd


async def line(pilot, typed: str, *then: str) -> None:
    await pilot.press(":")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = typed
    await pilot.pause()
    await pilot.press(*(then or ("enter",)))
    await pilot.pause()


def said(pilot) -> str:
    return str(pilot.app.screen.query_one(".said").render())


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_line_goes_to_a_share_and_to_a_paragraph_and_back(size):
    app = Crowd()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        before = app.place
        await line(pilot, "50%")
        text = app.reading.article.text
        assert abs(app.reading.caret / len(text) - 0.5) < 0.01
        assert text[app.reading.caret - 1].isspace()
        await line(pilot, "120")
        assert text[app.reading.caret :].startswith("Person 119 ")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.place == before


async def test_a_paragraph_that_is_not_there_is_told():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await line(pilot, "120")
        assert "The article has" in said(pilot)
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, CommandLine)


async def test_tab_completes_and_enter_runs_an_action_by_name():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await line(pilot, "overv", "tab")
        assert pilot.app.screen.query_one(Input).value.startswith("Overview")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.id is None
        assert type(pilot.app.screen).__name__ == "OverviewScreen"


async def test_a_click_on_an_action_runs_it():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await line(pilot, "dark or light", "down")
        theme = pilot.app.theme
        await pilot.click(OptionList, offset=(5, 0))
        await pilot.pause()
        assert pilot.app.theme != theme


async def test_the_line_writes_an_export_and_replaces_a_file_only_when_asked_twice(tmp_path: Path):
    target = tmp_path / "kept.md"
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await line(pilot, f"w {target}")
        await pilot.app.workers.wait_for_complete()
        assert "Ferry returns" in target.read_text("utf-8")
        target.write_text("mine")
        await line(pilot, f"w {target}")
        assert "exists" in said(pilot)
        assert target.read_text() == "mine"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert "Ferry returns" in target.read_text("utf-8")
        await line(pilot, f"w {tmp_path / 'plain'}")
        await pilot.app.workers.wait_for_complete()
        assert json.loads((tmp_path / "plain").read_text())["schema"]


@pytest.mark.parametrize("typed", ["q", "q!", "wq", "x", "qa!"])
async def test_the_words_of_other_programs_quit(typed: str):
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await line(pilot, typed)
        assert pilot.app._exit


async def test_to_write_without_a_file_says_how_and_runs_nothing_else():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await line(pilot, "w")
        assert isinstance(pilot.app.screen, CommandLine)
        assert "w needs a file" in said(pilot)


async def test_a_dollar_goes_to_the_end():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await line(pilot, "$")
        assert pilot.app.reading.caret == len(HARBOUR)


async def test_marks_lead_to_their_places_and_quotes_to_the_place_before():
    app = Crowd()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("pagedown", "pagedown", "m")
        assert isinstance(app.screen, MarkMenu)
        await pilot.press("a")
        marked = app.reading.caret
        await pilot.press("G")
        end = app.reading.caret
        await pilot.press("'", "a")
        await pilot.pause()
        assert app.reading.caret == marked
        await pilot.press("'", "'")
        await pilot.pause()
        assert app.reading.caret == end
        await pilot.press("'", "'")
        await pilot.pause()
        assert app.reading.caret == marked
        await pilot.press("alt+left", "alt+left", "alt+left")
        await pilot.pause()
        assert app.reading.caret == end


async def test_a_mark_can_be_chosen_by_mouse_and_only_known_letters_count():
    app = Crowd()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("pagedown", "m", "x", "g", "'", "q")
        assert isinstance(app.screen, MarkMenu)
        await pilot.click(OptionList, offset=(5, 0))
        await pilot.pause()
        assert app.reading.caret > 0


async def test_marks_are_kept_with_the_article_and_follow_its_words(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = HARBOUR.index("Tor Vik")
    for text, found in ((HARBOUR, place), ("A new first line.\n\n" + HARBOUR, place + 19)):
        path = tmp_path / "harbour.txt"
        path.write_text(text)
        article = Article(text, "harbour.txt", url=str(path))
        app = ReaderApp(article, settings=Settings(), keeps_library=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await ready(pilot)
            if text == HARBOUR:
                app.reading.move_caret(place)
                await pilot.press("m", "t")
            else:
                while "t" not in app.reading.bookmarks:
                    await pilot.pause(0.02)
                await pilot.press("'", "t")
                await pilot.pause()
                assert app.reading.caret == found


async def test_the_word_under_the_caret_is_found_whole():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        reading = pilot.app.reading
        first = HARBOUR.index("ferry")
        reading.move_caret(first + 2)
        await pilot.press("*")
        assert reading.search is not None
        assert reading.search.manner.whole_words
        assert HARBOUR[reading.caret :].lower().startswith("ferry")
        assert reading.caret != first
        await pilot.press("escape")
        assert reading.caret == first + 2
        reading.focus_on(Passage(first - 4, first + 5))
        await pilot.press("*")
        assert reading.search.query == "the ferry"


async def test_lines_and_half_pages_scroll_in_the_article_and_in_lists():
    app = Crowd()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("pagedown", *["j"] * 3)
        caret, top = app.place
        await pilot.press("ctrl+e", "ctrl+e")
        assert app.place == (caret, top + 2)
        await pilot.press("ctrl+y")
        assert app.place == (caret, top + 1)
        await pilot.press(*["ctrl+e"] * 15)
        assert app.pane.rows.number(app.reading.caret) == app.pane.top
        for pane in ("2", "3", "4"):
            await pilot.press(pane)
            await pilot.pause()
            rows = app.focused
            await pilot.press("ctrl+d")
            half = rows.cursor
            await pilot.press("g", "pagedown")
            assert 0 < int(half[1:]) < int(rows.cursor[1:])
            await pilot.press("ctrl+u", "ctrl+u", "g")
            await pilot.press("ctrl+e", "ctrl+e", "ctrl+e")
            assert rows.scroll_offset.y == 3
            await pilot.press("ctrl+y")
            assert rows.scroll_offset.y == 2


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_labels_lead_to_what_they_stand_on(size):
    app = Harbour()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("J")
        await pilot.pause()
        assert isinstance(app.screen, LabelScreen)
        labels = dict(app.screen._labels)
        goals = {type(goal) for _, goal in labels.values()}
        assert {EntityFocus, QuoteFocus, EventFocus} <= goals
        pane = app.get_default_screen().query_one(ArticlePane)
        label, (place, goal) = next(
            (label, target) for label, target in labels.items() if target[1] == QuoteFocus("Q1")
        )
        row = pane.rows.number(place)
        column = pane.column + pane.rows.row(row).column(place)
        assert pane.render_line(row - pane.top).text[column : column + len(label)] == label
        await pilot.press(*label)
        await pilot.pause()
        assert (app.reading.focus, app.reading.caret) == (goal, place)
        assert pane.render_line(row - pane.top).text[column] == "“"
        await pilot.press("escape")
        await pilot.pause()
        assert (app.reading.focus, app.reading.caret) == (None, 0)


async def test_esc_leaves_the_labels_and_nothing_else_happens():
    app = Harbour()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("J", "escape")
        await pilot.pause()
        assert app.screen is app.get_default_screen()
        assert (app.reading.focus, app.reading.caret) == (None, 0)


async def test_a_label_on_a_link_asks_where_it_leads():
    article = Article(
        HARBOUR, "harbour.txt", links=(Link(0, 5, "https://example.org/ferry"),)
    ).with_date(PUBLISHED)
    app = ReaderApp(article, settings=Settings())
    app.reading.receive(Annotations(), app.reading.status)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("J", "a")
        await pilot.pause()
        assert type(app.screen).__name__ == "LinkDialog"


@pytest.mark.parametrize("count", [1, 26, 27, 30, 200, 676])
def test_labels_are_as_short_as_can_be_and_none_begins_another(count):
    labels = list(labelled([(n, None) for n in range(count)]))
    assert len(set(labels)) == count
    assert max(map(len, labels)) == (1 if count <= 26 else 2)
    assert not any(a != b and b.startswith(a) for a in labels for b in labels)

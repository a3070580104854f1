"""The help, the legend, and the lines for a first start."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from textual.widgets import Input

from reader.analysis import Kind
from reader.article import Article
from reader.library.memory import Memory
from reader.library.state import StateFile
from reader.settings import Settings
from reader.tui import legend
from reader.tui.app import ReaderApp
from reader.tui.glyphs import ASCII, UNICODE
from reader.tui.harmless import cells
from reader.tui.lists.entities import KindBar
from reader.tui.screens.help import HelpScreen

from .readings import HARBOUR
from .test_app import Harbour, ready


def told(app: ReaderApp) -> str:
    """All that the help says now."""
    return "\n".join(str(part.render()) for part in app.screen.query("Static"))


async def test_every_sign_and_every_kind_has_a_name():
    named = {*legend.words()["signs"], "kinds", "colours", "line", "bar", "ellipsis", "bullet"}
    assert {field.name for field in structs.fields(UNICODE)} <= named
    assert {kind.value for kind in Kind} == set(legend.words()["kinds"])
    async with Harbour().run_test(size=(120, 50)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        shown = told(pilot.app)
        assert all(f"{sign} " in shown for sign in "◆★♪▼§◧◉◌×○◎┃→←✎≠◦")


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
async def test_no_two_kinds_share_a_sign(signs):
    assert len(set(signs.kinds.values())) == len(Kind)


async def test_the_help_begins_with_the_pane_one_is_in():
    async with Harbour().run_test(size=(120, 50)) as pilot:
        await ready(pilot)
        for key, title in (
            ("4", "Here: Timeline"),
            ("2", "Here: Entities"),
            ("1", "Here: Article"),
        ):
            await pilot.press(key, "question_mark")
            await pilot.pause()
            assert told(pilot.app).startswith(title)
            await pilot.press("escape")


async def test_the_help_is_searched_while_one_types_and_any_order_of_words_will_do():
    async with Harbour().run_test(size=(120, 50)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "slash", *"publication set")
        await pilot.pause()
        assert "set the publication date" in told(pilot.app)
        assert "next pane" not in told(pilot.app)
        pilot.app.screen.query_one(Input).value = "zebra"
        await pilot.pause()
        assert "Nothing in the help matches “zebra”." in told(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, HelpScreen)


async def test_the_pointer_on_a_row_or_a_kind_is_told_what_the_signs_mean():
    async with Harbour().run_test(size=(120, 40), tooltips=True) as pilot:
        await ready(pilot)
        rows = pilot.app.screen.query_one("TimelinePane RowList")
        await pilot.hover(rows, offset=(5, 0))
        assert "happened before the publication" in str(rows.tooltip)
        quotes = pilot.app.screen.query_one("QuotesPane RowList")
        await pilot.hover(quotes, offset=(5, 0))
        assert str(quotes.tooltip) == "● a person"
        bar = pilot.app.screen.query_one(KindBar)
        await pilot.hover(bar, offset=(bar.render_line(0).text.index("▲"), 0))
        assert str(bar.tooltip) == "Places"


async def test_the_reasons_name_the_sign_of_an_event():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("4", "G", "enter", "i")
        await pilot.pause()
        facts = pilot.app.screen.query_one("Inspector RowList")
        lines = [facts.render_line(y).text for y in range(facts.size.height)]
        assert any("× denied: it did not happen" in line for line in lines)


def first_start(folder: Path) -> ReaderApp:
    memory = Memory(StateFile(folder / "state.json"))
    return ReaderApp(Article(HARBOUR, "harbour.txt"), settings=Settings(), memory=memory)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_first_start_shows_three_lines_and_no_other_does(tmp_path, size):
    app = first_start(tmp_path)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        (lines,) = app.screen.query("Orientation")
        assert lines.size.height == 3
        assert "? all keys and signs" in str(lines.render())
        assert "tab or 1 to 4 pane" in str(lines.render())
        await pilot.press("escape")
        await pilot.pause()
        assert not app.screen.query("Orientation")
    app.memory.close()
    again = first_start(tmp_path)
    async with again.run_test(size=size) as pilot:
        await ready(pilot)
        assert not again.screen.query("Orientation")
    again.memory.close()


async def test_where_nothing_is_kept_no_lines_come():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        assert not pilot.app.screen.query("Orientation")


@pytest.mark.parametrize("width", [80, 100, 120])
async def test_what_a_key_does_never_runs_on_under_the_keys(width):
    async with Harbour().run_test(size=(width, 50)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        for part in pilot.app.screen.query("VerticalScroll Static"):
            lines = str(part.render()).splitlines()
            assert all(cells(line) <= part.size.width for line in lines)
            assert part.size.height == len(lines)  # nothing is broken once more

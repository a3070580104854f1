"""Going back brings the place: the caret, and what was on the screen."""

from __future__ import annotations

import pytest

from reader.analysis import Annotations
from reader.article import Article
from reader.reading import EntityFocus, QuoteFocus
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.article import ArticlePane
from reader.tui.lists.row_list import RowList
from reader.tui.window.header import Header

from .readings import crowd
from .test_app import Harbour, ready


class Crowd(ReaderApp):
    """The app with a long article in short paragraphs, analysed."""

    def __init__(self, count: int = 300) -> None:
        made = crowd(count)
        text = made.article.text.replace(". Person", ".\nPerson")
        super().__init__(Article(text, "crowd.txt"), settings=Settings())
        found: Annotations = made.annotations
        self.reading.receive(found, self.reading.status)

    @property
    def pane(self) -> ArticlePane:
        return self.screen.query_one(ArticlePane)

    @property
    def place(self) -> tuple[int, int]:
        """The caret and the first row on the screen."""
        return self.reading.caret, self.pane.top

    def line(self, widget: type[Header]) -> str:
        return self.screen.query_one(widget).render_line(0).text


SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])


@SIZES
@pytest.mark.parametrize("key", ["escape", "alt+left"])
async def test_a_quote_chosen_far_below_leads_back_to_the_row_that_was_on_top(size, key):
    app = Crowd()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("pagedown", "pagedown", "j")
        before = app.place
        app.reading.focus_on(QuoteFocus("Q270"))
        await pilot.pause()
        there = app.place
        assert there[1] > before[1] + 20
        await pilot.press(key)
        await pilot.pause()
        assert app.place == before
        assert app.reading.focus is None
        await pilot.press("alt+right")
        await pilot.pause()
        assert (app.place, app.reading.focus) == (there, QuoteFocus("Q270"))


async def test_leaving_a_search_brings_the_place_and_the_search_before():
    app = Crowd()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("pagedown")
        before = app.place
        await pilot.press("/", *"word 250", "enter")
        found = app.place
        assert found[1] > before[1] + 20
        await pilot.press("/", *"word 20 ", "escape")
        await pilot.pause()
        assert app.place == found
        assert app.reading.search is not None
        assert app.reading.search.query == "word 250"
        await pilot.press("escape")
        await pilot.pause()
        assert (app.place, app.reading.search) == (before, None)


async def test_an_emptied_search_ends_where_it_led():
    app = Crowd()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("/", *"word 250", "enter")
        found = app.place
        await pilot.press("/", "backspace", "enter")
        await pilot.pause()
        assert (app.place, app.reading.search) == (found, None)


async def test_the_header_shows_search_and_focus_the_last_one_first():
    app = Crowd()
    async with app.run_test(size=(120, 30)) as pilot:
        await ready(pilot)
        await pilot.press("/", *"many", "enter")
        app.reading.focus_on(EntityFocus("E7"))
        await pilot.pause()
        line = app.line(Header)
        assert line.index("Person 7 · mention 1 of 1") < line.index("“many”")
        await pilot.press("escape")
        assert "“many” · hit" in app.line(Header)
        assert "Person 7" not in app.line(Header)


async def test_the_end_of_a_selection_moves_nothing():
    app = Crowd()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("v", *["pagedown"] * 3, "escape")
        before = app.place
        await pilot.press("escape")
        await pilot.pause()
        assert (app.place, app.reading.focus) == (before, None)


async def test_the_outline_and_the_inspector_lead_back(monkeypatch):
    app = Crowd()
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        app.reading.focus_on(EntityFocus("E200"))
        await pilot.press("g")
        before = app.place
        await pilot.press("i")
        await pilot.pause()
        inspector = app.screen.query_one("Inspector")
        facts = [row for row in inspector.row_list.rows if getattr(row, "goes_to", None)]
        inspector.choose(facts[0].ident)
        await pilot.pause()
        assert app.place != before
        await pilot.press("i", "escape")
        await pilot.pause()
        assert app.place == before


@pytest.mark.parametrize("caret_from_top", [0, 8, 17])
async def test_a_window_made_narrow_and_wide_again_shows_the_same_rows(caret_from_top):
    app = Crowd()
    async with app.run_test(size=(120, 24)) as pilot:
        await ready(pilot)
        await pilot.press("pagedown", "pagedown", *["k"] * 12, *["j"] * caret_from_top)
        before = app.place
        for columns, rows in ((60, 24), (60, 12), (120, 24)):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
            top, caret_row = app.pane.top, app.pane.rows.number(app.reading.caret)
            assert top <= caret_row < top + app.pane.height
        assert app.place == before


@pytest.mark.parametrize("smaller", [(80, 10), (72, 12), (60, 9)])
async def test_a_window_that_shrinks_while_one_selects_keeps_the_caret_on_the_screen(smaller):
    app = Crowd()
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("v", *["j"] * 30)
        focus = app.reading.focus
        await pilot.resize_terminal(*smaller)
        await pilot.pause()
        row = app.pane.rows.number(app.reading.caret)
        assert app.pane.top <= row < app.pane.top + app.pane.height
        assert app.reading.focus == focus


@pytest.mark.parametrize(("size", "keys"), [((60, 20), ""), ((69, 24), ""), ((120, 40), "z")])
@pytest.mark.parametrize("pane", ["2", "3", "4"])
async def test_a_row_chosen_while_the_article_is_hidden_leads_there_and_back(size, keys, pane):
    app = Harbour()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press(pane, *keys, "j")
        (there,) = app.shown()
        row = app.focused.cursor
        await pilot.press("enter")
        await pilot.pause()
        assert app.shown() == {"ArticlePane"}
        assert app.reading.focus is not None
        await pilot.press("escape")
        await pilot.pause()
        assert (app.shown(), app.reading.focus) == ({there}, None)
        assert app.focused.cursor == row


async def test_what_was_done_in_the_article_is_undone_before_the_list_is_back():
    app = Harbour()
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await pilot.press("2")
        await pilot.click("EntitiesPane RowList", offset=(5, 1))
        await pilot.pause()
        await pilot.press("/", *"ferry", "enter", "escape")
        await pilot.pause()
        assert app.shown() == {"ArticlePane"}
        await pilot.press("escape")
        await pilot.pause()
        assert app.shown() == {"EntitiesPane"}


async def test_beside_the_article_a_chosen_row_keeps_the_keyboard():
    app = Harbour()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
        assert app.shown() == {"ArticlePane", "EntitiesPane"}
        assert isinstance(app.focused, RowList)

"""Where the panes and notices stand, and what of that is kept."""

from __future__ import annotations

import pytest
from textual.widgets._toast import Toast

from reader.analysis import Annotations
from reader.article import Article
from reader.library.memory import Memory
from reader.reading import Analysing
from reader.settings import Settings
from reader.tui.app import ReaderApp

from .readings import HARBOUR
from .test_app import PANES, Harbour, ready


async def test_the_other_panes_stand_right_left_or_below_and_stay_there():
    places = {"S": [], "SS": []}
    for keys in places:
        async with Harbour().run_test(size=(120, 40)) as pilot:
            await ready(pilot)
            await pilot.press(*keys)
            await pilot.pause()
            assert pilot.app.shown() == set(PANES)
            article, quotes = (pilot.app.screen.query_one(name).region for name in PANES[::2])
            places[keys] = (quotes.right <= article.x, quotes.y >= article.bottom)
            side = article.height if keys == "SS" else article.width
            await pilot.press("greater_than_sign")
            await pilot.pause()
            grown = pilot.app.screen.query_one("ArticlePane").region
            assert (grown.height if keys == "SS" else grown.width) > side
    assert places == {"S": (True, False), "SS": (False, True)}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("place", ["right", "left", "below"])
async def test_every_pane_is_reached_wherever_they_stand(place, size):
    async with Harbour(panes=place).run_test(size=size) as pilot:
        await ready(pilot)
        for key, name in zip("234", PANES[1:], strict=True):
            await pilot.press(key)
            await pilot.pause()
            assert name in pilot.app.shown()
            assert pilot.app.screen.query_one(name).size.area > 40


async def test_the_measure_and_the_place_of_the_panes_are_kept_until_the_settings_change():
    memory = Memory()
    article = Article(HARBOUR, "harbour.txt")
    app = ReaderApp(article, settings=Settings(measure=60), memory=memory)
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.pause()
        await pilot.press("full_stop", "S")
        await pilot.pause()
        app.leave_article()
    again = ReaderApp(article, settings=Settings(measure=60), memory=memory)
    async with again.run_test(size=(200, 40)) as pilot:
        await pilot.pause()
        assert again.screen.query_one("ArticlePane").measure == 64
        assert again.screen.query_one("Panes")._shares.place == "left"
    changed = ReaderApp(article, settings=Settings(measure=80), memory=memory)
    async with changed.run_test(size=(200, 40)) as pilot:
        await pilot.pause()
        assert changed.screen.query_one("ArticlePane").measure == 80


async def test_a_notice_covers_neither_the_reasons_nor_the_rows():
    async with Harbour().run_test(size=(80, 24), notifications=True) as pilot:
        await ready(pilot)
        await pilot.press("i", "y")
        await pilot.pause(0.1)
        (notice,) = pilot.app.screen.query(Toast)
        others = pilot.app.screen.query("ArticlePane, EntitiesPane, Inspector")
        assert all(pane.region.area for pane in others)
        assert notice.region.bottom <= min(pane.region.y for pane in others)


async def test_while_nothing_is_found_yet_no_pane_says_none():
    app = Harbour()
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        app.reading.receive(Annotations(), Analysing(0, 10))
        await pilot.pause()
        titles = [part.render_line(0).text.split() for part in app.screen.query("PaneTitle")]
        assert all("0" not in words and "analysing" in words for words in titles[:3])

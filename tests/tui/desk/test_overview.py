"""The overview of several articles: all of them, and one against the others."""

from __future__ import annotations

import pytest

from reader.reading import EntityFocus, PairFocus, PeriodFocus
from reader.tui.overview.parts import OverviewList
from reader.tui.overview.screen import OverviewScreen
from reader.tui.overview.triangle import TriangleChart
from reader.tui.screens.reading import ReadingScreen

from .test_desk import analyses, app, furnished  # noqa: F401

SIZES = pytest.mark.parametrize("size", [(80, 24), (200, 60)])


async def show(pilot, *keys: str) -> OverviewScreen:
    await furnished(pilot)
    await pilot.press("V", *keys)
    await pilot.pause(0.2)
    assert isinstance(pilot.app.screen, OverviewScreen)
    return pilot.app.screen


def lines(part: OverviewList) -> list[str]:
    return [part.render_line(y).text.rstrip() for y in range(part.size.height)]


@SIZES
async def test_a_key_goes_from_one_article_to_all_and_to_one_against_the_others(app, size):  # noqa: F811
    async with app.run_test(size=size) as pilot:
        screen = await show(pilot)
        one = lines(screen.query(OverviewList).first())
        await pilot.press("a")
        await pilot.pause(0.2)
        everything = lines(screen.query(OverviewList).first())
        assert one != everything
        await pilot.press("a")
        await pilot.pause(0.2)
        against = lines(screen.query(OverviewList).first())
        assert "this article" in against[0]
        assert "the others" in against[0]
        await pilot.press("a")
        await pilot.pause(0.2)
        assert lines(screen.query(OverviewList).first()) == one


async def test_the_list_of_all_articles_leads_to_the_overview_of_all(app):  # noqa: F811
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        await pilot.press("L")
        await pilot.pause(0.2)
        await pilot.press("V")
        await pilot.pause(0.2)
        screen = pilot.app.screen
        assert isinstance(screen, OverviewScreen)
        assert "all articles" in screen._head(80).text
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert isinstance(app.reading.focus, EntityFocus)


async def test_choosing_goes_through_the_articles(app):  # noqa: F811
    async with app.run_test(size=(200, 60)) as pilot:
        seen = []
        for _ in range(3):
            screen = await show(pilot, "a")
            rows = screen.query(OverviewList).first()
            row = next(r for r in rows.rows if len(getattr(r, "targets", ())) > 1)
            rows.post_message(OverviewList.Looked(row.targets))
            await pilot.pause(0.4)
            focus = app.reading.focus
            assert isinstance(focus, EntityFocus)
            seen.append((app.desk.sheet.name, focus.id))
        assert len({name for name, _ in seen}) > 1
        assert {target.idents for target in row.targets} >= {(ident,) for _, ident in seen}


async def test_a_pair_and_a_stretch_of_all_articles(app):  # noqa: F811
    async with app.run_test(size=(200, 60)) as pilot:
        screen = await show(pilot, "a")
        screen.query_one(TriangleChart).focus()
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert isinstance(app.reading.focus, PairFocus)
        await show(pilot, "a")
        await pilot.press("tab", "v", "G", "enter")
        await pilot.pause(0.3)
        assert isinstance(app.reading.focus, PeriodFocus)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
@pytest.mark.parametrize("keys", ["a", "aa"], ids=["all", "against"])
def test_overviews_of_several(snap_compare, app, size, keys):  # noqa: F811
    async def run(pilot) -> None:
        await show(pilot, *keys)

    assert snap_compare(app, terminal_size=size, run_before=run)

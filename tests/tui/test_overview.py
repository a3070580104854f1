"""The overview: everything in it can be chosen, by key and by mouse."""

import pytest

from reader.analysis import Annotations
from reader.reading import Analysing, EntityFocus, PairFocus, PeriodFocus, QuoteFocus, Ready
from reader.reading.overview import LONG, TRIANGLE
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.glyphs import glyphs
from reader.tui.overview.parts import OverviewList
from reader.tui.overview.screen import OverviewScreen
from reader.tui.overview.triangle import TriangleChart
from reader.tui.screens import reading as reading_screen
from reader.tui.screens.reading import ReadingScreen

from .readings import HARBOUR, crowd
from .test_app import Harbour, ready


async def open_overview(pilot) -> OverviewScreen:
    await ready(pilot)
    await pilot.press("V")
    await pilot.pause()
    await pilot.pause()
    assert isinstance(pilot.app.screen, OverviewScreen)
    return pilot.app.screen


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 60)])
async def test_a_speaker_is_chosen(size):
    async with Harbour().run_test(size=size) as pilot:
        await open_overview(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.reading.focus == EntityFocus("Tor Vik")


async def test_a_source_without_a_name_leads_to_its_words():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await open_overview(pilot)
        await pilot.press("G", "enter")
        await pilot.pause()
        assert pilot.app.reading.focus == QuoteFocus("Q4")


async def test_a_stretch_of_days_is_taken_by_key():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await open_overview(pilot)
        await pilot.press("tab", "v", "G", "enter")
        await pilot.pause()
        focus = pilot.app.reading.focus
        assert isinstance(focus, PeriodFocus)
        assert (focus.first.year, focus.last.year) == (1991, 2026)


async def test_a_pair_is_chosen_by_key_and_by_mouse():
    async with Harbour().run_test(size=(200, 60)) as pilot:
        await open_overview(pilot)
        chart = pilot.app.screen.query_one(TriangleChart)
        row, column = chart._row, chart._column
        shared = {(y, x): chart._count(y, x) for y in range(1, chart._many) for x in range(y)}
        assert shared[row, column] == max(shared.values())
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        by_key = pilot.app.reading.focus
        assert isinstance(by_key, PairFocus)
        await open_overview(pilot)
        chart = pilot.app.screen.query_one(TriangleChart)
        place = (3 + chart._names() + 3 * column + 1, row + 1)
        await pilot.click(TriangleChart, offset=place)
        await pilot.pause()
        assert pilot.app.reading.focus == by_key


async def test_sources_are_put_under_their_kinds():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        screen = await open_overview(pilot)
        await pilot.press("s")
        rows = screen.query(OverviewList).first()
        shown = [rows.render_line(y).text.strip() for y in range(5)]
        assert shown[1].startswith("people 3 · ")
        await pilot.press("s")
        assert "people" not in "".join(rows.render_line(y).text for y in range(5))


async def test_choosing_a_row_again_goes_on_to_the_next():
    async with Harbour().run_test(size=(200, 60)) as pilot:
        focused = []
        for _ in range(3):
            await open_overview(pilot)
            for _ in range(4):
                await pilot.press("tab")
            await pilot.press("G", "enter")
            await pilot.pause(0.2)
            focused.append(pilot.app.reading.focus)
        places = [HARBOUR[focus.start : focus.end] for focus in focused]
        assert places == ["Friday", "March 2019", "2026"]


async def test_escape_leaves_it_as_it_was():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await open_overview(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.reading.focus is None


async def test_an_article_in_which_nothing_is_found():
    async with Harbour().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        pilot.app.reading.receive(Annotations(), Ready())
        screen = await open_overview(pilot)
        assert "Nobody is quoted." in screen.query(OverviewList).first().render_line(0).text
        await pilot.press("tab", "tab", "down", "enter")
        assert isinstance(pilot.app.screen, OverviewScreen)


async def test_it_follows_what_the_analysis_brings():
    async with Harbour().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        found = pilot.app.reading.machine
        pilot.app.reading.receive(Annotations(), Analysing())
        screen = await open_overview(pilot)
        rows = screen.query(OverviewList).first()
        assert "analysing" in rows.render_line(0).text
        await pilot.press("tab")
        pilot.app.reading.receive(found, Ready())
        await pilot.pause(0.4)
        first, second = list(screen.query(OverviewList))[:2]
        assert "word for word" in first.render_line(0).text
        assert second.has_focus


async def test_a_long_text_is_counted_while_the_overview_is_there():
    found = crowd(9_000)
    app = ReaderApp(found.article, settings=Settings())
    async with app.run_test(size=(200, 60)) as pilot:
        await ready(pilot)
        app.reading.receive(found.annotations, Ready())
        screen = await open_overview(pilot)
        parts = list(screen.query(OverviewList))
        for _ in range(100):
            await pilot.pause(0.1)
            if all(part.count for part in parts) and screen.query_one(TriangleChart)._is_counted:
                break
        assert "word for word" in parts[0].render_line(0).text
        await pilot.press("escape")
        again = await open_overview(pilot)
        assert "word for word" in again.query(OverviewList).first().render_line(0).text


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_the_overview_without_colours(snap_compare, monkeypatch, size):
    monkeypatch.setenv("NO_COLOR", "1")

    async def show(pilot) -> None:
        await open_overview(pilot)

    assert snap_compare(Harbour(), terminal_size=size, run_before=show)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_the_overview_in_ascii(snap_compare, monkeypatch, size):
    monkeypatch.setattr("reader.tui.glyphs.wants_ascii", lambda *_: True)
    glyphs.cache_clear()

    async def show(pilot) -> None:
        await open_overview(pilot)

    try:
        assert snap_compare(Harbour(), terminal_size=size, run_before=show)
    finally:
        glyphs.cache_clear()


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
def test_the_overview(snap_compare, size, theme):
    async def show(pilot) -> None:
        await open_overview(pilot)

    assert snap_compare(Harbour(theme=theme), terminal_size=size, run_before=show)


async def test_a_book_is_counted_before_anybody_asks(monkeypatch):
    monkeypatch.setattr(reading_screen, "_UNTIL_COUNTED", 0.05)
    reading = crowd(8_000)
    assert len(reading.article.text) > LONG
    app = ReaderApp(reading.article, settings=Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for _ in range(2):
            app.reading.receive(reading.annotations, Ready())
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        material = vars(app.reading.index)["overview"]
        assert material.knows(TRIANGLE)
        await pilot.press("V")
        await app.workers.wait_for_complete()
        await pilot.pause()
        chart = app.screen.query_one(TriangleChart)
        assert "counting" not in chart.render_line(0).text
        assert vars(app.reading.index)["overview"] is material


async def test_a_short_article_s_overview_is_ready_soon_after_its_analysis(monkeypatch):
    monkeypatch.setattr(reading_screen, "_UNTIL_COUNTED", 0.05)
    reading = crowd(12)
    app = ReaderApp(reading.article, settings=Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        app.reading.receive(reading.annotations, Ready())
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        assert vars(app.reading.index)["overview"].knows(TRIANGLE)


async def test_the_cursor_of_the_triangle_stays_on_the_screen():
    reading = crowd(12)
    app = ReaderApp(reading.article, settings=Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        app.reading.receive(reading.annotations, Ready())
        await open_overview(pilot)
        await pilot.press("tab", "tab", *["down"] * 12)
        await pilot.pause()
        chart = pilot.app.screen.query_one(TriangleChart)
        lines = [chart.render_line(y).text for y in range(chart.content_size.height)]
        assert any(line.strip().startswith("12") for line in lines)
        assert "sentence" in lines[-1]

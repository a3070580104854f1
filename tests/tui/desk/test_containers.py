"""Mail folders, feeds and archives on a desk: all their articles lie beside each other."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.reading.desk import Desk, State
from reader.reading.plan import Plan
from reader.settings import Settings
from reader.sources.sought import Opening, Sought, look_at
from reader.tui.app import ReaderApp
from reader.tui.desk.articles import ArticlesPane
from reader.tui.lists.row_list import RowList
from reader.tui.screens.listing import ListingScreen
from tests.sources.making import FILES, LEAD, TITLE


@pytest.fixture
def inbox(tmp_path: Path) -> str:
    path = tmp_path / "inbox.mbox"
    path.write_bytes(FILES["a.mbox"])
    return str(path)


async def until(passes: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not passes():
        assert time.monotonic() < end, "it did not come to pass"
        await asyncio.sleep(0.02)


def started(first: str | Sought, *places: str) -> ReaderApp:
    looked = look_at(first) if isinstance(first, str) else first
    assert isinstance(looked, Sought)
    return ReaderApp(None, settings=Settings(), opening=Opening(looked), plan=Plan(places))


def desk(app: ReaderApp) -> Desk:
    assert app.turning is not None
    return app.turning.desk


def all_read(app: ReaderApp) -> bool:
    return app.turning is not None and all(sheet.article for sheet in desk(app).sheets)


def listed(app: ReaderApp) -> str:
    """What the articles pane shows."""
    lists = app.screen.query("ArticlesPane RowList").results(RowList)
    return "\n".join(rows.render_line(y).text for rows in lists for y in range(6))


async def test_all_articles_of_a_list_are_read_together(inbox: str) -> None:
    app = started(inbox)
    async with app.run_test(size=(200, 50)) as pilot:
        await until(lambda: isinstance(app.screen, ListingScreen))
        await pilot.press("ctrl+a")
        await until(lambda: app.screen.query(ArticlesPane))
        assert [sheet.name for sheet in desk(app).sheets] == ["inbox#1", "inbox#2"]
        assert app.reading.article.title == TITLE
        await until(lambda: all_read(app))
        assert [sheet.title for sheet in desk(app).sheets] == [TITLE, "The old lock"]
        await pilot.press("right_parenthesis")
        await until(lambda: app.reading.article.title == "The old lock")
        await until(lambda: "The old lock" in listed(app))


async def test_the_first_row_of_a_list_opens_all(inbox: str) -> None:
    app = started(inbox)
    async with app.run_test(size=(200, 50)) as pilot:
        await until(lambda: isinstance(app.screen, ListingScreen))
        await pilot.press("up", "enter")
        await until(lambda: app.turning is not None and app.reading.article.title == TITLE)


async def test_one_of_a_list_is_read_alone(inbox: str) -> None:
    app = started(inbox)
    async with app.run_test(size=(200, 50)) as pilot:
        await until(lambda: isinstance(app.screen, ListingScreen))
        await pilot.press("enter")
        await until(lambda: app.reading.article.title == TITLE)
        assert app.turning is None


async def test_a_container_among_files_is_spread_where_it_lies(inbox: str, tmp_path: Path) -> None:
    first, last = tmp_path / "a.md", tmp_path / "z.md"
    for path in (first, last):
        path.write_text(f"# About {path.stem}\n\n{LEAD}\n")
    places = (str(first), inbox, str(last))
    app = started(str(first), *places)
    async with app.run_test(size=(200, 50)):
        await until(lambda: all_read(app))
        names = ["a", "inbox#1", "inbox#2", "z"]
        assert [sheet.name for sheet in desk(app).sheets] == names
        assert all(sheet.state is not State.FAILED for sheet in desk(app).sheets)


async def test_a_container_that_comes_first_is_read_at_its_first_article(
    inbox: str, tmp_path: Path
) -> None:
    other = tmp_path / "b.md"
    other.write_text(f"# About b\n\n{LEAD}\n")
    app = started(inbox, inbox, str(other))
    async with app.run_test(size=(200, 50)):
        await until(lambda: all_read(app))
        assert [sheet.name for sheet in desk(app).sheets] == ["inbox#1", "inbox#2", "b"]
        assert app.reading.article.title == TITLE


async def test_what_came_through_a_pipe_is_read_together_too() -> None:
    from reader.sources import Raw

    raw = Raw("standard input", FILES["a.mbox"], source="standard input")
    app = started(Sought("standard input", raw))
    async with app.run_test(size=(200, 50)) as pilot:
        await until(lambda: isinstance(app.screen, ListingScreen))
        await pilot.press("ctrl+a")
        await until(lambda: all_read(app))
        assert [sheet.title for sheet in desk(app).sheets] == [TITLE, "The old lock"]


def test_the_present_article_stays_where_articles_come_in_before_it() -> None:
    made = Desk(["a.mbox", "b.txt", "c.txt"])
    made.turn(2)
    made.spread(made.sheets[0], ["One", "Two", "Three"])
    assert made.sheet.name == "c"
    assert [sheet.name for sheet in made.sheets] == ["a#1", "a#2", "a#3", "b", "c"]
    assert made.turn_back() == 0

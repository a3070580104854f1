"""The start screen, a list to choose from, and the structure of an article as one sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.article import Article, Block, BlockKind, Blocks, Link, Origin
from reader.library.memory import Memory
from reader.settings import Settings
from reader.sources.sought import Found, Opening
from reader.tui.app import ReaderApp
from reader.tui.screens.start import StartScreen
from reader.tui.theme import THEMES
from reader.worker.opening_messages import Item, Listed

from .test_app import ready

PIECES = (
    (BlockKind.NAVIGATION, "Home"),
    (BlockKind.NAVIGATION, "News"),
    (BlockKind.NAVIGATION, "Sport"),
    (BlockKind.NAVIGATION, "Weather"),
    (BlockKind.TITLE, "Tolls rise in Port Halden"),
    (BlockKind.BYLINE, "By Mara Voss"),
    (BlockKind.PARAGRAPH, "The harbour board raises its tolls in June, as the council wished."),
    (BlockKind.HEADING, "Who pays"),
    (BlockKind.LIST_ITEM, "Ferries pay most."),
    (BlockKind.LIST_ITEM, "Fishing boats pay half."),
    (BlockKind.QUOTE, "We cannot go on like this, the ferrymen wrote."),
    (BlockKind.TABLE, "Ship  |  Toll"),
    (BlockKind.TABLE, "Fishing boat  |  20"),
    (BlockKind.CAPTION, "The quay in May"),
    (BlockKind.SPEAKER, "VOSS:"),
    (BlockKind.TURN, "Nobody asked us to."),
    (BlockKind.FURNITURE, "Copyright Port Halden Echo"),
)


def structured() -> Article:
    text, blocks = "", []
    for kind, words in PIECES:
        tight = blocks and blocks[-1].kind is kind
        text += "" if not text else "\n" if tight else "\n\n"
        blocks.append(Block(len(text), len(text) + len(words), kind))
        text += words
    link, page = text.index("the council"), text.index("Ship")
    return Article(
        text,
        "tolls.html",
        layout=Blocks(blocks),
        links=(Link(link, link + 11, "https://news.example/council"),),
        origin=(Origin(0, page, 0, page, 1), Origin(page, len(text), page, len(text), 2)),
    )


def app(theme: str, article: Article | None, memory: Memory | None = None) -> ReaderApp:
    first = None if article is None else Found(article, None)
    settings = Settings(theme=theme)
    return ReaderApp(article, settings=settings, memory=memory, opening=Opening(first))


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=["80x24", "200x60"])
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_the_structure_of_an_article(snap_compare, theme, size):
    assert snap_compare(app(theme, structured()), terminal_size=size, run_before=ready)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_the_outline(snap_compare, theme):
    async def ask(pilot) -> None:
        await ready(pilot)
        await pilot.press("O")
        await pilot.pause()

    assert snap_compare(app(theme, structured()), terminal_size=(80, 24), run_before=ask)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=["80x24", "200x60"])
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_the_start_screen(snap_compare, monkeypatch, theme, size):
    monkeypatch.setattr("reader.tui.screens.start._folder", lambda: Path("/home/mara"))
    memory = Memory()
    memory.keep_recent("/home/mara/ferry.pdf", "Ferry sails again")
    memory.keep_recent("https://news.example/tolls", "Tolls rise in Port Halden")

    async def begun(pilot) -> None:
        while not isinstance(pilot.app.screen, StartScreen):
            await pilot.pause()
        await pilot.press("down")

    assert snap_compare(app(theme, None, memory), terminal_size=size, run_before=begun)


def test_a_list_to_choose_from(snap_compare):
    items = [Item("Tolls rise in Port Halden", outlet="Echo"), Item("Ferry sails again")]

    async def listed(pilot) -> None:
        await ready(pilot)
        await pilot.app.doors._take(Listed(1, "feed.xml", "a feed", items, "One is left out."))
        await pilot.pause()

    shown = app(THEMES[0].name, structured())
    assert snap_compare(shown, terminal_size=(80, 24), run_before=listed)

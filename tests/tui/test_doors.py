"""Opening sources inside the reader: waits, lists, refusals, the start screen."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from reader.analysis import Annotations, Entity, Form, Kind, Mention
from reader.article import Article, Block, BlockKind, Blocks, Emphasis, Face, Link
from reader.library.memory import Memory
from reader.library.state import StateFile
from reader.reading import EntityFocus, Ready
from reader.settings import Settings
from reader.sources.sought import Found, Opening, Sought, look_at
from reader.tui.app import ReaderApp
from reader.tui.article import ArticlePane
from reader.tui.screens.files import FilePicker
from reader.tui.screens.link import LinkDialog
from reader.tui.screens.listing import ListingScreen
from reader.tui.screens.outline import OutlineDialog
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.start import StartScreen
from reader.tui.screens.waiting import WaitingScreen
from reader.worker.opening_messages import (
    Beginning,
    BeingRead,
    Fetching,
    Item,
    Listed,
    Opened,
    Refused,
)

from ..sources.servers import Server, serving

MARKDOWN = "# Tolls rise\n\nThe harbour raises tolls, Mara Voss said.\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving() as made:
        yield made


def app(first: Found | Sought | None = None, memory: Memory | None = None) -> ReaderApp:
    article = first.article if isinstance(first, Found) else None
    return ReaderApp(article, settings=Settings(), memory=memory, opening=Opening(first))


async def until(passes: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not passes():
        assert time.monotonic() < end, "it did not come to pass"
        await asyncio.sleep(0.02)


def said(screen) -> str:
    return " ".join(str(line.render()) for line in screen.query(Static))


async def test_a_source_is_waited_for_and_then_shown(tmp_path: Path) -> None:
    path = tmp_path / "tolls.md"
    path.write_text(MARKDOWN)
    memory = Memory(StateFile())
    first = look_at(str(path))
    assert isinstance(first, Sought)
    async with app(first, memory).run_test(size=(100, 30)) as pilot:
        shown = pilot.app
        await until(lambda: shown.reading.article.text)
        await pilot.pause()
        assert isinstance(shown.screen, ReadingScreen)
        assert shown.reading.article.title == "Tolls rise"
        assert [(one.place, one.title) for one in memory.recent()] == [(str(path), "Tolls rise")]


async def test_what_the_command_line_asks_for_ends_the_program_where_it_is_refused(
    server: Server,
) -> None:
    shown = app(Sought(server.url("/gone")))
    async with shown.run_test(size=(80, 24)):
        await until(lambda: shown.return_code is not None)
    assert shown.return_code == 2
    assert "has no such page" in shown.refusal


async def test_a_slow_page_can_be_given_up(server: Server) -> None:
    server.answers["/slow"] = lambda _: time.sleep(8)
    shown = app(Sought(server.url("/slow")))
    async with shown.run_test(size=(80, 24)) as pilot:
        await until(lambda: isinstance(shown.screen, WaitingScreen))
        await until(lambda: server.url("/slow") in said(shown.screen))
        await pilot.press("escape")
        await until(lambda: isinstance(shown.screen, StartScreen))
        await pilot.press("escape")
        await until(lambda: shown.return_code is not None)
    assert (shown.return_code, shown.refusal) == (0, "")


async def test_the_caret_stands_on_a_fold_and_never_in_it() -> None:
    article = furnished()
    async with app(Found(article, None)).run_test(size=(80, 24)) as pilot:
        shown = pilot.app
        await until(lambda: shown.screen.query("TimelinePane"))
        title = article.text.index("Tolls rise")
        await pilot.press("g")
        assert shown.reading.caret == 0
        for key in ("right", "w", "down", "right_curly_bracket", "end"):
            shown.reading.move_caret(0)
            await pilot.press(key)
            assert shown.reading.caret == title, key
            await pilot.press("up")
            assert shown.reading.caret == 0
        await pilot.click(ArticlePane, offset=(12, 0))
        assert shown.reading.caret == 0


async def test_enter_opens_one_fold_and_leaves_the_others() -> None:
    both = furnished()
    start = len(both.text)
    more = "\nHelp\nTerms\nJobs\nApps"
    text = both.text + more
    places = [(m.start(), m.end()) for m in re.finditer(r"\w+", more)]
    blocks = [
        *both.blocks,
        *(Block(start + a, start + b, BlockKind.NAVIGATION) for a, b in places),
    ]
    article = Article(text, "tolls.html", layout=Blocks(blocks))
    async with app(Found(article, None)).run_test(size=(80, 30)) as pilot:
        shown = pilot.app
        await until(lambda: shown.screen.query("TimelinePane"))
        pane = shown.screen.query_one(ArticlePane)
        await pilot.press("g", "enter")
        rows = " ".join(pane.render_line(y).text for y in range(25))
        assert "Sport" in rows
        assert "Terms" not in rows
        await pilot.press("right")
        assert shown.reading.caret == 1


async def test_a_link_below_annotations_comes_last(server: Server) -> None:
    text = "Mara Olsen said that the quay was open again."
    links = (Link(0, 10, server.give("/olsen", b"Who she is.\n", "text/plain")),)
    async with app(Found(Article(text, "a.txt", links=links), None)).run_test() as pilot:
        shown = pilot.app
        await until(lambda: shown.screen.query("TimelinePane"))
        mentions = (Mention(0, 10, Form.NAME), Mention(0, 4, Form.NAME))
        entities = tuple(
            Entity(id=f"E{n}", name=name, kind=Kind.PERSON, mentions=(mention,))
            for n, (name, mention) in enumerate(zip(("Mara Olsen", "Mara"), mentions, strict=True))
        )
        shown.reading.receive(Annotations(entities=entities), Ready("none"))
        shown.reading.move_caret(1)
        seen = []
        for _ in range(5):
            await pilot.press("enter")
            if isinstance(shown.screen, LinkDialog):
                seen.append("link")
                await pilot.press("escape")
            else:
                focus = shown.reading.focus
                assert isinstance(focus, EntityFocus)
                seen.append(focus.id)
        assert sorted(seen[:2]) == ["E0", "E1"]
        assert seen[2:] == ["link", *seen[:2]]


async def test_emphasis_is_seen() -> None:
    text = "The Courier wrote that the quay was not open."
    looks = (Emphasis(4, 11, Face.ITALIC), Emphasis(36, 39, Face.BOLD))
    article = Article(text, "a.txt", emphasis=looks)
    async with app(Found(article, None)).run_test(size=(80, 24)) as pilot:
        await until(lambda: pilot.app.screen.query("TimelinePane"))
        pieces = {s.text: s.style for s in pilot.app.query_one(ArticlePane).render_line(0)}
        assert pieces["Courier"] is not None
        assert pieces["not"] is not None
        assert (pieces["Courier"].italic, pieces["not"].bold) == (True, True)


async def test_a_link_leads_on_in_the_reader(server: Server) -> None:
    address = server.give("/tolls", b"Tolls fall\n\nThe harbour lowers its tolls.\n", "text/plain")
    text = "The board said so."
    links = (Link(4, 9, address), Link(15, 17, "mailto:a@b.example"))
    article = Article(text, "a.txt", links=links)
    async with app(Found(article, None)).run_test(size=(100, 30)) as pilot:
        shown = pilot.app
        await until(lambda: shown.screen.query("TimelinePane"))
        shown.reading.move_caret(5)
        await pilot.press("enter")
        assert isinstance(shown.screen, LinkDialog)
        assert address in said(shown.screen)
        await pilot.press("escape")
        assert isinstance(shown.screen, ReadingScreen)
        assert not server.seen
        shown.reading.move_caret(16)
        await pilot.press("enter")
        assert isinstance(shown.screen, ReadingScreen)  # no web page
        await pilot.press("O", "down", "up", "enter")  # the outline lists links
        await until(lambda: isinstance(shown.screen, LinkDialog))
        await pilot.press("enter")
        await until(lambda: shown.reading.article.text.startswith("Tolls fall"))
        assert shown.reading.article.url == address


async def test_the_start_screen_opens_by_line_list_and_picker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "ferry.txt").write_text("Ferry sails\n\nIt sails.\n")
    memory = Memory()
    memory.keep_recent(str(tmp_path / "lost.txt"), "Lost [b]and\x1b found")
    shown = app(None, memory)
    async with shown.run_test(size=(80, 24)) as pilot:
        await until(lambda: isinstance(shown.screen, StartScreen))
        await pilot.press(*"nope.txt", "enter")
        await until(lambda: "There is no file" in said(shown.screen))
        assert shown.screen.query_one(Input).value == "nope.txt"
        await pilot.press("down", "enter")
        await until(lambda: "lost.txt" in said(shown.screen))
        await pilot.press("delete")
        assert memory.recent() == []
        rows = shown.screen.query_one(OptionList)
        rows.highlighted = 1
        await pilot.press("enter")
        await until(lambda: isinstance(shown.screen, FilePicker))
        await pilot.press(*"inn", "enter")
        await until(lambda: "inner" in said(shown.screen))
        await pilot.press("down", "enter")
        await until(lambda: shown.reading.article.text.startswith("Ferry sails"))
        assert isinstance(shown.screen, ReadingScreen)
        await until(memory.recent)
        assert memory.recent()[0].place == str(tmp_path / "inner" / "ferry.txt")


async def test_a_list_is_chosen_from_and_left(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("Here already.", "a.txt")
    async with app(Found(article, None)).run_test(size=(100, 30)) as pilot:
        shown = pilot.app
        chosen: list[int] = []
        monkeypatch.setattr(shown.doors, "choose", lambda number, _: chosen.append(number))
        items = [Item("Ferry \x1b[2J"), Item("Tolls rise", outlet="News Example"), Item("Ferries")]
        await shown.doors._take(Listed(1, "feed.xml", "a feed", items, "One was left out."))
        await pilot.pause()
        assert isinstance(shown.screen, ListingScreen)
        assert "3 articles" in said(shown.screen)
        assert "One was left out." in said(shown.screen)
        await pilot.press(*"news", "enter")
        assert chosen == [1]
        await pilot.press("escape")
        assert isinstance(shown.screen, ReadingScreen)


async def test_the_text_goes_on_under_the_eyes_and_never_changes() -> None:
    lines = [f"Line {n} of a long document about a harbour and its tolls." for n in range(300)]
    begins, whole = "\n".join(lines[:100]), "\n".join(lines)
    shown = app(Sought("long.pdf"))
    shown.doors._has_begun = True
    async with shown.run_test(size=(80, 24)) as pilot:
        await shown.doors._take(Fetching(1, 10, 20))
        await shown.doors._take(BeingRead(1))
        await shown.doors._take(Beginning(1, Article(begins, "long.pdf")))
        await pilot.pause()
        pane = shown.screen.query_one(ArticlePane)
        await pilot.press("space", "space")
        top, caret = pane.top, shown.reading.caret
        assert top > 0
        before = [pane.render_line(y).text for y in range(10)]
        await shown.doors._take(Opened(1, Article(whole, "long.pdf")))
        await pilot.pause()
        pane = shown.screen.query_one(ArticlePane)
        assert (pane.top, shown.reading.caret) == (top, caret)
        assert [pane.render_line(y).text for y in range(10)] == before
        await pilot.press("G")
        assert shown.reading.caret > len(begins)
        assert shown.is_whole


async def test_a_refusal_in_the_reader_leaves_the_article(tmp_path: Path) -> None:
    article = Article("Here already.", "a.txt")
    async with app(Found(article, None)).run_test(size=(100, 30)) as pilot:
        await pilot.app.doors._take(Refused(1, "That is no article: open another."))
        await pilot.pause()
        assert pilot.app.reading.article is article
        assert pilot.app.return_code is None


FURNISHED = (
    "Home\nNews\nSport\nMore\nTolls rise\n\nThe tolls rise.\n\nWho pays\n\nFerries.\nBoats.\n"
)


def furnished() -> Article:
    def block(words: str, kind: BlockKind) -> Block:
        start = FURNISHED.index(words)
        return Block(start, start + len(words), kind)

    return Article(
        FURNISHED,
        "tolls.html",
        layout=Blocks(
            [
                *(block(word, BlockKind.NAVIGATION) for word in ("Home", "News", "Sport", "More")),
                block("Tolls rise", BlockKind.TITLE),
                block("The tolls rise.", BlockKind.PARAGRAPH),
                block("Who pays", BlockKind.HEADING),
                block("Ferries.", BlockKind.LIST_ITEM),
                block("Boats.", BlockKind.LIST_ITEM),
            ]
        ),
    )


async def test_structure_is_seen_folded_and_jumped_to() -> None:
    async with app(Found(furnished(), None)).run_test(size=(80, 24)) as pilot:
        shown = pilot.app
        await until(lambda: shown.screen.query("TimelinePane"))
        pane = shown.screen.query_one(ArticlePane)

        def rows() -> list[str]:
            return [pane.render_line(y).text.rstrip() for y in range(12)]

        assert "4 lines of the page around the article" in rows()[0]
        assert "Sport" not in " ".join(rows())
        assert [row.split() for row in rows() if "•" in row] == [["•", "Ferries."], ["•", "Boats."]]
        first = next(n for n, row in enumerate(rows()) if "Ferries" in row)
        assert "Boats" in rows()[first + 1]
        await pilot.press("O")
        assert isinstance(shown.screen, OutlineDialog)
        await pilot.press(*"who", "enter")
        assert shown.reading.caret == FURNISHED.index("Who pays")
        assert "Who pays" in shown.screen.query_one("Header").render_line(0).text
        await pilot.press("F")
        assert "Sport" in " ".join(rows())
        await pilot.press("F")
        assert "Sport" not in " ".join(rows())
        shown.reading.find("Sport")
        assert "Sport" in " ".join(rows())

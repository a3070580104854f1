"""What a hand waits for in a book: finding, selecting to the end, and a flood of page keys."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

from textual.events import Key

from reader.article import Article
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.article import ArticlePane

from .figures import Figure

_SIZE = (120, 40)
_PAGES = 10_000
_FIRST, _FURTHER = "t", "he minister"
_EXPRESSION = r"the \w+er (of|in)"
_FIRST_SECONDS, _FURTHER_SECONDS, _SELECT_SECONDS, _FLOOD_SECONDS = 0.030, 0.060, 0.060, 2.0


def figures(book: Path) -> list[Figure]:
    """`book` has ten million code points."""
    wanted: list[tuple[str, float, Callable[[Any], Awaitable[float]]]] = [
        ("find in a book, the first key", _FIRST_SECONDS, _first_key),
        ("find in a book, the slowest further key", _FURTHER_SECONDS, _further_keys),
        ("find an expression in a book, the slowest key", _FURTHER_SECONDS, _expression_keys),
        ("select to the end of a book", _SELECT_SECONDS, _select),
        (f"{_PAGES:,} page keys typed ahead, book", _FLOOD_SECONDS, _flood),
    ]
    return [
        Figure(
            name,
            f"{seconds * 1000:,.0f} ms of processor time",
            1.0,
            partial(_measured, work, book),
            partial(float, seconds),
            5,
        )
        for name, seconds, work in wanted
    ]


@cache
def _article(path: Path) -> Article:
    article = Article.from_text(path.read_text("utf-8"))
    assert article.blocks
    return article


def _measured(work: Callable[[Any], Awaitable[float]], book: Path) -> float:
    async def run() -> float:
        async with _opened(book) as pilot:
            return await work(pilot)

    return asyncio.run(run())


@asynccontextmanager
async def _opened(book: Path) -> AsyncIterator[Any]:
    """The reader with the book, once all of it is on the screen."""
    app = ReaderApp(_article(book), settings=Settings())
    async with app.run_test(size=_SIZE) as pilot:
        while not app.screen.query("TimelinePane"):
            await pilot.pause()
        while not app.screen.query_one(ArticlePane).setting.done:
            await pilot.pause(0.05)
        yield pilot


async def _cost(pilot: Any, key: str) -> float:
    begun = time.process_time()
    await pilot.press("space" if key == " " else key)
    return time.process_time() - begun


async def _first_key(pilot: Any) -> float:
    await pilot.press("/")
    await pilot.pause()
    return await _cost(pilot, _FIRST)


async def _further_keys(pilot: Any) -> float:
    await pilot.press("/", _FIRST)
    return max([await _cost(pilot, key) for key in _FURTHER])


async def _expression_keys(pilot: Any) -> float:
    await pilot.press("/", "f3")
    await pilot.pause()
    return max([await _cost(pilot, key) for key in _EXPRESSION])


async def _select(pilot: Any) -> float:
    return await _cost(pilot, "ctrl+shift+end")


async def _flood(pilot: Any) -> float:
    app = pilot.app
    begun = time.process_time()
    for _ in range(_PAGES):
        app.post_message(Key("pagedown", None))
    await pilot.pause()
    caret = -1
    while caret != app.reading.caret:
        caret = app.reading.caret
        await pilot.pause(0.2)
    return time.process_time() - begun

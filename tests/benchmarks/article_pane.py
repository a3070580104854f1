"""Setting grows with the text and no faster; the first screen and a page cost the screen."""

from __future__ import annotations

import asyncio
import tracemalloc
from functools import cache, partial
from pathlib import Path

from reader.article import Article
from reader.reading import Reading
from reader.tui.article.layout import Layout
from reader.tui.article.rows import Setting
from tests.tui.article.test_pane import opened

from .figures import Figure, processor

_WIDTH, _HEIGHT = 72, 40
_PAGES = 20


def figures(small: Path, larger: Path, book: Path) -> list[Figure]:
    """`book` has ten times the text of `larger`."""
    return [
        Figure(
            "setting all rows, book",
            "larger text, ten times",
            1.1,
            processor(lambda: partial(_set, _article(book))),
            processor(lambda: partial(_set, _article(larger)), divisor=0.1),
        ),
        Figure(
            "memory of the rows, book",
            "the text, a byte a code point",
            0.25,
            partial(_memory_of_rows, book),
            lambda: float(len(_article(book).text)),
        ),
        Figure(
            "first screen of the article pane, book",
            "larger text",
            1.5,
            processor(lambda: partial(_first_screens, _article(book))),
            processor(lambda: partial(_first_screens, _article(larger))),
        ),
        Figure(
            f"{_PAGES} pages painted, book",
            "small article",
            1.5,
            partial(_pages, book),
            partial(_pages, small),
        ),
    ]


@cache
def _article(path: Path) -> Article:
    article = Article.from_text(path.read_text("utf-8"))
    assert article.blocks  # found once, outside what is measured
    return article


def _set(article: Article) -> Setting:
    setting = Setting(article.text, article.blocks, _WIDTH)
    setting.advance(600)
    return setting


def _memory_of_rows(path: Path) -> float:
    article = _article(path)
    tracemalloc.start()
    setting = _set(article)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert setting.done
    return float(held)


def _first_screens(article: Article) -> None:
    for _ in range(_PAGES):
        Layout(article.text, article.opening, _WIDTH, _HEIGHT)


def _pages(path: Path) -> float:
    async def run() -> float:
        async with opened(Reading(_article(path)), size=(120, _HEIGHT)) as (pane, pilot):
            while not pane.setting.done:
                await pilot.pause(0.01)

            def turn() -> None:
                for motion in ("page_down", "page_up") * (_PAGES // 2):
                    pane.action_move(motion)
                    for y in range(pane.height):
                        pane.render_line(y)

            return processor(lambda: turn)()

    return asyncio.run(run())

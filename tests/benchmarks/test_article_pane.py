"""The article pane's work grows with the text only where it must; a page costs the screen.

Processor time, printed as a table with `pytest -s`.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

from reader.article import Article
from reader.reading import Reading
from reader.tui.article.layout import Layout
from reader.tui.article.rows import Setting
from tests.tui.article.test_pane import opened

SENTENCE = "The mayor said “the boats are back” and the ferry left the old quay again. "
PARAGRAPH = SENTENCE * 6 + "\n\n"
SMALL, LARGE = 4_000, 4_000_000
WIDTH, HEIGHT = 72, 40


def book(size: int) -> Article:
    return Article(PARAGRAPH * (size // len(PARAGRAPH) + 1))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the fastest of three runs."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def set_all(article: Article) -> Setting:
    setting = Setting(article.text, article.blocks, WIDTH)
    setting.advance(60)
    return setting


def first_screen(article: Article) -> Layout:
    return Layout(article.text, article.opening, WIDTH, HEIGHT)


def test_setting_is_linear_and_lean() -> None:
    small, large = book(LARGE // 10), book(LARGE)
    figures = [seconds(lambda article=article: set_all(article)) for article in (small, large)]
    tracemalloc.start()
    setting = set_all(large)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    rate = len(large.text) / figures[1] / 1e6
    print(
        f"\nset: {rate:.1f} million code points a second, {held / len(setting.starts):.1f} B a row"
    )
    assert figures[1] < 20 * figures[0]
    assert held < len(large.text)


def test_the_first_screen_does_not_wait_for_the_rest() -> None:
    small, large = book(SMALL), book(LARGE)
    few, many = (
        seconds(lambda article=article: first_screen(article)) for article in (small, large)
    )
    print(f"\nfirst screen: {1000 * few:.2f} ms of 4 KB, {1000 * many:.2f} ms of 4 MB")
    assert many < 0.05


async def page_seconds(article: Article) -> float:
    async with opened(Reading(article), size=(120, HEIGHT)) as (pane, pilot):
        while not pane.setting.done:
            await pilot.pause(0.01)

        def there_and_back() -> None:
            for motion in ("page_down", "page_up"):
                pane.action_move(motion)
                for y in range(pane.height):
                    pane.render_line(y)

        return seconds(there_and_back)


async def test_a_page_costs_the_screen() -> None:
    small, large = await page_seconds(book(SMALL)), await page_seconds(book(LARGE))
    print(f"\ntwo pages: {1000 * small:.2f} ms of 4 KB, {1000 * large:.2f} ms of 4 MB")
    assert large < 4 * small + 0.005

"""The overview after its key, and every export: of an article, and of a book with all found."""

from __future__ import annotations

import asyncio
import time
import tracemalloc
from collections.abc import Callable
from functools import cache, partial

from reader.analysis import Analysis
from reader.export.registry import FORMATS
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.overview.screen import OverviewScreen

from .books import book, reading_of
from .figures import Cost, Figure, processor

SMALL, LARGER, BOOK = 4_000, 1_000_000, 10_000_000
_SMALL_SECONDS, _BOOK_SECONDS, _AGAIN_SECONDS = 0.060, 0.250, 0.060
_SMALL_BYTES, _LARGER_BYTES = 200_000, 8_000_000
_SIZE = (120, 40)
_AHEAD = 4.0
"""Seconds until a book is being counted ahead."""


@cache
def _analysis(size: int) -> Analysis:
    article, found = book(size)
    return Analysis.of(article, found)


def _overview(size: int, *, ahead: bool = False, again: bool = False) -> float:
    """Processor time from the key until all is counted and on the screen.

    With `ahead` the reader waits before the key until a book is counted, as it is soon after its
    analysis; with `again` it is the second look that is measured.
    """

    async def run() -> float:
        reading = reading_of(size)
        app = ReaderApp(reading.article, settings=Settings())
        async with app.run_test(size=_SIZE) as pilot:
            await pilot.pause(0.3)
            app.reading.receive(reading.annotations, reading.status)
            await pilot.pause(_AHEAD if ahead else 0.3)
            await app.workers.wait_for_complete()
            taken = 0.0
            for _ in range(1 + again):
                started = time.process_time()
                await pilot.press("V")
                while not isinstance(app.screen, OverviewScreen):
                    await pilot.pause()
                await app.workers.wait_for_complete()
                await pilot.pause()
                taken = time.process_time() - started
                await pilot.press("escape")
            return taken

    return asyncio.run(run())


def _written(name: str, size: int) -> Callable[[], object]:
    analysis = _analysis(size)
    return partial(FORMATS[name].write, analysis)


def _memory(name: str, size: int, divisor: float = 1.0) -> float:
    """Bytes that writing an export takes at most, beyond the analysis."""
    write = _written(name, size)
    tracemalloc.start()
    write()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / divisor


def _bytes(name: str, size: int) -> float:
    return float(len(FORMATS[name].write(_analysis(size))))


def _seconds(seconds: float) -> Cost:
    return lambda: seconds


def figures() -> list[Figure]:
    """What the issue of the overview and the exports asks for."""
    export = [
        figure
        for name, form in FORMATS.items()
        if not form.needs_tokens
        for figure in (
            Figure(
                f"export {name}, book",
                "larger text, ten times",
                1.1,
                processor(partial(_written, name, BOOK)),
                processor(partial(_written, name, LARGER), 0.1),
                3,
            ),
            Figure(
                f"memory of export {name}, book",
                "larger text, ten times",
                1.1,
                partial(_memory, name, BOOK),
                partial(_memory, name, LARGER, 0.1),
                1,
            ),
        )
    ]
    return [
        Figure(
            "overview on the screen, small article",
            "60 ms of processor time",
            1.0,
            partial(_overview, SMALL),
            _seconds(_SMALL_SECONDS),
        ),
        Figure(
            "overview on the screen, book with everything found",
            "250 ms of processor time",
            1.0,
            partial(_overview, BOOK, ahead=True),
            _seconds(_BOOK_SECONDS),
            3,
        ),
        Figure(
            "overview on the screen, book of which nothing is counted yet",
            "250 ms of processor time",
            1.0,
            partial(_overview, BOOK),
            _seconds(_BOOK_SECONDS),
            3,
        ),
        Figure(
            "overview on the screen once more, book with everything found",
            "60 ms of processor time",
            1.0,
            partial(_overview, BOOK, again=True),
            _seconds(_AGAIN_SECONDS),
            3,
        ),
        Figure(
            "size of the HTML report, small article",
            "200 KB",
            1.0,
            partial(_bytes, "html", SMALL),
            _seconds(_SMALL_BYTES),
            1,
        ),
        Figure(
            "size of the HTML report, larger text",
            "8 MB",
            1.0,
            partial(_bytes, "html", LARGER),
            _seconds(_LARGER_BYTES),
            1,
        ),
        *export,
    ]

"""The program as its reader meets it: in a pseudo-terminal, from the outside."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from statistics import quantiles

from reader.analysis import DEFAULT_MODEL, Annotations
from reader.analysis.parsing import Parser
from reader.analysis.pipeline import annotate
from reader.article.loading import load
from reader.reading.cache import Cache, Entry
from reader.reading.provenance import key_of
from tests.end_to_end.terminal import Terminal, reader

from .figures import Cost, Figure

_SIZE = (120, 40)
_QUIET = 0.05
_PRESSES = 40
_IDLE = 10.0
_PAGE_DOWN, _PAGE_UP = "\x1b[6~", "\x1b[5~"
_READY = "mready"  # behind its colour, so that it is no "already" of the article
_PROGRESS = re.compile(r"m {3,4}\d+%")  # that of the footer, not that of the header
_GREETING = "Hello, world!"
_HELLO = f"""
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static({_GREETING!r})

Hello().run()
"""
HELLO = [sys.executable, "-c", _HELLO]


class Watched(Terminal):
    """A terminal that keeps what is written and when the last of it came, and paints nothing."""

    last = 0.0

    @property
    def text(self) -> str:
        return self.output

    def _show(self, text: str) -> None:
        self.last = time.perf_counter()
        self.output += text

    def wait_for_answer(self, since: float) -> None:
        """Wait until something has been written since a time."""
        self.wait_for(lambda _: self.last > since)

    def settle(self, patience: float = _QUIET) -> None:
        """Read on until nothing has come for a while."""
        while self._has_output(patience) and self._read(0):
            pass


def figures(small: Path, larger: Path, book: Path) -> list[Figure]:
    """`small` is an ordinary article; `book` has ten times the text of `larger`."""
    hello = partial(_shown, HELLO, _GREETING)
    return [
        Figure("first frame, small article", "Textual's hello world", 1.15, _first(small), hello),
        Figure("first frame, book", "Textual's hello world", 1.3, _first(book), hello),
        Figure(
            "panes full from the cache, small article",
            "Textual's hello world",
            1.4,
            lambda: _shown(_cached(small), _READY),
            hello,
        ),
        Figure(
            "page key until settled, p95, book", "small article", 1.5, _page(book), _page(small)
        ),
        Figure(
            "page key until settled, p95, while the larger text is analysed",
            "the same text at rest",
            2.0,
            partial(_paging, reader("--no-cache", larger), _is_analysed),
            _page(larger),
        ),
        Figure(
            "memory of the interface, book",
            "Textual's hello world + 4 times the text",
            1.0,
            lambda: _memory(_cached(book), _READY),
            lambda: _memory(HELLO, _GREETING) + 4 * book.stat().st_size,
        ),
        Figure(
            "processor time at rest, small article",
            "the time that passes",
            0.01,
            lambda: _at_rest(_cached(small), _READY),
            lambda: _IDLE,
        ),
    ]


def _first(path: Path) -> Cost:
    """Until a word of the second paragraph is on the screen, with nothing in the cache."""
    second = path.read_text("utf-8")[:4000].split("\n\n")[1]
    return partial(_shown, reader("--no-cache", path), max(second.split()[:9], key=len))


def _page(path: Path) -> Cost:
    return lambda: _paging(_cached(path), _READY)


@cache
def _cached(path: Path) -> list[str]:
    """The command that reads an article whose analysis is in the cache; none, if it is long."""
    article = load(str(path))
    short = len(article.text) < 20_000
    found = annotate(article, Parser(DEFAULT_MODEL).parse(article)) if short else Annotations()
    Cache().put(key_of(article, DEFAULT_MODEL), Entry(found, DEFAULT_MODEL))
    return reader(path)


def _shown(command: Sequence[str], words: str) -> float:
    """Seconds from the start until some words are on the screen."""
    began = time.perf_counter()
    with Watched(command, size=_SIZE) as terminal:
        terminal.wait_for(words)
        return terminal.last - began


def _paging(command: Sequence[str], begun: str | Callable[[str], bool]) -> float:
    """The 95th percentile of the seconds between a page key and the last of its answer."""
    took = []
    with Watched(command, size=_SIZE) as terminal:
        terminal.wait_for(begun)
        terminal.settle(10 * _QUIET)
        for key in (_PAGE_DOWN, _PAGE_UP) * (_PRESSES // 2):
            pressed = time.perf_counter()
            terminal.type(key.encode())
            terminal.wait_for_answer(pressed)
            terminal.settle()
            took.append(terminal.last - pressed)
    return quantiles(took, n=20)[-1]


def _is_analysed(output: str) -> bool:
    return _PROGRESS.search(output) is not None


def _memory(command: Sequence[str], words: str) -> float:
    """The most bytes that the process has held once it is at rest."""
    with Watched(command, size=_SIZE) as terminal:
        terminal.wait_for(words)
        terminal.settle(20 * _QUIET)
        status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    return 1024.0 * int(status.partition("VmHWM:")[2].split()[0])


def _at_rest(command: Sequence[str], words: str) -> float:
    """Processor seconds that the process uses while nobody presses a key."""
    with Watched(command, size=_SIZE) as terminal:
        terminal.wait_for(words)
        terminal.settle(20 * _QUIET)
        before, until = _processor(terminal.process.pid), time.perf_counter() + _IDLE
        while (left := until - time.perf_counter()) > 0:
            terminal.settle(left)
        return _processor(terminal.process.pid) - before


def _processor(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

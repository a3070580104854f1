"""The program as its reader meets it: in a pseudo-terminal, from the outside."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from statistics import quantiles
from tempfile import mkdtemp

from reader.analysis import DEFAULT_MODEL, Annotations
from reader.analysis.parse.parser import Parser
from reader.analysis.pipeline import annotate
from reader.library.cache import Cache, Entry
from reader.library.provenance import key_of
from reader.sources.loading import load
from tests.end_to_end.terminal import Terminal

from .figures import Cost, Figure

_SIZE = (120, 40)
_QUIET = 0.05
_PRESSES = 40
_IDLE = 10.0
_PAGE_DOWN, _PAGE_UP = "\x1b[6~", "\x1b[5~"
_REST = 0.3  # for what the program before left behind to end
READY = "mready"  # behind its colour, so that it is no "already" of the article
_PROGRESS = re.compile(r"m {3,4}\d+%")  # that of the footer, not that of the header
GREETING = "Hello, world!"
_HELLO = f"""
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static({GREETING!r})

Hello().run()
"""
HELLO = [sys.executable, "-c", _HELLO]
# What the installed command does.
READER = [sys.executable, "-c", "import sys; from reader.cli import main; sys.exit(main())"]
# Tells when the command begins, the start of what takes the terminal for it left out.
_STAMP = "import os, sys, time; print(time.perf_counter()); sys.stdout.flush(); "
_BEGIN = [sys.executable, "-S", "-E", "-c", _STAMP + "os.execv(sys.argv[1], sys.argv[1:])"]
TOOLONG = shutil.which("tl")


class Watched(Terminal):
    """A terminal that keeps what is written and when the last of it came, and paints nothing."""

    last = 0.0

    def __init__(
        self, command: Sequence[str], cache: Path | None = None, state: Path | None = None
    ) -> None:
        """`cache` is another folder for analyses than the usual one.

        `state` is one with places that are remembered; without it there are none.
        """
        time.sleep(_REST)
        env = {"XDG_STATE_HOME": str(state or mkdtemp(dir=os.environ["XDG_CACHE_HOME"]))}
        if cache is not None:
            env["XDG_CACHE_HOME"] = str(cache)
        super().__init__([*_BEGIN, *command], size=_SIZE, env=env)
        began, _, self.output = self.wait_for("\n").partition("\n")
        self.began = float(began)

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
    return [
        *_keys(small, larger, book),
        Figure(
            "memory of the interface, book",
            "Textual's hello world + 4 times the text",
            1.0,
            lambda: memory(cached(book), READY),
            lambda: memory(HELLO, GREETING) + 4 * book.stat().st_size,
        ),
        Figure(
            "memory of the interface beyond that of Textual's hello world, book",
            "larger text, ten times",
            1.1,
            lambda: memory(cached(book), READY) - memory(HELLO, GREETING),
            lambda: 10 * (memory(cached(larger), READY) - memory(HELLO, GREETING)),
        ),
        Figure(
            "processor time at rest, small article",
            "the time that passes",
            0.01,
            lambda: _at_rest(cached(small), READY),
            lambda: _IDLE,
        ),
    ]


def _keys(small: Path, larger: Path, book: Path) -> list[Figure]:
    """How long a page key takes until the last of its answer is there."""
    again = [*READER, "--no-cache", str(larger)]
    against_toolong = Figure(
        "page key until settled, p95, larger text",
        "toolong",
        0.5,
        _page(larger),
        lambda: _paging([str(TOOLONG), str(larger)], a_word_of(larger)),
    )
    return [
        *([against_toolong] if TOOLONG else []),
        Figure(
            "page key until settled, p95, book", "small article", 1.5, _page(book), _page(small)
        ),
        Figure(
            "page key until settled, p95, while the larger text is analysed",
            "the same text at rest",
            2.0,
            partial(_paging, again, _is_analysed),
            _page(larger),
        ),
        Figure(
            "page key until settled, p95, while the larger text is analysed",
            "the same text at rest, all that is found in it painted as well",
            2.0,
            partial(_paging, again, _is_analysed),
            partial(_paging, again, READY),
        ),
    ]


def a_word_of(path: Path) -> str:
    """A long word of the second paragraph."""
    with path.open(encoding="utf-8") as text:
        return max(text.read(4000).split("\n\n")[1].split()[:9], key=len)


def _page(path: Path) -> Cost:
    return lambda: _paging(cached(path), READY)


@cache
def cached(path: Path) -> list[str]:
    """The command that reads an article whose analysis is in the cache; none, if it is long."""
    article = load(str(path))
    short = len(article.text) < 20_000
    found = annotate(article, Parser(DEFAULT_MODEL).parse(article)) if short else Annotations()
    Cache().put(key_of(article, DEFAULT_MODEL), Entry(found, DEFAULT_MODEL))
    return [*READER, str(path)]


def _paging(command: Sequence[str], begun: str | Callable[[str], bool]) -> float:
    """The 95th percentile of the seconds between a page key and the last of its answer."""
    took = []
    with Watched(command) as terminal:
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


def memory(command: Sequence[str], words: str) -> float:
    """The most bytes that the process has held once it is at rest."""
    with Watched(command) as terminal:
        terminal.wait_for(words)
        terminal.settle(20 * _QUIET)
        status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    return 1024.0 * int(status.partition("VmHWM:")[2].split()[0])


def _at_rest(command: Sequence[str], words: str) -> float:
    """Processor seconds that the process uses while nobody presses a key."""
    with Watched(command) as terminal:
        terminal.wait_for(words)
        terminal.settle(20 * _QUIET)
        before, until = _processor(terminal.process.pid), time.perf_counter() + _IDLE
        while (left := until - time.perf_counter()) > 0:
            terminal.settle(left)
        return _processor(terminal.process.pid) - before


def _processor(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

"""How long until something is on the screen: the article, then what is found in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes import CDLL
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from reader.analysis import DEFAULT_MODEL
from reader.analysis.parse.threads import ONE_THREAD
from reader.library.memory import Memory
from reader.library.state import StateFile
from reader.sources.loading import load
from reader.worker import resident
from tests.end_to_end.processes import below

from .figures import Cost, Figure, Spent
from .terminal import GREETING, HELLO, READER, Watched, a_word_of, cached

_FOUND = "●"  # the sign of a person, in the pane of the entities first
_TICKS = os.sysconf("SC_CLK_TCK")
_ADOPT_ORPHANS = 36
_NOTHING = "It rained all day. It was wet.\n"  # an article in which nobody is found
_ANALYSED = "mready"
_BARE = (
    "import sys, spacy; from pathlib import Path; "
    "spacy.load(sys.argv[1])(Path(sys.argv[2]).read_text('utf-8')); print('parsed', flush=True); "
    "input()"
)
_SCRIPT = "a script that imports spaCy, loads the model, parses the text"
_HELLO = "Textual's hello world"


def figures(small: Path, larger: Path, book: Path) -> list[Figure]:
    """`small` is an ordinary article; `book` has ten times the text of `larger`."""
    hello = partial(_shown, HELLO, GREETING)
    bare = partial(_shown, [sys.executable, "-c", _BARE, DEFAULT_MODEL, str(small)], "parsed")
    return [
        Figure("first frame, small article", _HELLO, 1.08, _first(small), hello),
        Figure("first frame, larger text", _HELLO, 1.12, _first(larger), hello),
        Figure("first frame, book", _HELLO, 1.15, _first(book), hello),
        Figure("words of a remembered place", _HELLO, 1.12, _remembered(larger), hello),
        Figure(
            "panes full from the cache, small article",
            _HELLO,
            1.2,
            lambda: _shown(cached(small), _FOUND),
            hello,
        ),
        Figure("panes full, cold, small article", _SCRIPT, 0.75, _anew(small, _FOUND), bare),
        Figure("panes full, second article of a session", _SCRIPT, 0.3, _second(small), bare),
        Figure("panes full, with a process that stays ready", _SCRIPT, 0.4, _ready(small), bare),
        Figure(
            "first annotations on the screen, larger text",
            "panes full, cold, small article",
            1.5,
            _anew(larger, _FOUND),
            _anew(small, _FOUND),
        ),
    ]


def _first(path: Path) -> Cost:
    """Until the article is on the screen, with nothing in the cache."""
    return _anew(path, a_word_of(path))


def _anew(path: Path, words: str) -> Cost:
    """Until words are on the screen, with nothing in the cache."""
    return lambda: _shown([*READER, str(path)], words, path.parent / "empty")


def _shown(command: list[str], words: str, cache: Path | None = None) -> Spent:
    """What it takes from the start until some words are on the screen."""
    with Watched(command, cache) as terminal:
        terminal.wait_for(words)
        spent = Spent(terminal.last - terminal.began, _processor(terminal.process.pid))
    if cache is not None:
        shutil.rmtree(cache, ignore_errors=True)
    return spent


def _remembered(path: Path) -> Cost:
    """Until the words are on the screen at which the reader left the article."""

    def run() -> Spent:
        state = Path(mkdtemp(dir=os.environ["XDG_CACHE_HOME"]))
        article = load(str(path))
        place = article.blocks[len(article.blocks) // 2]
        words = max(article.text[place.start : place.end].split()[:9], key=len)
        memory = Memory(StateFile(state / "reading-room" / "state.json"))
        memory.keep_caret(article, place.start)
        memory.close()
        with Watched([*READER, str(path)], path.parent / "empty", state) as terminal:
            terminal.wait_for(words)
            return Spent(terminal.last - terminal.began, _processor(terminal.process.pid))

    return run


def _second(path: Path) -> Cost:
    """From the enter that opens another article until its panes are full."""

    def run() -> Spent:
        first = path.parent / "nothing.txt"
        first.write_text(_NOTHING)
        with Watched([*READER, "--no-cache", str(first)]) as terminal:
            terminal.wait_for(_ANALYSED)
            terminal.settle(1.5)  # the process warms up meanwhile
            terminal.type(b"o")
            terminal.settle(0.3)
            terminal.type(str(path).encode())
            terminal.settle(0.3)
            before, began = _processor(terminal.process.pid), time.perf_counter()
            terminal.output = ""
            terminal.type(b"\r")
            terminal.wait_for(_FOUND)
            return Spent(terminal.last - began, _processor(terminal.process.pid) - before)

    return run


def _ready(path: Path) -> Cost:
    """Until panes are full, with nothing in the cache, while a process stays ready."""

    def run() -> Spent:
        with _resident() as pid:
            before = _processor(pid)
            spent = _shown([*READER, str(path)], _FOUND, path.parent / "empty")
            return Spent(spent.wall, spent.cpu + _processor(pid) - before)

    return run


@contextmanager
def _resident() -> Iterator[int]:
    """A process that stays ready, for nobody else."""
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = mkdtemp(prefix="r")
    try:
        found = resident.start(DEFAULT_MODEL, 60.0)
        assert found is not None
        yield found.pid
        resident.stop()
    finally:
        shutil.rmtree(os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before


def _processor(process: int) -> float:
    """Processor seconds of a process and all that it started and still knows."""
    return sum(map(_own, [process, *below(process)]))


def _own(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def measured_command(command: list[str]) -> Spent:
    """What a command takes from start to end, with all its processes."""
    CDLL(None).prctl(_ADOPT_ORPHANS, 1)  # else nobody knows what the command's processes took
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**ONE_THREAD, **os.environ})
    with suppress(ChildProcessError):
        while True:
            os.wait()
    after = os.times()
    processor = after.children_user + after.children_system
    return Spent(
        after.elapsed - before.elapsed,
        processor - before.children_user - before.children_system,
    )

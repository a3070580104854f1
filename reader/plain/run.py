"""`reader --plain`: from an article to a conversation in lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TextIO

from ..article import Article
from ..library.library import Library
from ..library.memory import Memory
from ..library.state import StateFile
from ..reading import Analysing, Failed, Reading, Ready
from ..reading.session import AnalysisSession, Event
from ..tui.analysis_updates import apply
from .keeping import Keeping
from .room import Room

_PROMPT = "> "
_PATIENCE = 5.0
"""Seconds without a word while somebody waits."""


def read(
    article: Article,
    analyse: Callable[[Article], AnalysisSession],
    *,
    place: str,
    use_state: bool,
    notes_beside: bool = False,
    is_piped: bool,
) -> int:
    """Tell an article and answer lines until they end; returns the exit code.

    `place` is its path or address, by which the library knows it. Lines come from standard input;
    if the article came that way (`is_piped`), from the terminal, and without one everything is
    told at once.
    """
    memory = Memory(StateFile() if use_state else None)
    article = memory.redated(article)
    reading = Reading(article)
    reading.move_caret(memory.caret(article))
    reading.report(Analysing())
    session = analyse(article)
    told = _Told(session, reading)
    keeping = Keeping(reading, place, Library() if use_state else None, beside=notes_beside)
    try:
        with ExitStack() as stack:
            source = _source(stack, is_piped=is_piped)
            _converse(Room(reading), told, keeping, source)
    finally:
        session.close()
        unkept = keeping.close()
        memory.keep_caret(reading.article, reading.caret)
        memory.close()
        if unkept:
            print(f"reader: {unkept}", file=sys.stderr)
    return 0


def _source(stack: ExitStack, *, is_piped: bool) -> TextIO | None:
    """Where lines come from."""
    if not is_piped:
        return sys.stdin
    try:
        return stack.enter_context(open("/dev/tty", encoding="utf-8", errors="replace"))  # noqa: PTH123
    except OSError:
        return None


def _converse(room: Room, told: _Told, keeping: Keeping, source: TextIO | None) -> None:
    _say(room.begin(keeping.begin()))
    if source is None:
        told.wait()
        _say(room.everything())
        return
    for line in _lines(source):
        if room.needs_analysis(line):
            told.wait()
        else:
            told.take()
        _say(keeping.settle())
        room.follow()
        _say([*room.answer(line), *keeping.settle()])
        if room.is_over:
            return


def _lines(source: TextIO) -> Iterator[str]:
    """The lines that somebody types, each after a prompt in a terminal."""
    is_typed = source.isatty()
    while True:
        if is_typed:
            sys.stdout.write(_PROMPT)
            sys.stdout.flush()
        line = source.readline()
        if not line:
            return
        yield line.rstrip("\n")


def _say(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


class _Told:
    """What the analysis has told, brought into the reading between two lines."""

    def __init__(self, session: AnalysisSession, reading: Reading) -> None:
        self._session, self._reading = session, reading
        self._events: SimpleQueue[Event] = SimpleQueue()
        Thread(target=self._listen, name="analysis", daemon=True).start()

    def _listen(self) -> None:
        for event in self._session.events():
            self._events.put(event)

    def take(self, seconds: float = 0.0) -> bool:
        """Bring in what has come, waiting for the first of it; whether anything came."""
        came = False
        while True:
            try:
                event = self._events.get(timeout=seconds) if seconds else self._events.get_nowait()
            except Empty:
                return came
            came, seconds = True, 0.0
            if sentence := apply(self._reading, event):
                _say([sentence])

    def wait(self) -> None:
        """Wait until the analysis is there, or has failed, with a word now and then."""
        self.take()
        if self._is_done:
            return
        _say(["Analysing. Please wait."])
        while not self._is_done:
            if not self.take(_PATIENCE):
                _say([f"Still analysing{self._share}."])

    @property
    def _is_done(self) -> bool:
        return isinstance(self._reading.status, Ready | Failed)

    @property
    def _share(self) -> str:
        match self._reading.status:
            case Analysing(done, total) if total:
                return f", {done / total:.0%} done"
        return ""

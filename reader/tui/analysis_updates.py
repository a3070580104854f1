"""Updates of the analysis, from the thread that waits for them to the screen."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import monotonic

from textual.message import Message
from textual.message_pump import MessagePump

from ..analysis import Annotations
from ..reading import (
    Analysing,
    Failed,
    Reading,
    Ready,
)
from ..reading.session import AnalysisSession, Event, Notice
from ..worker.protocol import Failed as AnalysisFailed
from ..worker.protocol import Finished, Partial, Progress

_PAUSE = 0.15
_LONGEST_WAIT = 3.0


class AnalysisUpdate(Message):
    """Something happened to the analysis."""

    def __init__(self, session: AnalysisSession | None, event: Event) -> None:
        super().__init__()
        self.session = session
        self.event = event


class AnalysisBegun(Message):
    """An analysis has begun; if it was kept, what was found has been told."""


class UpdateThrottle:
    """Shows partial results between two keys, never while a key is being answered.

    A partial result repaints most of the screen, and the next one replaces it. After a key
    the latest one waits for `_PAUSE` seconds, but never longer than `_LONGEST_WAIT`, however
    fast the reader types.
    """

    def __init__(self, receiver: MessagePump, show: Callable[[AnalysisUpdate], None]) -> None:
        """`show` is called in the receiver's turn."""
        self._receiver = receiver
        self._show = show
        self._typed = self._waiting_since = -_LONGEST_WAIT
        self._waiting: dict[type[Event], AnalysisUpdate] = {}
        self._is_timed = False

    def note_key(self) -> None:
        """Something was typed, clicked or pasted."""
        self._typed = monotonic()

    def tell(self, update: AnalysisUpdate) -> None:
        """Show an update at once, or in the next pause of the typing."""
        if isinstance(update.event, Partial | Progress):
            if not self._waiting:
                self._waiting_since = monotonic()
            self._waiting[type(update.event)] = update
            self._show_what_waits()
        else:
            if not isinstance(update.event, Notice):
                self._waiting.clear()
            self._show(update)

    def _show_what_waits(self) -> None:
        due = min(self._typed + _PAUSE, self._waiting_since + _LONGEST_WAIT) - monotonic()
        if due <= 0:
            waiting, self._waiting = self._waiting, {}
            for update in waiting.values():
                self._show(update)
        elif not self._is_timed:
            self._is_timed = True
            self._receiver.set_timer(due, self._wake)

    def _wake(self) -> None:
        self._is_timed = False
        self._show_what_waits()


def follow(session: AnalysisSession, receiver: MessagePump) -> None:
    """Begin, and post what happens to the receiver, from a thread, until the session closes."""

    def wait() -> None:
        if (found := session.begin()) is not None:
            receiver.post_message(AnalysisUpdate(session, found))
        receiver.post_message(AnalysisBegun())
        for event in session.events():
            receiver.post_message(AnalysisUpdate(session, event))

    Thread(target=wait, name="analysis updates", daemon=True).start()


def apply(reading: Reading, event: Event) -> str:
    """Bring the reading up to date; what the reader should be told besides, or nothing."""
    match event:
        case Progress(done, total):
            reading.report(Analysing(done, total))
        case Partial(annotations):
            reading.receive(annotations, reading.status)
        case Finished(annotations):
            reading.receive(annotations, Ready(_shortcomings(reading, annotations)))
        case AnalysisFailed(message):
            reading.report(Failed(message))
        case Notice(message):
            return message
    return ""


def _shortcomings(reading: Reading, found: Annotations) -> str:
    """What a complete analysis could not do."""
    if not reading.article.is_english:
        return "This does not read like English, the one language that is analysed."
    problems = len(found.problems)
    if not problems:
        return ""
    passages = "One passage" if problems == 1 else f"{problems:,} passages"
    return f"{passages} could not be analysed; the rest is complete."

"""News of the analysis, from the thread that waits for it to the screen that shows it."""

from __future__ import annotations

from threading import Thread

from textual.message import Message
from textual.message_pump import MessagePump

from ..analysis import Annotations
from ..analysis.protocol import Failed as AnalysisFailed
from ..analysis.protocol import Finished, Partial, Progress
from ..reading import Analysing, Failed, Reading, Ready
from ..reading.session import AnalysisSession, Event, Notice


class News(Message):
    """Something happened to the analysis."""

    def __init__(self, session: AnalysisSession | None, event: Event) -> None:
        super().__init__()
        self.session = session
        self.event = event


def follow(session: AnalysisSession, receiver: MessagePump) -> None:
    """Post the session's events to the receiver, from a thread of their own, until it closes."""

    def wait() -> None:
        for event in session.events():
            receiver.post_message(News(session, event))

    Thread(target=wait, name="analysis news", daemon=True).start()


def take(reading: Reading, event: Event) -> str:
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

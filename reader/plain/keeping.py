"""What a person made of the article, kept in the library while it is read in lines."""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty, SimpleQueue

from ..corrections import Step, Way
from ..library.keeper import Changed, Keeper, Kept, News, Opened, Unkept, text_hash
from ..library.library import Library
from ..reading import Reading
from ..reading.handwork import Handwork
from ..tui.harmless import one_line

_LONGEST_OPENING = 10.0
_LONGEST_KEEPING = 5.0


class Keeping:
    """Brings notes and corrections from the library into a reading, and keeps new ones.

    Without a library (`library` is None) they last until the program ends.
    """

    def __init__(
        self, reading: Reading, place: str, library: Library | None, *, beside: bool = False
    ) -> None:
        self._reading = reading
        self._news: SimpleQueue[News] = SimpleQueue()
        self._unkept = 0
        self._is_open = False
        reading.handwork = Handwork(reading, text_hash(reading.article.text), self._keep)
        self._work = reading.handwork
        self._keeper = Keeper(library, reading.article, place, self._news.put, beside=beside)

    def begin(self) -> list[str]:
        """Bring in what was made earlier; what is to be told of it."""
        told = list(self._take(_LONGEST_OPENING, until=Opened))
        notes, corrections = len(self._work.remarks), len(self._work.corrections)
        made = [_counted(notes, "note"), _counted(corrections, "correction")]
        if counted := " and ".join(filter(None, made)):
            told.append(f"You have {counted} here: notes lists them.")
        if lost := len(self._work.orphans):
            told.append(f"{_counted(lost, 'note')} cannot be found in the text any more.")
        return told

    def settle(self) -> list[str]:
        """Wait until what was made is kept, for some seconds; what is to be told of it."""
        told: list[str] = []
        while self._unkept:
            before = self._unkept
            told += self._take(_LONGEST_KEEPING, until=Kept)
            if self._unkept == before:
                break
        return [*told, *self._take(0)]

    def close(self) -> str:
        """Keep what is still to be kept; returns a sentence where that is not possible."""
        return self._keeper.close()

    def _keep(self, step: Step, way: Way) -> None:
        self._unkept += 1
        self._keeper.keep(step, way)

    def _take(self, seconds: float, until: type[News] | None = None) -> Iterator[str]:
        """Bring in what the library tells, waiting for a certain piece of news at most so long."""
        while True:
            try:
                news = self._news.get(timeout=seconds) if seconds else self._news.get_nowait()
            except Empty:
                return
            if isinstance(news, Kept | Unkept):
                self._unkept -= 1
            if sentence := self._told(news):
                yield sentence
            if until is not None and isinstance(news, (until, Unkept)):
                return

    def _told(self, news: News) -> str:
        match news:
            case Opened(items, sentence, lessons, _, log):
                self._work.load(items, lessons, log.done, log.undone)
                return one_line(sentence)
            case Kept(step, way) if step.told:
                back = "" if way is Way.BACK else " undo reverts it."
                return f"{one_line(news.told)}.{back}"
            case Changed(changes, moved):
                self._work.follow(changes, moved)
                return news.told
            case Unkept():
                return one_line(news.told)
        return ""


def _counted(count: int, name: str) -> str:
    if not count:
        return ""
    return f"one {name}" if count == 1 else f"{count} {name}s"

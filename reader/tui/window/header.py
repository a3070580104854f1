"""The line above the panes."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Click

from ...reading import Change, Reading
from ..harmless import one_line
from ..line import (
    Line,
    Pieces,
    spread,
    width_of,
)
from ..painted import PaintedLine
from .whereabouts import (
    KeyName,
    date_line,
    shortened,
    whereabouts,
)

_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies)."""
_SAMPLE = 200_000
_LONGEST_NAME = 300
_NAME_CELLS = 22
_FOCUS_CELLS = 24
_ROOM_FOR_A_DATE = 60
_ROOM_FOR_OUR_NAME = 100
_ROOM_FOR_OUTLET = 100


def minutes_to_read(text: str) -> int:
    """How long a text takes, in minutes; at least one. A book is judged by its beginning."""
    sample = text[:_SAMPLE]
    words = sample.count(" ") + sample.count("\n") + 1
    return max(1, round(words * len(text) / max(1, len(sample)) / _WORDS_A_MINUTE))


def name_of(reading: Reading) -> str:
    """What to call the article on one line: its title, else its source."""
    article = reading.article
    return one_line((article.title or article.source or "article")[:_LONGEST_NAME])


def _number_of(reading: Reading) -> Pieces:
    """Which of several articles it is."""
    here, all_of_them = reading.beside.position() if reading.beside else (1, 1)
    return [(f"{here} of {all_of_them}  ", "dim")] if all_of_them > 1 else []


def outlet_of(reading: Reading) -> str:
    """Who published it: the host of the address it is from, empty without one."""
    host = (reading.article.url or "").partition("://")[2].partition("/")[0]
    return one_line(host.rpartition("@")[2].partition(":")[0].removeprefix("www.")[:_NAME_CELLS])


def _place_of_date(right: Pieces, date: Pieces, width: int) -> range:
    """The cells of the publication date at the right end of a line of so many."""
    begins, taken = width - width_of(right), width_of(right)
    if list(right[:1]) != list(date[:1]) or taken + 2 > width:
        return range(0)
    whole = list(right[: len(date)]) == list(date)
    return range(begins, begins + width_of(date if whole else date[:1]))


class Header(PaintedLine):
    """Which article this is, where in it the reader is, and how far they have come."""

    DEFAULT_CSS = """
    Header { height: 1; background: $background; color: $foreground; padding: 0 1; }
    """

    def __init__(
        self, reading: Reading, key: KeyName, progress: Callable[[], float] | None = None
    ) -> None:
        """`progress` tells how much of the article lies behind the reader, from 0 to 1."""
        super().__init__()
        self._reading = reading
        self._key = key
        self._progress = progress or self._caret_progress
        self._date_at = range(0)
        self._minutes = minutes_to_read(reading.article.text)

    def on_mount(self) -> None:
        """Follow the reading."""
        self._forget = self._reading.observe(self._changed)

    def on_unmount(self) -> None:
        """Stop following it."""
        self._forget()

    def _changed(self, change: Change) -> None:
        if change & ~(Change.STATUS | Change.COUNT):
            self.refresh()

    def line(self, width: int) -> Line:
        """The line, as full as its width allows.

        The publication date stays: first its source goes, then the end of what the middle
        says, then the end of the article's name.
        """
        left = [*_number_of(self._reading), (name_of(self._reading), "heading")]
        if width >= _ROOM_FOR_OUR_NAME:
            left = [("reader  ", "accent"), *left]
        if width >= _ROOM_FOR_OUTLET and (outlet := outlet_of(self._reading)):
            left = [*left, (f" · {outlet}", "dim")]
        centre = whereabouts(self._reading, self._key)
        most = _NAME_CELLS if width_of(centre) else width // 2
        room = width - min(width_of(left), most) - 4
        beside = room - width_of(centre)
        keeps_date = width >= _ROOM_FOR_A_DATE and self._reading.article.published is not None
        ends = self._ends(keeps_date=keeps_date)
        right = next((end for end in ends if width_of(end) <= beside), ends[-1])
        centre = shortened(centre, max(_FOCUS_CELLS, room - width_of(right)))
        self._date_at = _place_of_date(right, date_line(self._reading, self._key), width)
        return spread(left, centre, right, width)

    async def on_click(self, event: Click) -> None:
        """Ask for the publication date where it was clicked."""
        if event.x - self.gutter.left in self._date_at:
            event.stop()
            await self.run_action("app.command('app.date')")

    def _ends(self, *, keeps_date: bool) -> list[Pieces]:
        """What can stand at the end of the line, the fullest first."""
        progress = self._progress()
        percent = (f"{progress:4.0%}", "dim")
        left = -int(-self._minutes * (1 - min(1.0, progress)) // 1)
        minutes = (f"{left:,} min left" if left else "read", "dim")
        date = date_line(self._reading, self._key)
        gap = ("   ", "")
        fullest = [[*date, gap, minutes, gap, percent], [*date[:1], gap, minutes, gap, percent]]
        if keeps_date:
            return [*fullest, [*date[:1], gap, percent], date[:1]]
        return [*fullest, [minutes, gap, percent], [percent], []]

    def _caret_progress(self) -> float:
        return self._reading.caret / max(1, len(self._reading.article.text))

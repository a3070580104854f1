"""The timeline pane: what happened when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import repeat
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from ...analysis import Bound, Event, Modality, TimeType
from ...reading import EventFocus, EventRow, Reading, Relation
from ..glyphs import glyphs
from ..harmless import cells, one_line
from .axis import Axis
from .dates import day, fitting, of_event
from .line import Heading, Line, Piece
from .pane import ListPane
from .wrap import wrapped

_WIDEST_DATE = 12
_MEASURED_DATES = 500
_HEADLINE_LINES = 6
_ROOM_FOR_TAG = 60
_UNCERTAIN = {Modality.POSSIBLE}
_LOOKS = {
    Modality.PLANNED: "italic",
    Modality.POSSIBLE: "dim italic",
    Modality.DENIED: "dim",
}
_AFTER = {Bound.SINCE, Bound.AFTER}
_UP_TO = {Bound.UNTIL, Bound.BEFORE}

Row = EventRow | Heading


class EventOrder(StrEnum):
    """How the rows of the timeline are sorted."""

    DATE = "by date"
    TEXT = "in text order"


def is_minor(row: EventRow) -> bool:
    """Whether an entry has no place on the calendar: a duration, a set, a vague time."""
    if row.time is None:
        return False
    return row.time.type in {TimeType.DURATION, TimeType.SET} or row.time.value.endswith("_REF")


class EventPainter:
    """Events as lines: date, marker on the rail, headline."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.date_cells = 0

    def measure(self, rows: Iterable[EventRow]) -> None:
        """Make the column of dates fit them."""
        widths = (cells(self.label(row)) for row in rows)
        self.date_cells = min(_WIDEST_DATE, max(widths, default=0))

    def ident(self, row: Row) -> str | None:
        """The id of the event."""
        return None if isinstance(row, Heading) else row.event.id

    def heights(self, rows: Sequence[Row], width: int) -> Iterable[int]:
        """One line each."""
        del width
        return repeat(1, len(rows))

    def label(self, row: EventRow) -> str:
        """When it was, as resolved, or the article's own words where nothing resolves them."""
        label = fitting(of_event(row.event, row.time), _WIDEST_DATE)
        if not label:
            return self.stated(row)
        return f"{glyphs().until}{label}" if row.event.bound in _UP_TO else label

    def stated(self, row: EventRow) -> str:
        """The article's own words for the date: from its first expression to its last."""
        index = self._reading.index
        known = [index.times[name] for name in row.event.times if name in index.times]
        known = known or ([row.time] if row.time else [])
        if not known:
            return ""
        start, end = min(time.start for time in known), max(time.end for time in known)
        if row.time and end - start > 60:
            start, end = row.time.start, row.time.end
        return one_line(self._reading.article.text[start : min(end, start + 200)])

    def marker(self, event: Event) -> str:
        """The sign on the rail, which tells past, publication day, future and uncertain."""
        signs, published = glyphs(), self._reading.article.published
        first, last = event.earliest, event.latest
        if event.modality is Modality.DENIED:
            return signs.denied
        if event.modality in _UNCERTAIN or (first is None and last is None):
            return signs.uncertain
        if published and first == last == published:
            return signs.published
        if published and (first or last or published) > published:
            return signs.future
        return signs.past if event.bound is Bound.AT else signs.stretch

    def lines(self, row: Row, width: int, *, opened: bool) -> list[Line]:
        """Date, marker and headline; opened, all of the headline and the article's own date."""
        if isinstance(row, Heading):
            return [row.line(width)]
        event = row.event
        look = _LOOKS.get(event.modality, "")
        if row.relation is Relation.FOCUSED:
            look += " strong"
        line = self._dated(row, width)
        headline = one_line(event.headline[:2_000])
        room = width - line.used - 1
        tag = "" if event.modality is Modality.ASSERTED else event.modality.value
        if width >= _ROOM_FOR_TAG and tag:
            room -= len(tag) + 2
        if not opened:
            line.add(wrapped(headline, room, 1)[0] if headline and room > 0 else "", look)
            return [line.add_right(f"{tag} ", "dim") if width >= _ROOM_FOR_TAG else line]
        column = line.used
        shown = wrapped(headline, room, _HEADLINE_LINES)
        line.add(shown[0] if shown else "", look)
        more = [self._railed(width, column).add(words, look) for words in shown[1:]]
        return [line, *more, self._details(row, self._railed(width, column))]

    def _dated(self, row: EventRow, width: int) -> Line:
        known = bool(of_event(row.event, row.time))
        line = Line(width).add(" ")
        line.right_column(self.label(row), self.date_cells, "time" if known else "time italic")
        line.add(glyphs().since if row.event.bound in _AFTER else " ", "time")
        return line.add(" ").add(self.marker(row.event), "rail").add(" ")

    def _railed(self, width: int, column: int) -> Line:
        return Line(width).skip_to(column - 2).add(glyphs().rail, "dim").add(" ")

    def _details(self, row: EventRow, line: Line) -> Line:
        """The article's own words for the date, and what makes the event less than certain."""
        event = row.event
        notes = []
        if event.bound not in {Bound.AT, Bound.RANGE}:
            notes.append(event.bound.value)
        if event.modality is not Modality.ASSERTED:
            notes.append(event.modality.value)
        stated = self.stated(row)
        line.add(stated or "the day of publication", "time" if stated else "dim")
        return line.add("".join(f" · {note}" for note in notes), "dim")

    def published(self, when: date) -> Heading:
        """The row that marks the day of publication."""
        label = day(when).rjust(self.date_cells)
        pieces = (f" {label}  ", "dim"), (glyphs().published, "rail"), (" published", "dim")
        return Heading(tuple(Piece(*piece) for piece in pieces))


class TimelinePane(ListPane[Row]):
    """What happened when, in order, with the day of publication marked."""

    TITLE = "Timeline"
    NOUN = "events"
    HINTS = ("list.filter", "timeline.sort", "timeline.all")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "sort", id="timeline.sort"),
        Binding("t", "all", "all times", id="timeline.all"),
    ]

    def __init__(self, reading: Reading) -> None:
        self._painter = EventPainter(reading)
        super().__init__(reading, self._painter)
        self.order = EventOrder.DATE
        self.all_times = False
        self._minor = 0

    def compose_header(self) -> ComposeResult:
        """The axis."""
        yield Axis()

    def read(self) -> list[Row]:
        """The rows that the focus asks for."""
        index = self.reading.index
        rows = (
            EventRow(event, index.times.get(event.time or "")) for event in index.events.values()
        )
        self._minor = sum(map(is_minor, rows))
        return list(self.reading.timeline())

    def narrowed(self, rows: list[Row]) -> Sequence[Row]:
        """Entries that match the filter, in the order wanted, the day of publication marked."""
        events = [row for row in rows if isinstance(row, EventRow) and self._shown(row)]
        published = self.reading.article.published
        days = (row.event.earliest or row.event.latest for row in events)
        self.query_one(Axis).show([when for when in days if when], published if events else None)
        self._painter.measure(events[:_MEASURED_DATES])
        if self.order is EventOrder.TEXT:
            return sorted(events, key=lambda row: row.event.start)
        return self._with_publication(events, published) if published and events else events

    def _shown(self, row: EventRow) -> bool:
        if not self.all_times and is_minor(row) and row.relation is not Relation.FOCUSED:
            return False
        wanted = self.query_text.casefold()
        return not wanted or wanted in f"{row.event.headline}\n{self._dates(row)}".casefold()

    def _dates(self, row: EventRow) -> str:
        return "\n".join((*of_event(row.event, row.time), self._painter.stated(row)))

    def _with_publication(self, rows: list[EventRow], published: date) -> list[Row]:
        """The rows with the day of publication between what was before and what is not."""
        place = next((at for at, row in enumerate(rows) if _not_before(row, published)), len(rows))
        if place < len(rows) and rows[place].event.time is None:
            return list(rows)
        self._painter.date_cells = max(self._painter.date_cells, len(day(published)))
        return [*rows[:place], self._painter.published(published), *rows[place:]]

    def total(self) -> int:
        """All entries with a place on the calendar; with all times shown, all entries."""
        events = len(self.reading.annotations.timeline)
        return events if self.all_times else events - self._minor

    def chosen(self) -> str | None:
        """The event in focus."""
        focus = self.reading.focus
        return focus.id if isinstance(focus, EventFocus) else None

    def choose(self, ident: str) -> None:
        """Look at an event."""
        self.reading.focus_on(EventFocus(ident))

    def focus_note(self) -> str:
        """How the focus narrows the timeline."""
        return "" if isinstance(self.reading.focus, EventFocus) else super().focus_note()

    def order_note(self) -> str:
        """The order where it is not by date, and whether all times are shown."""
        notes = ["all times"] if self.all_times else []
        if self.order is not EventOrder.DATE:
            notes.append(self.order)
        return " ".join(notes)

    def action_sort(self) -> None:
        """Go from the order of dates to that of the text, and back."""
        by_date = self.order is EventOrder.DATE
        self.order = EventOrder.TEXT if by_date else EventOrder.DATE
        self.rearrange()

    def action_all(self) -> None:
        """Show or hide durations, sets and vague times."""
        self.all_times = not self.all_times
        self.rearrange()


def _not_before(row: EventRow, published: date) -> bool:
    """Whether an entry is not surely before the day of publication."""
    last = row.event.latest
    if row.event.bound in _AFTER and row.event.earliest:
        return row.event.earliest >= published
    return last is None or last >= published

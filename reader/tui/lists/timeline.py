"""The timeline pane: what happened when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from ...analysis import Bound, By, Event, Modality
from ...reading import (
    EventFocus,
    EventRow,
    Reading,
    Relation,
)
from ...reading.sentences import sentence_around
from ..glyphs import glyphs
from ..harmless import cells, one_line
from ..legend import meaning, meaning_of
from ..line import Line
from .axis import Axis
from .dates import (
    Grain,
    day,
    fitting,
    grain_of,
    of_event,
    without_year,
)
from .markers import marker
from .pane import ListPane
from .row_layout import Roomy
from .short_lines import wrapped
from .title import shown_key

_WIDEST_DATE = 12
_NARROW_DATE = 9
_MEASURED_DATES = 500
_HEADLINE_LINES = 6
_ROOM_FOR_YEAR = 44
_ROOM_FOR_TAG = 60
_ROOM_FOR_PEOPLE = 100
_ROOM_FOR_SENTENCE = 150
_PEOPLE_CELLS = 30
_TAG_CELLS = 10
_HEADLINE_SHARE = 0.38
_PUBLISHED = "published"
_LOOKS = {
    Modality.PLANNED: "italic",
    Modality.POSSIBLE: "dim italic",
    Modality.DENIED: "dim",
}
_AFTER = {Bound.SINCE, Bound.AFTER}
_UP_TO = {Bound.UNTIL, Bound.BEFORE}


class Publication(Struct, frozen=True, gc=False):
    """The row of the day of publication."""

    day: date


Row = EventRow | Publication


class EventOrder(StrEnum):
    """How the rows of the timeline are sorted."""

    DATE = "by date"
    TEXT = "in text order"


class EventPainter(Roomy):
    """Events as lines: date, marker on the rail, headline."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._measured: Sequence[Row] = ()
        self._date_cells: dict[int, int] = {}

    def measure(self, rows: Sequence[Row]) -> None:
        """Make the column of dates fit the first few hundred of these rows."""
        self._measured = rows[:_MEASURED_DATES]
        self._date_cells.clear()

    def date_cells(self, width: int) -> int:
        """How wide the column of dates is in a pane: headlines go before long dates."""
        known = self._date_cells.get(width)
        if known is None:
            most = _WIDEST_DATE if width >= _ROOM_FOR_YEAR else _NARROW_DATE
            widths = (cells(self.label(row, most)) for row in self._measured)
            known = self._date_cells[width] = min(most, max(widths, default=0))
        return known

    def idents(self, rows: Sequence[Row]) -> list[str | None]:
        """The ids of the events."""
        return [row.event.id if isinstance(row, EventRow) else None for row in rows]

    def heights(self, rows: Sequence[Row], width: int) -> Iterable[int]:
        """Two lines where the headline asks for them, or more where there is room; else one."""
        for row in rows:
            if not isinstance(row, EventRow):
                yield 1
                continue
            headline, room = row.event.headline, self._headline_room(width, _tag(row.event))
            if len(headline) <= room:
                yield 1
            elif self.is_roomy:
                yield len(wrapped(one_line(headline), room, _HEADLINE_LINES))
            else:
                yield 2

    def _headline_room(self, width: int, tag: str) -> int:
        """The cells that a headline has; in a wide pane others stand beside it."""
        room = max(1, width - self.date_cells(width) - 5)
        if width >= _ROOM_FOR_PEOPLE:
            share = _HEADLINE_SHARE if width >= _ROOM_FOR_SENTENCE else 1
            return min(int(width * share), room - _TAG_CELLS - _PEOPLE_CELLS - 1)
        return room - len(tag) - 2 if width >= _ROOM_FOR_TAG and tag else room

    def label(self, row: Row, most: int) -> str:
        """When it was, as resolved, or the article's own words where nothing resolves them.

        In at most `most` cells where a form of the date is that short.
        """
        if isinstance(row, Publication):
            return self._fitting([day(row.day)], most)
        since, until = self._open_ends(row.event)
        label = self._fitting(of_event(row.event, row.time), most - len(since + until))
        return f"{until}{label}{since}" if label else self.stated(row) or _PUBLISHED

    def _open_ends(self, event: Event) -> tuple[str, str]:
        """The signs for what goes on after a date, and for what ends before one."""
        since = glyphs().since if event.bound in _AFTER else ""
        return since, glyphs().until if event.bound in _UP_TO else ""

    def _fitting(self, forms: list[str], most: int) -> str:
        """The date in so many cells; in a narrow column the year of publication is understood."""
        published = self._reading.article.published
        if most <= _NARROW_DATE and published is not None:
            forms = without_year(forms, published.year)
        return fitting(forms, most)

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

    def meaning(self, row: Row) -> str:
        """What the signs of a row mean, in words."""
        published = self._reading.article.published
        if isinstance(row, Publication):
            return f"{glyphs().published} the day of publication"
        sign = marker(row.event, published)
        since, until = self._open_ends(row.event)
        ends = [f"{sign} {meaning(name)}" for sign, name in ((since, "since"), (until, "until"))]
        return "\n".join([f"{sign} {meaning_of(sign)}", *(end for end in ends if end[0] != " ")])

    def lines(self, row: Row, width: int, *, opened: bool) -> list[Line]:
        """Date, marker and headline; opened, all of the headline and the article's own date."""
        if isinstance(row, Publication):
            return [self._published(row, width)]
        event = row.event
        look = _LOOKS.get(event.modality, "")
        if row.relation is Relation.FOCUSED:
            look += " strong"
        line = self._dated(row, width)
        headline = one_line(event.headline[:2_000])
        tag = _tag(event)
        column, room = line.used, self._headline_room(width, tag)
        most = _HEADLINE_LINES if opened or self.is_roomy else 2
        shown = wrapped(headline, room, most) if room > 0 else []
        line.add(shown[0] if shown else "", look)
        if width >= _ROOM_FOR_PEOPLE:
            self._add_context(event, line.skip_to(column + room + 2))
        if width >= _ROOM_FOR_TAG:
            line.add_right(f"{tag} ", "dim")
        lines = [line, *(self._railed(width, column).add(words, look) for words in shown[1:])]
        return [*lines, self._details(row, self._railed(width, column))] if opened else lines

    def _add_context(self, event: Event, line: Line) -> None:
        """Who takes part, and where there is room the sentence."""
        entities = self._reading.index.entities
        people = [entities[name] for name in event.entities if name in entities]
        names = ", ".join(one_line(known.name[:60]) for known in people)
        line.column(names, _PEOPLE_CELLS, people[0].kind if people else "")
        if line.width >= _ROOM_FOR_SENTENCE:
            text = self._reading.article.text
            start, end = sentence_around(text, event.start, event.end)
            room = line.room - _TAG_CELLS
            line.add("  ").column(one_line(text[start : min(end, start + 300)]), room - 3, "dim")

    def _dated(self, row: EventRow, width: int) -> Line:
        known = bool(of_event(row.event, row.time))
        line = Line(width).add(" ")
        most = self.date_cells(width)
        look = "dim" if row.event.told else "time" if known else "time italic"
        line.right_column(self.label(row, most), most, look)
        line.add(" ").add(marker(row.event, self._reading.article.published), "rail")
        is_yours = row.event.by is By.PERSON
        return line.add(glyphs().yours, "accent") if is_yours else line.add(" ")

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
        if event.disagrees:
            notes.append("other reports differ")
        stated = self.stated(row)
        line.add(stated or "the day of publication", "time" if stated else "dim")
        return line.add("".join(f" · {note}" for note in notes), "dim")

    def _published(self, row: Publication, width: int) -> Line:
        most = self.date_cells(width)
        line = Line(width).add(" ").right_column(self.label(row, most), most, "dim").add(" ")
        return line.add(glyphs().published, "rail").add(f" {_PUBLISHED}", "dim")


class TimelinePane(ListPane[Row]):
    """What happened when, in order, with the day of publication marked."""

    TITLE = "Timeline"
    NOUN = "events"
    HINTS = ("list.filter", "timeline.sort", "timeline.all")
    ROWS_TELL_ALL = True
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

    def learn(self) -> None:
        """Count the entries that only a key shows."""
        self._minor = sum(event.minor for event in self.reading.annotations.timeline)

    def read(self) -> list[Row]:
        """The rows that the focus asks for."""
        return list(self.reading.timeline())

    def narrowed(self, rows: list[Row]) -> Sequence[Row]:
        """Entries that match the filter, in the order wanted, the day of publication marked."""
        found = self.matching(rows)
        events = [row for row in found if isinstance(row, EventRow) and not self._hides(row)]
        published = self.reading.article.published
        self._show_axis(events, published if events else None)
        if self.order is EventOrder.TEXT:
            events.sort(key=lambda row: row.event.start)
        by_date = self.order is EventOrder.DATE and events
        shown = self._with_publication(events, published) if published and by_date else events
        self._painter.measure(shown)
        return shown

    def _show_axis(self, events: Sequence[EventRow], published: date | None) -> None:
        """Count the events by time, no finer than their dates are stated."""
        days = [begins for row in events if (begins := row.event.earliest or row.event.latest)]
        finest = Grain.DAY if published else _finest(events)
        self.query_one(Axis).show(days, published, finest)

    def _hides(self, row: EventRow) -> bool:
        return row.event.minor and not self.all_times and row.relation is not Relation.FOCUSED

    def haystack(self, row: Row) -> str:
        """The headline, the date in words and as a value, and the article's own words for it."""
        if not isinstance(row, EventRow):
            return ""
        event, time, text = row.event, row.time, self.reading.article.text
        known = event.earliest or event.latest
        words = [event.headline, day(known) if known else ""]
        if time:
            words += [time.value, text[time.start : time.end]]
        return "\n".join(words)

    def copied(self, row: Row) -> str:
        """The days and the headline."""
        from ..citing import event_words

        if isinstance(row, EventRow):
            return event_words(self.reading, row.event)
        return super().copied(row)

    def _with_publication(self, rows: list[EventRow], published: date) -> Sequence[Row]:
        """The rows with the day of publication between what was before and what is not."""
        if any(row.event.time is None for row in rows):
            return rows
        place = next((at for at, row in enumerate(rows) if _not_before(row, published)), len(rows))
        return [*rows[:place], Publication(published), *rows[place:]]

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
        """The order where it is not by date, and whether all times are shown or how to."""
        notes = ["all times"] if self.all_times else []
        if self._minor and not self.all_times and self.reading.focus is None:
            notes.append(f"{shown_key(self, 'timeline.all', 't')} {self._minor} more")
        if self.order is not EventOrder.DATE:
            notes.append(self.order)
        return "  ".join(notes)

    def why_empty(self) -> str:
        """Where only times without a date are left, how to see them."""
        hidden = any(isinstance(row, EventRow) and self._hides(row) for row in self._read_rows)
        if hidden and not self.query_text:
            key = shown_key(self, "timeline.all", "t")
            return f"No dated events. {key} shows {self._minor} other times."
        return super().why_empty()

    def action_sort(self) -> None:
        """Go from the order of dates to that of the text, and back."""
        by_date = self.order is EventOrder.DATE
        self.order = EventOrder.TEXT if by_date else EventOrder.DATE
        self.show_sorted()

    def action_all(self) -> None:
        """Show or hide durations, sets and vague times."""
        self.all_times = not self.all_times
        self.rearrange()


def _tag(event: Event) -> str:
    """What makes an event less than certain, in a word."""
    if event.disagrees:
        return "disputed"
    return "" if event.modality is Modality.ASSERTED else event.modality.value


def _finest(events: Iterable[EventRow]) -> Grain:
    """The most exact that any event with a place on the calendar is stated."""
    dated = (row for row in events if row.event.earliest or row.event.latest)
    return min((grain_of(row.time) for row in dated), default=Grain.DAY)


def _not_before(row: EventRow, published: date) -> bool:
    """Whether an entry begins on the day of publication or later, or nobody knows when."""
    begins = row.event.earliest or row.event.latest
    return begins is None or begins >= published

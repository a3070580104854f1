"""A compact axis: where in time an article lives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ..glyphs import glyphs
from ..line import Line
from ..painted import PaintedLine
from .dates import MONTHS, Grain

_LONGEST_GAP = 9


class AxisMark(Struct, frozen=True):
    """A stretch of units from `first` to `last` with so many events, counted from some zero."""

    first: int
    last: int
    count: int
    published: bool


def marks_of(
    days: Iterable[date], published: date | None, finest: Grain = Grain.DAY
) -> tuple[Grain, list[AxisMark]]:
    """The units in which events begin, and the one of publication, in order.

    Years where events lie in three or more of them, else months, else days of one month; but
    nothing finer than `finest`.
    """
    known = list(days)
    everything = [*known, *([published] if published else [])]
    unit = Grain.DAY
    if len({when.year for when in everything}) > 2:
        unit = Grain.YEAR
    elif len({(when.year, when.month) for when in everything}) > 1:
        unit = Grain.MONTH
    unit = max(unit, finest)
    counts = Counter([_number(when, unit) for when in known])
    today = _number(published, unit) if published else None
    places = sorted({*counts, *([today] if today is not None else [])})
    return unit, [AxisMark(place, place, counts[place], place == today) for place in places]


def _number(when: date, unit: Grain) -> int:
    if unit is Grain.YEAR:
        return when.year
    return when.year * 12 + when.month - 1 if unit is Grain.MONTH else when.toordinal()


def axis_line(unit: Grain, marks: list[AxisMark], width: int) -> Line:
    """The marks on one line: a level for how much happened, with as many labels as fit."""
    line = Line(width).add(" ")
    if not marks:
        return line
    marks = _merged(marks, max(3, (width - 12) // 2))
    labels = _labels(unit, marks, line.room)
    gaps = [
        place for place in range(1, len(marks)) if marks[place].first - marks[place - 1].last > 1
    ]
    left = line.room - _cells(marks, labels)
    longer = min(_LONGEST_GAP, left // len(gaps)) if gaps and left > 0 else 0
    most = max(mark.count for mark in marks)
    for place, mark in enumerate(marks):
        if place in gaps:
            line.add(glyphs().gap * (1 + longer), "dim")
        elif place:
            line.add(glyphs().line, "dim")
        if place and place in labels:
            line.add(" ")
        if mark.published:
            line.add(glyphs().published, "rail")
        if place in labels:
            line.add(labels[place], "dim")
        if mark.count:
            line.add(glyphs().level(mark.count, max(4, most)), "rail")
    return line


def _merged(marks: list[AxisMark], most: int) -> list[AxisMark]:
    """At most `most` marks: neighbours are taken together, as many as it needs."""
    size = -(-len(marks) // most)
    groups = [marks[start : start + size] for start in range(0, len(marks), size)]
    return [
        AxisMark(
            group[0].first,
            group[-1].last,
            sum(mark.count for mark in group),
            any(mark.published for mark in group),
        )
        for group in groups
    ]


def _labels(unit: Grain, marks: list[AxisMark], width: int) -> dict[int, str]:
    """The labels that fit: of both ends, of publication, then of where most happened."""
    places = range(len(marks))
    wanted = sorted(
        places,
        key=lambda at: (at not in {0, len(marks) - 1}, not marks[at].published, -marks[at].count),
    )
    chosen: dict[int, str] = {}
    for place in wanted:
        tried = _named(unit, marks, sorted((*chosen, place)))
        if _cells(marks, tried) <= width:
            chosen = tried
    return chosen


def _named(unit: Grain, marks: list[AxisMark], places: list[int]) -> dict[int, str]:
    """The label of each place; a month is without its year where the one before has said it."""
    named, before = {}, None
    for place in places:
        number = marks[place].first
        named[place] = _name(unit, number, before)
        before = number
    return named


def _name(unit: Grain, number: int, before: int | None) -> str:
    if unit is Grain.YEAR:
        return str(number)
    if unit is Grain.MONTH:
        known = before is not None and before // 12 == number // 12
        return MONTHS[number % 12] + ("" if known else f" {number // 12}")
    when = date.fromordinal(number)
    return str(when.day) if before is not None else f"{when.day} {MONTHS[when.month - 1]}"


def _cells(marks: list[AxisMark], labels: dict[int, str]) -> int:
    """How wide the axis is with these labels and gaps of one cell."""
    signs = sum(bool(mark.count) + mark.published for mark in marks)
    blanks = sum(place > 0 for place in labels)
    return signs + blanks + len(marks) - 1 + sum(map(len, labels.values()))


class Axis(PaintedLine):
    """The axis above the timeline."""

    DEFAULT_CSS = """
    Axis { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__(classes="header")
        self._unit, self._marks = Grain.DAY, list[AxisMark]()

    def show(self, days: Iterable[date], published: date | None, finest: Grain) -> None:
        """Take the first days of events, the day of publication, and how exact they are."""
        self._unit, self._marks = marks_of(days, published, finest)
        self.refresh()

    def line(self, width: int) -> Line:
        """The marks, a cell short of the list's scroll bar."""
        return axis_line(self._unit, self._marks, width - 1)

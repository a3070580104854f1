"""What is dated, by day, month or year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from .material import Material

_DAYS_BY_DAY = 45
_DAYS_BY_MONTH = 4 * 366

Step = tuple[date, date]


class Unit(StrEnum):
    """The steps of a histogram."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_FINER = {Unit.YEAR: Unit.MONTH, Unit.MONTH: Unit.DAY}
_CROWD = 6


class Bin(Struct, frozen=True):
    """One step of a histogram: its first and last day, and what falls into it.

    `documents` are the articles that date something in it, those with most dates first, each with
    how much it dates there.
    """

    first: date
    last: date
    count: int
    has_publication: bool
    documents: tuple[tuple[str, int], ...] = ()


def histogram(material: Material) -> tuple[Unit, list[Bin]]:
    """What is dated, by day, month or year: the finest unit that shows all on few lines.

    The one year or month into which most of it falls is shown by its months or days. Only steps
    into which something falls are there. What is longer than a step counts where it begins; what
    has no first day is left out. Made once for a material.
    """
    return material.remembered("histogram", lambda: _histogram(material))


def _histogram(material: Material) -> tuple[Unit, list[Bin]]:
    firsts = [
        (time.earliest, document.name)
        for document in material.documents
        for time in document.index.annotations.times
        if time.earliest is not None
    ]
    if not firsts:
        return Unit.DAY, []
    unit = _unit(day for day, _ in firsts)
    crowded = _crowded([day for day, _ in firsts], unit)

    def step_of(day: date) -> Step:
        step = _step(day, unit)
        return _step(day, _FINER[unit]) if step == crowded else step

    counts: Counter[Step] = Counter()
    by_document: defaultdict[Step, Counter[str]] = defaultdict(Counter)
    for (day, name), count in Counter(firsts).items():
        step = step_of(day)
        counts[step] += count
        by_document[step][name] += count
    published = {one.published for one in material.documents if one.published is not None}
    issued = {step_of(day) for day in published}
    for step in issued:
        counts.setdefault(step, 0)
    return unit, [
        Bin(
            *step,
            counts[step],
            step in issued,
            tuple(by_document[step].most_common()),
        )
        for step in sorted(counts)
    ]


def _crowded(days: Sequence[date], unit: Unit) -> Step | None:
    """The year or month that has more than half of all dates, if one has."""
    step, count = Counter(_step(day, unit) for day in days).most_common(1)[0]
    is_crowded = unit in _FINER and count >= _CROWD and 2 * count > len(days)
    return step if is_crowded else None


def _unit(days: Iterable[date]) -> Unit:
    known = set(days)
    length = (max(known) - min(known)).days
    if length <= _DAYS_BY_DAY:
        return Unit.DAY
    return Unit.MONTH if length <= _DAYS_BY_MONTH else Unit.YEAR


def _step(day: date, unit: Unit) -> Step:
    """The first and last day of the step that holds a day."""
    if unit is Unit.DAY:
        return day, day
    if unit is Unit.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    first = day.replace(day=1)
    return first, _last_of_month(first)


def _last_of_month(first: date) -> date:
    if first.month == date.max.month:
        return first.replace(day=31)
    return first.replace(month=first.month + 1) - timedelta(days=1)

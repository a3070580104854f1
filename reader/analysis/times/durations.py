"""Lengths of time as TIMEX3 writes them."""

from __future__ import annotations

from ..periods import Unit

_LETTERS = {
    Unit.SECOND: "TS",
    Unit.MINUTE: "TM",
    Unit.HOUR: "TH",
    Unit.DAY: "D",
    Unit.NIGHT: "TNI",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.FORTNIGHT: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.SEASON: "S",
    Unit.HALF: "H",
    Unit.YEAR: "Y",
    Unit.DECADE: "Y",
    Unit.CENTURY: "Y",
    Unit.MILLENNIUM: "Y",
}
_TIMES = {Unit.FORTNIGHT: 2, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_OPEN = {Unit.DECADE: "PXY", Unit.CENTURY: "PXC", Unit.MILLENNIUM: "PXL"}
_HALVES = {Unit.YEAR: (6, "M"), Unit.HOUR: (30, "M"), Unit.MINUTE: (30, "S"), Unit.DAY: (12, "TH")}


def together(unit: Unit, count: float, smaller: Unit, more: float) -> str | None:
    """A length in two units ("P2Y4M"), None where the first is not the greater."""
    order = list(_LETTERS)
    whole = count == int(count) and more == int(more)
    if not whole or order.index(smaller) >= order.index(unit):
        return None
    first, second = duration(unit, count), duration(smaller, more)
    clock = first.startswith("PT")
    return first + second.removeprefix("PT" if clock else "P")


def duration(unit: Unit, count: float | None) -> str:
    """`count` units ("P2Y6M"), an open number of them ("PXY") where count is None."""
    letters = _LETTERS[unit]
    time, letter = ("T", letters[1:]) if letters.startswith("T") else ("", letters)
    if count is None:
        return _OPEN.get(unit, f"P{time}X{letter}")
    total = count * _TIMES.get(unit, 1)
    whole = int(total)
    if total == whole:
        return f"P{time}{whole}{letter}"
    if total % 1 == 0.5 and unit in _HALVES:
        rest, smaller = _HALVES[unit]
        main = f"P{time}{whole}{letter}" if whole else f"P{time}"
        return f"{main}{rest}{smaller}"
    return f"P{time}{total:g}{letter}"

"""How an event lies to its time: in it, from it on, up to it, before or after it."""

from __future__ import annotations

from datetime import date, timedelta

from ..knowledge.event_words import bounds, listed
from ..knowledge.time_words import look_up, number
from ..parse.columns import Parse
from ..periods import Unit, containing, moved
from ..types import Bound, TimeExpression, TimeType
from .anchors import Anchor

_RANGE_OPENERS = frozenset({"from", "between"})
_COUNTED = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})
_RANGE_LINKS = frozenset({"to", "and", "until", "till", "through", "-", "–", "—"})

Days = tuple[date | None, date | None]


def bound_of(parse: Parse, anchor: Anchor) -> Bound:
    """What the word before an expression makes of it."""
    word = anchor.preposition
    if word is None or anchor.time.type in (TimeType.DURATION, TimeType.SET):
        return Bound.AT
    if word and parse.lower[word - 1] in listed("close"):
        return Bound.AT
    if parse.lower[word] == "from" and _tells_origin(parse, parse.head[word]):
        return Bound.AT
    return bounds().get(parse.lower[word], Bound.AT)


def _tells_origin(parse: Parse, governor: int) -> bool:
    """Whether "from" says when something comes from: a plan dates from, a letter from."""
    return parse.pos[governor] in ("NOUN", "PROPN") or parse.lemma[governor] in listed("dating")


def days_of(time: TimeExpression, bound: Bound) -> Days:
    """The first and last day an event can have happened on, None where it is open."""
    match bound:
        case Bound.SINCE:
            return time.earliest, None
        case Bound.UNTIL:
            return None, time.latest
        case Bound.BEFORE if time.mod == "END":  # the end itself is the last that counts
            return None, time.latest
        case Bound.BEFORE:
            return None, _next(time.earliest, 0 if time.type is TimeType.TIME else -1)
        case Bound.AFTER:
            return _next(time.latest, 0 if time.type is TimeType.TIME else 1), None
        case _:
            return time.earliest, time.latest


def is_range(parse: Parse, start: Anchor, end: Anchor) -> bool:
    """Whether two expressions are the two ends of one stretch: from August to October."""
    between = parse.source[start.time.end : end.time.start].strip(" \n\t,").lower()
    if between not in _RANGE_LINKS:
        return False
    if start.time.earliest is None or end.time.latest is None:
        return False
    opened = start.first > 0 and parse.lower[start.first - 1] in _RANGE_OPENERS
    return (opened or between != "and") and start.time.earliest <= end.time.latest


def is_either(parse: Parse, one: Anchor, other: Anchor) -> bool:
    """Whether "or" joins two expressions, so that one event was on either: in May or in June."""
    between = parse.lower[one.last : other.first]
    if "or" not in between or not listed("either").issuperset(between):
        return False
    first, last = one.time.earliest, other.time.latest
    return first is not None and last is not None and first <= last


def days_beside(parse: Parse, anchor: Anchor) -> Days | None:
    """What "the day after" or "two weeks before" comes to, counted from an exact day."""
    side, day = anchor.first - 1, anchor.time.earliest
    if side < 2 or day is None or day != anchor.time.latest:
        return None
    sign = {"before": -1, "after": 1}.get(parse.lower[side])
    named = look_up("units", parse.lower[side - 1])
    unit = Unit(named) if named else None
    count = 1 if parse.lower[side - 2] == "the" else number(parse.lower[side - 2])
    if sign is None or unit is None or unit not in _COUNTED or not count or count % 1:
        return None
    found = moved(day, unit, sign * int(count))
    period = containing(unit, found) if found else None
    return (period.first, period.last) if period else None


def _next(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day

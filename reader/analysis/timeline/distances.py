"""Events so long before or after another that the text dates: two days after the vote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..annotations import Bound, TimeExpression
from ..parse import Parse
from ..times.periods import Unit, containing, moved
from .bounds import Days
from .clauses import Clauses
from .drafts import Draft
from .wordlists import listed

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])\Z")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """A dated event: the words that name it, and its days."""

    names: frozenset[str]
    place: int
    days: Days


def count_from_others(parse: Parse, clauses: Clauses, drafts: list[Draft]) -> None:
    """Give the drafts that a length before or after another event dates the days it comes to.

    The other event is the one last told of that has that name: the vote, for "the vote was held".
    """
    told = [_told(parse, draft) for draft in drafts if _has_day(draft)]
    dated = {draft.head for draft in drafts if draft.dated}
    for draft in drafts:
        length = _length(draft.times[0])
        event = None if draft.date is None or length is None else _event(parse, draft.date + 1)
        base = None if event is None else _named(told, parse.lemma[event].lower(), event)
        if draft.date is None or length is None or event is None or base is None:
            continue
        head = clauses.owner[parse.head[event]] if draft.head == event else draft.head
        days = _days(base.days[0], *length, parse.lower[draft.date + 1])
        if head not in dated and days is not None:
            draft.head, draft.days, draft.counted, draft.bound = head, days, True, Bound.AT
            draft.rule = "counted from another event"


def _has_day(draft: Draft) -> bool:
    """Whether a draft is dated to the day."""
    return draft.dated and draft.bound is Bound.AT and draft.days[0] == draft.days[1] is not None


def _told(parse: Parse, draft: Draft) -> _Told:
    names = {parse.lemma[draft.head].lower()}
    if not draft.nominal and parse.lemma[draft.head] in listed("taking_place"):
        names = {parse.lemma[c].lower() for c in parse.children[draft.head] if _names(parse, c)}
    return _Told(frozenset(names), draft.head, draft.days)


def _names(parse: Parse, token: int) -> bool:
    """Whether a noun names what its verb only says to have taken place: the vote was held."""
    return parse.dep[token] in ("nsubj", "nsubjpass", "dobj", "attr")


def _length(time: TimeExpression) -> tuple[Unit, int] | None:
    """A length without "about" or "more than", in its unit."""
    found = _LENGTH.fullmatch(time.value)
    return (_UNITS[found[2]], int(found[1])) if found and time.mod is None else None


def _event(parse: Parse, side: int) -> int | None:
    """What a length is counted from: the noun or verb behind "after" or "before"."""
    if side >= len(parse) or parse.lower[side] not in ("after", "before"):
        return None
    return parse.head[side] if parse.dep[side] == "mark" else parse.child(side, "pobj")


def _days(start: date | None, unit: Unit, count: int, side: str) -> Days | None:
    """The day, week, month or year so far from another day."""
    day = moved(start, unit, count if side == "after" else -count) if start else None
    if day is None:
        return None
    period = containing(unit, day)
    return period.first, period.last


def _named(told: list[_Told], name: str, place: int) -> _Told | None:
    """The event of that name last told of before a place, else the first after it."""
    same = [event for event in told if any(_is_alike(own, name) for own in event.names)]
    before = [event for event in same if event.place < place]
    return before[-1] if before else next(iter(same), None)


def _is_alike(one: str, other: str) -> bool:
    """Whether two lemmas are one word or a verb and its noun: resign, resignation."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_STEM and long.startswith(short))

"""Events so long before or after another that the text dates: two days after the vote."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from itertools import chain
from typing import NamedTuple

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..periods import Unit, containing, moved
from ..syntax.clauses import Clauses
from ..syntax.event_nouns import is_event_noun
from ..types import Bound, TimeExpression
from .bounds import Days
from .draft_events import Draft

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])\Z")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
_SHORTEST_STEM = 4
_FURTHEST = 100  # events of the same beginning that are looked at on either side


class _Told(NamedTuple):
    """A dated event under one of its names: where it is told, the name, and its days."""

    place: int
    name: str
    days: Days


def count_from_others(parse: Parse, clauses: Clauses, drafts: list[Draft]) -> None:
    """Give the drafts that a length before or after another event dates the days it comes to.

    The other event is the one last told of that has that name: the vote, for "the vote was held".
    """
    told = _by_beginning(parse, drafts)
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
            draft.rule = "counted-from-event"


def _has_day(draft: Draft) -> bool:
    """Whether a draft is dated to the day."""
    return draft.dated and draft.bound is Bound.AT and draft.days[0] == draft.days[1] is not None


def _by_beginning(parse: Parse, drafts: list[Draft]) -> dict[str, list[_Told]]:
    """What is told of days, in text order, by the first letters of its names."""
    told: dict[str, list[_Told]] = {}
    for draft in filter(_has_day, drafts):
        for name in _names_of(parse, draft):
            event = _Told(draft.head, name, draft.days)
            told.setdefault(name[:_SHORTEST_STEM], []).append(event)
    for events in told.values():
        events.sort(key=_place)
    return told


def _names_of(parse: Parse, draft: Draft) -> set[str]:
    """The verb or noun of a draft, and its subject where that names it: the blast killed four."""
    verb = parse.lemma[draft.head].lower()
    if draft.nominal:
        return {verb}
    below = parse.children[draft.head]
    if verb in listed("taking_place"):
        return {parse.lemma[c].lower() for c in below if _names(parse, c)}
    subjects = (c for c in below if parse.dep[c] == "nsubj" and is_event_noun(parse, c))
    return {verb, *(parse.lemma[c].lower() for c in subjects)}


def _place(told: _Told) -> int:
    return told.place


def _names(parse: Parse, token: int) -> bool:
    """Whether a noun names what its verb only says to have taken place: the vote was held."""
    return parse.dep[token] in ("nsubj", "nsubjpass", "dobj", "attr")


def _length(time: TimeExpression) -> tuple[Unit, int] | None:
    """A length without "about" or "more than", in its unit."""
    found = _LENGTH.fullmatch(time.value)
    return (_UNITS[found[2]], int(found[1])) if found and time.mod is None else None


def _event(parse: Parse, side: int) -> int | None:
    """What a length is counted from: the noun or verb after "after" or "before"."""
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


def _named(told: dict[str, list[_Told]], name: str, place: int) -> _Told | None:
    """The event of that name last told of before a place, else the first after it."""
    events = told.get(name[:_SHORTEST_STEM], [])
    middle = bisect_left(events, place, key=_place)
    before = reversed(events[max(0, middle - _FURTHEST) : middle])
    after = events[middle : middle + _FURTHEST]
    return next((event for event in chain(before, after) if _is_alike(event.name, name)), None)


def _is_alike(one: str, other: str) -> bool:
    """Whether two lemmas are one word or a verb and its noun: resign, resignation."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_STEM and long.startswith(short))

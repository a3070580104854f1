"""Entries in the making: what happens and the expressions that date it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..types import Bound, TimeExpression, TimeType
from .anchors import Anchor
from .bounds import (
    Days,
    bound_of,
    days_beside,
    days_of,
    is_either,
    is_range,
)

DATED = (TimeType.DATE, TimeType.TIME)


@dataclass(slots=True)
class Draft:
    """An entry being made: the head of what happens and the expressions that date it.

    `leading` says that the date stands before the subject, as a setting for all that follows.
    `date` is a token of the first expression. `counted` says that the days are counted from
    another event. `told` says that nothing dates it, so that it has the day of publication.
    """

    head: int
    nominal: bool
    rule: str
    times: list[TimeExpression] = field(default_factory=list)
    bound: Bound = Bound.AT
    days: Days = (None, None)
    leading: bool = False
    date: int | None = None
    counted: bool = False
    told: bool = False

    @property
    def dated(self) -> bool:
        """Whether a date or a time by the clock is among what dates it."""
        return any(time.type in DATED for time in self.times)

    @property
    def minor(self) -> bool:
        """Whether only a length, a repetition or a vague word dates it."""
        if not self.times or self.counted:
            return False
        time = self.times[0]
        return time.type not in DATED or time.value.endswith("_REF")


def drafts_of(parse: Parse, clauses: Clauses, found: list[Anchor]) -> list[Draft]:
    """A draft for each expression; one for the two ends of a range."""
    drafts: list[Draft] = []
    dated = {anchor.head for anchor in found if anchor.time.type in DATED}
    closed = -1
    for number, anchor in enumerate(found):
        time = anchor.time
        following = found[number + 1] if number + 1 < len(found) else None
        length = following is not None and _ends_length(time, following.time)
        if number == closed or (time.type not in DATED and anchor.head in dated and not length):
            continue
        bound = bound_of(parse, anchor)
        rule = "dated-noun" if anchor.nominal else "dated-clause"
        draft = Draft(anchor.head, anchor.nominal, rule, [time], bound, days_of(time, bound))
        if (days := days_beside(parse, anchor)) is not None:
            draft.bound, draft.days, draft.counted = Bound.AT, days, True
        draft.date = anchor.last - 1
        draft.leading = anchor.direct and anchor.last <= (clauses.subject(anchor.head) or -1)
        if following and length:
            draft.times.insert(0, following.time)
            draft.bound = Bound.RANGE
            closed = number + 1
        elif following and is_range(parse, anchor, following):
            draft.times.append(following.time)
            draft.bound, draft.days = Bound.RANGE, (time.earliest, following.time.latest)
            closed = number + 1
        elif following and following.head == anchor.head and is_either(parse, anchor, following):
            draft.times.append(following.time)
            draft.days = draft.days[0], following.time.latest
            closed = number + 1
        drafts.append(draft)
    return drafts


def _ends_length(length: TimeExpression, end: TimeExpression) -> bool:
    """Whether the second expression bounds the first: the year to March, ten months of 2020."""
    if length.type is not TimeType.DURATION or length.latest is None:
        return False
    return length.latest == end.latest or length.earliest == end.earliest


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts with those joined whose times say the same of one clause, one more finely."""
    kept: list[Draft] = []
    by_head: dict[int, list[Draft]] = {}
    for draft in drafts:
        same = by_head.setdefault(draft.head, [])
        broader = next((other for other in same if _holds(other.days, draft.days)), None)
        finer = next((other for other in same if _holds(draft.days, other.days)), None)
        if broader and broader.bound is draft.bound is Bound.AT:
            place = 0 if _says_more(draft, broader) else len(broader.times)
            broader.times[place:place] = draft.times
            broader.days = draft.days
        elif finer and finer.bound is draft.bound is Bound.AT:
            finer.times += draft.times
        else:
            same.append(draft)
            kept.append(draft)
    return kept


def _says_more(draft: Draft, other: Draft) -> bool:
    """Whether a draft is the finer of two, in its days or by the clock."""
    return draft.days != other.days or len(draft.times[0].value) > len(other.times[0].value)


def _holds(outer: Days, inner: Days) -> bool:
    first, last = outer
    start, end = inner
    if first is None or last is None or start is None or end is None:
        return False
    return first <= start and end <= last

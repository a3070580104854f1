"""Two dates of one clause that exclude each other, so that one of them is another event's.

As in "Leaders condemned the attack on a school Friday" on Saturday. What stands before the second
date owns it, else the clause above: "a rally for those who fell two years ago in Oslo on Friday".
"""

from __future__ import annotations

from dataclasses import replace

from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.event_nouns import is_event_noun
from ..types import TimeType
from .anchors import Anchor

_DATED = (TimeType.DATE, TimeType.TIME)
_DESCRIBING = frozenset({"relcl", "acl"})


def apart(parse: Parse, clauses: Clauses, found: list[Anchor]) -> list[Anchor]:
    """The anchors, each with an event of its own where the clause has had another date."""
    last: dict[int, Anchor] = {}
    kept = []
    for anchor in found:
        before = last.get(anchor.head)
        if before and _excludes(before, anchor) and not _joined(parse, before, anchor):
            kept.append(_elsewhere(parse, clauses, anchor))
        else:
            kept.append(anchor)
        last[kept[-1].head] = kept[-1]
    return kept


def _excludes(one: Anchor, other: Anchor) -> bool:
    """Whether two dates have no day in common."""
    if one.nominal or other.nominal or one.time.type not in _DATED:
        return False
    first, last = one.time.earliest, one.time.latest
    start, end = other.time.earliest, other.time.latest
    if first is None or last is None or start is None or end is None:
        return False
    return last < start or end < first


def _joined(parse: Parse, one: Anchor, other: Anchor) -> bool:
    """Whether one date is listed with the other, or ends what it begins."""
    between = range(one.last, other.first)
    if any(parse.dep[t] == "conj" for t in range(other.first, other.last)):
        return True
    return all(parse.pos[t] in ("PUNCT", "CCONJ", "ADP", "ADV", "PART") for t in between)


def _elsewhere(parse: Parse, clauses: Clauses, anchor: Anchor) -> Anchor:
    """The second date with the event noun before it, or with the clause that its own describes."""
    head = anchor.head
    before = anchor.first - 1
    if anchor.preposition is not None and anchor.preposition == before:
        before -= 1
    event = _noun_before(parse, clauses, before, head)
    if event is not None:
        return replace(anchor, head=event, nominal=True, direct=False, preposition=None)
    above = clauses.owner[parse.head[head]]
    if parse.dep[head] in _DESCRIBING and clauses.is_verbal(above):
        return replace(anchor, head=above)
    return anchor


def _noun_before(parse: Parse, clauses: Clauses, token: int, head: int) -> int | None:
    """The event noun whose phrase ends at a token, within the clause."""
    if token <= head:
        return None
    for above in (token, *parse.ancestors(token)):
        if above == head or clauses.owner[above] != head:
            return None
        if is_event_noun(parse, above):
            return above
    return None

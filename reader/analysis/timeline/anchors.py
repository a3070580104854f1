"""Which event a time expression dates: the clause or the noun phrase it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..annotations import TimeExpression, TimeType
from ..parse import Parse
from ..quotes.cues import lexicon
from .clauses import Clauses
from .nouns import is_event_noun

_COMPARING = frozenset({"from", "than", "with", "against", "versus", "below", "above"})
_OCCASION = frozenset({"in", "at", "during", "on"})
_LEADING = frozenset({"prep", "mark", "agent"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time expression and the token that heads what it dates.

    `first` and `last` are the token range of the expression, `nominal` says that the head is
    a noun, `preposition` is the one that leads to the expression, if any. `direct` says that
    the expression belongs to the verb itself and not to a noun in its clause.
    """

    time: TimeExpression
    first: int
    last: int
    head: int
    nominal: bool
    direct: bool
    preposition: int | None = None


def anchors(parse: Parse, clauses: Clauses, times: tuple[TimeExpression, ...]) -> list[Anchor]:
    """What each expression dates, leaving out those that only serve a comparison."""
    found = []
    for time in times:
        first, last = parse.tokens_in(time.start, time.end)
        if first < last and (anchor := _anchor(parse, clauses, time, first, last)):
            found.append(anchor)
    return found


def _anchor(
    parse: Parse, clauses: Clauses, time: TimeExpression, first: int, last: int
) -> Anchor | None:
    top = _top(parse, first, last)
    before_noun = parse.head[top] >= last and parse.pos[parse.head[top]] in _NOUNS
    said = None if before_noun else _said_before(parse, clauses, first)
    if said is not None:
        return Anchor(time, first, last, said, False, True)
    head = clauses.owner[top]
    above = _path(parse, top, head)
    nouns = [t for t in above if parse.pos[t] in _NOUNS and not first <= t < last]
    if first <= head < last:
        return Anchor(time, first, last, head, True, True)
    if not clauses.is_verbal(head) and parse.pos[nouns[0] if nouns else head] == "PROPN":
        return None  # a dateline or a caption
    preposition = _leading(parse, above, nouns)
    if preposition is not None and _compares(parse, preposition, time):
        return None
    if not nouns:
        return Anchor(time, first, last, head, False, True, preposition)
    qualifies = preposition is None and nouns[0] > top and is_event_noun(parse, nouns[0])
    nominal = qualifies or not clauses.is_verbal(head)
    return Anchor(time, first, last, nouns[0] if nominal else head, nominal, False, preposition)


def _said_before(parse: Parse, clauses: Clauses, first: int) -> int | None:
    """The verb of saying right before an expression: "said (on) Tuesday they had ..."."""
    before = first - 1
    if before > 0 and parse.lower[before] == "on":
        before -= 1
    if before < 0 or parse.tag[before] not in ("VBD", "VBZ", "VBP"):
        return None
    return before if parse.lemma[before] in lexicon() and clauses.heads_clause(before) else None


def _path(parse: Parse, top: int, head: int) -> list[int]:
    """The tokens from `top` up to the head of its clause, both left out."""
    path = []
    for token in parse.ancestors(top):
        if head in (token, top):
            break
        path.append(token)
    return path


def _leading(parse: Parse, above: list[int], nouns: list[int]) -> int | None:
    """The preposition that leads to an expression, None where a noun stands between."""
    for token in above:
        if token in nouns:
            return None
        if parse.tag[token] in ("IN", "TO") and parse.dep[token] in _LEADING:
            return token
    return None


def _compares(parse: Parse, preposition: int, time: TimeExpression) -> bool:
    """Whether a date only serves a comparison: more than in 1990, from 8% a year ago."""
    word = parse.lower[preposition]
    if time.type is not TimeType.DATE or word not in _COMPARING:
        return False
    return word != "from" or "earlier" in time.rule or "ago" in time.rule


def widened(parse: Parse, clauses: Clauses, found: list[Anchor]) -> list[Anchor]:
    """The anchors, with a dated noun standing for its clause where the two go together.

    "The March accession will enable ..." and "voted in last year's election" are about the
    clause, unless the clause has a time of its own.
    """
    taken = {anchor.head for anchor in found if not anchor.nominal}
    kept = []
    for anchor in found:
        clause = clauses.owner[anchor.head]
        if anchor.nominal and clause not in taken and _goes_with(parse, clauses, anchor.head):
            kept.append(replace(anchor, head=clause, nominal=False))
        else:
            kept.append(anchor)
    return kept


def _goes_with(parse: Parse, clauses: Clauses, noun: int) -> bool:
    """Whether a noun is the subject of its clause or the occasion of it."""
    clause, head = clauses.owner[noun], parse.head[noun]
    if not clauses.is_verbal(clause):
        return False
    if parse.dep[noun] == "pobj":
        return parse.head[head] == clause and parse.lower[head] in _OCCASION
    return head == clause and parse.dep[noun] in ("nsubj", "nsubjpass")


def _top(parse: Parse, first: int, last: int) -> int:
    """The token of an expression that is governed from outside it."""
    for token in range(last - 1, first - 1, -1):
        if not first <= parse.head[token] < last or parse.head[token] == token:
            return token
    return last - 1

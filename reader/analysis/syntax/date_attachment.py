"""The verb a date belongs to where parsers give it to a neighbour."""

from __future__ import annotations

from ..knowledge.cues import lexicon
from ..parse.columns import Parse
from .clauses import Clauses

_NOUNS = frozenset({"NOUN", "PROPN"})
_JOINING = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP", "PART", "X"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SET_OFF = frozenset({"advcl", "acl", "relcl"})


def verb_of(parse: Parse, clauses: Clauses, place: tuple[int, int], top: int) -> int | None:
    """The verb dated by the tokens of `place`, if it is another than the one above `top`."""
    return (
        _said_before(parse, place, top)
        or _begun_before(parse, clauses, place, top)
        or _set_by(parse, clauses, place, top)
    )


def _said_before(parse: Parse, place: tuple[int, int], top: int) -> int | None:
    """The verb of saying right before a date: "said (on) Tuesday they had ..."."""
    before = place[0] - 1
    if before > 0 and parse.lower[before] == "on":
        before -= 1
    if before < 0 or parse.tag[before] not in ("VBD", "VBZ", "VBP"):
        return None
    if parse.head[top] >= place[1] and parse.pos[parse.head[top]] in _NOUNS:
        return None
    return before if parse.lemma[before] in lexicon() else None


def _begun_before(parse: Parse, clauses: Clauses, place: tuple[int, int], top: int) -> int | None:
    """The clause that a date ends where the next begins: was found Friday clinging to a rope."""
    first, last = place
    clause = clauses.owner[top]
    if clause < last or parse.tag[clause] in _FINITE or first == 0:
        return None
    before = first - 1
    begun = clauses.owner[before]
    if parse.pos[before] in _JOINING or begun == clause or not clauses.is_verbal(begun):
        return None
    below = begun in parse.ancestors(clause)
    return begun if below and begun < first else None


def _set_by(parse: Parse, clauses: Clauses, place: tuple[int, int], top: int) -> int | None:
    """The clause whose subject follows a date in front: on May 3, a judge, citing X, ruled."""
    clause = clauses.owner[top]
    if parse.dep[clause] not in _SET_OFF or clause < place[1]:
        return None
    above = clauses.owner[parse.head[clause]]
    subject = clauses.own_subject(above) if clauses.is_verbal(above) else None
    return above if subject is not None and place[1] <= subject < clause < above else None

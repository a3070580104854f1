"""Clauses that leave out what the one before them says: but the mayor did not."""

from __future__ import annotations

from ..parse.columns import Parse
from .clauses import Clauses

_REACH = 40  # tokens
_LINKING = frozenset({"be", "have"})
_WITHIN = frozenset({"relcl", "acl", "csubj", "pcomp"})
_ALONGSIDE = frozenset({"conj", "advcl", "parataxis"})


def leaves_out(parse: Parse, head: int) -> bool:
    """Whether a verb can stand for another: but he did not, as she was."""
    if parse.lemma[head] in _LINKING:
        return parse.dep[head] == "advcl"
    return parse.lemma[head] == "do" or parse.tag[head] == "MD"


def repeated(parse: Parse, clauses: Clauses, head: int) -> int | None:
    """The clause that a bare "did", "was" or "had" repeats, the nearest one before it."""
    for token in range(head - 1, max(head - _REACH, -1), -1):
        tells = clauses.owner[token] == token and parse.dep[token] not in _WITHIN
        if tells and clauses.is_verbal(token):
            above = token in parse.ancestors(head)
            return None if above and parse.dep[head] not in _ALONGSIDE else token
    return None

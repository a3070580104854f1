"""Sentences that set a time off: it was not until May that they agreed."""

from __future__ import annotations

from ..parse.columns import Parse

_SET_OFF = frozenset({"ccomp", "relcl", "advcl", "acl"})


def cleft_of(parse: Parse, head: int) -> int | None:
    """What "it was" sets off: it was not until May that they agreed."""
    subject = parse.child(head, "nsubj")
    if parse.child(head, "acomp") is not None:  # it is unlikely that they agreed
        return None
    if parse.lemma[head] != "be" or subject is None or parse.lower[subject] != "it":
        return None
    for child in parse.children[head]:
        mark = parse.child(child, "mark", "nsubj", "nsubjpass")
        if parse.dep[child] in _SET_OFF and mark is not None and parse.lower[mark] == "that":
            return child
    return None

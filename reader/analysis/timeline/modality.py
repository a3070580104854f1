"""Whether an article says that something happened, will, may or did not."""

from __future__ import annotations

from ..annotations import Modality
from ..parse import Parse
from ..quotes.cues import lexicon
from .clauses import Clauses
from .wordlists import listed


def modality_of(parse: Parse, clauses: Clauses, head: int, quoted: bool) -> Modality:
    """The modality of the clause headed by `head`, the strongest doubt first.

    `quoted` says that it stands in reported speech.
    """
    if not clauses.is_verbal(head):
        return Modality.ASSERTED
    if parse.child(head, "neg") is not None:
        return Modality.DENIED
    helpers = {parse.lower[c] for c in parse.children[head] if parse.dep[c] == "aux"}
    unreal = "would" in helpers and "have" in helpers
    if unreal or helpers & listed("possible"):
        return Modality.POSSIBLE
    if helpers & listed("planned") or _is_planned(parse, head):
        return Modality.PLANNED
    return Modality.REPORTED if quoted or _is_reported(parse, head) else Modality.ASSERTED


def _is_planned(parse: Parse, head: int) -> bool:
    """Whether the verb itself plans: is scheduled for, plans to, is going to, is to."""
    completed = parse.child(head, "xcomp") is not None
    state = parse.child(head, "acomp")
    if state is not None and parse.lower[state] in listed("due"):
        return True
    if parse.lemma[head] in listed("planning"):
        return completed or parse.child(head, "auxpass") is not None
    going = parse.lemma[head] == "go" and parse.tag[head] == "VBG"
    return completed and (going or (parse.lemma[head] == "be" and _has_infinitive(parse, head)))


def _has_infinitive(parse: Parse, head: int) -> bool:
    verb = parse.child(head, "xcomp")
    if verb is None:
        return False
    return parse.tag[verb] == "VB" or any(parse.lower[c] == "to" for c in parse.children[verb])


def _is_reported(parse: Parse, head: int) -> bool:
    """Whether the clause is what somebody said."""
    if parse.dep[head] != "ccomp":
        return False
    return parse.lemma[parse.head[head]] in lexicon()

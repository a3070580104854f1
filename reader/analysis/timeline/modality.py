"""Whether an article says that something happened, will, may or did not."""

from __future__ import annotations

from ..annotations import Modality
from ..parse import Parse
from ..quotes.cues import lexicon
from ..times.tense import Tense, tense_at
from .clauses import Clauses

_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must"})
_PLANNING = frozenset(
    {"plan", "schedule", "intend", "expect", "propose", "hope", "aim", "slate", "due", "set"}
)


def modality_of(parse: Parse, clauses: Clauses, head: int) -> Modality:
    """The modality of the clause headed by `head`, the strongest doubt first."""
    if not clauses.is_verbal(head):
        return Modality.ASSERTED
    if parse.child(head, "neg") is not None:
        return Modality.DENIED
    helpers = {parse.lower[c] for c in parse.children[head] if parse.dep[c] == "aux"}
    if helpers & _POSSIBLE:
        return Modality.POSSIBLE
    if tense_at(parse, head) is Tense.FUTURE or parse.lemma[head] in _PLANNING:
        return Modality.PLANNED
    return Modality.REPORTED if _is_reported(parse, head) else Modality.ASSERTED


def _is_reported(parse: Parse, head: int) -> bool:
    """Whether the clause is what somebody said."""
    if parse.dep[head] != "ccomp":
        return False
    return parse.lemma[parse.head[head]] in lexicon()

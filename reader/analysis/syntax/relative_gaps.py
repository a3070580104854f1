"""What a relative clause leaves out because it describes it: the letter that he wrote."""

from __future__ import annotations

from dataclasses import dataclass

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from .clauses import Clauses

_FILLED = ("dobj", "attr", "acomp", "oprd", "ccomp")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})


@dataclass(frozen=True, slots=True)
class Gap:
    """The noun that completes a clause, and the word it stands after.

    That is the head of the clause, a verb below it (promised to pay) or a preposition
    left alone (the school they went to).
    """

    noun: int
    behind: int


def gap_of(parse: Parse, clauses: Clauses, head: int) -> Gap | None:
    """The noun a relative clause describes, where it is the object within the clause."""
    noun = parse.head[head]
    if (
        parse.dep[head] != "relcl"
        or parse.pos[noun] not in _NOUNS
        or parse.lemma[head] in listed("told")
    ):
        return None
    if parse.lemma[noun] in listed("spans") or parse.lemma[noun] in listed("never_objects"):
        return None
    subject = clauses.own_subject(head)
    if subject is None or parse.tag[subject] in _RELATIVE_TAGS:
        return None
    if any(_relates(parse, c) or parse.dep[c] == "mark" for c in parse.children[head]):
        return None
    behind = _open_end(parse, head)
    return None if behind is None else Gap(noun, behind)


def _relates(parse: Parse, token: int) -> bool:
    """Whether "where", "with whom" or "whose" ties a clause to what it describes."""
    below = parse.child(token, "pobj", "poss")
    return parse.tag[token] == "WRB" or (below is not None and parse.tag[below] in _RELATIVE_TAGS)


def _open_end(parse: Parse, verb: int) -> int | None:
    """The word of a clause that lacks its object: its verb, one below, or a preposition."""
    alone = next((c for c in parse.children[verb] if _is_stranded(parse, c)), None)
    if alone is not None:
        return alone
    below = parse.child(verb, "xcomp")
    if below is not None and parse.tag[below].startswith("VB"):
        return _open_end(parse, below)
    if parse.child(verb, "auxpass") is not None or parse.tag[verb] == "MD":
        return None
    filled = (c for c in parse.children[verb] if parse.dep[c] in _FILLED and c > verb)
    return None if next(filled, None) is not None else verb


def _is_stranded(parse: Parse, token: int) -> bool:
    """Whether a preposition has no object after it."""
    return parse.dep[token] == "prep" and not any(c > token for c in parse.children[token])

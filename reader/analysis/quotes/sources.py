"""Who a cue speaks for: its subject, as a token range with a head."""

from __future__ import annotations

from typing import NamedTuple

from .layout import NARRATION, Layout
from .wordlists import words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLIMBS = 8
_LONGEST = 60
_EDGE = frozenset(",;:.—–―- ")


class Source(NamedTuple):
    """A source as tokens: its head and its range, end exclusive."""

    head: int
    first: int
    last: int


def subject(layout: Layout, verb: int) -> Source | None:
    """The source a verb has in the parse, its own or one it shares, or None."""
    parse = layout.parse
    token = verb
    for _ in range(_CLIMBS):
        own = next((c for c in parse.children[token] if parse.dep[c] in _SUBJECTS), None)
        if own is not None:
            return _from_subject(layout, token, own, verb)
        head, dep = parse.head[token], parse.dep[token]
        if dep in {"acl", "relcl"} and parse.pos[head] in _NOUNS:
            return phrase(layout, head, verb)
        if dep == "xcomp" and parse.lemma[head] in words("object_control"):
            controller = parse.child(head, "dobj", "dative")
            if controller is not None:
                return phrase(layout, controller, verb)
        if head == token:
            return None
        if parse.pos[head] == "NOUN" and dep in {"pcomp", "prep", "ccomp"}:
            return possessor(layout, head)
        token = head
    return None


def _from_subject(layout: Layout, verb: int, own: int, cue: int) -> Source | None:
    """The source behind a grammatical subject: an antecedent or an agent may stand for it."""
    parse = layout.parse
    passive = parse.dep[own] == "nsubjpass" or parse.child(verb, "auxpass") is not None
    if passive and verb == cue:
        by = parse.child(cue, "agent")
        pobj = parse.child(by, "pobj") if by is not None else None
        return phrase(layout, pobj, cue) if pobj is not None else None
    if parse.lower[own] in _RELATIVES and parse.dep[verb] == "relcl":
        antecedent = phrase(layout, parse.head[verb], own + 1)
        return antecedent and antecedent._replace(last=max(antecedent.last, own + 1))
    if not layout.narrated(own) and layout.narrated(cue):
        return None
    return phrase(layout, own, cue)


def phrase(layout: Layout, head: int, cue: int) -> Source | None:
    """The noun phrase around a head, cut at the cue and at quotations that hold no part of it."""
    level = layout.level[head]
    first, last = head, head + 1
    low = max(layout.left[head], head - _LONGEST, 0)
    high = min(layout.right[head], head + _LONGEST)
    while first > low and first - 1 != cue and layout.level[first - 1] == level:
        first -= 1
    while last < high and last != cue and _belongs(layout, last, level):
        last += 1
    texts = layout.parse.text
    while last > head + 1 and texts[last - 1] in _EDGE:
        last -= 1
    while first < head and texts[first] in _EDGE:
        first += 1
    return Source(head, first, last)


def _belongs(layout: Layout, token: int, level: int) -> bool:
    return layout.level[token] == level


def possessor(layout: Layout, noun: int) -> Source | None:
    """The source named by "X's statement", "a statement by X", else the noun itself."""
    parse = layout.parse
    owner = parse.child(noun, "poss")
    if owner is not None:
        return Source(owner, layout.left[owner], owner + 1)
    for child in parse.children[noun]:
        if parse.dep[child] == "prep" and parse.lower[child] in {"by", "from", "of"}:
            pobj = parse.child(child, "pobj")
            if pobj is not None:
                return phrase(layout, pobj, noun)
    return None


def beside(layout: Layout, token: int, last: int) -> Source | None:
    """The noun phrase that starts at a token, for text the parser gives no subject in."""
    parse = layout.parse
    while token < last and parse.pos[token] in {"ADV", "PUNCT"} and layout.narrated(token):
        token += 1
    head = None
    for at in range(token, min(last, token + 12)):
        if layout.level[at] != NARRATION or parse.pos[at] not in _NOUNS | {"PART", "ADP"}:
            break
        if parse.pos[at] in {"NOUN", "PROPN", "PRON"}:
            head = at
            if parse.dep[at] not in {"compound", "poss"}:
                break
        if parse.pos[at] == "ADP":
            break
    return phrase(layout, head, -1) if head is not None else None

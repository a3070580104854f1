"""A parse in which "re-" and the like belong to the verb they are written to."""

from __future__ import annotations

from array import array

from ..knowledge.event_words import listed
from ..parse.columns import Parse


def with_prefixes(parse: Parse) -> Parse:
    """`parse` with each prefix below its verb: voters re | - | elected the mayor.

    Parsers take such a prefix for the verb, or for a name; the verb takes its place.
    """
    hyphens = [token for token, text in enumerate(parse.text) if text == "-"]
    places = [t - 1 for t in hyphens if 0 < t < len(parse) - 1 and _is_prefix(parse, t - 1)]
    if not places:
        return parse
    head, dep = array("i", parse.head), list(parse.dep)
    for token in places:
        verb = token + 2
        above = head[token]
        if verb not in _above(head, token):
            head[verb] = verb if above in (token, token + 1, verb) else above
            dep[verb] = dep[token] if head[verb] != verb else "ROOT"
        for other in range(*parse.sentence(parse.sentence_of[token])):
            if head[other] in (token, token + 1) and other != verb:
                head[other] = verb
        head[token] = head[token + 1] = verb
        dep[token], dep[token + 1] = "compound", "punct"
    return parse.rehung(head, dep)


def _above(head: array[int], token: int) -> set[int]:
    found: set[int] = set()
    while head[token] != token and head[token] not in found:
        token = head[token]
        found.add(token)
    return found


def _is_prefix(parse: Parse, token: int) -> bool:
    """Whether a token is a prefix with a hyphen and a verb written to it."""
    if parse.lower[token] not in listed("prefixes"):
        return False
    glued = (parse.end[t] == parse.start[t + 1] for t in (token, token + 1))
    return all(glued) and parse.tag[token + 2].startswith("VB")

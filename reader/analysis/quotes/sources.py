"""Who speaks where the parse gives a cue no subject: the words beside it."""

from __future__ import annotations

from ..knowledge.quote_words import words
from ..syntax.narration import NARRATION, Narration, Phrase, phrase

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_ARTICLES = frozenset({"the", "a", "an"})


def expletive(told: Narration, verb: int, source: Phrase) -> bool:
    """Whether nobody speaks: "it is worth noting that", "it goes without saying that"."""
    parse = told.parse
    return (
        parse.lower[source.head] in words("expletives")
        and parse.tag[verb] == "VBG"
        and parse.dep[verb] in {"pcomp", "xcomp", "acl"}
    )


def ahead(told: Narration, verb: int, first: int) -> Phrase | None:
    """The noun phrase that ends right before a finite verb, if the parse gives it no subject."""
    parse = told.parse
    if parse.tag[verb] not in {"VBD", "VBZ", "VBP", "NNS"}:
        return None
    token = verb - 1
    depth = 0
    while token >= first and told.narrated(token):
        depth += (parse.text[token] == ")") - (parse.text[token] == "(")
        if not depth and parse.pos[token] in {"NOUN", "PROPN", "PRON"}:
            return phrase(told, token, verb)
        if not depth and parse.text[token] != "(" and parse.pos[token] not in {"ADV", "AUX"}:
            return None
        token -= 1
    return None


def beside(told: Narration, token: int, last: int) -> Phrase | None:
    """The noun phrase that starts at a token, for text the parser gives no subject in."""
    parse = told.parse
    while token < last and parse.pos[token] in {"ADV", "PUNCT"} and told.narrated(token):
        token += 1
    head = None
    for at in range(token, min(last, token + 12)):
        if told.level[at] != NARRATION or parse.pos[at] not in _NOUNS | {"PART", "ADP"}:
            break
        if parse.pos[at] == "NUM" or (parse.pos[at] == "DET" and head is None):
            head = at
        if parse.pos[at] in {"NOUN", "PROPN", "PRON"}:
            head = at
            if parse.dep[at] not in {"compound", "poss"}:
                break
        if parse.pos[at] == "ADP":
            break
    if head is not None and parse.lower[head] in _ARTICLES:
        if parse.head[head] >= last:
            return Phrase(last - 1, head, last) if last - head > 1 else None
        head = parse.head[head] if parse.pos[parse.head[head]] in {"NOUN", "PROPN"} else None
    return phrase(told, head, -1) if head is not None else None

"""Who speaks where the parse gives a cue no subject: the words beside it."""

from __future__ import annotations

from functools import cache

from ..knowledge.loader import lines
from ..knowledge.quote_words import words
from ..syntax.narration import NARRATION, Narration, Phrase, phrase
from ..syntax.subjects import spoken_to

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_ARTICLES = frozenset({"the", "a", "an"})


@cache
def _handovers() -> tuple[tuple[str, ...], ...]:
    """The words that hand over, longest first."""
    found = (tuple(line.split()) for line in lines("quotes/handovers.txt"))
    return tuple(sorted(found, key=len, reverse=True))


def handed_over(told: Narration, first: int, last: int) -> Phrase | None:
    """Whom the words of a range hand over to: "And from Ada Berg, of Ardle"."""
    parse = told.parse
    for opening in _handovers():
        start = first + len(opening)
        if start < last and tuple(parse.lower[first:start]) == opening:
            head = next((t for t in range(start, last) if parse.pos[t] == "PROPN"), None)
            if head is None or any(parse.pos[t] in {"VERB", "AUX"} for t in range(start, last)):
                return None
            while head + 1 < last and parse.pos[head + 1] == "PROPN":
                head += 1
            while last > head + 1 and parse.pos[last - 1] == "PUNCT":
                last -= 1
            return Phrase(head, start, last)
    return None


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
    if parse.tag[verb] not in {"VBD", "VBZ", "VBP", "NNS"} or spoken_to(told, verb):
        return None
    token = verb - 1
    depth = 0
    while token >= first and told.narrated(token):
        depth += (parse.text[token] == ")") - (parse.text[token] == "(")
        if not depth and parse.pos[token] in {"NOUN", "PROPN", "PRON"}:
            return phrase(told, token, verb)
        opens = parse.tag[token] == "WRB"
        passes = parse.pos[token] in {"ADV", "AUX"} and not opens
        if not depth and parse.text[token] != "(" and not passes:
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
        head = parse.head[head]
    return phrase(told, head, -1) if head is not None else None

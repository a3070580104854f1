"""Reporting clauses that stand as asides in what they report: ", she said," ", as he put it,"."""

from __future__ import annotations

from ..knowledge.quote_words import words
from ..syntax.narration import Phrase
from ..syntax.subjects import own_subject
from .layout import Layout, Sentence
from .sources import beside

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "NNS"})
_LONGEST_TAIL = 8
_LONGEST_ASIDE = 16
_NOT_IN_SUBJECT = frozenset({"VERB", "AUX", "PUNCT", "SCONJ"})
_FINITE = FINITE_TAGS - {"NNS"} | {"MD"}
_STRONG_STOPS = frozenset(";:")
_PAUSES = frozenset(",—–―-”")


def around(layout: Layout, sentence: Sentence, verb: int) -> list[tuple[int, int]] | None:
    """What a reporting clause stands in as an aside, without it, or None."""
    if layout.parse.tag[verb] == "VBG" or _has_object(layout, verb):
        return None  # "she is joking, I think"
    return _interrupted(layout, verb) or _set_aside(layout, sentence, verb)


def _has_object(layout: Layout, verb: int) -> bool:
    """Whether what was said is the verb's own object: in "announced his return", no more."""
    parse = layout.parse
    addressing = parse.lemma[verb] in words("object_control")
    return not addressing and any(
        parse.dep[child] in {"dobj", "intj"} and parse.pos[child] in {"NOUN", "NUM", "PRON", "INTJ"}
        for child in parse.children[verb]
        if child > verb and parse.lower[child] != "it"
    )


def _interrupted(layout: Layout, verb: int) -> list[tuple[int, int]] | None:
    """The clause into which "X said" is inserted, without it."""
    parse = layout.parse
    head = parse.head[verb]
    if head == verb or not layout.narrated(head) or parse.pos[head] not in {"VERB", "AUX"}:
        return None
    inserted = parse.dep[verb] in {"parataxis", "ccomp"} or (
        parse.dep[verb] == "advcl" and any(parse.lower[c] == "as" for c in parse.children[verb])
    )
    if not inserted or (parse.dep[verb] == "ccomp" and not _set_off(layout, verb)):
        return None
    first, last = layout.left[verb], layout.right[verb]
    if not _STRONG_STOPS.isdisjoint(parse.text[last - 1 : last + 1]):
        return None
    pieces = [(layout.left[head], first), (last, layout.right[head])]
    return [(a, b) for a, b in pieces if a < b]


def _set_aside(layout: Layout, sentence: Sentence, verb: int) -> list[tuple[int, int]] | None:
    """The sentence around ", X said," or ", as X said," by its commas alone."""
    parse = layout.parse
    own = own_subject(layout.parse, verb)
    start = as_before(layout, sentence, verb)
    if parse.tag[verb] not in FINITE_TAGS or (start is None and own is None):
        return None
    if start is None and parse.lemma[verb] not in words("common_cues"):
        return None
    if own is not None and not layout.narrated(own):
        return None
    first = start if start is not None else min(verb, layout.left[own or verb])
    last = max(verb + 1, layout.right[own] if own is not None else 0)
    before = first - 1
    opens = start is not None and before < sentence.first
    if not opens and (
        before <= sentence.first or (parse.text[before] != "," and layout.narrated(before))
    ):
        return None
    while last < sentence.last and parse.text[last] not in ",.":
        far = last - verb > (_LONGEST_ASIDE if start is not None else _LONGEST_TAIL)
        if far or parse.pos[last] in {"VERB", "AUX", "SCONJ"} or not layout.narrated(last):
            return None
        last += 1
    pieces = [(sentence.first, max(before, sentence.first)), (last, sentence.last)]
    return [(a, b) for a, b in pieces if _says(layout, a, b)] or None


def inverted(layout: Layout, sentence: Sentence, verb: int) -> Phrase | None:
    """Who speaks between a subject and its verb: "The fire, said | Ada Olsen, 40, | had spread".

    Parsers often take the subject for the speaker. A comma right after it shows that it is none.
    """
    parse, first = layout.parse, sentence.first
    near = 1 < verb - first <= _LONGEST_ASIDE
    if not near or parse.text[verb - 1] != "," or parse.tag[verb] not in FINITE_TAGS:
        return None
    bare = all(parse.pos[t] not in _NOT_IN_SUBJECT for t in range(first, verb - 1))
    if not bare or parse.lemma[verb] not in words("common_cues"):
        return None
    for comma in range(verb + 2, min(verb + _LONGEST_ASIDE, sentence.last - 1)):
        if parse.pos[comma] in _NOT_IN_SUBJECT - {"PUNCT"} or not layout.narrated(comma):
            return None
        if parse.text[comma] == "," and parse.tag[comma + 1] in _FINITE:
            named = beside(layout, verb + 1, comma)
            return named._replace(last=comma) if named is not None else None
    return None


def as_before(layout: Layout, sentence: Sentence, verb: int) -> int | None:
    """The "as" that makes a cue's clause an aside: ", as one of the engineers noted,"."""
    parse = layout.parse
    for token in range(verb - 1, max(sentence.first, verb - _LONGEST_ASIDE) - 1, -1):
        if parse.lower[token] == "as":
            opens = token == sentence.first or parse.text[token - 1][-1:] in _PAUSES
            return token if opens and token < verb - 1 else None
        if parse.pos[token] in {"VERB", "AUX", "PUNCT"} or not layout.narrated(token):
            return None
    return None


def _set_off(layout: Layout, verb: int) -> bool:
    """Whether commas set the verb's clause off on the sides where words follow."""
    parse = layout.parse
    first, last = layout.left[verb], layout.right[verb]
    left = first == 0 or parse.pos[first - 1] == "PUNCT" or parse.pos[first] == "PUNCT"
    right = last >= len(parse) or parse.pos[last] == "PUNCT" or parse.pos[last - 1] == "PUNCT"
    return left and right


def _says(layout: Layout, first: int, last: int) -> bool:
    """Whether a piece beside an aside is more than a conjunction or an adverb."""
    return any(layout.parse.pos[t] not in {"PUNCT", "CCONJ", "ADV"} for t in range(first, last))

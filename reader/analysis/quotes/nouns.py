"""Speech reported by a noun: "her claim that", "his promise to", "their call for"."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.quote_words import words
from ..syntax.narration import Phrase, possessor
from ..syntax.subjects import doer
from ..types import Certainty, Sense
from .draft_quotes import Draft
from .layout import Layout, Sentence

_THAT_REACH = 8


def announced(layout: Layout, sentence: Sentence) -> Iterator[Draft]:
    """The quotes that nouns of saying report in clauses, where someone is said to say them."""
    parse = layout.parse
    for noun in range(sentence.first, sentence.last):
        if parse.pos[noun] != "NOUN" or not layout.narrated(noun):
            continue
        content = _content(layout, sentence, noun)
        source = _speaker(layout, noun) if content is not None else None
        if content is None or source is None:
            continue
        yield Draft(
            (noun, noun + 1),
            source,
            Sense.SPEECH,
            "quote-noun",
            Certainty.LIKELY,
            clauses=[content],
        )


def _content(layout: Layout, sentence: Sentence, noun: int) -> tuple[int, int] | None:
    """What a noun of saying reports: a clause, an infinitive, or what was called for."""
    lemma = layout.parse.lemma[noun]
    clause = None
    if lemma in words("claim_nouns"):
        clause = _clause(layout, noun)
    if clause is None and lemma in words("promise_nouns"):
        clause = _infinitive(layout, noun)
    if clause is not None:
        first, last = layout.left[clause], min(layout.right[clause], sentence.last)
        return max(first, noun + 1), last
    return _wanted(layout, sentence, noun) if lemma in words("demand_nouns") else None


def _clause(layout: Layout, noun: int) -> int | None:
    """The "that" clause of a noun, its own or the one a form of "be" equates it with."""
    parse = layout.parse
    governors = [noun]
    verb = parse.head[noun]
    if parse.dep[noun] == "nsubj" and parse.lemma[verb] == "be":
        governors.append(verb)
    for child in parse.children[noun]:
        near = child > noun and layout.left[child] - noun <= _THAT_REACH
        if near and parse.dep[child] == "prep":
            governors += [c for c in parse.children[child] if parse.dep[c] == "pobj"]
    for governor in governors:
        for child in parse.children[governor]:
            if child > noun and parse.dep[child] in {"acl", "ccomp", "relcl"}:
                mark = parse.child(child, "mark")
                if mark is not None and parse.lower[mark] == "that":
                    return child
    return None


def _infinitive(layout: Layout, noun: int) -> int | None:
    """The infinitive of a noun: "her promise to resign"."""
    parse = layout.parse
    for child in parse.children[noun]:
        if child > noun and parse.dep[child] in {"acl", "relcl", "xcomp"}:
            to = parse.child(child, "aux")
            if to is not None and to == layout.left[child] and parse.lower[to] == "to":
                return child
    return None


def _wanted(layout: Layout, sentence: Sentence, noun: int) -> tuple[int, int] | None:
    """What a noun calls for: "their call for an inquiry"."""
    parse = layout.parse
    for child in parse.children[noun]:
        mark = parse.child(child, "mark") if child > noun else None
        if mark is not None and parse.lower[mark] == "for" and mark > noun:
            return mark + 1, min(layout.right[child], sentence.last)
        if child > noun and parse.lower[child] == "for":
            last = layout.right[child]
            if last < sentence.last and parse.lower[last] == "to":
                last = max(last, layout.right[parse.head[last]])
            last = min(last, sentence.last)
            return (child + 1, last) if last - child > 1 else None
    return None


def _speaker(layout: Layout, noun: int) -> Phrase | None:
    """Whose words the noun means: a possessor, or the subject of "made the claim"."""
    parse = layout.parse
    owner = possessor(layout, noun)
    if owner is not None:
        return owner
    verb = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.lemma[verb] in words("light_verbs"):
        return doer(layout, verb)
    return None

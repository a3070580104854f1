"""Speech reported by a noun: "her claim that", "his answer was that"."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotations import Certainty, Sense
from .drafts import Draft
from .layout import Layout, Sentence
from .sources import Source, possessor, subject
from .wordlists import words


def announced(layout: Layout, sentence: Sentence) -> Iterator[Draft]:
    """The quotes that nouns of saying report in clauses, where someone is said to say them."""
    parse = layout.parse
    for noun in range(sentence.first, sentence.last):
        if parse.pos[noun] != "NOUN" or parse.lemma[noun] not in words("claim_nouns"):
            continue
        if not layout.narrated(noun):
            continue
        clause = _clause(layout, noun)
        source = _speaker(layout, noun)
        if clause is None or source is None:
            continue
        first, last = layout.left[clause], min(layout.right[clause], sentence.last)
        yield Draft(
            (noun, noun + 1), source, Sense.SPEECH, "noun", Certainty.LIKELY,
            clauses=[(max(first, noun + 1), last)],
        )  # fmt: skip


def _clause(layout: Layout, noun: int) -> int | None:
    """The "that" clause of a noun, its own or the one a form of "be" equates it with."""
    parse = layout.parse
    governors = [noun]
    verb = parse.head[noun]
    if parse.dep[noun] == "nsubj" and parse.lemma[verb] == "be":
        governors.append(verb)
    for governor in governors:
        for child in parse.children[governor]:
            if child > noun and parse.dep[child] in {"acl", "ccomp", "relcl"}:
                mark = parse.child(child, "mark")
                if mark is not None and parse.lower[mark] == "that":
                    return child
    return None


def _speaker(layout: Layout, noun: int) -> Source | None:
    """Whose words the noun means: a possessor, or the subject of "made the claim"."""
    parse = layout.parse
    owner = possessor(layout, noun)
    if owner is not None:
        return owner
    verb = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.lemma[verb] in words("light_verbs"):
        return subject(layout, verb)
    return None

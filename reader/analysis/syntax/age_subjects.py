"""A parse in which "the 34-year-old told police" is a clause."""

from __future__ import annotations

from array import array

from ..knowledge.cues import cue_at
from ..parse.columns import Parse


def with_age_subjects(parse: Parse) -> Parse:
    """`parse` with each age before a past tense of saying as its subject.

    Parsers take "told" in "the 34-year-old told police she was tired" for what describes the
    police, and "she was tired" for their relative clause.
    """
    olds = [token for token, word in enumerate(parse.lower[:-1]) if word == "old"]
    places = [token for token in olds if _is_age(parse, token)]
    if not places:
        return parse
    head, dep = array("i", parse.head), list(parse.dep)
    for age in places:
        verb = age + 1
        hearer = head[verb]
        head[verb] = verb if head[hearer] == hearer else head[hearer]
        dep[verb] = dep[hearer]
        for child in parse.children[hearer]:
            if child < age:
                head[child] = age
            elif child > hearer:
                head[child], dep[child] = verb, "ccomp"
        head[age], dep[age] = verb, "nsubj"
        head[hearer], dep[hearer] = verb, "dobj"
    return parse.rehung(head, dep)


def _is_age(parse: Parse, token: int) -> bool:
    """Whether a token ends an age and the cue after it describes a noun: 34-year-old | told."""
    verb = token + 1
    ends = parse.lower[max(token - 2, 0) : verb] == ["year", "-", "old"]
    described = parse.dep[verb] == "amod" and parse.tag[verb] == "VBD" and parse.head[verb] > verb
    return ends and described and cue_at(parse, verb) is not None

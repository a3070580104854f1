"""Whether the clause around an expression speaks of what was or of what is to come."""

from __future__ import annotations

from enum import Enum
from itertools import chain, islice

from ..parse import Parse
from .lexicon import words

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_COMPLEMENTS = frozenset({"xcomp", "acomp", "prep"})
_SIMPLE_PRESENT = ("VBZ", "VBP")
_HIGHEST_CLIMB = 30


class Tense(Enum):
    """The time a clause speaks of, seen from the day it was written."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


def tense_at(parse: Parse, token: int) -> Tense | None:
    """The tense of the clause that holds `token`, None where no verb governs it."""
    infinitive = in_subject = False
    below, current = token, token
    for _ in range(_HIGHEST_CLIMB):
        if current != token and not in_subject and _looks_ahead(parse, current, below, infinitive):
            return Tense.PAST if _is_long_past(parse, current) else Tense.FUTURE
        if parse.tag[current] in _VERB_TAGS:
            found = _of_verb(parse, current)
            if found:
                return found
            infinitive = infinitive or parse.tag[current] == "VB"
        in_subject = in_subject or parse.dep[current] in _SUBJECTS
        below, current = current, parse.head[current]
        if below == current:
            return None
    return None


def _looks_ahead(parse: Parse, token: int, below: int, infinitive: bool) -> bool:
    """Whether a word sets what depends on it ahead: due, scheduled for, is to, until."""
    if parse.lower[token] in ("until", "till"):
        governor = parse.head[token]
        helper = parse.child(governor, "aux")
        return parse.child(governor, "neg") is None and (
            helper is None or parse.lemma[helper] == "have"
        )
    if infinitive and parse.lemma[token] == "be":
        return parse.dep[below] == "xcomp"
    forward = words("forward").get(parse.lemma[token])
    if forward == "present":
        return parse.tag[token] in _SIMPLE_PRESENT and parse.child(token, "aux") is None
    if parse.tag[token] in _SIMPLE_PRESENT and parse.lemma[token] in ("be", "take"):
        return _is_timetable(parse, token, below)
    return forward == "date" or (infinitive and forward is not None)


def _is_timetable(parse: Parse, verb: int, below: int) -> bool:
    """Whether a date right under "is" or "takes effect" lies ahead: the vote is Sunday."""
    if parse.lower[below] != "on" and parse.dep[below] not in ("npadvmod", "attr"):
        return False
    if parse.lemma[verb] == "be":
        state = parse.child(verb, "aux", "acomp", "xcomp")
        return state is None or words("forward").get(parse.lemma[state]) == "date"
    taken = parse.child(verb, "dobj")
    return taken is not None and parse.lower[taken] in ("effect", "place", "office", "part")


def _is_long_past(parse: Parse, token: int) -> bool:
    """Whether what was to come has been overtaken: it had been due on Friday."""
    for word in chain([token], islice(parse.ancestors(token), _HIGHEST_CLIMB)):
        auxiliaries = (c for c in parse.children[word] if parse.dep[c] == "aux")
        if any(parse.lower[c] == "had" for c in auxiliaries):
            return True
        if parse.dep[word] not in _COMPLEMENTS:
            return False
    return False


def _of_verb(parse: Parse, verb: int) -> Tense | None:
    """The tense a verb shows, None where it takes its governor's."""
    auxiliaries = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    helpers = {words("auxiliaries").get(parse.lower[a]) for a in auxiliaries}
    tag = parse.tag[verb]
    if "future" in helpers:
        return Tense.FUTURE
    if "past" in helpers or tag == "VBD" or (tag == "VBN" and not auxiliaries):
        return Tense.PAST
    if tag == "VBG" and "present" in helpers:
        return Tense.FUTURE
    return Tense.PRESENT if tag in ("VBZ", "VBP") or "present" in helpers else None

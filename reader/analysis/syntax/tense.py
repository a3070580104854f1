"""Whether the clause around an expression speaks of what was or of what is to come."""

from __future__ import annotations

from enum import Enum
from itertools import chain, islice

from ..knowledge.cues import cue_at
from ..knowledge.time_words import words
from ..parse.columns import Parse
from .subjects import SUBJECTS

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_COMPLEMENTS = frozenset({"xcomp", "acomp", "prep"})
_SETTING_IN = frozenset({"start", "begin", "commence"})
_SIMPLE_PRESENT = ("VBZ", "VBP")
_LIMITS = frozenset({"by", "before"})
_UNTIL = frozenset({"until", "till"})
_WHEN = frozenset({"in", "on", "at"})
_COMPLETING = frozenset({"ccomp", "xcomp", "oprd"})
_HIGHEST_CLIMB = 30
_HEARING_REACH = 5


class Tense(Enum):
    """The time a clause speaks of, seen from the day it was written.

    What was EXPECTED lay ahead when it was planned: was due on Thursday. What had been
    expected is OVERTAKEN, most likely by its day.
    """

    PAST = "past"
    OVERTAKEN = "overtaken"
    PRESENT = "present"
    EXPECTED = "expected"
    FUTURE = "future"


def tense_at(parse: Parse, token: int) -> Tense | None:
    """The tense of the clause that holds `token`, None where no verb governs it."""
    infinitive = in_subject = False
    below, current = token, token
    limited = _is_limit(parse, token)
    for _ in range(_HIGHEST_CLIMB):
        if (
            current != token
            and not in_subject
            and _looks_ahead(parse, current, below, infinitive or limited)
        ):
            return _ahead(parse, _ended(parse, current))
        if parse.tag[current] in _VERB_TAGS:
            found = _of_verb(parse, current)
            if found:
                unknown = infinitive and limited and found is Tense.PAST  # hurried to end by May
                return None if unknown else found
            infinitive = infinitive or _is_open(parse, current)
        elif not infinitive and parse.lemma[current] in words("backward"):
            return Tense.PAST
        in_subject = in_subject or parse.dep[current] in SUBJECTS
        below, current = current, parse.head[current]
        if below == current:
            return None
    return None


def _looks_ahead(parse: Parse, token: int, below: int, infinitive: bool) -> bool:
    """Whether a word sets what depends on it ahead: due, scheduled for, is to, until."""
    if parse.lower[token] in _UNTIL or parse.lower[token] == "through":
        return _is_open_end(parse, parse.head[token], parse.lower[token])
    if parse.lemma[token] == "be" and (infinitive or _is_due(parse, token)):
        return _is_due(parse, token) or parse.dep[below] == "xcomp"
    if parse.tag[token] == "VBG" and parse.lemma[token] in _SETTING_IN:
        return parse.child(token, "aux") is None
    if parse.tag[token] == "VBG" and parse.lemma[token] == "head":
        return parse.lower[below] == "into"
    forward = words("forward").get(parse.lemma[token])
    if forward == "present":
        return parse.tag[token] in _SIMPLE_PRESENT and parse.child(token, "aux") is None
    scheduled = parse.tag[token] in _SIMPLE_PRESENT and _is_timetable(parse, token, below)
    dated = forward == "date" and not _was_done_then(parse, token, below)
    dated = dated or _is_set_for(parse, token, below, forward)
    return scheduled or dated or (infinitive and forward not in (None, "until", "for"))


def _is_set_for(parse: Parse, verb: int, below: int, forward: str | None) -> bool:
    """Whether "for" sets a day: fixed for Friday, and remanded on bail for sentence on Friday."""
    if forward != "until":
        return forward == "for" and parse.lower[below] == "for"
    last = parse.sentence(parse.sentence_of[verb])[1]
    near = range(verb + 1, min(verb + _HEARING_REACH, last)) if below > verb else ()
    heard = (parse.child(token, "pobj") for token in near if parse.lower[token] == "for")
    return any(noun is not None and parse.lemma[noun] in words("hearings") for noun in heard)


def _was_done_then(parse: Parse, verb: int, below: int) -> bool:
    """Whether a date right after a verb says when that was done: it forecast in May a loss."""
    says_when = parse.lower[below] in _WHEN or parse.dep[below] == "npadvmod"
    return _is_past(parse, verb) and below == verb + 1 and says_when


def _is_past(parse: Parse, verb: int) -> bool:
    """Whether a verb without a helper is in the past, though it may look like its present."""
    if parse.tag[verb] == "VBD" or parse.lower[verb] not in words("unchanged"):
        return parse.tag[verb] == "VBD"
    subject = parse.child(verb, *SUBJECTS)
    one = subject is not None and parse.tag[subject] in ("NN", "NNP", "PRP")
    told = one and parse.lower[subject or 0] not in ("i", "you", "we", "they")
    return told and parse.child(verb, "aux", "auxpass") is None  # it hit, and not it hits


def _is_wanted(parse: Parse, verb: int) -> bool:
    """Whether a participle is what somebody wants done: wants it passed by May."""
    completes = parse.tag[verb] == "VBN" and parse.dep[verb] in _COMPLETING
    return completes and words("forward").get(parse.lemma[parse.head[verb]]) == "infinitive"


def _is_open(parse: Parse, verb: int) -> bool:
    """Whether a verb shows no tense: to win, chances of winning."""
    of = parse.dep[verb] == "pcomp" and parse.lower[parse.head[verb]] == "of"
    to = any(parse.tag[child] == "TO" for child in parse.children[verb] if child < verb)
    passive = parse.tag[verb] == "VBN" and to  # is | to be held
    bare = parse.tag[verb] == "VB" or passive or _is_wanted(parse, verb)
    return bare or (parse.tag[verb] == "VBG" and of)


def _is_limit(parse: Parse, token: int) -> bool:
    """Whether a date is the last for what goes on before: an offer to cross before June."""
    above = parse.head[token]
    if parse.dep[token] == "pobj" and parse.lower[above] == "of" and parse.head[above] != above:
        above = parse.head[parse.head[above]]
    return parse.lower[above] in _LIMITS


def _is_open_end(parse: Parse, governor: int, word: str) -> bool:
    """Whether "until" is said of what lasts still, and not of what lasted or did not begin.

    "Through" is said of what has lasted too, but for what is yet to be done: to stay through May.
    """
    if word == "through":
        return parse.tag[governor] == "VB"
    helper = parse.child(governor, "aux")
    lasts = parse.tag[governor] != "VBG" if helper is None else parse.lemma[helper] == "have"
    over = parse.tag[governor] == "VBD" and not _puts_off(parse, governor)  # took until
    over = over and cue_at(parse, governor) is None  # until then, she said, it stays
    return lasts and not over and parse.child(governor, "neg") is None


def _puts_off(parse: Parse, verb: int) -> bool:
    """Whether what a verb says goes on until its day: adjourned, gave them until."""
    return words("forward").get(parse.lemma[verb]) in ("date", "until")


def _ended(parse: Parse, token: int) -> int:
    """What "until" ends, where that is no putting off: was closed until Sunday; else `token`."""
    above = parse.head[token]
    return above if parse.lower[token] in _UNTIL and not _puts_off(parse, above) else token


def _is_due(parse: Parse, verb: int) -> bool:
    """Whether "is" goes with a word that sets a date ahead: is due, is likely."""
    state = parse.child(verb, "acomp")
    return state is not None and words("forward").get(parse.lemma[state]) == "date"


def _ahead(parse: Parse, token: int) -> Tense | None:
    """How far what is set ahead by a word may have been overtaken; None for what was thwarted."""
    if _is_long_past(parse, token):
        return Tense.OVERTAKEN
    if parse.dep[token] in ("acl", "amod") and _was_undone(parse, parse.head[token]):
        return Tense.EXPECTED
    if _was_thwarted(parse, token):
        return None
    helper = parse.child(token, "auxpass")
    verb = helper if helper is not None else token
    if parse.dep[token] in ("acomp", "advmod"):  # was due, fell ahead of
        verb = parse.head[token]
    return Tense.EXPECTED if parse.tag[verb] == "VBD" else Tense.FUTURE


def _was_undone(parse: Parse, noun: int) -> bool:
    """Whether the past is told of what was planned: the match set for Friday was cancelled."""
    verb = parse.head[noun]
    return parse.dep[noun] in SUBJECTS and _of_verb(parse, verb) is Tense.PAST


def _was_thwarted(parse: Parse, token: int) -> bool:
    """Whether the past tells what came instead: she was due to leave in May, but a judge ruled."""
    verb = next((t for t in chain([token], parse.ancestors(token)) if parse.tag[t] == "VBD"), token)
    opposed = any(parse.lower[c] in words("opposing") for c in parse.children[verb] if c > token)
    joined = (c for c in parse.children[verb] if parse.dep[c] == "conj" and c > token)
    return opposed and any(_of_verb(parse, c) is Tense.PAST for c in joined)


def _is_timetable(parse: Parse, verb: int, below: int) -> bool:
    """Whether a day right under a verb in the present lies ahead: the vote is Sunday.

    What was said or thought is told in the present too, and is not ahead.
    """
    if parse.child(verb, "aux") is not None or cue_at(parse, verb):
        return False
    if parse.lemma[verb] == "be" and parse.child(verb, "acomp", "xcomp") is not None:
        return False
    if parse.lower[below] not in ("on", "at") and parse.dep[below] not in ("npadvmod", "attr"):
        return False
    return not (parse.tag[verb] == "VBP" and parse.lower[verb] in words("unchanged"))


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
    if "future" in helpers or (tag == "VB" and "ability" in helpers):
        return Tense.FUTURE
    done = tag == "VBN" and not auxiliaries and not _is_wanted(parse, verb)
    if "past" in helpers or done or _is_past(parse, verb):
        return Tense.PAST
    if tag == "VBG" and "present" in helpers:
        return Tense.FUTURE
    if tag in _SIMPLE_PRESENT and _is_condition(parse, verb):
        return Tense.FUTURE
    return Tense.PRESENT if tag in _SIMPLE_PRESENT or "present" in helpers else None


def _is_condition(parse: Parse, verb: int) -> bool:
    """Whether a clause in the present says what may come: if he offends before November."""
    mark = parse.child(verb, "mark")
    return mark is not None and parse.lower[mark] in ("if", "unless")

"""Which clause carries a date that stands with a noun, a participle or a purpose in it.

The date belongs to that clause in "The June ruling will allow ..." and "he said in a letter dated
Monday". So it does in "they raised their offer to buy it on Friday" and in "ten drowned when a
boat sank in May".
"""

from __future__ import annotations

from dataclasses import replace

from ..knowledge.event_words import bounds, documents, listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.clefts import cleft_of
from ..syntax.ellipsis import leaves_out
from ..syntax.event_nouns import is_event_noun
from ..syntax.speech_verbs import is_speech
from ..types import Bound, TimeType
from .anchors import Anchor
from .bounds import bound_of

_FARTHEST = 3
_SUBJECTS = ("nsubj", "nsubjpass")


def widened(parse: Parse, clauses: Clauses, found: list[Anchor]) -> list[Anchor]:
    """The anchors, each with the clause that carries its date, unless that has its own."""
    taken = {anchor.head for anchor in found if not anchor.nominal}
    kept = []
    for anchor in found:
        carried = anchor
        for _ in range(_FARTHEST):
            carrier = _carrier(parse, clauses, carried)
            if carrier is None or carrier in taken:
                break
            carried = _moved(parse, carried, carrier)
        kept.append(carried)
    return kept


def _moved(parse: Parse, anchor: Anchor, carrier: int) -> Anchor:
    """The anchor with its date given to a clause; "not until May" is in May."""
    set_off = cleft_of(parse, anchor.head) == carrier
    preposition = None if set_off else anchor.preposition
    if _sets_in(parse, anchor):
        preposition = anchor.head
    direct = anchor.direct or (anchor.nominal and parse.dep[anchor.head] == "pobj")
    return replace(anchor, head=carrier, nominal=False, direct=direct, preposition=preposition)


def telling(parse: Parse, clauses: Clauses, noun: int) -> int | None:
    """The verb that gives what a noun says: a poll found that ..., in a report she said ...

    What is told of somebody who speaks is another matter: the mayor, elected in May, said.
    """
    above = parse.head[noun]
    if parse.lemma[noun] not in documents() and not is_event_noun(parse, noun):
        return None
    if parse.dep[noun] == "pobj" and parse.lower[above] in listed("occasion"):
        return parse.head[above] if is_speech(parse, parse.head[above]) else None
    tells = is_speech(parse, above) or parse.child(above, "ccomp") is not None
    return above if tells and clauses.own_subject(above) == noun else None


def _carrier(parse: Parse, clauses: Clauses, anchor: Anchor) -> int | None:
    if anchor.nominal:
        return None if _names_by_year(parse, anchor) else _of_noun(parse, clauses, anchor.head)
    if (cleft := cleft_of(parse, anchor.head) or last_time(parse, anchor.head)) is not None:
        return cleft
    if _sets_in(parse, anchor):
        return clauses.owner[parse.head[anchor.head]]
    if (joined := _joined(parse, clauses, anchor.head)) is not None:
        return joined
    if _only_dates(parse, clauses, anchor.head):
        return telling(parse, clauses, parse.head[anchor.head])
    above = clauses.owner[parse.head[anchor.head]]
    fits = _is_occasion(parse, clauses, anchor) or _is_purpose(parse, anchor, above)
    return above if fits else None


def _joined(parse: Parse, clauses: Clauses, head: int) -> int | None:
    """The verb that a date after the one joined to it dates too: shot and killed on Monday."""
    if (first := clauses.doubled(head)) is not None:
        return first
    told_of = parse.dep[head] == "acl" or parse.child(head, *_SUBJECTS) is not None
    return clauses.joined_passive(head) if told_of else None


def _names_by_year(parse: Parse, anchor: Anchor) -> bool:
    """Whether a year tells one thing from others, and not when something was: the 1962 hall."""
    noun = anchor.head
    subject = parse.dep[noun] in _SUBJECTS and anchor.last <= noun
    happens = is_event_noun(parse, noun) or parse.lemma[noun] in listed("results")
    tells = is_speech(parse, parse.head[noun]) or parse.child(parse.head[noun], "ccomp") is not None
    year = len(anchor.time.value) == len("1962")
    return subject and year and not happens and not tells


def last_time(parse: Parse, head: int) -> int | None:
    """What happened at the time that a clause dates: the last time it snowed was in 2010."""
    subject = parse.child(head, "nsubj") if parse.lemma[head] == "be" else None
    if subject is None or parse.lemma[subject] not in ("time", "occasion"):
        return None
    return parse.child(subject, "relcl", "acl")


def _sets_in(parse: Parse, anchor: Anchor) -> bool:
    """Whether a participle says no more than from or until when: starting Thursday."""
    head = anchor.head
    bounded = not anchor.nominal and parse.lower[head] in bounds() and parse.head[head] != head
    return bounded and parse.child(head, "dobj", "xcomp", "aux", *_SUBJECTS) is None


def _of_noun(parse: Parse, clauses: Clauses, noun: int) -> int | None:
    """The clause of a noun that is its subject, its occasion, or what somebody took part in."""
    clause, head = clauses.owner[noun], parse.head[noun]
    if not clauses.is_verbal(clause) or leaves_out(parse, clause):
        return None
    if parse.dep[noun] == "pobj":
        if _says_who(parse, noun):
            return None
        told = parse.dep[head] == "agent" and clauses.own_subject(clause) is not None
        fits = told or parse.lower[head] in listed("occasion")
        return clause if fits and parse.head[head] == clause else None
    if head != clause:
        return None
    took_part = parse.dep[noun] == "dobj" and parse.lemma[clause] in listed("taking_part")
    return clause if took_part or parse.dep[noun] in _SUBJECTS else None


def _says_who(parse: Parse, noun: int) -> bool:
    """Whether an event noun is told by itself: during a visit in July by the minister."""
    doers = (c for c in parse.children[noun] if parse.lower[c] == "by")
    return any(parse.child(doer, "pobj") is not None for doer in doers)


def _only_dates(parse: Parse, clauses: Clauses, head: int) -> bool:
    """Whether a clause only dates its noun: a poll taken, a message that was read."""
    if parse.dep[head] == "relcl":
        subject = parse.child(head, "nsubjpass")
        return subject is not None and parse.lower[subject] in ("that", "which")
    return clauses.is_bare_participle(head)


def _is_occasion(parse: Parse, clauses: Clauses, anchor: Anchor) -> bool:
    """Whether a clause tells when another held; what lasts "since" a day is no such moment."""
    return clauses.is_occasion(anchor.head) and bound_of(parse, anchor) is Bound.AT


def _is_purpose(parse: Parse, anchor: Anchor, above: int) -> bool:
    """Whether a purpose or participle has the day of the clause above: to buy it on Friday.

    A participle does in front, too: opening the hall on Friday, she said.
    """
    head = anchor.head
    if parse.dep[head] != "advcl" or head > anchor.first:
        return False
    first = head == parse.sentence(parse.sentence_of[head])[0]
    opens = first and (parse.tag[head] == "VBG" or parse.lower[head].endswith("ing"))
    if not opens and above > head:
        return False
    if parse.child(head, "mark", *_SUBJECTS) is not None:
        return False
    day = anchor.time.type is TimeType.TIME or len(anchor.time.value) == len("2013-03-22")
    week = opens and len(anchor.time.value) == len("2013-W12")
    return (day or week) and bound_of(parse, anchor) is Bound.AT

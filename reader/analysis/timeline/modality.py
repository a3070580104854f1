"""Whether an article says that something happened, will, may or did not."""

from __future__ import annotations

from ..knowledge.cues import lexicon
from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..types import Modality

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "advcl"})


def modality_of(parse: Parse, clauses: Clauses, head: int, date: int, quoted: bool) -> Modality:
    """The modality of the clause headed by `head`, the strongest doubt first.

    `date` is a token of what dates it, or `head`; `quoted` says that it stands in reported speech.
    """
    if not clauses.is_verbal(head):
        return Modality.ASSERTED
    if _is_denied(parse, head):
        return Modality.DENIED
    helpers = {parse.lower[c] for c in parse.children[head] if parse.dep[c] == "aux"}
    if parse.dep[head] == "ccomp" and _is_doubted(parse, parse.head[head]):
        return Modality.POSSIBLE
    unreal = "would" in helpers and "have" in helpers
    unsure = parse.child(head, "acomp")
    likely = unsure is not None and parse.lower[unsure] in ("likely", "able", "possible")
    if unreal or likely or helpers & listed("possible") or _is_left_open(parse, clauses, head):
        return Modality.POSSIBLE
    if helpers & listed("planned") or _is_planned(parse, head) or _is_promised(parse, head, date):
        return Modality.PLANNED
    return Modality.REPORTED if quoted or _is_reported(parse, head) else Modality.ASSERTED


def is_unreal(parse: Parse, clauses: Clauses, head: int) -> bool:
    """Whether a clause says what did not happen, may not, or is yet to come."""
    found = modality_of(parse, clauses, head, head, quoted=False)
    return found in (Modality.DENIED, Modality.POSSIBLE)


def asks_who(parse: Parse, clauses: Clauses, head: int) -> bool:
    """Whether a clause asks who or what did something: they decide who will lead the party."""
    subject = clauses.own_subject(head)
    if subject is None and parse.dep[head] == "conj":
        head = parse.head[head]
        subject = clauses.own_subject(head)
    asked = subject is not None and parse.lower[subject] in ("who", "what", "which")
    return asked and parse.dep[head] in ("ccomp", "pcomp")


def foretold(parse: Parse, head: int) -> bool:
    """Whether "would" tells what came after in a story: in 1990 he would win the prize."""
    helpers = [parse.lower[c] for c in parse.children[head] if parse.dep[c] in ("aux", "neg")]
    return helpers == ["would"] and parse.dep[head] in ("ROOT", "conj")


def _is_denied(parse: Parse, head: int) -> bool:
    """Whether a clause is negated, or ruled out by what leads to it: against charging her."""
    if parse.dep[head] == "pcomp" and parse.lower[parse.head[head]] in ("against", "without"):
        return True
    below = parse.children[head]
    return any(parse.dep[c] == "neg" or parse.lower[c] in listed("negating") for c in below)


def _is_doubted(parse: Parse, governor: int) -> bool:
    """Whether what completes a verb or adjective is put in doubt: it is unlikely that he won."""
    words = [governor, *(c for c in parse.children[governor] if parse.dep[c] == "acomp")]
    return any(parse.lemma[word] in listed("doubting") for word in words)


def _is_left_open(parse: Parse, clauses: Clauses, head: int) -> bool:
    """Whether a clause is a condition or a question: if she wins, had he lost."""
    if any(parse.lower[c] in listed("conditional") for c in parse.children[head]):
        return parse.dep[head] != "ROOT"
    subject = clauses.own_subject(head)
    if subject is None:
        return False
    inverted = any(parse.dep[c] == "aux" and c < subject for c in parse.children[head])
    last = parse.sentence(parse.sentence_of[head])[1] - 1
    return inverted and (parse.dep[head] != "ROOT" or "?" in parse.text[last - 1 : last + 1])


def _is_promised(parse: Parse, head: int, date: int) -> bool:
    """Whether the date is that of what somebody promised, ordered or hoped to see done."""
    token = date
    while True:
        completes = parse.dep[token] in _COMPLEMENTS
        if completes and parse.lemma[parse.head[token]] in listed("promising"):
            return any(parse.lower[c] == "to" for c in parse.children[token])
        if token in (head, parse.head[token]):
            return False
        token = parse.head[token]


def _is_planned(parse: Parse, head: int) -> bool:
    """Whether the verb itself plans: is scheduled for, plans to, is going to, is to."""
    completed = parse.child(head, "xcomp") is not None
    state = parse.child(head, "acomp")
    if state is not None and parse.lower[state] in listed("due"):
        return True
    if parse.lemma[head] in listed("planning"):
        arranged = parse.lemma[head] not in ("aim", "hope", "intend")
        return completed or (arranged and parse.child(head, "auxpass") is not None)
    going = parse.lemma[head] == "go" and parse.tag[head] == "VBG"
    return completed and (going or (parse.lemma[head] == "be" and _has_infinitive(parse, head)))


def _has_infinitive(parse: Parse, head: int) -> bool:
    verb = parse.child(head, "xcomp")
    if verb is None or parse.lemma[verb] == "blame":
        return False
    return parse.tag[verb] == "VB" or any(parse.lower[c] == "to" for c in parse.children[verb])


def _is_reported(parse: Parse, head: int) -> bool:
    """Whether the clause is what somebody said."""
    if parse.dep[head] != "ccomp":
        return False
    return parse.lemma[parse.head[head]] in lexicon()

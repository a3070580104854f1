"""Third-person pronouns and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from math import log
from typing import NamedTuple

from ..grouping.gender import Gender
from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.noun_phrases import determiner
from ..syntax.subjects import own_subject
from ..types import Kind
from .discourse import Discourse, Referent, Sort
from .vessels import is_aboard

# How far the best antecedent must lead: things and groups are many, people are few.
_CLEAR = {Sort.PERSON: 1.0, Sort.THING: 2.0, Sort.MANY: 1.5}
_CLEAR_BODY = 1.25
_PROMINENCE = 0.1
_FAVOUR = 2
_BORN = 10
_SUBJECTS = ("nsubj", "nsubjpass")
_SAID = frozenset(("ccomp",))
_WITHIN = frozenset(("ccomp", "xcomp", "conj", "advcl"))
_FRONTED = frozenset(("advcl", "prep", "npadvmod"))
_WEATHER = frozenset(("rain", "snow", "seem", "appear", "turn", "happen"))
_EXPLETIVE_COMPLEMENTS = frozenset(("that", "to", "whether", "if", "how", "why"))


class Pronoun(NamedTuple):
    """What a pronoun tells of its antecedent."""

    sort: Sort
    gender: Gender | None = None
    reflexive: bool = False


PRONOUNS = {
    "he": Pronoun(Sort.PERSON, Gender.MALE),
    "him": Pronoun(Sort.PERSON, Gender.MALE),
    "his": Pronoun(Sort.PERSON, Gender.MALE),
    "himself": Pronoun(Sort.PERSON, Gender.MALE, reflexive=True),
    "she": Pronoun(Sort.PERSON, Gender.FEMALE),
    "her": Pronoun(Sort.PERSON, Gender.FEMALE),
    "hers": Pronoun(Sort.PERSON, Gender.FEMALE),
    "herself": Pronoun(Sort.PERSON, Gender.FEMALE, reflexive=True),
    "it": Pronoun(Sort.THING),
    "its": Pronoun(Sort.THING),
    "itself": Pronoun(Sort.THING, reflexive=True),
    "they": Pronoun(Sort.MANY),
    "them": Pronoun(Sort.MANY),
    "their": Pronoun(Sort.MANY),
    "theirs": Pronoun(Sort.MANY),
    "themselves": Pronoun(Sort.MANY, reflexive=True),
}


def antecedent(
    parse: Parse, discourse: Discourse, token: int, may_mean: Callable[[Referent], bool]
) -> Referent | None:
    """What a pronoun stands for, with a name or without, or None if nothing fits.

    `may_mean` excludes referents for reasons outside the sentence's syntax.
    """
    pronoun = PRONOUNS[parse.lower[token]]
    if pronoun.sort is Sort.THING and is_expletive(parse, token):
        return None
    clear = _CLEAR[pronoun.sort]
    in_office = _is_of_office(parse, token)
    of_kin = parse.dep[token] == "poss" and parse.lower[parse.head[token]] in words.people().kin
    if in_office:
        clear = _CLEAR_BODY
    sentence = parse.sentence_of[token]
    best, most, second = None, 0.0, 0.0
    for referent in discourse.near(sentence):
        if not agrees(referent, pronoun) or not may_mean(referent):
            continue
        if (in_office and not _has_offices(referent)) or (of_kin and referent.sort is Sort.THING):
            continue
        born = _is_born(parse, token, referent)
        if not (pronoun.reflexive or born) and _bound(parse, token, referent):
            continue
        weight = referent.present(sentence) * _likeness(referent, pronoun) * prominence(referent)
        through = _SAID if pronoun.sort is Sort.PERSON else _WITHIN
        if any(_favours(parse, h, token, through) for h in _stated(parse, referent)):
            weight *= _FAVOUR
        if born:
            weight *= _BORN
        if weight > most:
            best, most, second = referent, weight, most
        else:
            second = max(second, weight)
    if pronoun.gender is Gender.FEMALE and (ship := _ship(parse, discourse, token, most)):
        return ship if ship.vessel and is_aboard(parse, token) else None
    return best if most > second * clear else None


def _ship(parse: Parse, discourse: Discourse, token: int, most: float) -> Referent | None:
    """The ship that is more present than any woman, for "her crew" anything with a name.

    `most` is how present the woman is who leads.
    """
    sentence = parse.sentence_of[token]
    aboard = is_aboard(parse, token)
    ships = [
        referent
        for referent in discourse.near(sentence)
        if referent.vessel or (aboard and referent.cluster and referent.sort is Sort.THING)
    ]
    best = max(ships, key=lambda referent: referent.present(sentence), default=None)
    return best if best is not None and best.present(sentence) > most else None


def _stated(parse: Parse, referent: Referent) -> list[int]:
    """The mentions of a referent, but those of "the candidate", who may have a name too."""
    if referent.cluster is not None or referent.sort is not Sort.PERSON:
        return referent.heads
    return [head for head in referent.heads if determiner(parse, head) != "the"]


def _favours(parse: Parse, head: int, token: int, through: Container[str]) -> bool:
    """Whether the syntax of its sentence makes a mention the likely antecedent of a pronoun.

    That is a subject that says something of itself ("Norway said it would"). It is the subject of
    a clause that holds something of its own ("Norway sold its ships"), or the noun of a relative
    clause ("Norway, which sold its ships"). `through` holds the relations that may stand between
    the pronoun's clause and that of the subject.
    """
    if head > token:
        return False
    for above in parse.ancestors(token):
        if parse.pos[above] not in ("VERB", "AUX"):
            continue
        if parse.dep[above] == "relcl":
            return parse.head[above] == head and own_subject(parse, above) != token
        if parse.head[head] == above and parse.dep[head] in _SUBJECTS:
            return True
        if parse.dep[above] not in through:
            return False
    return False


def _is_born(parse: Parse, token: int, referent: Referent) -> bool:
    """Whether a sentence gives the name at birth of its subject, a referent's or with its forename.

    "Born Ada Berit Lund in Bergen, she left school at 14."
    """
    if referent.cluster is None or parse.dep[token] not in _SUBJECTS:
        return False
    first = parse.sentence(parse.sentence_of[token])[0]
    if parse.lower[first] != "born" or parse.pos[first + 1] != "PROPN":
        return False
    forename = referent.cluster.words[0] == parse.lower[first + 1]
    return forename or any(name.first == first + 1 for name in referent.cluster.names)


def _is_of_office(parse: Parse, token: int) -> bool:
    """Whether a pronoun says whose an office is ("its president")."""
    held = parse.lower[parse.head[token]] in words.people().roles
    return parse.lower[token] == "its" and parse.dep[token] == "poss" and held


def _has_offices(referent: Referent) -> bool:
    """Whether a referent is a body, or spoken of with a body's common noun."""
    if referent.cluster is not None:
        return referent.cluster.kind in (Kind.ORGANIZATION, Kind.PLACE)
    return words.heads().get(referent.noun) is Kind.ORGANIZATION


def subject_ahead(parse: Parse, token: int) -> int | None:
    """The subject of the main clause that a pronoun in a phrase before it can stand for.

    As in "In his speech, Orlov said"; the head of the subject, or None.
    """
    for child in _upward(parse, token):
        verb = parse.head[child]
        if parse.dep[child] not in _FRONTED or parse.pos[verb] not in ("VERB", "AUX"):
            continue
        subject = own_subject(parse, verb)
        if subject is not None and child < subject and token < subject < verb:
            return subject
    return None


def _upward(parse: Parse, token: int) -> Iterator[int]:
    yield token
    yield from parse.ancestors(token)


def agrees(referent: Referent, pronoun: Pronoun) -> bool:
    """Whether number, gender and animacy allow that a pronoun means a referent."""
    if pronoun.sort is Sort.PERSON:
        return referent.sort is Sort.PERSON and referent.gender in (None, pronoun.gender)
    if pronoun.sort is Sort.THING:
        return referent.sort is Sort.THING
    return referent.sort is not Sort.PERSON


def prominence(referent: Referent) -> float:
    """How much the people an article names often draw its pronouns."""
    if referent.cluster is None or referent.sort is not Sort.PERSON:
        return 1.0
    return 1.0 + _PROMINENCE * log(len(referent.cluster.names))


def _likeness(referent: Referent, pronoun: Pronoun) -> float:
    """How well a fitting referent fits, from 0 to 1."""
    if pronoun.sort is Sort.PERSON:
        return 1.0 if referent.gender else 0.8
    if pronoun.sort is Sort.MANY and referent.sort is Sort.THING:
        return 0.4
    return 1.0


def _bound(parse: Parse, token: int, referent: Referent) -> bool:
    """Whether syntax forbids it: the pronoun is an argument beside the referent's mention."""
    if parse.dep[token] == "poss":
        return any(parse.head[token] == head for head in referent.heads)
    clause = _clause(parse, token)
    return any(
        _clause(parse, head) == clause and parse.dep[head] not in ("poss", "compound", "appos")
        for head in referent.heads
    ) or any(_shares_subject(parse, token, head) for head in referent.heads)


def _shares_subject(parse: Parse, token: int, head: int) -> bool:
    """Whether a mention is in a participle's clause of which the pronoun is the subject too.

    As in "Placed in the care of Moss, he" and "Meeting Moss, he".
    """
    if parse.dep[token] not in _SUBJECTS or head > token:
        return False
    verb = parse.head[token]
    below = head
    for above in parse.ancestors(head):
        if above == verb:
            return (
                parse.dep[below] == "advcl"
                and parse.tag[below] in ("VBG", "VBN")
                and own_subject(parse, below) is None
            )
        below = above
    return False


def is_emphasis(parse: Parse, token: int) -> bool:
    """Whether a reflexive only stresses the words before it ("Moss himself said")."""
    before = token - 1
    if before < 0 or not PRONOUNS[parse.lower[token]].reflexive:
        return False
    nominal = parse.pos[before] in ("PROPN", "NOUN", "PRON")
    return nominal and (parse.dep[before] in _SUBJECTS or parse.head[token] == before)


def _clause(parse: Parse, token: int) -> int:
    """The verb whose argument a token is, through prepositions."""
    head = parse.head[token]
    while parse.dep[head] in ("prep", "pobj", "agent", "dative") and parse.head[head] != head:
        head = parse.head[head]
    return head


def is_expletive(parse: Parse, token: int) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it seems", "it rained"."""
    if parse.lower[token] != "it":
        return False
    if parse.dep[token] == "expl":
        return True
    if parse.dep[token] not in _SUBJECTS:
        return False
    verb = parse.head[token]
    if parse.lemma[verb] in _WEATHER or _comes_to(parse, verb):
        return True
    complement = parse.child(verb, "acomp", "attr", "oprd")
    if parse.lemma[verb] == "be" and complement is not None:
        clear = parse.pos[complement] == "ADJ" and (parse.child(verb, "ccomp") or 0) > complement
        return clear or _has_clause(parse, verb) or _has_clause(parse, complement)
    return parse.dep[token] == "nsubjpass" and _has_clause(parse, verb)


def _comes_to(parse: Parse, verb: int) -> bool:
    """Whether a verb is that of "when it comes to"."""
    after = verb + 1
    if parse.lemma[verb] != "come" or after >= len(parse) or parse.lower[after] != "to":
        return False
    return any(parse.lower[child] == "when" for child in parse.children[verb])


def _has_clause(parse: Parse, head: int) -> bool:
    """Whether a clause with "that" or "to" hangs on a token."""
    for child in parse.children[head]:
        if child > head and parse.dep[child] in (
            "ccomp",
            "xcomp",
            "advcl",
            "csubj",
            "relcl",
            "acl",
        ):
            first = parse.subtree_range(child)[0]
            if parse.dep[child] == "ccomp" and parse.pos[head] == "ADJ":
                return True  # "it is clear they left"
            if parse.lower[first] in _EXPLETIVE_COMPLEMENTS:
                return True
    return False

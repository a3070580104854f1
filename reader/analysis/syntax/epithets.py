"""What else a paper calls somebody who has just spoken: "the father of two", "the former star"."""

from __future__ import annotations

from ..knowledge import names as known
from ..knowledge.quote_words import words
from .narration import Narration, Phrase

_AGE_TAIL = ["year", "-", "old"]
_LONGEST_TRADE = 5
_IN_TRADE = frozenset({"JJ", "NN", "VBN", "HYPH", "DT", "PRP$"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_AFTER_NAME = frozenset({",", "of", "from"})


def is_age(told: Narration, source: Phrase) -> bool:
    """Whether a source is "the 34-year-old"."""
    lower = told.parse.lower
    return lower[source.first] == "the" and lower[source.head - 2 : source.head + 1] == _AGE_TAIL


def is_epithet(told: Narration, source: Phrase) -> bool:
    """Whether a source takes up a person under a noun that the article has not used before.

    "The father of two", "the former Test bowler", "the delivery driver"; but neither "the boy's
    father" nor an office, which another may hold ("the trial judge").
    """
    parse, first, head = told.parse, source.first, source.head
    if parse.lower[first] != "the" or parse.tag[head] not in {"NN", "NNP"}:
        return False
    noun, people = parse.lower[head], known.people()
    counted = parse.lower[head + 1 : head + 2] == ["of"]
    owned = not _POSSESSIVES.isdisjoint(parse.lower[first:head])
    if owned or noun in parse.lower[:first] or (counted and parse.tag[head + 2] != "CD"):
        return False
    if noun in people.kin:
        return counted
    described = head - first > 1 and known.is_person_noun(noun) and noun not in words("offices")
    former = parse.lower[first + 1] == "former" and noun not in known.heads()
    return described or former or noun in words("epithets")


def name_beside(told: Narration, source: Phrase) -> tuple[int, int] | None:
    """The tokens of the name that a source gives after its noun: "the judge, Ada Berg".

    So it does after a field: "director of cricket Ada Berg".
    """
    parse, label = told.parse, told.label
    for stop in range(source.head + 1, source.last - 1):
        in_field = parse.pos[stop] == "NOUN" and not known.is_person_noun(parse.lower[stop])
        if parse.text[stop] not in {",", ")"} and not in_field:
            continue
        first = _behind_trade(told, stop + 1, source.last)
        if label.get(first) == "PERSON":
            last = first
            while last < source.last and label.get(last) == "PERSON":
                last += 1
            ends = last == source.last or parse.lower[last] in _AFTER_NAME
            if ends or not in_field:
                return (first, last) if ends else None
    return None


def may_be_named(told: Narration, source: Phrase) -> bool:
    """Whether a name after a source's noun is its own: not so after "the report, ..."."""
    noun = told.parse.lemma[source.head].lower()
    if known.is_person_noun(noun) or noun in words("indefinites"):
        return True
    return noun not in words("speech_nouns") and noun not in known.heads()


def _behind_trade(told: Narration, token: int, last: int) -> int:
    """The token after a trade or a title before a name: "retired teacher" Ada Berg."""
    parse, furthest = told.parse, min(token + _LONGEST_TRADE, last - 1)
    while token < furthest and (
        parse.tag[token] in _IN_TRADE or known.is_title(parse.lower[token].rstrip("."))
    ):
        token += 1
    return token

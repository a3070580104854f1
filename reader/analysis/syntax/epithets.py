"""What else a paper calls somebody who has just spoken: "the father of two", "the former star"."""

from __future__ import annotations

from ..knowledge import names as known
from ..knowledge.quote_words import words
from .narration import Narration, Phrase

_AGE_TAIL = ["year", "-", "old"]
_LONGEST_TRADE = 5
_IN_TRADE = frozenset({"JJ", "NN", "VBN", "HYPH", "DT", "PRP$"})
_AFTER_NAME = frozenset({",", "of", "from"})


def is_age(told: Narration, source: Phrase) -> bool:
    """Whether a source is "the 34-year-old"."""
    lower = told.parse.lower
    return lower[source.first] == "the" and lower[source.head - 2 : source.head + 1] == _AGE_TAIL


def is_epithet(told: Narration, source: Phrase) -> bool:
    """Whether a source takes up a person under a noun that the article has not used before."""
    parse, head = told.parse, source.head
    if parse.lower[source.first] != "the" or parse.tag[head] not in {"NN", "NNP"}:
        return False
    noun = parse.lower[head]
    former = parse.lower[source.first + 1] == "former" and known.is_person_noun(noun)
    new = noun not in parse.lower[: source.first]
    return new and (former or noun in words("epithets"))


def name_beside(told: Narration, source: Phrase) -> tuple[int, int] | None:
    """The tokens of the name that a source gives behind its noun: "the judge, Ada Berg"."""
    parse, label = told.parse, told.label
    for stop in range(source.head + 1, source.last - 1):
        if parse.text[stop] not in {",", ")"}:
            continue
        first = _behind_trade(told, stop + 1, source.last)
        if label.get(first) == "PERSON":
            last = first
            while last < source.last and label.get(last) == "PERSON":
                last += 1
            ends = last == source.last or parse.lower[last] in _AFTER_NAME
            return (first, last) if ends else None
    return None


def may_be_named(told: Narration, source: Phrase) -> bool:
    """Whether a name behind a source's noun is its own: not so behind "the report, ..."."""
    noun = told.parse.lemma[source.head].lower()
    if known.is_person_noun(noun) or noun in words("indefinites"):
        return True
    return noun not in words("speech_nouns") and noun not in known.heads()


def _behind_trade(told: Narration, token: int, last: int) -> int:
    """The token behind a trade or a title before a name: "retired teacher" Ada Berg."""
    parse, furthest = told.parse, min(token + _LONGEST_TRADE, last - 1)
    while token < furthest and (
        parse.tag[token] in _IN_TRADE or known.is_title(parse.lower[token].rstrip("."))
    ):
        token += 1
    return token

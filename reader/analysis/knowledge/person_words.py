"""What is known about people: nouns, titles, forenames, surnames.

The lists are data files in `data/entities/`; each names its source in its first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .loader import cells, lines, tables, word_set
from .spelling import plain

_PERSON_ENDINGS = ("ist", "ician", "woman", "person")


class People(NamedTuple):
    """Nouns and titles for people, in lower case."""

    male: frozenset[str]
    female: frozenset[str]
    generic: frozenset[str]
    roles: frozenset[str]
    ranks: frozenset[str]
    kin: frozenset[str]
    epithets: frozenset[str]


class Titles(NamedTuple):
    """Words before names, in lower case."""

    male: frozenset[str]
    female: frozenset[str]
    courtesy: frozenset[str]
    office: frozenset[str]
    modifiers: frozenset[str]
    regnal: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]


@cache
def people() -> People:
    """The nouns for one person."""
    table = {name: frozenset(words) for name, words in tables("entities/people.toml").items()}
    order = ("male", "female", "generic", "role", "rank", "kin", "epithet")
    return People(*(table[name] for name in order))


@cache
def titles() -> Titles:
    """The titles, and the small words of surnames."""
    table = {name: frozenset(words) for name, words in tables("entities/titles.toml").items()}
    courtesy = table["male"] | table["female"] | table["neutral"]
    return Titles(
        table["male"],
        table["female"],
        courtesy,
        table["office"] | {f"{word}s" for word in table["office"]},
        table["modifier"],
        table["regnal"],
        table["suffixes"],
        table["particles"],
    )


@cache
def offices_in_full() -> Mapping[str, str]:
    """The offices that titles such as "Gov." shorten."""
    rows = (line.split(" | ") for line in lines("entities/title_abbreviations.txt"))
    return {short: office for office, shorts in rows for short in cells(shorts)}


@cache
def forenames() -> tuple[frozenset[str], frozenset[str]]:
    """Female and male forenames."""
    lists = {
        "f": set(lines("entities/forenames_female.txt")),
        "m": set(lines("entities/forenames_male.txt")),
    }
    for line in lines("entities/forenames_romanised.txt"):
        name, *sexes = line.split()
        for sex in sexes:
            lists[sex].add(name)
    return frozenset(lists["f"]), frozenset(lists["m"])


@cache
def surnames() -> frozenset[str]:
    """Surnames that are no common words, in lower case and without accents."""
    return word_set("entities/surnames.txt")


@cache
def doubtful_forenames() -> frozenset[str]:
    """Forenames that are words or places far more often, in lower case."""
    return word_set("entities/forenames_doubtful.txt")


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """The full forenames that a short one can stand for, in lower case."""
    found: dict[str, set[str]] = {}
    for line in lines("entities/nicknames.txt"):
        full, *short = cells(line.lower())
        for name in short:
            found.setdefault(name, set()).add(full)
    return {name: frozenset(full) for name, full in found.items()}


def is_title(word: str) -> bool:
    """Whether a lower-case word is a courtesy title or an office."""
    known = titles()
    return word in known.courtesy or word in known.office


def is_person_noun(noun: str) -> bool:
    """Whether a noun in lower case means one person, by the lists or by its ending."""
    known = noun in people().roles or noun in people().generic or noun in titles().office
    return known or noun.endswith(_PERSON_ENDINGS)


def is_forename(word: str) -> bool:
    """Whether `word` is a known forename, in any of the usual ways to write it."""
    female, male = forenames()
    return any(name in female or name in male for name in _ways_to_write(word))


def gender_of_forename(word: str) -> str | None:
    """The one sex, "female" or "male", that has this forename, or None."""
    female, male = forenames()
    names = _ways_to_write(word)
    given = any(name in female for name in names), any(name in male for name in names)
    if given[0] == given[1]:
        return None
    return "female" if given[0] else "male"


def _ways_to_write(word: str) -> set[str]:
    name = word.capitalize() if word.isupper() else word
    return {name, plain(name)}

"""What is known about places, peoples, languages and currencies.

The lists are data files in `data/entities/`; each names its source in its first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .loader import cells, lines, word_set
from .spelling import compared, plain

DIRECTIONS = frozenset(("central", "eastern", "northern", "southern", "western"))
"""Adjectives for the part of a land, in lower case."""


class Nations(NamedTuple):
    """Territories by what they and their people are called.

    `codes` gives a territory's code for each of its names, `adjectives` and `people` for
    each adjective and name of its people; all keys are in lower case.
    """

    codes: Mapping[str, str]
    adjectives: Mapping[str, str]
    people: Mapping[str, str]


def _keys(name: str) -> set[str]:
    """What a listed name is looked up by: as it is written, and as names are compared."""
    lowered = name.lower()
    return {lowered, " ".join(compared(word) for word in lowered.split())}


@cache
def territories() -> Mapping[str, str]:
    """CLDR's English names of territories by their codes."""
    parted = (line.partition(" | ") for line in lines("entities/territories.txt"))
    return {code: name for code, _, name in parted}


@cache
def countries() -> Mapping[str, str]:
    """The codes of territories by CLDR's English names in lower case."""
    return {name.lower(): code for code, name in territories().items()}


@cache
def nations() -> Nations:
    """The countries and other territories with their adjectives and peoples."""
    codes = {key: code for name, code in countries().items() for key in _keys(name)}
    adjectives: dict[str, str] = {}
    nationals: dict[str, str] = {}
    for line in lines("entities/countries.txt"):
        code, adjective, people_, others = (cell.strip() for cell in line.split("|"))
        codes.update((key, code) for name in cells(others) for key in _keys(name))
        adjectives.update((name.lower(), code) for name in cells(adjective))
        several = [name.lower() for name in cells(people_)]
        nationals.update((name, code) for name in several)
        nationals.update((name[:-1], code) for name in several if name.endswith("s"))
    return Nations(codes, adjectives, nationals)


@cache
def places() -> Mapping[str, str]:
    """Well-known places in lower case, each with the first of its spellings."""
    known: dict[str, str] = {}
    for line in lines("entities/places.txt"):
        spellings = [part.strip() for part in line.split(";" if ";" in line else ",")]
        main = spellings[0].lower()
        known.update((key, main) for name in spellings for key in _keys(name))
    return known


@cache
def cities() -> frozenset[str]:
    """Names of cities, in lower case and without accents."""
    names = "\n".join(lines("entities/cities.txt")).lower().split("\n")
    return frozenset(name if name.isascii() else plain(name) for name in names)


@cache
def groups() -> Mapping[str, str]:
    """Peoples, faiths and camps in lower case, each form with the first of its line."""
    found: dict[str, str] = {}
    for line in lines("entities/groups.txt"):
        forms = cells(line.lower())
        found.update(dict.fromkeys(forms, forms[0]))
    return found


@cache
def languages() -> frozenset[str]:
    """The names of languages, in lower case."""
    return frozenset(name.lower() for name in lines("entities/languages.txt"))


@cache
def currencies() -> frozenset[str]:
    """The codes of currencies ("SEK"), from CLDR."""
    return word_set("entities/currencies.txt")


def is_place(name: str) -> bool:
    """Whether `name` is a territory or a well-known place."""
    lowered = name.lower().removeprefix("the ")
    return lowered in nations().codes or lowered in places()

"""Word lists: what is known about names before the article is read.

The lists are data files in `data/entities/`; each names its source in its first lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from babel import Locale

from ..types import Kind
from .loader import lines, tables

_SAME = {"&": "and", "st.": "st", "saint": "st"}
_DOTTED = re.compile(r"(?:\w\.)+\w?\.?\Z|.*\..*\.")
_ADDRESS_ENDING = re.compile(r"\.(?:com|org|net|info|tv|ca|co\.uk)\Z")
DIRECTIONS = frozenset(("central", "eastern", "northern", "southern", "western"))
"""Adjectives for the part of a land, in lower case."""

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


class Nations(NamedTuple):
    """Territories by what they and their people are called.

    `codes` gives a territory's code for each of its names, `adjectives` and `people` for
    each adjective and name of its people; all keys are in lower case.
    """

    codes: Mapping[str, str]
    adjectives: Mapping[str, str]
    people: Mapping[str, str]


@cache
def compared(word: str) -> str:
    """A lower-case word as names are compared: without marks, possessive, dots and accents."""
    word = word.strip("\"'“”‘’()[],;:").removesuffix("'s").removesuffix("’s")
    if len(word) > 2 and _DOTTED.match(word):
        word = word.replace(".", "")
    word = _ADDRESS_ENDING.sub("", word)
    return _SAME.get(word) or plain(word)


def _keys(name: str) -> set[str]:
    """What a listed name is looked up by: as it is written, and as names are compared."""
    lowered = name.lower()
    return {lowered, " ".join(compared(word) for word in lowered.split())}


def _lines(name: str) -> list[str]:
    return lines(f"entities/{name}")


def _tables(name: str) -> dict[str, Any]:
    return tables(f"entities/{name}")


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


@cache
def people() -> People:
    """The nouns for one person."""
    table = {name: frozenset(words) for name, words in _tables("people.toml").items()}
    order = ("male", "female", "generic", "role", "rank", "kin", "epithet")
    return People(*(table[name] for name in order))


@cache
def titles() -> Titles:
    """The titles, and the small words of surnames."""
    table = {name: frozenset(words) for name, words in _tables("titles.toml").items()}
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
    rows = (line.split(" | ") for line in _lines("title_abbreviations.txt"))
    return {short: office for office, shorts in rows for short in _listed(shorts)}


@cache
def heads() -> Mapping[str, Kind]:
    """The kind that a word settles as the head of a name."""
    table = _tables("heads.toml")
    found: dict[str, Kind] = {}
    for name in ("other", "work", "law", "product", "event", "facility", "place", "organization"):
        found.update(dict.fromkeys(table[name], Kind(name)))
    return found


@cache
def commercial_heads() -> frozenset[str]:
    """Head words behind which a business's own name stands alone too, in lower case."""
    return frozenset(_tables("heads.toml")["commercial"])


@cache
def civic_heads() -> frozenset[str]:
    """Head words of bodies that belong to a place, whose name comes first, in lower case."""
    return frozenset(_tables("heads.toml")["civic"])


@cache
def concerned_heads() -> frozenset[str]:
    """Head words that "on" ties to what they are concerned with, in lower case."""
    return frozenset(_tables("heads.toml")["concerned"])


class Ships(NamedTuple):
    """Nouns for ships, and lemmas of what ships have, in lower case."""

    vessels: frozenset[str]
    aboard: frozenset[str]


@cache
def ships() -> Ships:
    """The nouns for ships and what is aboard."""
    table = _tables("heads.toml")
    return Ships(frozenset(table["vessel"]), frozenset(table["aboard"]))


@cache
def parting_adjectives() -> frozenset[str]:
    """Adjectives that make another thing of what they stand before, in lower case."""
    return frozenset(_tables("heads.toml")["parting"])


@cache
def describing_nouns() -> frozenset[str]:
    """Nouns that say what a thing is, people apart, in lower case."""
    return frozenset(heads()) | frozenset(_tables("heads.toml")["described"])


@cache
def abstract_nouns() -> frozenset[str]:
    """Nouns that comment on what was said before and describe no thing, in lower case."""
    return frozenset(_tables("heads.toml")["abstract"])


@cache
def company_suffixes() -> frozenset[str]:
    """The marks of legal form that end a company's name ("Inc.")."""
    return frozenset(_tables("heads.toml")["company"])


@cache
def countries() -> Mapping[str, str]:
    """The codes of territories by CLDR's English names in lower case."""
    return {name.lower(): code for code, name in Locale.parse("en").territories.items()}


@cache
def nations() -> Nations:
    """The countries and other territories with their adjectives and peoples."""
    codes = {key: code for name, code in countries().items() for key in _keys(name)}
    adjectives: dict[str, str] = {}
    nationals: dict[str, str] = {}
    for line in _lines("countries.txt"):
        code, adjective, people_, others = (cell.strip() for cell in line.split("|"))
        codes.update((key, code) for name in _listed(others) for key in _keys(name))
        adjectives.update((name.lower(), code) for name in _listed(adjective))
        several = [name.lower() for name in _listed(people_)]
        nationals.update((name, code) for name in several)
        nationals.update((name[:-1], code) for name in several if name.endswith("s"))
    return Nations(codes, adjectives, nationals)


@cache
def places() -> Mapping[str, str]:
    """Well-known places in lower case, each with the first of its spellings."""
    known: dict[str, str] = {}
    for line in _lines("places.txt"):
        spellings = [part.strip() for part in line.split(";" if ";" in line else ",")]
        main = spellings[0].lower()
        known.update((key, main) for name in spellings for key in _keys(name))
    return known


@cache
def cities() -> frozenset[str]:
    """Names of cities, in lower case and without accents."""
    names = "\n".join(_lines("cities.txt")).lower().split("\n")
    return frozenset(name if name.isascii() else plain(name) for name in names)


@cache
def forenames() -> tuple[frozenset[str], frozenset[str]]:
    """Female and male forenames."""
    lists = {"f": set(_lines("forenames_female.txt")), "m": set(_lines("forenames_male.txt"))}
    for line in _lines("forenames_romanised.txt"):
        name, *sexes = line.split()
        for sex in sexes:
            lists[sex].add(name)
    return frozenset(lists["f"]), frozenset(lists["m"])


@cache
def surnames() -> frozenset[str]:
    """Surnames that are no common words, in lower case and without accents."""
    return frozenset(_lines("surnames.txt"))


@cache
def doubtful_forenames() -> frozenset[str]:
    """Forenames that are words or places far more often, in lower case."""
    return frozenset(_lines("forenames_doubtful.txt"))


@cache
def road_words() -> frozenset[str]:
    """Words that end the names of roads and are no common nouns for them, in lower case."""
    return frozenset(_tables("heads.toml")["road"])


@cache
def beside_names(sort: str) -> frozenset[str]:
    """Words that stand beside names or look like them, in lower case.

    `sort` is a table of `beside_names.toml`. Raises KeyError where there is none.
    """
    return frozenset(_tables("beside_names.toml")[sort])


@cache
def things() -> frozenset[str]:
    """Nouns for things and events that carry a story without a name, in lower case."""
    return frozenset(noun for nouns in _tables("things.toml").values() for noun in nouns)


@cache
def letters(sort: str) -> frozenset[str]:
    """Words of letters in lower case: `sort` is a row of `letters.toml`."""
    return frozenset(_tables("letters.toml")[sort])


@cache
def endings() -> Mapping[str, str]:
    """What the endings of single words mostly name: "place", "surname" or "other"."""
    table = _tables("shapes.toml")["endings"]
    return {ending: kind for kind, listed in table.items() for ending in listed}


@cache
def telling_prepositions() -> frozenset[str]:
    """Prepositions that tell something about the kind of the name behind them."""
    return frozenset(_tables("shapes.toml")["prepositions"])


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """The full forenames that a short one can stand for, in lower case."""
    found: dict[str, set[str]] = {}
    for line in _lines("nicknames.txt"):
        full, *short = _listed(line.lower())
        for name in short:
            found.setdefault(name, set()).add(full)
    return {name: frozenset(full) for name, full in found.items()}


@cache
def groups() -> Mapping[str, str]:
    """Peoples, faiths and camps in lower case, each form with the first of its line."""
    found: dict[str, str] = {}
    for line in _lines("groups.txt"):
        forms = _listed(line.lower())
        found.update(dict.fromkeys(forms, forms[0]))
    return found


@cache
def newspapers() -> frozenset[str]:
    """Words that end a newspaper's name behind a place, in lower case."""
    return frozenset(_tables("heads.toml")["newspaper"])


@cache
def function_words() -> frozenset[str]:
    """Words that open sentences and belong to no name, in lower case."""
    return frozenset(_lines("function_words.txt"))


@cache
def common_acronyms() -> frozenset[str]:
    """Words in capitals that name nothing ("CEO"), in lower case without dots."""
    return frozenset(_lines("common_acronyms.txt"))


@cache
def calls() -> frozenset[str]:
    """What is called out and names nobody, in lower case."""
    return frozenset(_lines("calls.txt"))


@cache
def calendar() -> frozenset[str]:
    """Words of dates, in lower case."""
    return frozenset(_lines("calendar.txt"))


@cache
def currencies() -> frozenset[str]:
    """The codes of currencies ("SEK"), from CLDR."""
    return frozenset(Locale.parse("en").currencies)


@cache
def languages() -> frozenset[str]:
    """The names of languages, in lower case."""
    return frozenset(name.lower() for name in Locale.parse("en").languages.values())


def _by_kind(name: str) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for line in _lines(name):
        kind, listed = line.split("|")
        found.update((word.lower(), Kind(kind.strip())) for word in _listed(listed))
    return found


@cache
def known() -> Mapping[str, Kind]:
    """The kinds of well-known names, in lower case."""
    clubs = (club for line in _lines("clubs.txt") for club in _listed(line.lower()))
    return {**dict.fromkeys(clubs, Kind.ORGANIZATION), **_by_kind("known.txt")}


@cache
def leading() -> Mapping[str, Kind]:
    """The kind that a word settles at the beginning of a name."""
    return _by_kind("leading.txt")


class Class(NamedTuple):
    """Things that a common noun means, by what their names end in, open with, or are."""

    last: frozenset[str]
    first: frozenset[str]
    named: frozenset[str]


@cache
def classes() -> Mapping[str, Class]:
    """The class of things that a common noun means, by the noun."""
    found: dict[str, Class] = {}
    for table in _tables("sorts.toml").values():
        made = Class(*(frozenset(table[key]) for key in ("last", "first", "named")))
        found.update(dict.fromkeys(table["nouns"], made))
    return found


@cache
def usage() -> Mapping[Kind, Mapping[str, list[str]]]:
    """How names of a kind are used: words by the relation of a name to them."""
    return {Kind(kind): used for kind, used in _tables("usage.toml").items()}


@cache
def teams() -> Mapping[str, frozenset[str]]:
    """How names of teams are used: words by the relation of a name to them."""
    return {relation: frozenset(used) for relation, used in _tables("teams.toml")["use"].items()}


def is_title(word: str) -> bool:
    """Whether a lower-case word is a courtesy title or an office."""
    known = titles()
    return word in known.courtesy or word in known.office


def is_person_noun(noun: str) -> bool:
    """Whether a noun in lower case means one person, by the lists or by its ending."""
    known = noun in people().roles or noun in people().generic or noun in titles().office
    return known or noun.endswith(_PERSON_ENDINGS)


def plain(word: str) -> str:
    """A word without its accents."""
    if word.isascii():
        return word
    return "".join(c for c in normalize("NFD", word) if not combining(c))


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


def is_place(name: str) -> bool:
    """Whether `name` is a territory or a well-known place."""
    lowered = name.lower().removeprefix("the ")
    return lowered in nations().codes or lowered in places()

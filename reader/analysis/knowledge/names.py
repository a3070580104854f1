"""What is known about names before an article is read: people, places, things, words beside them.

The lists are data files in `data/entities/`; each names its source in its first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..types import Kind
from .loader import cells, lines, tables, word_set
from .spelling import compared, plain

# ---------------------------------------------------------------- people

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


# ---------------------------------------------------------------- places

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


def is_place(name: str) -> bool:
    """Whether `name` is a territory or a well-known place."""
    lowered = name.lower().removeprefix("the ")
    return lowered in nations().codes or lowered in places()


# ---------------------------------------------------------------- things


@cache
def head_words(sort: str) -> frozenset[str]:
    """A row of `heads.toml`, which says what it holds, in lower case.

    Raises KeyError where there is none.
    """
    return frozenset(tables("entities/heads.toml")[sort])


@cache
def heads() -> Mapping[str, Kind]:
    """The kind that a word settles as the head of a name."""
    table = tables("entities/heads.toml")
    found: dict[str, Kind] = {}
    for name in ("other", "work", "law", "product", "event", "facility", "place", "organization"):
        found.update(dict.fromkeys(table[name], Kind(name)))
    return found


@cache
def describing_nouns() -> frozenset[str]:
    """Nouns that say what a thing is, people apart, in lower case."""
    return frozenset(heads()) | head_words("described")


@cache
def things() -> frozenset[str]:
    """Nouns for things and events that carry a story without a name, in lower case."""
    return frozenset(noun for nouns in tables("entities/things.toml").values() for noun in nouns)


def _by_kind(name: str) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for line in lines(f"entities/{name}"):
        kind, listed = line.split("|")
        found.update((word.lower(), Kind(kind.strip())) for word in cells(listed))
    return found


@cache
def known() -> Mapping[str, Kind]:
    """The kinds of well-known names, in lower case."""
    clubs = (club for line in lines("entities/clubs.txt") for club in cells(line.lower()))
    listed = _by_kind("known.txt")
    bare = {name.removeprefix("the "): kind for name, kind in listed.items() if name.count(" ") > 1}
    return {**dict.fromkeys(clubs, Kind.ORGANIZATION), **listed, **bare}


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
    for table in tables("entities/sorts.toml").values():
        made = Class(*(frozenset(table[key]) for key in ("last", "first", "named")))
        found.update(dict.fromkeys(table["nouns"], made))
    return found


@cache
def usage() -> Mapping[Kind, Mapping[str, list[str]]]:
    """How names of a kind are used: words by the relation of a name to them."""
    return {Kind(kind): used for kind, used in tables("entities/usage.toml").items()}


@cache
def teams(sort: str = "use") -> Mapping[str, frozenset[str]]:
    """How names of teams are used: words by the relation of a name to them.

    `sort` is a table of `teams.toml`: "match" holds what tells of teams in articles on sport alone.
    """
    return {
        relation: frozenset(used) for relation, used in tables("entities/teams.toml")[sort].items()
    }


# ---------------------------------------------------------------- words beside names


@cache
def listed(name: str) -> frozenset[str]:
    """The entries of a text list in `entities`, which says what it holds."""
    return word_set(f"entities/{name}.txt")


@cache
def beside_names(sort: str) -> frozenset[str]:
    """Words that stand beside names or look like them, in lower case.

    `sort` is a table of `beside_names.toml`. Raises KeyError where there is none.
    """
    return frozenset(tables("entities/beside_names.toml")[sort])


@cache
def small_words(sort: str) -> frozenset[str]:
    """A row of `small_words.toml`, in lower case. Raises KeyError where there is none."""
    return frozenset(tables("entities/small_words.toml")[sort])


@cache
def letters(sort: str) -> frozenset[str]:
    """Words of letters in lower case: `sort` is a row of `letters.toml`."""
    return frozenset(tables("entities/letters.toml")[sort])


@cache
def endings() -> Mapping[str, str]:
    """What the endings of single words mostly name: "place", "surname" or "other"."""
    table = tables("entities/shapes.toml")["endings"]
    return {ending: kind for kind, listed in table.items() for ending in listed}


@cache
def telling_prepositions() -> frozenset[str]:
    """Prepositions that tell something about the kind of the name after them."""
    return frozenset(tables("entities/shapes.toml")["prepositions"])

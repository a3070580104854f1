"""What is known about bodies and things: the words that end, open or describe their names.

The lists are data files in `data/entities/`; each names its source in its first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..types import Kind
from .loader import cells, lines, tables


@cache
def heads() -> Mapping[str, Kind]:
    """The kind that a word settles as the head of a name."""
    table = tables("entities/heads.toml")
    found: dict[str, Kind] = {}
    for name in ("other", "work", "law", "product", "event", "facility", "place", "organization"):
        found.update(dict.fromkeys(table[name], Kind(name)))
    return found


@cache
def commercial_heads() -> frozenset[str]:
    """Head words after which a business's own name stands alone too, in lower case."""
    return frozenset(tables("entities/heads.toml")["commercial"])


@cache
def civic_heads() -> frozenset[str]:
    """Head words of bodies that belong to a place, whose name comes first, in lower case."""
    return frozenset(tables("entities/heads.toml")["civic"])


@cache
def concerned_heads() -> frozenset[str]:
    """Head words that "on" ties to what they are concerned with, in lower case."""
    return frozenset(tables("entities/heads.toml")["concerned"])


class Ships(NamedTuple):
    """Nouns for ships, and lemmas of what ships have, in lower case."""

    vessels: frozenset[str]
    aboard: frozenset[str]


@cache
def ships() -> Ships:
    """The nouns for ships and what is aboard."""
    table = tables("entities/heads.toml")
    return Ships(frozenset(table["vessel"]), frozenset(table["aboard"]))


@cache
def parting_adjectives() -> frozenset[str]:
    """Adjectives that make another thing of what they stand before, in lower case."""
    return frozenset(tables("entities/heads.toml")["parting"])


@cache
def describing_nouns() -> frozenset[str]:
    """Nouns that say what a thing is, people apart, in lower case."""
    return frozenset(heads()) | frozenset(tables("entities/heads.toml")["described"])


@cache
def abstract_nouns() -> frozenset[str]:
    """Nouns that comment on what was said before and describe no thing, in lower case."""
    return frozenset(tables("entities/heads.toml")["abstract"])


@cache
def company_suffixes() -> frozenset[str]:
    """The marks of legal form that end a company's name ("Inc.")."""
    return frozenset(tables("entities/heads.toml")["company"])


@cache
def road_words() -> frozenset[str]:
    """Words that end the names of roads and are no common nouns for them, in lower case."""
    return frozenset(tables("entities/heads.toml")["road"])


@cache
def newspapers() -> frozenset[str]:
    """Words that end a newspaper's name after a place, in lower case."""
    return frozenset(tables("entities/heads.toml")["newspaper"])


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

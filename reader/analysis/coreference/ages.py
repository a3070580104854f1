"""People spoken of by their age: "the 34-year-old"."""

from __future__ import annotations

from collections.abc import Iterable

from ..grouping.clusters import Cluster
from ..parse.columns import Parse
from ..types import Kind

_YEAR_OLD = ["-", "year", "-", "old"]
_STOPS = frozenset((",", ".", ")", ";"))


def by_age(parse: Parse, clusters: Iterable[Cluster]) -> dict[str, Cluster]:
    """The people whose age stands after their name, by an age that only one of them has."""
    found: dict[str, set[Cluster]] = {}
    for cluster in clusters:
        if cluster.kind is Kind.PERSON:
            for name in cluster.names:
                if age := _age_behind(parse, name.last):
                    found.setdefault(age, set()).add(cluster)
    return {age: next(iter(people)) for age, people in found.items() if len(people) == 1}


def _age_behind(parse: Parse, token: int) -> str | None:
    """The age in ", 34," or "(34)" at a token."""
    behind = parse.text[token : token + 3]
    if len(behind) < 3 or behind[0] not in (",", "(") or behind[2] not in _STOPS:
        return None
    return behind[1] if behind[1].isdigit() and len(behind[1]) < 3 else None


def aged(parse: Parse, token: int) -> tuple[str, tuple[int, int]] | None:
    """The age and the tokens of "the 34-year-old" that ends in a token, no noun after it."""
    first = token - len(_YEAR_OLD)
    if first < 1 or parse.lower[first + 1 : token + 1] != _YEAR_OLD:
        return None
    if parse.lower[first - 1] != "the" or not parse.text[first].isdigit():
        return None
    if token + 1 < len(parse) and parse.pos[token + 1] in ("ADJ", "NOUN", "PROPN"):
        return None
    return parse.text[first], (first - 1, token + 1)

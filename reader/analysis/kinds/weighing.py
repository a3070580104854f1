"""Signs of kinds, and the table that says what each is worth."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..knowledge.loader import tables
from ..types import Kind

Signs = dict[str, float]
"""What speaks for a kind: the name of each sign, and how strongly it shows, mostly 1."""

Evidence = dict[Kind, float]
"""Weights by kind. One point is what one weak sign says; a legal form says twelve."""

_HINT = 0.8
_TABLE = "entities/kind_weights.toml"


@cache
def weights() -> Mapping[str, Mapping[Kind, float]]:
    """What each sign says of each kind, by the sign's name."""
    return {
        sign: {Kind(kind): weight for kind, weight in row.items()}
        for sign, row in tables(_TABLE).items()
    }


_ORDER = {kind: place for place, kind in enumerate(Kind)}


def weigh(signs: Signs) -> Evidence:
    """The evidence that signs give together. A sign that the table lacks says nothing."""
    total: Evidence = {}
    table = weights()
    for sign, strength in signs.items():
        for kind, weight in table.get(sign, {}).items():
            total[kind] = total.get(kind, 0.0) + strength * weight
    return total


def add(total: Evidence, more: Evidence) -> None:
    """Add the weights of `more` to `total`."""
    for kind, weight in more.items():
        total[kind] = total.get(kind, 0.0) + weight


def best(total: Evidence) -> Kind:
    """The kind with most evidence; the order of `Kind` settles a tie.

    Where nothing speaks for any kind with more than a hint, the kind is unknown.
    """
    found, most = Kind.UNKNOWN, _HINT
    for kind, points in total.items():
        if points > most or (points == most > _HINT and _ORDER[kind] < _ORDER[found]):
            found, most = kind, points
    return found

"""The name an entity is shown under."""

from __future__ import annotations

from collections import Counter

from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import is_acronym
from ..types import Kind
from .clusters import Cluster

_WORDS_OF_PERSON = 4
_WORDS_OF_OTHERS = 8


def best_name(parse: Parse, cluster: Cluster) -> str:
    """The fullest name of an entity in the article's own words.

    A place keeps the one in use, for a country its official short name.
    """
    counts: Counter[str] = Counter()
    names = [name for name in cluster.names if not name.former] or cluster.names
    for name in names:
        counts[" ".join(parse.words(name.first, name.last).split())] += 1
    place = cluster.kind is Kind.PLACE
    longest = _WORDS_OF_PERSON if cluster.kind is Kind.PERSON else _WORDS_OF_OTHERS

    def rank(text: str) -> tuple[bool, bool, bool, int, int, bool, int]:
        return (
            not is_acronym(text),
            not text.isupper(),
            place and text.lower() in words.countries(),
            counts[text] if place else 0,
            min(len(text.split()), longest),
            "[" not in text,
            counts[text],
        )

    return max(counts, key=rank)

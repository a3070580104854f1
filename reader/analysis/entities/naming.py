"""The name an entity is shown under."""

from __future__ import annotations

from collections import Counter

from ..annotations import Kind
from ..parse import Parse
from .clusters import Cluster
from .name import is_acronym

_WORDS_THAT_TELL = (8, 4)


def best_name(parse: Parse, cluster: Cluster) -> str:
    """The fullest name of an entity in the article's own words."""
    counts: Counter[str] = Counter()
    for name in cluster.names:
        counts[" ".join(parse.words(name.first, name.last).split())] += 1

    def rank(text: str) -> tuple[bool, bool, int, int, int]:
        size = min(len(text.split()), _WORDS_THAT_TELL[cluster.kind is Kind.PERSON])
        usual = counts[text] if cluster.kind is Kind.PLACE else 0
        return not is_acronym(text), not text.isupper(), usual, size, counts[text]

    return max(counts, key=rank)

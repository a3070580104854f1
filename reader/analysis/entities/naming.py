"""The name an entity is shown under."""

from __future__ import annotations

from collections import Counter

from ..annotations import Kind
from ..parse import Parse
from .grouping import Cluster
from .name import is_acronym


def best_name(parse: Parse, cluster: Cluster) -> str:
    """The fullest name of an entity in the article's own words."""
    counts: Counter[str] = Counter()
    for name in cluster.names:
        counts[" ".join(parse.words(name.first, name.last).split())] += 1

    def rank(text: str) -> tuple[bool, bool, int, int]:
        size = len(text.split())
        usual = not is_acronym(text)
        return (
            usual,
            not text.isupper(),
            min(size, 4 if cluster.kind is Kind.PERSON else 8),
            counts[text],
        )

    return max(counts, key=rank)

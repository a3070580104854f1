"""Ships, which "she" and "her" may mean: "the ferry Marlin lost her crew"."""

from __future__ import annotations

from ..grouping.clusters import Cluster
from ..knowledge import names as words
from ..parse.columns import Parse


def is_vessel(parse: Parse, cluster: Cluster) -> bool:
    """Whether a name or the noun before it says that it is a ship's."""
    ship, nouns = words.classes()["ship"], words.head_words("vessel")
    if cluster.words[-1] in nouns or (len(cluster.words) > 1 and cluster.words[0] in ship.first):
        return True
    return any(name.first and parse.lower[name.first - 1] in nouns for name in cluster.names)


def is_aboard(parse: Parse, token: int) -> bool:
    """Whether a possessive says whose something is that ships have ("her crew")."""
    had = parse.lemma[parse.head[token]] in words.head_words("aboard")
    return parse.dep[token] == "poss" and had

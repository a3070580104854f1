"""Places under their several names."""

from __future__ import annotations

from collections import defaultdict

from ..knowledge import names as words
from ..types import Kind
from .clusters import Cluster, Spelling, Words

_OF = words.small_words("of_places")
_COMPASS = frozenset(("north", "south"))  # "the West" is no land


class Places:
    """The places of an article that are known before it is read."""

    def __init__(self) -> None:
        self._by_key: dict[str, Cluster] = {}
        self._by_compass: dict[str, set[Cluster]] = defaultdict(set)

    def owner(self, spelled: Spelling, clusters: list[Cluster]) -> Cluster | None:
        """The place that a name means wherever it stands; it is made at its first name."""
        key = _key(spelled.words)
        if key is None or spelled.kind not in (Kind.PLACE, Kind.UNKNOWN):
            return None
        cluster = self._by_key.get(key)
        if cluster is None:
            cluster = self._by_key[key] = Cluster(spelled.words, Kind.PLACE)
            clusters.append(cluster)
        if spelled.words[0] in _COMPASS and len(spelled.words) > 1 and len(key) == 2:
            self._by_compass[spelled.words[0]].add(cluster)
        return cluster

    def toward(self, spelled: Words) -> set[Cluster]:
        """The places that "the North" and the like can mean."""
        return self._by_compass.get(spelled[0], set()) if len(spelled) == 1 else set()


def _key(name: Words) -> str | None:
    """What all names of a known place share."""
    if len(name) > 2 and name[0] in _OF and name[1] == "of":
        return _key(name[2:])
    text = " ".join(name)
    code = words.nations().codes.get(text)
    if code is not None:
        return code
    return words.places().get(text)

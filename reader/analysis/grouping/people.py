"""People by their full names, and the short forms they go by."""

from __future__ import annotations

from collections import defaultdict

from ..knowledge import names as words
from .clusters import Cluster, Words
from .edit_distance import is_slip

_LONG_ENOUGH = 5
_SHORT = 3
_MANY = 20


def bare(spelled: Words) -> Words:
    """The words of a person's name without suffixes such as "Jr."."""
    kept = tuple(word for word in spelled if word not in words.titles().suffixes)
    return kept or spelled


def surname(name: Words) -> Words:
    """The surname of a full name, with its small words ("de Blasio")."""
    particles = words.titles().particles
    for place in range(1, len(name) - 1):
        if name[place] in particles:
            return name[place:]
    return name[-1:]


class People:
    """The people with full names, to be found by forename and surname, or by either."""

    def __init__(self) -> None:
        self._by_pair: dict[tuple[str, str], set[Cluster]] = defaultdict(set)
        self._by_surname: dict[Words, set[Cluster]] = defaultdict(set)
        self._by_forename: dict[str, set[Cluster]] = defaultdict(set)
        self._royal: set[Cluster] = set()

    def add(self, spelled: Words, cluster: Cluster, *, royal: bool = False) -> None:
        """Note a full name of a person, who may be `royal`."""
        name = bare(spelled)
        if royal or len(name) == 1:
            self._royal.add(cluster)
        last = name[-1]
        for word in name[:-1]:
            self._by_pair[word, last].add(cluster)
        if len(name) > 1:
            self._by_pair[name[0], name[1]].add(cluster)
        self._by_pair[name[0][0] + ".", last].add(cluster)
        if all(len(word) == 2 and word[1] == "." for word in name[:2]):  # "P. D. Moss", "P.D. Moss"
            self._by_pair[name[0][0] + name[1][0], last].add(cluster)
        self._by_surname[name[-1:]].add(cluster)
        self._by_surname[surname(name)].add(cluster)
        if len(name) == 3 and name[1] in words.listed("surnames") and not _is_forename(name[1]):
            self._by_surname[name[1:]].add(cluster)  # "Ana Ortega Ruiz"
            self._by_surname[name[1:2]].add(cluster)
        self._by_forename[name[0]].add(cluster)

    def same(self, spelled: Words) -> Cluster | None:
        """The one person whose full name this is as well, in another form."""
        name = bare(spelled)
        if len(name) < 2:
            return self._of_generation(name, spelled)
        if name[0] in words.titles().regnal:
            return self._sole_royal(name)
        found = (
            self._by_pair.get((name[0], name[-1]))
            or self._by_middle_name(name)
            or self._by_turned_name(name)
            or self._by_nickname(name)
            or self._by_slip(name)
            or self._by_slip_of_surname(name)
        )
        if not found or len(found) > 1:
            return None
        (cluster,) = found
        if not of_one_generation(cluster.words, spelled):
            return None
        return cluster if middles_agree(bare(cluster.words), name) else None

    def _of_generation(self, name: Words, spelled: Words) -> Cluster | None:
        """The one person with the surname and generation of a name such as "Moss Jr."."""
        suffix = generation(spelled)
        family = self._by_surname.get(name, set()) if suffix else set()
        found = [cluster for cluster in family if generation(cluster.words) == suffix]
        return found[0] if len(found) == 1 else None

    def with_surname(self, spelled: Words) -> set[Cluster]:
        """The people with this surname."""
        return self._by_surname.get(spelled, set())

    def with_forename(self, spelled: Words) -> set[Cluster]:
        """The people with this first word in their names, in full or as it is cut short."""
        if len(spelled) > 1:
            return set()
        (word,) = spelled
        if found := self._by_forename.get(word):
            return found
        whole = words.nicknames().get(word, frozenset())
        cut = len(word) >= _SHORT and not _is_forename(word)
        return {
            cluster
            for full, clusters in self._by_forename.items()
            if full in whole or (cut and full.startswith(word))
            for cluster in clusters
        }

    def _sole_royal(self, name: Words) -> Cluster | None:
        """The one person of royal rank with the forename after a regnal title."""
        found = self._by_pair.get((name[0], name[1])) or {
            cluster for cluster in self._by_forename.get(name[1], ()) if cluster in self._royal
        }
        return next(iter(found)) if len(found) == 1 else None

    def _by_middle_name(self, name: Words) -> set[Cluster]:
        for word in name[1:-1]:
            if len(word) > 2 and (found := self._by_pair.get((word, name[-1]))):
                return found
        return set()

    def _by_turned_name(self, name: Words) -> set[Cluster]:
        """Family name first or last, as in names from East Asia."""
        return self._by_pair.get((name[1], name[0]), set()) if len(name) == 2 else set()

    def _by_nickname(self, name: Words) -> set[Cluster]:
        found: set[Cluster] = set()
        for full in words.nicknames().get(name[0], ()):
            found |= self._by_pair.get((full, name[-1]), set())
        return found

    def _by_slip(self, name: Words) -> set[Cluster]:
        family = self._by_surname.get(name[-1:], set())
        if len(name[0]) < _LONG_ENOUGH or len(family) > _MANY:
            return set()
        return {
            c for c in family if len(c.words[0]) >= _LONG_ENOUGH and is_slip(c.words[0], name[0])
        }

    def _by_slip_of_surname(self, name: Words) -> set[Cluster]:
        namesakes = self._by_forename.get(name[0], set())
        if len(name[-1]) < _LONG_ENOUGH or len(namesakes) > _MANY:
            return set()
        return {c for c in namesakes if is_slip(bare(c.words)[-1], name[-1])}


def _is_forename(word: str) -> bool:
    return words.is_forename(word.capitalize())


def of_one_generation(one: Words, other: Words) -> bool:
    """Whether two names are not told apart by suffixes such as "Jr." and "III"."""
    both = generation(one), generation(other)
    return not all(both) or both[0] == both[1]


def generation(name: Words) -> frozenset[str]:
    """The suffixes in a name that part people of one name, without stops."""
    return frozenset(word.rstrip(".") for word in name) & words.beside_names("generations")


def middles_agree(one: Words, other: Words) -> bool:
    """Whether the middle names of two full names allow that they are one person's."""
    if len(one) > 2 and len(other) > 2:
        return one[1][0] == other[1][0]
    return True

"""The sorts of things that common nouns name, and which entities are of them."""

from __future__ import annotations

from ..grouping import organizations as bodies
from ..grouping.clusters import Cluster
from ..knowledge import names as words
from ..types import Kind

_COUNTRIES = frozenset(("country", "nation"))
_TOWNS = frozenset(("city", "town", "village"))
_TEAMS = frozenset(("club", "side", "team"))
_OTHERS = frozenset(("group", "state"))
_COMPANIES = words.small_words("companies")


def head_nouns(cluster: Cluster) -> set[str]:
    """The nouns that say what an entity other than a person is, by its name."""
    return set() if cluster.kind is Kind.PERSON else bodies.head_nouns(cluster.words)


def is_shifting(noun: str) -> bool:
    """Whether a noun is so common that one article says it of several ("the company")."""
    return noun in _COUNTRIES or noun in _TOWNS or noun in _COMPANIES or noun in _OTHERS


def is_of_sort(cluster: Cluster, noun: str) -> bool:
    """Whether an entity is what a noun names, by what is known of its name."""
    if noun in _COUNTRIES:
        return _is_country(cluster)
    if noun in _TOWNS:
        return cluster.kind is Kind.PLACE and not _is_larger(cluster) and not head_nouns(cluster)
    if noun in _TEAMS and cluster.team and cluster.kind is Kind.ORGANIZATION:
        return True
    if noun in _COMPANIES:
        return cluster.kind is Kind.ORGANIZATION and _may_be_company(cluster)
    return cluster.kind is not Kind.PERSON and _is_in_class(cluster, noun)


def _is_in_class(cluster: Cluster, noun: str) -> bool:
    """Whether the name of an entity shows that it is of the class that a noun names."""
    known = words.classes().get(noun)
    if known is None:
        return False
    opening, last = cluster.words[0], cluster.words[-1]
    longer = len(cluster.words) > 1
    named = " ".join(cluster.words) in known.named
    return named or (longer and (last in known.last or opening in known.first))


def _is_country(cluster: Cluster) -> bool:
    code = words.nations().codes.get(" ".join(cluster.words), "")
    return cluster.kind is Kind.PLACE and len(code) == 2


def _is_larger(cluster: Cluster) -> bool:
    """Whether a place is known to be larger than a town: a territory, a state, a continent."""
    name = " ".join(cluster.words)
    return name in words.nations().codes or any(
        _is_in_class(cluster, noun) for noun in ("state", "continent")
    )


def _may_be_company(cluster: Cluster) -> bool:
    if cluster.words[-1] in words.head_words("company"):
        return True
    if head_nouns(cluster) & words.head_words("commercial"):
        return True
    return not head_nouns(cluster) and len(cluster.words) < 4

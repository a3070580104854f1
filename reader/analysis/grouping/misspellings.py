"""Typing slips: a name written once, one letter away from another one."""

from __future__ import annotations

from collections import defaultdict

from ..knowledge import names as words
from ..syntax.name import is_nationality
from ..types import Kind
from .clusters import Cluster, in_text_order
from .edit_distance import is_slip
from .people import of_one_generation

_SHORTEST = 5

_Near = defaultdict[str, list[tuple[str, Cluster]]]


def join_slips(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters with those mentioned once joined to the one they slipped from.

    Only where exactly one other name is that near, and no word of it is known by itself.
    """
    near: _Near = defaultdict(list)
    for cluster in clusters:
        for name in _written(cluster):
            for edge in _edges(name):
                near[edge].append((name, cluster))
    gone: set[Cluster] = set()
    for cluster in clusters:
        original = _original(cluster, near)
        if original is not None and original not in gone:
            for mention in cluster.names:
                original.add(mention, "slip-of-a-letter")
            gone.add(cluster)
    return in_text_order([cluster for cluster in clusters if cluster not in gone])


def _written(cluster: Cluster) -> set[str]:
    """The forms of a name that may be mistyped: all of it, and the surname of a person."""
    forms = {" ".join(cluster.words)}
    if cluster.kind is Kind.PERSON and len(cluster.words) > 1:
        forms.add(cluster.words[-1])
    return {form for form in forms if len(form) >= _SHORTEST}


def _edges(name: str) -> tuple[str, str]:
    """The two ends of a name, with its first letter; one slip leaves one of them as it is."""
    return name[:2], name[0] + name[-2:]


def _original(cluster: Cluster, near: _Near) -> Cluster | None:
    name = " ".join(cluster.words)
    if len(cluster.names) > 1 or len(name) < _SHORTEST or _is_known(cluster.words):
        return None
    found = {
        other
        for edge in _edges(name)
        for form, other in near[edge]
        if other is not cluster
        and _is_slip(name, form)
        and of_one_generation(cluster.words, other.words)
    }
    if len(found) != 1:
        return None
    other = found.pop()
    if other.kind is Kind.PERSON and name.removesuffix("s") in _written(other):
        return None  # "the Clintons"
    return other if len(other.names) > 1 or len(other.words) > 1 else None


def _is_slip(name: str, other: str) -> bool:
    """Whether two names are a letter apart, and not a land and its adjective ("Asian")."""
    return is_slip(name, other) and f"{other}n" != name


def _is_known(name: tuple[str, ...]) -> bool:
    """Whether a name is right as it stands."""
    whole = " ".join(name)
    if words.is_place(whole) or whole in words.known() or is_nationality(whole):
        return True
    return len(name) == 1 and words.is_forename(whole.capitalize())

"""Names in a collection: all figures that are spelled alike, and the kind they have together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import StrEnum

from ...analysis.knowledge import names as words
from ...analysis.types import Kind
from ..figures import Figure
from .keys import Words, key_of, words_of


class Family(StrEnum):
    """Kinds that one entity is often given in different articles."""

    PERSON = "person"
    BODY = "body"
    LAND = "land"
    THING = "thing"


_FAMILIES = {
    Kind.PERSON: Family.PERSON,
    Kind.ORGANIZATION: Family.BODY,
    Kind.GROUP: Family.BODY,
    Kind.PLACE: Family.LAND,
    Kind.FACILITY: Family.LAND,
}
# A kind that so small a part of the articles gives to one word counts as a mistake.
_MINORITY = 0.5


def family_of(kind: Kind) -> Family:
    """The family of a kind; all kinds but people, bodies and places are things."""
    return _FAMILIES.get(kind, Family.THING)


class Node:
    """All figures of one spelling and family; `figures` and `documents` are numbers."""

    __slots__ = ("documents", "family", "figures", "key", "kinds", "words")

    def __init__(self, key: str, spelled: Words, family: Family) -> None:
        self.key = key
        self.words = spelled
        self.family = family
        self.kinds: Counter[Kind] = Counter()
        self.figures: list[int] = []
        self.documents: set[int] = set()

    @property
    def is_full(self) -> bool:
        """Whether the name has several words."""
        return len(self.words) > 1

    def absorb(self, other: Node) -> None:
        """Take the figures of another node as well."""
        self.figures += other.figures
        self.documents |= other.documents
        self.kinds += other.kinds


def nodes_of(figures: Sequence[Figure], documents: Sequence[int]) -> list[Node]:
    """The nodes of all figures, whose documents stand beside them, in order of first figure.

    Nodes of one spelling become one where a vote of the articles settles the kind.
    """
    found: dict[str, dict[Family, Node]] = defaultdict(dict)
    for number, figure in enumerate(figures):
        key = key_of(figure.name) if figure.named else f"{figure.document}\n{figure.id}"
        spelled = words_of(figure.name) if figure.named else ()
        family = family_of(figure.kind)
        node = found[key].get(family)
        if node is None:
            node = found[key][family] = Node(key, spelled, family)
        node.figures.append(number)
        node.documents.add(documents[number])
        node.kinds[figure.kind] += 1
    made = [node for families in found.values() for node in _voted(list(families.values()))]
    return sorted(made, key=lambda node: node.figures[0])


def _voted(nodes: list[Node]) -> list[Node]:
    """The nodes of one spelling after the vote about their kind.

    Several words together mean one thing, whatever kinds they are given. One word may be a
    place here and a club there; a person's name is taken for something else now and then.
    """
    if len(nodes) < 2 or not nodes[0].key:
        return nodes
    nodes.sort(key=lambda node: -len(node.documents))
    first, *others = nodes
    kept = [first]
    for node in others:
        if _is_same(first, node):
            first.absorb(node)
        else:
            kept.append(node)
    for node in kept:
        node.figures.sort()
    return kept


def _is_same(main: Node, other: Node) -> bool:
    if main.key.startswith("="):  # a country's name may mean its team or government
        return other.family is not Family.BODY
    if main.is_full:
        return True
    if other.family is Family.LAND and other.key.startswith("="):
        return False
    pair = {main.family, other.family}
    if pair == {Family.BODY, Family.LAND} and main.key in words.cities():
        return False
    share = len(other.documents) / len(main.documents)
    return share <= _MINORITY or (Family.THING in pair and main.family is not Family.THING)

"""Who is named beside whom: what tells two people of one name apart, or joins two names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from .nodes import Node

_SMALL = 60
_RARE = 10.0


class Company:
    """For each article, which nodes it has; for a set of articles, what company they keep.

    A companion counts the more the fewer articles have it. In a collection of up to 60
    articles all are near each other. In a larger one two articles are near if they share about
    one companion that ten articles have, or several more frequent ones.
    """

    def __init__(self, nodes: Sequence[Node], documents: int) -> None:
        self.is_small = documents <= _SMALL
        self.enough = log(1 + documents / _RARE)
        self._in: list[list[int]] = [[] for _ in range(documents)]
        for number, node in enumerate(nodes):
            for document in node.documents:
                self._in[document].append(number)
        self._weight = [log(1 + documents / max(1, len(node.documents))) for node in nodes]

    def companions(self, documents: Iterable[int]) -> set[int]:
        """The nodes that stand in any of these articles."""
        return {node for document in documents for node in self._in[document]}

    def shared(self, document: int, companions: set[int], but: Iterable[int]) -> float:
        """How much of some company stands in an article, leaving out the nodes in question."""
        left_out = set(but)
        return sum(
            self._weight[node]
            for node in self._in[document]
            if node in companions and node not in left_out
        )

    def is_near(self, some: Iterable[int], others: Iterable[int], but: Iterable[int]) -> bool:
        """Whether two sets of articles share enough company."""
        companions = self.companions(others)
        left_out = set(but)
        return any(self.shared(one, companions, left_out) >= self.enough for one in some)

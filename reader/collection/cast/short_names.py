"""Surnames, acronyms and other short names: whom each means in its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ...analysis.grouping.people import bare, surname
from ...analysis.knowledge import names as words
from ..figures import Figure
from ..sets import Sets
from .bodies import short_names
from .company import Company
from .keys import is_short, key_of
from .nodes import Family, Node

_MOST = 60
_CLEARLY = 2.0


class ShortNames:
    """Finds, for each article that has a short name, the full name it stands for."""

    def __init__(
        self,
        figures: Sequence[Figure],
        nodes: Sequence[Node],
        company: Company,
        sets: Sets,
    ) -> None:
        self._figures = figures
        self._nodes = nodes
        self._company = company
        self._sets = sets
        self._fulls: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for number, node in enumerate(nodes):
            for key in self._derived(node):
                self._fulls[key][number] += 1
            for figure in node.figures:
                for key in {key_of(form) for form in figures[figure].forms}:
                    if key and key != node.key and not key.startswith("="):
                        self._fulls[key][number] += 1

    def meant(self, number: int) -> dict[int, int]:
        """The roots of the groups that a node means, by the articles where that is settled."""
        candidates = self._candidates(number)
        if not candidates:
            return {}
        found: dict[int, int] = {}
        holders = {
            root: set().union(*(self._nodes[full].documents for full in fulls))
            for root, fulls in candidates.items()
        }
        companions = {root: self._company.companions(held) for root, held in holders.items()}
        for document in self._nodes[number].documents:
            scores = {
                root: self._score(document, number, root, fulls, companions)
                for root, fulls in candidates.items()
                if document not in holders[root] or self._may_be_beside(number, len(candidates))
            }
            if (root := self._best(scores)) is not None:
                found[document] = root
        return found

    def _score(
        self,
        document: int,
        number: int,
        root: int,
        fulls: dict[int, int],
        companions: dict[int, set[int]],
    ) -> float:
        shared = self._company.shared(document, companions[root], (number, *fulls))
        return shared * sum(fulls.values())

    def _may_be_beside(self, number: int, candidates: int) -> bool:
        """Whether an article that keeps both apart may be wrong: never about people."""
        return candidates == 1 and self._nodes[number].family is not Family.PERSON

    def _best(self, scores: dict[int, float]) -> int | None:
        if not scores:
            return None
        (first, root), *others = sorted(((s, r) for r, s in scores.items()), reverse=True)
        second = others[0][0] if others else 0.0
        enough = first >= self._company.enough or (self._company.is_small and not others)
        return root if enough and first >= _CLEARLY * second else None

    def _derived(self, node: Node) -> set[str]:
        """The short names that a full one can have by itself."""
        if node.family is Family.PERSON:
            if not node.is_full:
                return set()
            return {bare(node.words)[-1], " ".join(surname(bare(node.words)))} - {node.key}
        if node.family is Family.LAND:
            return set()
        return set(short_names(node.words)) - {node.key}

    def _candidates(self, number: int) -> dict[int, dict[int, int]]:
        """The groups whose short name a node is, by root, each with its nodes and their support."""
        node = self._nodes[number]
        if not node.words or (node.is_full and node.family is Family.PERSON):
            return {}
        short = is_short(self._figures[node.figures[0]].name)
        found: dict[Family, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
        for other, support in self._fulls.get(node.key, {}).items():
            full = self._nodes[other]
            root = self._sets.root(other)
            if root != self._sets.root(number) and (short or len(full.words) > len(node.words)):
                found[full.family][root][other] = support
        fitting = self._of_fitting_family(node, found)
        return fitting if len(fitting) <= _MOST else {}

    def _of_fitting_family(
        self, node: Node, found: dict[Family, dict[int, dict[int, int]]]
    ) -> dict[int, dict[int, int]]:
        """The candidates of the node's family; of another where its own has none."""
        things = Family.BODY, Family.THING
        own = things if node.family in things else (node.family,)
        fitting = {root: fulls for family in own for root, fulls in found.get(family, {}).items()}
        if fitting or node.is_full or _is_settled(node.words[0]):
            return fitting
        return {
            root: fulls
            for family in (Family.PERSON, Family.BODY)
            for root, fulls in found.get(family, {}).items()
        }


def _is_settled(word: str) -> bool:
    """Whether a word is a place or forename by itself, whatever names end in it."""
    known = words.is_place(word) or word in words.cities() or word in words.known()
    return known or words.is_forename(word.capitalize())

"""Full names in different spellings that mean one person or body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from ...analysis.grouping.people import bare
from ...analysis.knowledge import names as words
from ..sets import Sets
from .company import Company
from .keys import SMALL, skeleton, stem_of
from .nodes import Family, Node
from .people import Fit, fit

_LARGEST_BLOCK = 60
_SETTLED = 2
_SHORTEST_SLIP = 6
_FEWEST_SOUNDS = 4
_FARTHEST = 2


def join_full_names(nodes: Sequence[Node], company: Company, sets: Sets) -> None:
    """Join the nodes that are other spellings of each other."""
    _Joining(nodes, company, sets).run()


class _Joining:
    def __init__(self, nodes: Sequence[Node], company: Company, sets: Sets) -> None:
        self._nodes = nodes
        self._company = company
        self._sets = sets
        self._people = {
            bare(node.words): number
            for number, node in enumerate(nodes)
            if node.family is Family.PERSON and len(bare(node.words)) > 1
        }

    def run(self) -> None:
        """Take the surest joins first."""
        self._join_people()
        self._join_overlong()
        self._join_bodies()
        self._join_slips()

    def _join_people(self) -> None:
        blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for name, number in self._people.items():
            blocks["last", name[-1]].append(number)
            blocks["first", name[0], name[-1][0]].append(number)
            blocks["both", *sorted((name[0], name[-1]))].append(number)
        unsure: dict[int, set[int]] = defaultdict(set)
        for one, other in _pairs(blocks.values(), self._nodes):
            match fit(self._nodes[one].words, self._nodes[other].words):
                case Fit.ALONE if not self._are_apart(one, other):
                    self._sets.join(one, other)
                case Fit.ALONE | Fit.WITH_COMPANY:
                    unsure[one].add(other)
                    unsure[other].add(one)
        for one in sorted(unsure):
            self._join_if_sole(one, unsure[one])

    def _join_overlong(self) -> None:
        """Names that took in words around them: "American Ann Roe", "Ann Roe Checks In"."""
        for number, node in enumerate(self._nodes):
            name = bare(node.words)
            if len(name) < 3 or not SMALL.isdisjoint(name[:2]):
                continue
            found = {
                self._people[part]
                for part in (name[-2:], name[:2])
                if part in self._people and self._is_overlong(node, part)
            } - {number}
            self._join_if_sole(number, found)

    def _is_overlong(self, node: Node, part: tuple[str, ...]) -> bool:
        """Whether a longer name is a settled one with something that belongs to no name."""
        settled = self._nodes[self._people[part]]
        often = len(settled.documents) >= _SETTLED * len(node.documents)
        if bare(node.words)[-2:] == part:
            return often or node.family is Family.PERSON
        return often and node.family is Family.PERSON and node.words[-1] not in words.heads()

    def _join_bodies(self) -> None:
        blocks: dict[str, list[int]] = defaultdict(list)
        for number, node in enumerate(self._nodes):
            if node.is_full and node.family is not Family.PERSON:
                blocks[stem_of(node.words)].append(number)
        for block in blocks.values():
            for number in block[1:]:
                if self._nodes[number].family is self._nodes[block[0]].family:
                    self._sets.join(block[0], number)

    def _join_slips(self) -> None:
        """Names of one article that are an accident of spelling of one that others have."""
        blocks: dict[str, list[int]] = defaultdict(list)
        for number, node in enumerate(self._nodes):
            text = " ".join(node.words)
            if node.family is not Family.PERSON and len(text) >= _SHORTEST_SLIP:
                sounds = skeleton(text)
                if len(sounds) > _FEWEST_SOUNDS:
                    blocks[sounds].append(number)
        for block in blocks.values():
            for number in block:
                node = self._nodes[number]
                if len(node.documents) > 1 or _is_known(node.words):
                    continue
                found = {other for other in block if self._is_slip(node, self._nodes[other])}
                self._join_if_sole(number, found)

    def _is_slip(self, node: Node, other: Node) -> bool:
        if other is node or len(other.documents) < _SETTLED or other.family is not node.family:
            return False
        one, two = " ".join(node.words), " ".join(other.words)
        return OSA.distance(one, two, score_cutoff=_FARTHEST) <= _FARTHEST

    def _join_if_sole(self, one: int, others: set[int]) -> None:
        """Join a name with the only other it may be, where they keep the same company."""
        if len({self._sets.root(other) for other in others}) == 1:
            other = min(others)
            if not self._are_apart(one, other) and self._is_near(one, other):
                self._sets.join(one, other)

    def _are_apart(self, one: int, other: int) -> bool:
        """Whether an article has both as two entities."""
        return not self._nodes[one].documents.isdisjoint(self._nodes[other].documents)

    def _is_near(self, one: int, other: int) -> bool:
        some, others = self._nodes[one].documents, self._nodes[other].documents
        if len(some) > len(others):
            some, others = others, some
        return self._company.is_near(some, others, (one, other))


def _pairs(blocks: Iterable[list[int]], nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The pairs of each block, once; of a large one, those in most articles."""
    seen: set[tuple[int, int]] = set()
    for block in blocks:
        few = block
        if len(block) > _LARGEST_BLOCK:
            few = sorted(block, key=lambda n: -len(nodes[n].documents))[:_LARGEST_BLOCK]
        for pair in combinations(sorted(few), 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _is_known(spelled: tuple[str, ...]) -> bool:
    """Whether a name is right as it stands."""
    text = " ".join(spelled)
    return words.is_place(text) or text in words.cities() or text in words.known()

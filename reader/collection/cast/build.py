"""One cast of many articles.

Every step works on blocks: names that are spelled alike, full names with one surname, short
names with the full names they can stand for. No step compares everything with everything, so
the work grows about as the number of entities does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...analysis.types import Kind
from ..figures import Figure
from ..sets import Sets
from .company import Company
from .joins import join_full_names
from .keys import is_short, words_of
from .nodes import nodes_of
from .parts import parts_of
from .short_names import ShortNames


class Member(Struct, frozen=True, gc=False):
    """Someone or something of a cast: the best name, the kind, and its figures in order."""

    name: str
    kind: Kind
    figures: tuple[Figure, ...]


def build_cast(figures: Sequence[Figure]) -> list[Member]:
    """The cast of the articles that the figures come from, those in most articles first.

    Each figure belongs to exactly one member. The same figures give the same cast.
    """
    names = dict.fromkeys(figure.document for figure in figures)
    numbers = {name: number for number, name in enumerate(names)}
    documents = [numbers[figure.document] for figure in figures]
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for figure, group in _grouped(figures, documents, len(numbers)):
        groups[group].append(figure)
    made = [_member(figures, sorted(members)) for members in groups.values()]
    return sorted(made, key=lambda m: (-len({f.document for f in m.figures}), m.name))


def _grouped(
    figures: Sequence[Figure], documents: Sequence[int], count: int
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each figure with its group: a set of nodes, and the part of it."""
    nodes = nodes_of(figures, documents)
    company = Company(nodes, count)
    sets = Sets(len(nodes))
    join_full_names(nodes, company, sets)
    shorts = ShortNames(figures, nodes, company, sets)
    for number, node in enumerate(nodes):
        root = sets.root(number)
        parts = parts_of(figures, documents, number, node, company)
        meant = shorts.meant(number)
        for figure in node.figures:
            document = documents[figure]
            if document in meant:
                yield figure, (meant[document], 0)
            else:
                yield figure, (root, parts.get(document, 0))


def _member(figures: Sequence[Figure], numbers: list[int]) -> Member:
    own = tuple(figures[number] for number in numbers)
    kinds = Counter(figure.kind for figure in own)
    kind = max(kinds, key=lambda kind: (kinds[kind], kind is not Kind.UNKNOWN))
    return Member(_best_name(own, kind), kind, own)


_LONGEST_ACRONYM = 5


def _best_name(figures: tuple[Figure, ...], kind: Kind) -> str:
    """The name that most articles give, a fuller one before a short one."""
    counts = Counter(figure.name for figure in figures)
    enough = max(counts.values()) * 0.25

    def rank(name: str) -> tuple[bool, bool, bool, int, int, str]:
        full = len(words_of(name)) > 1 or kind is not Kind.PERSON
        whole = not is_short(name) or kind is Kind.PLACE
        written = len(name) <= _LONGEST_ACRONYM or not name.isupper()  # no "LONDON, May 2"
        return whole, written, full and counts[name] >= enough, counts[name], len(name), name

    return max(counts, key=rank)

"""Who stands with whom: how many sentences the most mentioned share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from ..sentences import sentence_end
from .material import Key, Material, OverviewArticle, Somebody, Stop

MOST_IN_TRIANGLE = 12
"""Entities in the triangle of who stands with whom."""

TRIANGLE = "triangle"
"""The name under which a material remembers its triangle."""

Pair = tuple[Key, Key]


class Triangle(Struct, frozen=True):
    """Those mentioned most, and how many sentences each pair shares (by keys).

    `stops` has for each pair the articles in which they do, those with most sentences first,
    each with the ids of both there.
    """

    entities: tuple[Somebody, ...]
    shared: dict[Pair, int]
    stops: dict[Pair, tuple[tuple[Stop, Stop], ...]]


def triangle(material: Material) -> Triangle:
    """Who stands with whom, among the twelve mentioned most; made once for a material."""
    return material.remembered(TRIANGLE, lambda: _triangle(material))


def _triangle(material: Material) -> Triangle:
    chosen = tuple(somebody for somebody, _ in material.ranked[:MOST_IN_TRIANGLE])
    order = {somebody.key: place for place, somebody in enumerate(chosen)}
    shared: Counter[Pair] = Counter()
    places: defaultdict[Pair, list[tuple[int, Stop, Stop]]] = defaultdict(list)
    for document in material.documents:
        ids, counts = _in_document(material, document, order)
        for (one, other), count in counts.items():
            shared[one, other] += count
            both = Stop(document.name, ids[one]), Stop(document.name, ids[other])
            places[one, other].append((count, *both))
    stops = {
        pair: tuple((one, other) for _, one, other in sorted(found, key=lambda item: -item[0]))
        for pair, found in places.items()
    }
    return Triangle(chosen, dict(shared), stops)


def _in_document(
    material: Material, document: OverviewArticle, order: dict[Key, int]
) -> tuple[dict[Key, str], Counter[Pair]]:
    """The ids of the chosen in an article, and the sentences that pairs of them share in it."""
    ids: dict[Key, str] = {}
    keys: dict[str, Key] = {}
    for entity in document.index.annotations.entities:
        key = material.who(document, entity).key
        if key in order:
            ids.setdefault(key, entity.id)
            keys[entity.id] = key
    index = document.index.mentions
    mentions = (
        (start, keys[entity.id])
        for start, entity in zip(index.starts, index.items, strict=True)
        if entity.id in keys
    )
    shared: Counter[Pair] = Counter()
    for inside in _by_sentence(document.text, mentions):
        shared.update(combinations(sorted(inside, key=order.__getitem__), 2))
    return ids, shared


def _by_sentence(text: str, mentions: Iterable[tuple[int, Key]]) -> Iterator[set[Key]]:
    """Who is in each sentence that has more than one mention."""
    ends, inside = 0, set[Key]()
    for start, key in mentions:
        if start >= ends:
            if len(inside) > 1:
                yield inside
            inside = set()
            ends = sentence_end(text, start)
        inside.add(key)
    if len(inside) > 1:
        yield inside

"""Who stands with whom in a sentence, and who quotes whom: the graph of an analysis."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import combinations
from typing import NamedTuple

from ..analysis import Entity
from .text import Told

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n\s*\n")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Graph(NamedTuple):
    """Entities, how many sentences each pair shares, and how often one's quotes name another."""

    entities: tuple[Entity, ...]
    together: Counter[tuple[str, str]]
    quotes: Counter[tuple[str, str]]


def graph_of(told: Told) -> Graph:
    """The graph; both counts go by ids of entities."""
    return Graph(told.analysis.entities, _together(told), _quotes(told))


def in_xml(words: str) -> str:
    """Words without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", words)


def _together(told: Told) -> Counter[tuple[str, str]]:
    ends = [match.end() for match in _SENTENCE_END.finditer(told.text)]
    inside: dict[int, set[str]] = {}
    for entity in told.analysis.entities:
        for found in entity.mentions:
            inside.setdefault(bisect_right(ends, found.start), set()).add(entity.id)
    order = {entity.id: place for place, entity in enumerate(told.analysis.entities)}
    pairs: Counter[tuple[str, str]] = Counter()
    for names in inside.values():
        pairs.update(combinations(sorted(names, key=order.__getitem__), 2))
    return pairs


def _quotes(told: Told) -> Counter[tuple[str, str]]:
    mentions = sorted(
        (found.start, entity.id) for entity in told.analysis.entities for found in entity.mentions
    )
    starts = [start for start, _ in mentions]
    pairs: Counter[tuple[str, str]] = Counter()
    for quote in told.analysis.quotes:
        if quote.speaker not in told.entities:
            continue
        named = {
            name
            for piece in quote.content
            for _, name in mentions[
                bisect_right(starts, piece.start - 1) : bisect_right(starts, piece.end - 1)
            ]
        }
        pairs.update((quote.speaker, name) for name in named - {quote.speaker})
    return pairs

"""Adjectives of nationality: a relation to a place, never a name of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..annotations import Kind, Place
from ..parse import Parse
from . import words
from .clusters import Cluster
from .name import Name, spelling


def is_adjective(parse: Parse, name: Name) -> bool:
    """Whether a name is a nationality that says of which country something is."""
    spelled = " ".join(spelling(parse, name.first, name.last))
    if spelled not in words.nations().adjectives and spelled not in words.groups():
        return False
    head = name.last - 1
    return parse.tag[head] == "JJ" or (
        parse.dep[head] in ("amod", "compound", "nmod") and parse.head[head] > head
    )


def by_place(
    parse: Parse, clusters: list[Cluster], taken: Mapping[int, Name]
) -> dict[Cluster, list[Place]]:
    """The adjectives for each place of the article, in text order."""
    codes = words.nations().codes
    owners: dict[str, Cluster] = {}
    for cluster in clusters:
        code = codes.get(" ".join(cluster.words))
        if code and cluster.kind is Kind.PLACE:
            owners.setdefault(code, cluster)
    found: dict[Cluster, list[Place]] = {}
    for first, last, code in _adjectives(parse):
        if code in owners and first not in taken:
            found.setdefault(owners[code], []).append(Place(*parse.span(first, last)))
    return found


def _adjectives(parse: Parse) -> Iterator[tuple[int, int, str]]:
    """Token ranges of nationality adjectives with the territory's code; the longest wins."""
    known = words.nations().adjectives
    token = 0
    while token < len(parse):
        pair = " ".join(parse.lower[token : token + 2])
        if pair in known and token + 1 < len(parse):
            yield token, token + 2, known[pair]
            token += 2
            continue
        code = known.get(parse.lower[token])
        if code and parse.text[token][0].isupper():
            yield token, token + 1, code
        token += 1

"""How a name is used: what it does, has and belongs to, and which kind does so."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..knowledge import names as words
from ..parse.columns import Parse
from ..types import Kind

_RELATIONS: Final = {
    "nsubj": "subject",
    "nsubjpass": "undergoes",
    "dobj": "object",
    "poss": "has",
    "compound": "before",
    "nmod": "before",
}


def of_head(parse: Parse, head: int) -> Kind | None:
    """The kind that the use of a name suggests, by the head of the name."""
    above = parse.head[head]
    relation = _RELATIONS.get(parse.dep[head], "")
    if relation == "before":
        return _kinds(relation).get(parse.lower[above])
    if relation:
        return _kinds(relation).get(parse.lemma[above])
    if parse.dep[head] == "pobj" and parse.lower[above] == "of":
        return _kinds("of").get(parse.lemma[parse.head[above]])
    return None


@cache
def _kinds(relation: str) -> dict[str, Kind]:
    """The kind by the word that a name stands in a relation to."""
    found: dict[str, Kind] = {}
    for kind, used in words.usage().items():
        found.update(dict.fromkeys(used[relation], kind))
    return found

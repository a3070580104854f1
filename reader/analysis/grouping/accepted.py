"""Names that a person has said are one: evidence that counts more than any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..kinds import evidence as kinds
from ..parse.columns import Parse
from ..syntax.name import Name
from ..types import Known
from .clusters import Cluster, Spelling, in_text_order

_CERTAIN = 100.0
"""More than all signs of a kind together ever weigh."""


def settle_kinds(parse: Parse, spellings: Iterable[Spelling], known: Sequence[Known]) -> None:
    """Add what a person has said of kinds to the evidence of the spellings of such names."""
    table = {form_of(n): one.kind for one in known if one.kind for n in (one.name, *one.names)}
    for spelled in spellings if table else ():
        kind = table.get(_words(parse, spelled.names[0]))
        if kind is not None:
            kinds.add(spelled.evidence, {kind: _CERTAIN})


def join_accepted(parse: Parse, clusters: list[Cluster], known: Sequence[Known]) -> list[Cluster]:
    """The clusters with those joined whose names a person has said are one, and of their kind."""
    table = {form_of(name): one for one in known for name in (one.name, *one.names)}
    if not table:
        return clusters
    first: dict[str, Cluster] = {}
    gone: set[Cluster] = set()
    for cluster in clusters:
        found = next(filter(None, (table.get(_words(parse, n)) for n in cluster.names)), None)
        if found is None:
            continue
        into = first.setdefault(found.name, cluster)
        if into is not cluster:
            kinds.add(into.evidence, cluster.evidence)
            for name in cluster.names:
                into.add(name)
            gone.add(cluster)
        elif found.kind is not None:
            kinds.add(cluster.evidence, {found.kind: _CERTAIN})
    return in_text_order([cluster for cluster in clusters if cluster not in gone])


def form_of(name: str) -> str:
    """A name as it is compared: without article, capitals and points."""
    words = name.casefold().replace(".", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _words(parse: Parse, name: Name) -> str:
    start, end = parse.span(name.first, name.last)
    return form_of(parse.source[start:end])

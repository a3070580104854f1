"""One name, two people: kept apart by what they are and whom they stand beside."""

from __future__ import annotations

from collections.abc import Sequence

from ..figures import Figure
from .company import Company
from .fields import PersonBackground, backgrounds, contradict
from .nodes import Family, Node


def parts_of(
    figures: Sequence[Figure],
    documents: Sequence[int],
    number: int,
    node: Node,
    company: Company,
) -> dict[int, int]:
    """The part that each article of a person's name belongs to; empty where all are one.

    A full name means one person unless articles contradict each other about field or gender.
    In a large collection a single word means one person only where the company is the same.
    """
    if node.family is not Family.PERSON or len(node.documents) < 2:
        return {}
    told = _told(figures, documents, node)
    alone = not node.is_full and not company.is_small
    if not alone and not contradict(told.values()):
        return {}
    parts: list[tuple[set[int], PersonBackground]] = []
    placed: dict[int, int] = {}
    for document in sorted(node.documents):
        said = told[document]
        best = _nearest(parts, said, document, number, company)
        if best is None:
            best = len(parts)
            parts.append((set(), PersonBackground()))
        companions, known = parts[best]
        parts[best] = (companions | company.companions((document,)), known | said)
        placed[document] = best
    return placed


def _nearest(
    parts: list[tuple[set[int], PersonBackground]],
    said: PersonBackground,
    document: int,
    number: int,
    company: Company,
) -> int | None:
    """The part that shares most company with an article, none where it is too little."""
    best, most = None, 0.0
    for place, (companions, known) in enumerate(parts):
        if not known.contradicts(said):
            shared = company.shared(document, companions, (number,))
            if shared >= company.enough and shared > most:
                best, most = place, shared
    return best


def _told(
    figures: Sequence[Figure], documents: Sequence[int], node: Node
) -> dict[int, PersonBackground]:
    """What each article says of the person."""
    found: dict[int, PersonBackground] = {}
    for figure in node.figures:
        document, said = documents[figure], backgrounds(figures[figure])
        found[document] = found[document] | said if document in found else said
    return found

"""Several names that the model takes for one: lists, namesakes, a body and its land."""

from __future__ import annotations

from itertools import pairwise

from ..knowledge import names as words
from ..syntax.tokens import Tokens
from ..types import Kind
from .offices import is_office

Piece = tuple[int, int, str]
"""The first token of a name, the one behind its last, and its label."""

_LISTED = frozenset(("WORK_OF_ART", "EVENT", "FAC", "LOC", "PRODUCT", "LAW"))
_MARKS = frozenset('"“”‘’')
_LONGEST = 3


def in_list(tokens: Tokens, span: range, label: str) -> list[Piece]:
    """The names in a span that holds several, each with its label; none where it is one name."""
    if label in _LISTED:
        return _listed(tokens, span, label)
    if label in ("ORG", "PERSON"):
        return _namesakes(tokens, span) or _behind_office(tokens, span)
    return _of_land(tokens, span) if label in ("GPE", "LOC") else []


def _listed(tokens: Tokens, span: range, label: str) -> list[Piece]:
    """The members of "Velm, Ostby and Roe", or of "Mill Road and Ash Green"."""
    parse = tokens.parse
    ands = [token for token in span if parse.lower[token] == "and"]
    if len(ands) != 1 or (span.start and parse.text[span.start - 1] in _MARKS):
        return []
    commas = [token for token in span if parse.text[token] == "," and token < ands[0]]
    edges = [span.start - 1, *commas, ands[0], span.stop]
    pieces = [(edge + 1, end) for edge, end in pairwise(edges)]
    if not all(
        0 < end - first <= _LONGEST and _is_capital(tokens, first, end) for first, end in pieces
    ):
        return []
    kinds = [words.heads().get(parse.lower[end - 1]) for _, end in pieces]
    if commas and kinds[0] is None:
        return [(first, end, "") for first, end in pieces]
    roads = all(end - first > 1 for first, end in pieces) and label == "FAC"
    built = roads and kinds[0] in (Kind.FACILITY, Kind.PLACE)
    return [(first, end, label) for first, end in pieces] if built else []


def _is_capital(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.proper(token) for token in range(first, last))


def _namesakes(tokens: Tokens, span: range) -> list[Piece]:
    """Two forenames before one surname ("Ajay and Vijay Rao")."""
    parse, middle = tokens.parse, span.start + 1
    if len(span) != 4 or parse.lower[middle] not in ("and", "&"):
        return []
    forenames = all(words.is_forename(parse.text[token]) for token in (middle - 1, middle + 1))
    ending = parse.lower[span.stop - 1]
    if not forenames or ending in words.heads() or ending in words.company_suffixes():
        return []
    return [(middle - 1, middle, "PERSON"), (middle + 1, span.stop, "PERSON")]


def _behind_office(tokens: Tokens, span: range) -> list[Piece]:
    """What an office is of, where that is a body or land ("Governor of Velm State")."""
    parse = tokens.parse
    of = next((token for token in span if parse.lower[token] == "of"), span.stop)
    office = parse.lower[of - 1]
    general = office == "general" and of - span.start == 3 and parse.text[of - 2] == "-"
    if of >= span.stop - 1 or not (general or (of == span.start + 1 and is_office(office))):
        return []
    rest = parse.lower[of + 1 : span.stop]
    body = rest[-1] in words.heads() and len(rest) > 1
    land = words.is_place(" ".join(rest))
    label = "ORG" if body else "GPE" if land else "NONE"
    return [(of + 1, span.stop, label)]


def _of_land(tokens: Tokens, span: range) -> list[Piece]:
    """A firm and its land ("Infinitel of Germany"), which the model takes for one place."""
    parse, of = tokens.parse, span.start + 1
    if len(span) < 3 or parse.lower[of] != "of" or parse.lower[of - 1] in words.heads():
        return []
    land = parse.lower[of + 1 : span.stop]
    if not words.is_place(" ".join(land)) or words.is_place(
        " ".join(parse.lower[of - 1 : span.stop])
    ):
        return []
    return [(of - 1, of, ""), (of + 1, span.stop, "GPE")]

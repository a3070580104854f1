"""Several names in a list that the model takes for one."""

from __future__ import annotations

from itertools import pairwise

from ..knowledge import names as words
from ..syntax.tokens import Tokens
from ..types import Kind

Piece = tuple[int, int, str]
"""The first token of a name, the one behind its last, and its label."""

_LISTED = frozenset(("WORK_OF_ART", "EVENT", "FAC", "LOC", "PRODUCT", "LAW"))
_MARKS = frozenset('"“”‘’')
_LONGEST = 3


def in_list(tokens: Tokens, span: range, label: str) -> list[Piece]:
    """The members of "Velm, Ostby and Roe", or of "Mill Road and Ash Green"; none of one name."""
    if label not in _LISTED:
        return []
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

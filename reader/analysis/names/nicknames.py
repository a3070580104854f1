"""People's full names with a nickname in quotation marks: Robert "Bobby" Hayes."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..syntax.name import Name
from ..syntax.tokens import Tokens
from .titles import titles_before

_OPENING = frozenset(('"', "“", "‘", "``", "'"))
_CLOSING = frozenset(('"', "”", "’", "''", "'"))
_LONGEST_NICKNAME = 2


def nicknamed(tokens: Tokens) -> Iterator[Name]:
    """The names of people that hold a nickname in quotation marks."""
    parse = tokens.parse
    for mark, text in enumerate(parse.text):
        closing = _closing(tokens, mark) if text in _OPENING else None
        if closing is None:
            continue
        first = _before(tokens, mark)
        last = closing + 1
        while last < len(parse) and tokens.proper(last) and not tokens.apart(last):
            last += 1
        if first < mark and closing + 1 < last:
            yield Name(first, last, "PERSON", "nickname-inside", titles_before(tokens, first))


def _closing(tokens: Tokens, mark: int) -> int | None:
    """The mark that closes a nickname opened by another."""
    for closing in range(mark + 2, min(mark + 2 + _LONGEST_NICKNAME, len(tokens.parse))):
        if tokens.parse.text[closing] in _CLOSING:
            inside = range(mark + 1, closing)
            return closing if all(tokens.proper(token) for token in inside) else None
    return None


def _before(tokens: Tokens, mark: int) -> int:
    """Where the forenames before a nickname begin; at the mark where there are none."""
    first = mark
    while not tokens.apart(first) and tokens.proper(first - 1):
        first -= 1
    known = first
    while known < mark and not words.is_forename(tokens.parse.text[known]):
        known += 1
    return known

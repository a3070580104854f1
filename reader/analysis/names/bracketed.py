"""People's names that an editor completed in square brackets: Joni [Marsh], [Carl] Moss."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..syntax.name import Name
from ..syntax.tokens import Tokens
from .boundaries import titles_before

_RULE = "completed in brackets"
_LONGEST_INSERTION = 3


def inserted(tokens: Tokens) -> Iterator[Name]:
    """The names of people that hold an insertion in square brackets."""
    for mark, text in enumerate(tokens.parse.text):
        closing = _closing(tokens, mark) if text == "[" else None
        if closing is None:
            continue
        if _is_forename(tokens, mark - 1):
            yield Name(mark - 1, closing + 1, "PERSON", _RULE, titles_before(tokens, mark - 1))
        elif _is_forename(tokens, mark + 1) and _goes_on(tokens, closing + 1):
            yield Name(mark, closing + 2, "PERSON", _RULE, titles_before(tokens, mark))


def _closing(tokens: Tokens, mark: int) -> int | None:
    """The bracket that closes an insertion of proper nouns alone."""
    for closing in range(mark + 2, min(mark + 2 + _LONGEST_INSERTION, len(tokens.parse))):
        if tokens.parse.text[closing] == "]":
            return closing if all(map(tokens.proper, range(mark + 1, closing))) else None
    return None


def _is_forename(tokens: Tokens, token: int) -> bool:
    return token >= 0 and tokens.proper(token) and words.is_forename(tokens.parse.text[token])


def _goes_on(tokens: Tokens, token: int) -> bool:
    """Whether the surname stands behind the bracket."""
    return token < len(tokens.parse) and tokens.proper(token) and not tokens.apart(token)

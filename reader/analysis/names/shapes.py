"""Names that their shape makes certain: "Hurricane Sally", "Lamb and Sons"."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..syntax.name import Name
from ..syntax.tokens import Tokens

_AND = frozenset(("and", "&"))
_LONGEST = 3


def storms(tokens: Tokens) -> Iterator[Name]:
    """Storms by the word for them and one more."""
    lower = tokens.parse.lower
    for token in range(len(lower) - 1):
        if lower[token] in words.beside_names("storms") and tokens.proper(token):
            last = token + 2
            named = _goes_on(tokens, token + 1) and lower[token + 1] not in words.heads()
            if named and not (_goes_on(tokens, last) or token in tokens.headline):
                yield Name(token, last, "EVENT", "proper-nouns")


def family_firms(tokens: Tokens) -> Iterator[Name]:
    """Firms called after somebody and whoever joined him."""
    lower = tokens.parse.lower
    for token in range(1, len(lower) - 1):
        if lower[token] not in _AND or lower[token + 1] not in words.beside_names("partners"):
            continue
        first = token
        while token - first < _LONGEST and tokens.proper(first - 1) and not tokens.apart(token):
            first -= 1
            if tokens.apart(first):
                break
        if first < token and tokens.proper(token + 1) and token not in tokens.headline:
            yield Name(first, token + 2, "ORG", "proper-nouns")


def _goes_on(tokens: Tokens, token: int) -> bool:
    return token < len(tokens.parse) and tokens.proper(token) and not tokens.apart(token)

"""Websites named by their addresses: "Tarn.com"."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..syntax.name import Name
from ..syntax.tokens import Tokens


def websites(tokens: Tokens) -> Iterator[Name]:
    """The words that are written like a name with the ending of an address."""
    for token, word in enumerate(tokens.parse.text):
        if word[0].isupper() and words.ADDRESS_ENDING.search(word):
            yield Name(token, token + 1, "ORG", "website")

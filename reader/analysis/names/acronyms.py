"""Names in front of the acronym that spells them: "Ports and Harbours Commission (PHC)"."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..syntax.name import Name, is_acronym, is_capital
from ..syntax.tokens import HYPHENS, Tokens

_FEWEST = 3


def spelled_by_acronyms(tokens: Tokens) -> Iterator[Name]:
    """The names of bodies whose capitals an acronym in brackets after them repeats."""
    text = tokens.parse.text
    for token in range(2, len(text) - 1):
        word = text[token]
        if text[token - 1] == "(" and text[token + 1] == ")" and is_acronym(word):
            letters = word.replace(".", "").lower()
            first = _start(tokens, token - 1, letters) if len(letters) >= _FEWEST else None
            if first is not None:
                yield Name(first, token - 1, "ORG", "spelled-by-acronym")


def _start(tokens: Tokens, end: int, letters: str) -> int | None:
    """Where the words before `end` begin whose capitals spell the letters, small words apart."""
    parse, left, token = tokens.parse, len(letters), end
    while left and token > 0:
        token -= 1
        word = parse.lower[token]
        if parse.text[token] in HYPHENS or word in words.small_words("in_titles") or word == "&":
            continue
        if not is_capital(parse.text[token]) or word[0] != letters[left - 1]:
            return None
        left -= 1
        if left and tokens.apart(token):
            return None
    heads = words.heads()
    body = parse.lower[end - 1] in heads or parse.lower[token] in heads
    return token if not left and body else None

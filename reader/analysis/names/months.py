"""People with a month for a forename: "Jan Moor", "April Stone"."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..knowledge.spelling import plain
from ..syntax.name import Name
from ..syntax.tokens import Tokens
from .titles import titles_before


def people_with_months(tokens: Tokens) -> Iterator[Name]:
    """The names of people whose forename is a month that nothing before it makes a date."""
    for token, word in enumerate(tokens.parse.lower[:-1]):
        if word in words.beside_names("month_forenames") and _is_forename(tokens, token):
            last = token + 2
            if last < len(tokens.parse) and tokens.proper(last) and _is_surname(tokens, last):
                last += 1
            yield Name(token, last, "PERSON", "forename-and-surname", titles_before(tokens, token))


def _is_forename(tokens: Tokens, token: int) -> bool:
    parse, before = tokens.parse, token - 1
    if not parse.text[token].istitle() or token in tokens.headline or tokens.apart(token + 1):
        return False
    if token and not tokens.apart(token):
        word = parse.lower[before]
        if word in words.beside_names("before_months") or word[0].isdigit():
            return False
    return _is_surname(tokens, token + 1) and not tokens.touches(token + 1)


def _is_surname(tokens: Tokens, token: int) -> bool:
    """Whether a word is written and known as a surname, and says nothing else."""
    word = tokens.parse.lower[token]
    return tokens.proper(token) and plain(word) in words.listed("surnames")

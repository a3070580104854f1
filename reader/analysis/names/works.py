"""Titles of works after the noun that says so: "her memoir, A Bow in the Closet"."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import names as words
from ..syntax.name import Name, is_capital
from ..syntax.tokens import Tokens
from ..types import Kind

_ENDS = frozenset('.,;:!?()"”’–—')
_INSIDE = words.small_words("in_titles")
_LONGEST = 8


def titles_of_works(tokens: Tokens) -> Iterator[Name]:
    """The titles in capitals that stand right after a work's noun.

    A mark must follow, and a small word must be in the title: without one, "her film, Ann Lane"
    may be anybody.
    """
    lower, text = tokens.parse.lower, tokens.parse.text
    for noun in range(len(lower) - 3):
        told = words.heads().get(lower[noun]) is Kind.WORK and text[noun].islower()
        if not told or tokens.parse.tag[noun] != "NN":
            continue
        first = noun + 1 + (text[noun + 1] in (",", ":"))
        last = _end(tokens, first)
        if last - first > 2 and text[last] in _ENDS:
            yield Name(first, last, "WORK_OF_ART", "title-of-work")


def _end(tokens: Tokens, first: int) -> int:
    """Where a title ends; at its beginning where no small word is in it."""
    text, lower = tokens.parse.text, tokens.parse.lower
    last = first
    while last < min(first + _LONGEST, len(text) - 1):
        if not is_capital(text[last]) and (last == first or lower[last] not in _INSIDE):
            break
        last += 1
    while last > first and not is_capital(text[last - 1]):
        last -= 1
    telling = any(word in _INSIDE for word in lower[first:last])
    return last if telling else first

"""People after offices of any length: "Secretary of State for Energy and Water Nadine Foss"."""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds.evidence import head_kind
from ..knowledge import names as words
from ..syntax.name import Name
from ..syntax.tokens import Tokens
from ..types import Kind

_TYING = frozenset(("of", "for"))
_SMALL = frozenset(("of", "for", "and", "the", "&"))
_LONGEST = 12


def people_behind_offices(tokens: Tokens) -> Iterator[Name]:
    """The people named in full right after an office and what it is of.

    What the office is of comes before its holder where it is a body with a name of its own.
    """
    lower = tokens.parse.lower
    for token in range(len(lower) - 4):
        if lower[token + 1] in _TYING and is_office(lower[token]):
            first = _holder(tokens, token + 2)
            if first is not None:
                bodies = list(_body(tokens, token + 2, first))
                yield from bodies
                title = first if bodies else token
                yield Name(first, _end(tokens, first), "PERSON", "behind-office", title)


def is_office(word: str) -> bool:
    """Whether a word in lower case is an office or a role."""
    return word in words.titles().office or word in words.people().roles


def _holder(tokens: Tokens, start: int) -> int | None:
    """Where the name of the holder begins after what an office is of, which begins at `start`."""
    parse = tokens.parse
    last = min(start + _LONGEST, len(parse) - 1)
    for token in range(start, last):
        if tokens.apart(token) or not _goes_on(tokens, token):
            return None
        if token > start and parse.lower[token - 1] not in _SMALL and _opens_person(tokens, token):
            return None if _names_land(tokens, start, token) else token
    return None


def _goes_on(tokens: Tokens, token: int) -> bool:
    return tokens.proper(token) or tokens.parse.lower[token] in _SMALL


def _opens_person(tokens: Tokens, token: int) -> bool:
    """Whether a forename stands there, then a surname, then no more of a name."""
    parse, end = tokens.parse, _end(tokens, token)
    ended = end >= len(parse) or not tokens.proper(end)
    several = end - token > 1 and parse.lower[end - 1] not in words.heads()
    forename = words.is_forename(parse.text[token].split("-")[0])
    return several and ended and forename and not words.is_place(parse.text[token])


def _end(tokens: Tokens, first: int) -> int:
    """Where a name ends: after its proper nouns, with what hyphens tie to them."""
    last = first
    while last < len(tokens.parse) and (
        tokens.proper(last) or (tokens.parse.text[last] == "-" and tokens.hyphened(last + 1))
    ):
        last += 1
    return last


def _names_land(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an office is that of a land or town, which the model names by itself."""
    named = " ".join(tokens.parse.lower[start:end])
    return words.is_place(named) or named in words.cities()


def _body(tokens: Tokens, start: int, end: int) -> Iterator[Name]:
    """The body that an office is of, where its words name one."""
    parse = tokens.parse
    if parse.lower[start] == "the":
        start += 1
    if end - start > 1 and head_kind(tuple(parse.lower[start:end])) is Kind.ORGANIZATION:
        yield Name(start, end, "ORG", "proper-nouns")

"""The tokens of an article with what is annotated on them, for formats of corpora."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.parse.columns import Parse


def sentences(parse: Parse) -> Iterator[range]:
    """The sentences as ranges of tokens."""
    for number in range(len(parse.sentences)):
        first, last = parse.sentence(number)
        if first < last:
            yield range(first, last)


def covered(parse: Parse, start: int, end: int) -> range:
    """The tokens that share a code point with a span."""
    first, last = parse.tokens_in(start, end)
    return range(first, last)


def head_of(parse: Parse, tokens: range) -> int:
    """The token of a span that governs the others: its head stands outside of it."""
    return next((t for t in tokens if parse.head[t] == t or parse.head[t] not in tokens), tokens[0])


def followed_by_space(parse: Parse, token: int) -> bool:
    """Whether white space, or nothing, follows a token."""
    after = parse.source[parse.end[token] : parse.end[token] + 1]
    return not after or after.isspace()

"""Whether a word that a line end broke at its hyphen is written with one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

_FIRST_PARTS = "self well ex half high low long short cross all non so much mid anti then vice"
_KEEPS_HYPHEN = frozenset(_FIRST_PARTS.split())


def needs_hyphen(before: str, after: str, words: AbstractSet[str]) -> bool:
    """Whether the parts of a broken word are joined by a hyphen.

    `words` are the whole words of the text around it, in lower case: how it writes the word
    elsewhere decides.
    """
    if after[:1].isupper() or (before.isupper() and len(before) < 4):
        return True
    if f"{before}{after}".lower() in words:
        return False
    return f"{before}-{after}".lower() in words or before.lower() in _KEEPS_HYPHEN

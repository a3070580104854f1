"""Words beside names, and words that look like names.

The lists are data files in `data/entities/`; each names its source in its first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .loader import tables, word_set


@cache
def beside_names(sort: str) -> frozenset[str]:
    """Words that stand beside names or look like them, in lower case.

    `sort` is a table of `beside_names.toml`. Raises KeyError where there is none.
    """
    return frozenset(tables("entities/beside_names.toml")[sort])


@cache
def small_words(sort: str) -> frozenset[str]:
    """A row of `small_words.toml`, in lower case. Raises KeyError where there is none."""
    return frozenset(tables("entities/small_words.toml")[sort])


@cache
def letters(sort: str) -> frozenset[str]:
    """Words of letters in lower case: `sort` is a row of `letters.toml`."""
    return frozenset(tables("entities/letters.toml")[sort])


@cache
def endings() -> Mapping[str, str]:
    """What the endings of single words mostly name: "place", "surname" or "other"."""
    table = tables("entities/shapes.toml")["endings"]
    return {ending: kind for kind, listed in table.items() for ending in listed}


@cache
def telling_prepositions() -> frozenset[str]:
    """Prepositions that tell something about the kind of the name after them."""
    return frozenset(tables("entities/shapes.toml")["prepositions"])


@cache
def function_words() -> frozenset[str]:
    """Words that open sentences and belong to no name, in lower case."""
    return word_set("entities/function_words.txt")


@cache
def common_acronyms() -> frozenset[str]:
    """Words in capitals that name nothing ("CEO"), in lower case without dots."""
    return word_set("entities/common_acronyms.txt")


@cache
def calls() -> frozenset[str]:
    """What is called out and names nobody, in lower case."""
    return word_set("entities/calls.txt")


@cache
def calendar() -> frozenset[str]:
    """Words of dates, in lower case."""
    return word_set("entities/calendar.txt")

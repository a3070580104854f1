"""Short names of bodies and other things: acronyms, and names without the place in front."""

from __future__ import annotations

from collections.abc import Iterator

from ...analysis.knowledge import names as words
from ...analysis.syntax.name import is_nationality
from .keys import SMALL, Words

_INITIALS = frozenset(("us", "uk", "un", "eu"))


def short_names(name: Words) -> Iterator[str]:
    """The short names that a full one can have: acronyms, and what is left after a place."""
    if len(name) > 1:
        yield from _acronyms(name)
        for end in range(1, len(name)):
            if _says_whose(name[:end]):
                rest = name[end:]
                if len(rest) == 1 and rest[0] in words.heads():
                    break  # "the Center" is no name
                yield " ".join(rest)
                if len(rest) > 1:
                    yield from _acronyms(rest)


def _acronyms(name: Words) -> set[str]:
    parts = [part for word in name for part in word.split("-") if part]
    long = "".join(_initial(part) for part in parts if part not in SMALL)
    every = "".join(_initial(part) for part in parts)
    return {letters for letters in (long, every) if len(letters) > 1}


def _initial(word: str) -> str:
    return word if word in _INITIALS else word[0]


def _says_whose(opening: Words) -> bool:
    text = " ".join(opening)
    return words.is_place(text) or text in words.cities() or is_nationality(text)

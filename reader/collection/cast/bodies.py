"""Short names of bodies and other things: acronyms, and names without the place in front."""

from __future__ import annotations

from collections.abc import Iterator

from ...analysis.grouping.organizations import initial, says_whose
from ...analysis.knowledge import names as words
from .keys import SMALL, Words


def short_names(name: Words) -> Iterator[str]:
    """The short names that a full one can have: acronyms, and what is left after a place."""
    if len(name) > 1:
        yield from _acronyms(name)
        for end in range(1, len(name)):
            if says_whose(name[:end]):
                rest = name[end:]
                if len(rest) == 1 and rest[0] in words.heads():
                    break  # "the Center" is no name
                yield " ".join(rest)
                if len(rest) > 1:
                    yield from _acronyms(rest)


def _acronyms(name: Words) -> set[str]:
    parts = [part for word in name for part in word.split("-") if part]
    long = "".join(initial(part) for part in parts if part not in SMALL)
    every = "".join(initial(part) for part in parts)
    return {letters for letters in (long, every) if len(letters) > 1}

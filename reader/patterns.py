"""Regular expressions that are compiled when a text is first looked at with them.

Compiling takes up to some milliseconds each, and most articles hold nothing that most could match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Protocol


class _Look(Protocol):
    def __call__(self, string: str, pos: int = ..., endpos: int = ..., /) -> re.Match[str] | None:
        """What is found in a part of a text."""


class _LookAgain(Protocol):
    def __call__(
        self, string: str, pos: int = ..., endpos: int = ..., /
    ) -> Iterator[re.Match[str]]:
        """All that is found in a part of a text."""


class Pattern:
    """A pattern with the methods of a compiled one, which it becomes at the first use."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """What `re` makes of it."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def match(self) -> _Look:
        """As of a compiled pattern."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> _Look:
        """As of a compiled pattern."""
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> _Look:
        """As of a compiled pattern."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> _LookAgain:
        """As of a compiled pattern."""
        return self.compiled.finditer

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As of a compiled pattern."""
        return self.compiled.sub(by, text)

    def split(self, text: str) -> list[str]:
        """As of a compiled pattern."""
        return [part or "" for part in self.compiled.split(text)]

"""Where the words of blocks stand in a source, found by their first and last words."""

from __future__ import annotations

import re
from bisect import bisect_right

from .building import Place

_IDS = re.compile(r"\bid\s*=\s*[\"']?([^\"'\s>]{1,100})")
_FIRST, _LAST, _SHORTEST = 24, 16, 10


class Finder:
    """Finds blocks in a source, one after the other.

    With `ids`, the anchor of a block is the id that stands last before it. `start` and `end` are
    the code points of the source between which the blocks are.
    """

    def __init__(
        self, source: str, *, ids: bool = False, start: int = 0, end: int | None = None
    ) -> None:
        self._source = source
        self._done = start
        self._end = len(source) if end is None else end
        named = [(match.start(), match[1]) for match in _IDS.finditer(source)] if ids else []
        self._starts = [place for place, _ in named]
        self._ids = [name for _, name in named]

    def place(self, words: str, anchor: str | None = None) -> Place:
        """The place of a block, as near as its first and last words can be found."""
        start = self._find(words[:_FIRST], self._done)
        if start < 0:
            longer = len(words) > _FIRST + 20
            inner = words[_FIRST : _FIRST + 20] if longer else words[:_SHORTEST]
            start = self._find(inner, self._done)
        start = self._done if start < 0 else start
        end = self._find(words[-_LAST:], start)
        near = end >= 0 and end - start < 3 * len(words) + 2000
        stop = end + len(words[-_LAST:]) if near else min(start + len(words), self._end)
        self._done = max(stop, self._done)
        number = bisect_right(self._starts, start) - 1
        return Place(start, stop, None, anchor or (self._ids[number] if number >= 0 else None))

    def _find(self, words: str, start: int) -> int:
        return self._source.find(words, start, self._end) if words else -1

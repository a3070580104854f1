"""Finding words in an article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from msgspec import Struct


class Search(Struct, frozen=True):
    """All places of `query` in a text, regardless of case; white space matches a line end."""

    query: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def run(cls, text: str, query: str, also: Iterable[tuple[int, int]] = ()) -> Search:
        """Search the whole text; an empty query has no hits.

        `also` are spans that count as hits whatever they hold; hits do not overlap.
        """
        words = query.split()
        if not words:
            return cls(query, [], [])
        pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
        spans = _apart([match.span() for match in pattern.finditer(text)], also)
        return cls(query, [start for start, _ in spans], [end for _, end in spans])

    def __len__(self) -> int:
        return len(self.starts)

    def next(self, offset: int) -> int | None:
        """The number of the first hit that starts behind `offset`, going round at the end."""
        if not self.starts:
            return None
        return bisect_right(self.starts, offset) % len(self.starts)

    def previous(self, offset: int) -> int | None:
        """The number of the last hit that starts before `offset`, going round at the start."""
        if not self.starts:
            return None
        return (bisect_left(self.starts, offset) - 1) % len(self.starts)

    def at(self, offset: int) -> int | None:
        """The number of the hit that holds `offset`, or None."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.ends[place] else None

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that share a code point with the passage."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))


def _apart(hits: list[tuple[int, int]], also: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The hits and the other spans that touch none, in text order."""
    made = list(hits)
    for start, end in also:
        place = bisect_left(made, (start, end))
        before, after = made[place - 1 : place], made[place : place + 1]
        if all(last <= start for _, last in before) and all(first >= end for first, _ in after):
            made.insert(place, (start, end))
    return made

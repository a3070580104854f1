"""A search of a long text that shows its first hit at once and counts in slices."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from time import perf_counter

from .find import Manner, Search, apart

LONG = 300_000
"""Code points from which on a text is searched in slices."""
_AT_ONCE = 1_500_000
"""Code points that are looked through before the first picture: about 5 ms."""
_CHUNK = 200_000
_OVERLAP = 2_000
"""Code points that a hit may reach beyond a chunk."""
_BACK = 50_000


class Hunt(Search):
    """All places of `query` in a long text, known as far as `step` has come.

    Until then what stands around a place is searched each time.
    """

    def __init__(
        self, text: str, query: str, manner: Manner, also: Iterable[tuple[int, int]], origin: int
    ) -> None:
        """Look for the first hit from `origin` on, as far as that is quick."""
        from .folding import pattern_of  # not needed for the first picture

        super().__init__(query, array("I"), array("I"), manner)
        self._text = text
        self._also = tuple(also)
        self._pattern = pattern_of(query, in_ascii=text.isascii(), whole_words=manner.whole_words)
        self._reached = 0
        self._origin = self._sought = max(0, origin)
        self._round = False
        self.first: int | None = None
        self.is_complete = not self._pattern.pattern
        self._look(perf_counter() + 1, _AT_ONCE)

    def step(self, seconds: float) -> bool:
        """Go on for about so many seconds, to the first hit and then with the count.

        Whether all is known now.
        """
        until = perf_counter() + seconds
        while not self.is_complete and perf_counter() < until:
            if self._is_looking:
                self._look(until, len(self._text))
            else:
                self._count()
        return self.is_complete

    @property
    def _is_looking(self) -> bool:
        return self.first is None and not (self._round and self._sought >= self._origin)

    def _look(self, until: float, most: int) -> None:
        """Look for the first hit from the origin on, going round at the end."""
        seen = 0
        while self._is_looking and seen < most and perf_counter() < until:
            stop = min(self._sought + _CHUNK, len(self._text))
            found = self._pattern.search(self._text, self._sought, stop + _OVERLAP)
            if found is not None and found.start() < stop:
                self.first = found.start()
            seen += max(1, stop - self._sought)
            self._sought = stop
            if stop >= len(self._text) and not self._round:
                self._round, self._sought = True, 0

    def _count(self) -> None:
        stop = min(self._reached + _CHUNK, len(self._text))
        last = stop
        for match in self._pattern.finditer(self._text, self._reached, stop + _OVERLAP):
            if match.start() >= stop:
                break
            self.starts.append(match.start())
            self.ends.append(match.end())
            last = max(last, match.end())
        self._reached = last
        if stop >= len(self._text):
            apart(self.starts, self.ends, self._also)
            self.is_complete = True

    # What is asked meanwhile

    def __bool__(self) -> bool:
        return not self.is_complete or bool(self.starts)

    def next_start(self, offset: int) -> int | None:
        """Where the first hit behind `offset` begins, going round at the end."""
        if self.is_complete:
            return super().next_start(offset)
        if self.first is not None and offset == self._origin - 1:
            return self.first
        found = self._pattern.search(self._text, offset + 1) or self._pattern.search(self._text)
        return found.start() if found else None

    def previous_start(self, offset: int) -> int | None:
        """Where the last hit before `offset` begins, going round at the start."""
        if self.is_complete:
            return super().previous_start(offset)
        for end in (offset, len(self._text)):
            stop = end
            while stop > 0:
                begin = max(0, stop - _BACK)
                hits = self._pattern.finditer(self._text, begin, stop + _OVERLAP)
                starts = [match.start() for match in hits if match.start() < stop]
                if starts:
                    return starts[-1]
                stop = begin
        return None

    def at(self, offset: int) -> int | None:
        """The number of the hit that holds `offset`, or None while that is not known."""
        return super().at(offset) if self.is_complete else None

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that share a code point with the passage."""
        if self.is_complete:
            return super().touching(start, end)
        begin = max(0, start - len(self.query) - 50)
        matches = self._pattern.finditer(self._text, begin, end + _OVERLAP)
        near = []
        for match in matches:
            if match.start() >= end:
                break
            if match.end() > start:
                near.append(match.span())
        return near


def begun(
    text: str, query: str, manner: Manner, also: Iterable[tuple[int, int]], origin: int
) -> Search | None:
    """A search of a text: in slices where it is long, else complete; None for an empty query."""
    if not query.strip():
        return None
    if len(text) > LONG and not manner.regex:
        return Hunt(text, query, manner, also, origin)
    return Search.run(text, query, manner, also)

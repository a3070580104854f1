"""A search of a long text that shows its first hit at once and counts in slices."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from time import perf_counter
from typing import Protocol

from .find import TOO_SLOW, Expression, Manner, Search, WrongExpressionError, apart

LONG = 300_000
"""Code points from which on a text is searched for words in slices."""
LONG_FOR_EXPRESSIONS = 30_000
"""The same for regular expressions."""
_AT_ONCE = 1_500_000
"""Code points that are looked through before the first picture: about 5 ms."""
_CHUNK, _SHORTEST_CHUNK = 200_000, 1_000
_OVERLAP, _REACH = 2_000, 20_000
"""Code points that a hit may reach beyond a chunk, and one of an expression."""
_BACK = 50_000
_AT_FIRST, _PATIENCE, _LONGEST = 0.015, 0.03, 0.3
"""Seconds that an expression may take before the first picture, in a chunk, and in the shortest."""
_IN_ALL = 30.0
"""Seconds after which an expression is given up."""
_Span = tuple[int, int]


class _Finder(Protocol):
    """Finds the hits that start in a part of a text; may raise TimeoutError after `seconds`."""

    def __call__(self, text: str, first: int, last: int, seconds: float, /) -> Iterator[_Span]: ...


def _words(query: str, *, in_ascii: bool, whole_words: bool) -> _Finder | None:
    from .folding import pattern_of  # not needed for the first picture

    pattern = pattern_of(query, in_ascii=in_ascii, whole_words=whole_words)

    def spans(text: str, first: int, last: int, _: float) -> Iterator[_Span]:
        for match in pattern.finditer(text, first, last + _OVERLAP):
            if match.start() >= last:
                return
            yield match.span()

    return spans if pattern.pattern else None


def _expression(query: str, *, whole_words: bool) -> _Finder:
    expression = Expression(query, whole_words=whole_words)

    def spans(text: str, first: int, last: int, seconds: float) -> Iterator[_Span]:
        return expression.spans(text, first, last, seconds, reach=_REACH)

    return spans


class Hunt(Search):
    """All places of `query` in a long text, known as far as `step` has come.

    Until then what stands around a place is searched each time. A hit of an expression reaches
    at most 20,000 code points; one that takes too long is given up, and what it found is kept.
    """

    def __init__(
        self, text: str, query: str, manner: Manner, also: Iterable[_Span], origin: int
    ) -> None:
        """Look for the first hit from `origin` on, as far as that is quick.

        Raises WrongExpressionError.
        """
        super().__init__(query, array("I"), array("I"), manner)
        self._text = text
        self._also = tuple(also)
        whole_words = manner.whole_words
        if manner.regex:
            self._finder: _Finder | None = _expression(query, whole_words=whole_words)
        else:
            self._finder = _words(query, in_ascii=text.isascii(), whole_words=whole_words)
        self._chunk = _CHUNK
        self._left = _IN_ALL
        self._reached = 0
        self._origin = self._sought = max(0, origin)
        self._round = False
        self.first: int | None = None
        self.is_complete = self._finder is None
        self._look(perf_counter() + (_AT_FIRST if manner.regex else 1), _AT_ONCE)

    def step(self, seconds: float) -> bool:
        """Go on for about so many seconds, to the first hit and then with the count.

        Whether all is known now.
        """
        begun = perf_counter()
        while not self.is_complete and perf_counter() < begun + seconds:
            if self._is_looking:
                self._look(begun + seconds, len(self._text))
            else:
                self._count()
        if self.manner.regex:
            self._left -= perf_counter() - begun
            if self._left < 0 and not self.is_complete:
                self._give_up()
        return self.is_complete

    @property
    def _is_looking(self) -> bool:
        return self.first is None and not (self._round and self._sought >= self._origin)

    def _look(self, until: float, most: int) -> None:
        """Look for the first hit from the origin on, going round at the end."""
        seen = 0
        while self._is_looking and seen < most and perf_counter() < until:
            if self.is_complete:
                return
            stop = min(self._sought + self._chunk, len(self._text))
            try:
                found = next(self._spans(self._sought, stop), None)
            except TimeoutError:
                self._slow_down()
                continue
            if found is not None:
                self.first = found[0]
            seen += max(1, stop - self._sought)
            self._sought = stop
            if stop >= len(self._text) and not self._round:
                self._round, self._sought = True, 0

    def _count(self) -> None:
        stop, before = min(self._reached + self._chunk, len(self._text)), self._reached
        try:
            for start, end in self._spans(self._reached, stop):
                self.starts.append(start)
                self.ends.append(end)
                self._reached = end
        except TimeoutError:
            if self._reached == before:
                self._slow_down()
            return
        self._reached = max(self._reached, stop)
        self._chunk = min(_CHUNK, 2 * self._chunk)
        if stop >= len(self._text):
            self._end()

    def _spans(self, first: int, last: int) -> Iterator[_Span]:
        """The hits that start in a part of the text. Raises TimeoutError."""
        seconds = _PATIENCE if self._chunk > _SHORTEST_CHUNK else _LONGEST
        return iter(()) if self._finder is None else self._finder(self._text, first, last, seconds)

    def _slow_down(self) -> None:
        """Take smaller steps, or give up where the smallest is too much."""
        if self._chunk <= _SHORTEST_CHUNK:
            self._give_up()
        self._chunk = max(_SHORTEST_CHUNK, self._chunk // 8)

    def _give_up(self) -> None:
        self.problem = TOO_SLOW
        self._end()

    def _end(self) -> None:
        apart(self.starts, self.ends, self._also)
        self.is_complete = True

    # What is asked meanwhile

    def __bool__(self) -> bool:
        return not self.is_complete or bool(self.starts)

    def next_start(self, offset: int) -> int | None:
        """Where the first hit after `offset` begins, going round at the end."""
        if self.is_complete:
            return super().next_start(offset)
        if self.first is not None and offset == self._origin - 1:
            return self.first
        for first in (offset + 1, 0):
            if found := self._first_of(first, len(self._text)):
                return found[0]
        return None

    def _first_of(self, first: int, last: int) -> _Span | None:
        """The first hit in a part of the text, None too where it cannot be found quickly."""
        try:
            return next(self._spans(first, last), None)
        except TimeoutError:
            return None

    def _all_of(self, first: int, last: int) -> list[_Span]:
        """The hits in a part of the text, as far as they are found quickly."""
        found: list[_Span] = []
        with suppress(TimeoutError):
            found.extend(self._spans(first, last))
        return found

    def previous_start(self, offset: int) -> int | None:
        """Where the last hit before `offset` begins, going round at the start."""
        if self.is_complete:
            return super().previous_start(offset)
        until = perf_counter() + _LONGEST
        for end in (offset, len(self._text)):
            stop = end
            while stop > 0 and perf_counter() < until:
                begin = max(0, stop - _BACK)
                if hits := self._all_of(begin, stop):
                    return hits[-1][0]
                stop = begin
        return None

    def at(self, offset: int) -> int | None:
        """The number of the hit that holds `offset`, or None while that is not known."""
        return super().at(offset) if self.is_complete else None

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that share a code point with the passage."""
        if self.is_complete:
            return super().touching(start, end)
        begin = max(0, start - (_OVERLAP if self.manner.regex else len(self.query) + 50))
        return [span for span in self._all_of(begin, end) if span[1] > start]


def begun(
    text: str, query: str, manner: Manner, also: Iterable[tuple[int, int]], origin: int
) -> Search | None:
    """A search of a text: in slices where it is long, else complete; None for an empty query."""
    if not query.strip():
        return None
    if len(text) <= (LONG_FOR_EXPRESSIONS if manner.regex else LONG):
        return Search.run(text, query, manner, also)
    if not manner.regex:
        return Hunt(text, query, manner, also, origin)
    try:
        return Hunt(text, query, manner, also, origin)
    except WrongExpressionError as error:
        return Search(query, [], [], manner, str(error))

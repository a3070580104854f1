"""A text that is repaired step by step and knows where each stretch came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ...article import Origin


class Edit(NamedTuple):
    """A stretch of a text, in code points, and the words that take its place."""

    start: int
    end: int
    words: str


class Traced:
    """A text with the places of its stretches in the source, both in code points.

    A stretch as long as its source is taken to be the same, code point for code point.
    """

    def __init__(self, text: str, pieces: list[Origin] | None = None) -> None:
        self.text = text
        self._pieces = (
            [Origin(0, len(text), 0, len(text))] if text and pieces is None else pieces or []
        )

    @property
    def origin(self) -> tuple[Origin, ...]:
        """The stretches in order."""
        return tuple(self._pieces)

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text after edits, which are in order and do not overlap."""
        made: list[str] = []
        pieces: list[Origin] = []
        done = length = 0
        for start, end, words in edits:
            made += (self.text[done:start], words)
            _extend(pieces, self._copied(done, start, length))
            length += start - done
            if words:
                begin = self.source_of(start)
                stop = max(begin, self._end(end))
                _extend(pieces, [Origin(length, length + len(words), begin, stop)])
            length += len(words)
            done = end
        if not made:
            return self
        made.append(self.text[done:])
        _extend(pieces, self._copied(done, len(self.text), length))
        return Traced("".join(made), pieces)

    def replaced(self, pattern: re.Pattern[str], words: Callable[[re.Match[str]], str]) -> Traced:
        """The text with what `words` gives for each match of a pattern."""
        found = ((match, words(match)) for match in pattern.finditer(self.text))
        return self.edited(Edit(*match.span(), new) for match, new in found if new != match[0])

    def place_of(self, source: int) -> int:
        """Where a code point of the source stands in the text, or where it would."""
        at = bisect_right(self._pieces, source, key=lambda piece: piece.source_start) - 1
        if at < 0:
            return 0
        start, end, begin, _, *_ = self._pieces[at]
        return min(start + source - begin, end)

    def _at(self, place: int) -> int:
        return max(bisect_right(self._pieces, place, key=lambda piece: piece.start) - 1, 0)

    def source_of(self, place: int) -> int:
        """Where the code point at a place stands in the source."""
        if not self._pieces:
            return 0
        start, _, begin, end, *_ = self._pieces[self._at(place)]
        return min(begin + place - start, end)

    def _end(self, place: int) -> int:
        """Where a stretch that ends at a place ends in the source."""
        if not self._pieces:
            return 0
        start, end, begin, stop, *_ = self._pieces[self._at(max(place - 1, 0))]
        return stop if place >= end else min(begin + place - start, stop)

    def _copied(self, start: int, end: int, to: int) -> Iterator[Origin]:
        """The pieces between two places, moved to where they stand in a new text."""
        if start >= end:
            return
        for number in range(self._at(start), len(self._pieces)):
            first, last, begin, stop, *_ = self._pieces[number]
            if first >= end:
                return
            low, high = max(first, start), min(last, end)
            if low < high:
                same = last - first == stop - begin
                source = (begin + low - first, begin + high - first) if same else (begin, stop)
                yield Origin(low - start + to, high - start + to, *source)


def _extend(pieces: list[Origin], more: Iterable[Origin]) -> None:
    """Add pieces, joined to the last one where both texts go on without a break."""
    for piece in more:
        if pieces:
            last = pieces[-1]
            same = _is_copy(last) and _is_copy(piece)
            if same and (last.end, last.source_end) == (piece.start, piece.source_start):
                pieces[-1] = Origin(last.start, piece.end, last.source_start, piece.source_end)
                continue
        pieces.append(piece)


def _is_copy(piece: Origin) -> bool:
    return piece.end - piece.start == piece.source_end - piece.source_start

"""Where a passage stands in a text, so that it is found again when the text has changed.

An anchor holds two selectors of W3C's Web Annotation model: a text quote (the words with 32
characters on either side) and a text position. It also holds a hash of the text they are from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from .normal import Normal, normal_form

CONTEXT = 32
"""Characters that are kept before and after a passage, as the Web Annotation model suggests."""

SHORT = 16
"""Passages with fewer characters than this need both their sides to fit."""

_ALIKE = 0.02
_CERTAIN_SIDE = 0.9
_SURE_SIDE = 0.75
_SOME_SIDE = 0.5
_LONG_ENOUGH = 60
_MOST_PLACES = 400
_SHINGLE, _STEP, _COMMON = 8, 3, 12
_BIN = 24
_SLACK = 48
_LONGEST = 400
_END = 160
_LINE = 10
_TAIL = 16


class Anchor(Struct, frozen=True, gc=False, omit_defaults=True):
    """A passage by its words, what stands around them, and its place (code points).

    `text` is the hash of the text that the place counts in, or "" if it is not known. `times`
    says how often the words stand in it, 0 if that is not known.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    text: str = ""
    times: int = 0


class Match(StrEnum):
    """How a passage was found again."""

    SAME = "same place"
    WORDS = "same words"
    ALIKE = "similar words"


class Place(Struct, frozen=True, gc=False):
    """Where an anchored passage stands now, in code points, and how that is known."""

    start: int
    end: int
    match: Match = Match.SAME


def anchor_of(text: str, start: int, end: int, *, text_hash: str = "") -> Anchor:
    """The anchor of the passage from `start` to `end`."""
    return Anchor(
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        start,
        end,
        text_hash,
        text.count(text[start:end]) if start < end else 0,
    )


class Finder:
    """Finds anchored passages in one text. `text_hash` is the text's, "" where unknown.

    What has not changed costs a comparison; the rest costs a search of the whole text. What
    does not fit for certain is not found.
    """

    def __init__(self, text: str, text_hash: str = "") -> None:
        self._text = text
        self._hash = text_hash

    def find(self, anchor: Anchor) -> Place | None:
        """Where the passage stands, or None where nothing fits for certain."""
        start, end, text = anchor.start, anchor.end, self._text
        if not start < end:
            return None
        words_fit = text.startswith(anchor.exact, start) and end <= len(text)
        if words_fit and (self._is_same_text(anchor) or self._sides_fit(anchor)):
            return Place(start, end)
        return self._search(anchor)

    def _is_same_text(self, anchor: Anchor) -> bool:
        return bool(self._hash) and anchor.text == self._hash

    def _sides_fit(self, anchor: Anchor) -> bool:
        before = max(0, anchor.start - CONTEXT)
        return self._text.startswith(anchor.suffix, anchor.end) and self._text.startswith(
            anchor.prefix, before
        )

    @cached_property
    def _normal(self) -> Normal:
        return Normal.of(self._text)

    def _search(self, anchor: Anchor) -> Place | None:
        if len(anchor.exact) > _LONGEST:
            return self._find_by_ends(anchor)
        is_fewer = self._text.count(anchor.exact) < anchor.times
        wanted = _Wanted.of(anchor, is_fewer=is_fewer)
        if not wanted.exact:
            return None
        found = _verbatim(self._normal.text, wanted)
        match = Match.WORDS
        if found is None:
            found, match = _similar(self._normal.text, wanted), Match.ALIKE
        if found is None:
            return None
        return Place(*self._normal.span(*found), match)

    def _find_by_ends(self, anchor: Anchor) -> Place | None:
        """A long passage by its first and its last words."""
        exact, start, end = anchor.exact, anchor.start, anchor.end
        first = self._search(
            Anchor(exact[:_END], anchor.prefix, exact[_END : _END + CONTEXT], start, start + _END)
        )
        last = self._search(
            Anchor(exact[-_END:], exact[-_END - CONTEXT : -_END], anchor.suffix, end - _END, end)
        )
        if first is None or last is None:
            return None
        length = last.end - first.start
        if not len(exact) / 2 < length < len(exact) * 2:
            return None
        same = Match.WORDS in (first.match, last.match) and first.match is last.match
        return Place(first.start, last.end, Match.WORDS if same else Match.ALIKE)


class _Wanted(Struct, frozen=True):
    """An anchor in normal form."""

    prefix: str
    exact: str
    suffix: str
    start: int
    line_before: str
    line_after: str
    is_fewer: bool
    """Whether the words stand less often than they did, so that a twin may be all that is left."""

    @classmethod
    def of(cls, anchor: Anchor, *, is_fewer: bool) -> _Wanted:
        return cls(
            normal_form(anchor.prefix),
            normal_form(anchor.exact).strip(),
            normal_form(anchor.suffix),
            anchor.start,
            normal_form(anchor.prefix.rpartition("\n")[2]),
            normal_form(anchor.suffix.partition("\n")[0]),
            is_fewer,
        )

    def is_whole(self, text: str, start: int, end: int) -> bool:
        """Whether a place cuts no word in two, unless the passage did so itself."""
        opens = not (text[start - 1 : start].isalnum() and text[start : start + 1].isalnum())
        closes = not (text[end - 1 : end].isalnum() and text[end : end + 1].isalnum())
        return (opens or self.prefix[-1:].isalnum()) and (closes or self.suffix[:1].isalnum())

    def line_fits(self, text: str, start: int, end: int) -> bool:
        """Whether the same line goes on before or after the place, letter by letter."""
        before, after = self.line_before, self.line_after
        return (len(before) >= _LINE and text.endswith(before, 0, start)) or (
            len(after) >= _LINE and text.startswith(after, end)
        )


def _ratio(one: str, other: str) -> float:
    """How alike two strings are, from 0 to 1 (shared characters in order)."""
    if one == other:
        return 1.0
    from rapidfuzz.fuzz import ratio

    return ratio(one, other) / 100


def _sides(text: str, wanted: _Wanted, start: int, end: int) -> tuple[float, float]:
    """How well what stands before and after a place fits, from 0 to 1 each."""
    prefix, suffix = wanted.prefix.strip(), wanted.suffix.strip()
    before = text[max(0, start - len(prefix) - 1) : start].strip()
    after = text[end : end + len(suffix) + 1].strip()
    left = _ratio(prefix, before) if prefix else (1.0 if start <= 1 else _SOME_SIDE)
    right = _ratio(suffix, after) if suffix else (1.0 if end >= len(text) - 1 else _SOME_SIDE)
    return left, right


def _fits(length: int, left: float, right: float) -> bool:
    """Whether a passage with exactly these words stands where its sides fit so well."""
    low, high = min(left, right), max(left, right)
    if length < SHORT:
        return low >= _SOME_SIDE and high >= _SURE_SIDE
    if length >= _LONG_ENOUGH:
        return high >= _SOME_SIDE
    return low >= 0.6 or (low >= 0.4 and high >= _SURE_SIDE)


def _verbatim(text: str, wanted: _Wanted) -> tuple[int, int] | None:
    """The place of exactly these words, the one whose sides fit best."""
    places = _places(text, wanted)
    ranked = []
    for start in places:
        end = start + len(wanted.exact)
        left, right = _sides(text, wanted, start, end)
        if wanted.is_fewer:
            is_it = min(left, right) >= 0.6 and left + right >= _SURE_SIDE + _CERTAIN_SIDE
        else:
            is_it = _fits(len(wanted.exact), left, right) or wanted.line_fits(text, start, end)
        if is_it:
            ranked.append((left + right, -abs(start - wanted.start), start))
    if not ranked:
        return None
    ranked.sort(reverse=True)
    best = ranked[0]
    rivals = [other for other in ranked[1:] if best[0] - other[0] < _ALIKE]
    if rivals and len(wanted.exact) < _LONG_ENOUGH and 2 * -best[1] > -rivals[0][1]:
        return None  # nothing says which of them
    return best[2], best[2] + len(wanted.exact)


def _places(text: str, wanted: _Wanted) -> list[int]:
    """Where the words stand; of words that stand everywhere only where their sides do too."""
    whole = f"{wanted.prefix}{wanted.exact}{wanted.suffix}"
    first = text.find(whole)
    if first >= 0 and text.find(whole, first + 1) < 0:
        return [first + len(wanted.prefix)]
    places: list[int] = []
    place = text.find(wanted.exact)
    while place >= 0 and len(places) < _MOST_PLACES:
        if wanted.is_whole(text, place, place + len(wanted.exact)):
            places.append(place)
        place = text.find(wanted.exact, place + 1)
    return places


def _similar(text: str, wanted: _Wanted) -> tuple[int, int] | None:
    """The place that is most like the passage with its sides."""
    needle = f"{wanted.prefix}{wanted.exact}{wanted.suffix}"
    found = []
    for diagonal in _diagonals(text, needle):
        place = _aligned(text, wanted, needle, diagonal)
        if place is not None:
            found.append(place)
    if not found:
        return None
    found.sort(reverse=True)
    score, start, end = found[0]
    for other, begin, finish in found[1:]:
        apart = begin >= end or finish <= start
        if apart and score - other < 10 * _ALIKE:
            return None
    return start, end


def _diagonals(text: str, needle: str) -> list[int]:
    """Where the needle would begin if it stood where most of its pieces stand."""
    votes: Counter[int] = Counter()
    for offset in range(0, max(1, len(needle) - _SHINGLE + 1), _STEP):
        piece = needle[offset : offset + _SHINGLE]
        places: list[int] = []
        place = text.find(piece)
        while place >= 0 and len(places) <= _COMMON:
            places.append(place)
            place = text.find(piece, place + 1)
        if len(places) <= _COMMON:
            votes.update({(place - offset) // _BIN for place in places})
    near = Counter({at: votes[at] + votes[at + 1] for at in votes})
    return [at * _BIN for at, count in near.most_common(4) if count > 1]


def _aligned(
    text: str, wanted: _Wanted, needle: str, diagonal: int
) -> tuple[float, int, int] | None:
    """The passage's place where the needle is laid over the text at a diagonal, with its score."""
    from rapidfuzz.distance import Indel

    low = max(0, diagonal - _SLACK)
    window = text[low : diagonal + _BIN + len(needle) + _SLACK]
    codes = Indel.opcodes(needle, window)
    first, last = len(wanted.prefix), len(wanted.prefix) + len(wanted.exact)
    blocks = [
        (code.src_start, code.src_end, code.dest_start) for code in codes if code.tag == "equal"
    ]
    start = low + _carried(blocks, first, opening=True)
    end = low + _carried(blocks, last, opening=False)
    start, end = _between_sides(text, wanted, start, end)
    start, end = _to_words(text, wanted, start, end)
    if not start < end:
        return None
    if not 0.5 * len(wanted.exact) <= end - start <= 2 * len(wanted.exact) + SHORT:
        return None
    same = _ratio(wanted.exact, text[start:end])
    left, right = _sides(text, wanted, start, end)
    return (same + left + right, start, end) if _is_alike(wanted, same, left, right) else None


def _is_alike(wanted: _Wanted, same: float, left: float, right: float) -> bool:
    """Whether a changed passage is certainly the one that is wanted."""
    if min(left, right) >= _SURE_SIDE:
        return same >= 0.5
    if wanted.is_fewer and same > 0.95:
        return False
    if len(wanted.exact) < SHORT:
        return same >= 0.7 and min(left, right) >= 0.6
    if max(left, right) >= _SURE_SIDE:
        return same >= 0.65 and (min(left, right) >= 0.4 or same >= 0.8)
    return same >= 0.8 and len(wanted.exact) >= 2 * SHORT


def _carried(blocks: list[tuple[int, int, int]], offset: int, *, opening: bool) -> int:
    """Where an offset of the needle lies in the window: at the nearest shared characters."""
    starts = [block[0] for block in blocks]
    at = bisect_right(starts, offset if opening else offset - 1) - 1
    if at < 0:
        return blocks[0][2] if blocks else 0
    begin, finish, there = blocks[at]
    return there + min(offset, finish) - begin


def _between_sides(text: str, wanted: _Wanted, start: int, end: int) -> tuple[int, int]:
    """The borders put where the words just before and after the passage stand unchanged."""
    before, after = wanted.prefix[-_TAIL:], wanted.suffix[:_TAIL]
    low, high = max(0, start - _SLACK), end + _SLACK
    if len(before) == _TAIL and (at := text.find(before, low, start + _SLACK)) >= 0:
        start = at + _TAIL
    if len(after) == _TAIL and (at := text.rfind(after, max(start, end - _SLACK), high)) >= 0:
        end = at
    return start, end


def _to_words(text: str, wanted: _Wanted, start: int, end: int) -> tuple[int, int]:
    """The place widened to whole words, where the passage was one of whole words."""
    exact = wanted.exact
    if exact[:1].isalnum() and not wanted.prefix[-1:].isalnum():
        while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while start < end and not text[start].isalnum():
            start += 1
    if exact[-1:].isalnum() and not wanted.suffix[:1].isalnum():
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        while start < end and not text[end - 1].isalnum():
            end -= 1
    return start, end

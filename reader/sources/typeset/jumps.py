"""Articles of a newspaper that go on on another page, put together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from ...article import BlockKind
from .blocks import SetBlock

_TARGET = re.compile(r"(?:[Pp]age|PAGE|[Pp]\.)\s?[A-Z]?(\d{1,3})[A-Z]?\W{0,3}\Z")
_BACK = re.compile(r"\W{0,3}(?:(?:continued|cont[’'.]?d?\.?)\s)?from\b", re.I)
_WORD = re.compile(r"[^\W\d_]{4,40}")
_PASSED = frozenset({"page", "continued", "from", "more", "story", "turn", "please", "full"})
_NUMBER = re.compile(r"\b[A-Z]?(\d{1,3})\b")
_STEM, _LARGER, _NEAR = 5, 1.2, 2
_ENDS_IT = frozenset({BlockKind.TITLE, BlockKind.BYLINE})


class _Sign(NamedTuple):
    """A line that sends the reader to another page or says where they come from.

    `number` is that of the other page as it is printed, `words` are the stems of its own words
    and of the headings beside it.
    """

    place: int
    number: int
    words: frozenset[str]


def with_jumps(blocks: Sequence[SetBlock]) -> list[SetBlock]:
    """The blocks; what goes on on another page follows the part that sends the reader there.

    The lines that say so come after the article.
    """
    outs, backs = _signs(blocks)
    if not outs or not backs:
        return [*blocks]
    printed = _printed(blocks)
    moved: dict[int, range] = {}
    for out in outs:
        fits = [back for back in backs if _fits(blocks, out, back, printed)]
        best = max(fits, key=lambda back: (len(out.words & back.words), -back.place), default=None)
        if best is not None and (len(fits) == 1 or out.words & best.words):
            backs.remove(best)
            moved[out.place] = _rest(blocks, best.place)
    gone = {place for part in moved.values() for place in part}
    made: list[SetBlock] = []
    for place, block in enumerate(blocks):
        if place in moved:
            told = [blocks[other] for other in moved[place]]
            signs = [one._replace(kind=BlockKind.NAVIGATION) for one in _lead(told)]
            made += [*told[len(signs) :], block, *signs]
        elif place not in gone:
            made.append(block)
    return made


def sends_on(blocks: Sequence[SetBlock]) -> bool:
    """Whether a line among blocks sends the reader to another page."""
    return bool(_signs(blocks)[0])


def _signs(blocks: Sequence[SetBlock]) -> tuple[list[_Sign], list[_Sign]]:
    """The lines that send the reader on, and those that say where they come from."""
    outs: list[_Sign] = []
    backs: list[_Sign] = []
    for place, block in enumerate(blocks):
        match = _TARGET.search(block.words) if block.kind is BlockKind.NAVIGATION else None
        if match is None:
            continue
        is_back = bool(_BACK.match(block.words))
        near = blocks[max(place - _NEAR, 0) : place + _NEAR] if is_back else ()
        heads = [one.words for one in near if one.kind is BlockKind.HEADING]
        if not is_back:
            heads = [_headline(blocks, place)]
        words = frozenset(
            word.lower()[:_STEM]
            for line in (block.words, *heads)
            for word in _WORD.findall(line)
            if word.lower() not in _PASSED
        )
        (backs if is_back else outs).append(_Sign(place, int(match[1]), words))
    return outs, backs


def _headline(blocks: Sequence[SetBlock], place: int) -> str:
    """The headline of the article that a block belongs to."""
    large = (BlockKind.HEADING, BlockKind.TITLE)
    return next((one.words for one in reversed(blocks[:place]) if one.kind in large), "")


def _printed(blocks: Sequence[SetBlock]) -> dict[int, set[int]]:
    """By page the numbers that it may bear: its place in the file and those on its edge."""
    found: dict[int, set[int]] = defaultdict(set)
    for block in blocks:
        page = block.place.page or 0
        found[page].add(page)
        if block.kind is BlockKind.FURNITURE:
            found[page] |= {int(number) for number in _NUMBER.findall(block.words)}
    return found


def _fits(
    blocks: Sequence[SetBlock], out: _Sign, back: _Sign, printed: dict[int, set[int]]
) -> bool:
    """Whether one line sends the reader to the other, by the numbers of their pages."""
    here, there = (blocks[sign.place].place.page or 0 for sign in (out, back))
    return here < there and out.number in printed[there] and back.number in printed[here]


def _rest(blocks: Sequence[SetBlock], back: int) -> range:
    """The blocks of the part that a line opens, with the heading over it."""
    page = blocks[back].place.page
    usual = median(one.size for one in blocks if one.kind is BlockKind.PARAGRAPH)
    start = back
    while start and blocks[start - 1].kind is BlockKind.HEADING:
        start -= 1
        if blocks[start].place.page != page:
            start += 1
            break
    end = back + 1
    while end < len(blocks) and blocks[end].kind is BlockKind.HEADING and end == back + 1:
        end += 1
    while end < len(blocks) and blocks[end].place.page == page:
        block = blocks[end]
        is_head = block.kind is BlockKind.HEADING and block.size > _LARGER * usual
        jumps = block.kind is BlockKind.NAVIGATION and bool(_BACK.match(block.words))
        if is_head or jumps or block.kind in _ENDS_IT or block.kind is BlockKind.FURNITURE:
            break
        end += 1
    return range(start, end)


def _lead(told: Sequence[SetBlock]) -> Sequence[SetBlock]:
    """The headings and the line that open a part."""
    end = next((n for n, one in enumerate(told) if one.kind is BlockKind.NAVIGATION), 0) + 1
    while end < len(told) and told[end].kind is BlockKind.HEADING and end < _NEAR:
        end += 1
    return told[:end]

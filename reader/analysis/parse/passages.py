"""How an article is cut into the stretches that are parsed, and in which order.

A passage is parsed for itself: a block, or a piece of a very long one. A batch is some
passages in a row that the model sees together. Batches depend on the article alone, so that
the result is the same in whatever order and by however many processes they are parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...article import FURNITURE, Article, BlockKind, Range

Batch = tuple[Range, ...]

UNREAD = FURNITURE | {BlockKind.SLUG, BlockKind.TIMESTAMP}
"""Blocks that are shown and searched, but hold no prose to analyse."""

_ITEM = BlockKind.LIST_ITEM
_MARK = re.compile(r"[•◦‣▪●■►*–—-]\s{1,9}")
_LONGEST_PASSAGE = 10_000
_SMALLEST_BATCH = 5_000
_LARGEST_BATCH = 40_000
_LONGEST_RUN = 1_000
_LONGEST_MARKS = 50
_UNBROKEN = re.compile(rf"[^\w\s]{{{_LONGEST_MARKS},}}|(?P<letters>\S{{{_LONGEST_RUN},}})")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+")


def passages(article: Article) -> Iterator[Range]:
    """The stretches that are parsed apart: the blocks, very long ones cut at sentence ends.

    What belongs to the page around the article or to the desk is left out, and so are the marks
    of lists, which no quote begins with.

    Long runs without a space are cut too, marks sooner than letters: spaCy's tokenizer takes
    a time that grows with the square of their length.
    """
    text = article.text
    for block in article.blocks:
        if block.kind in UNREAD:
            continue
        mark = _MARK.match(text, block.start, block.end) if block.kind is _ITEM else None
        start = mark.end() if mark else block.start
        for run in _UNBROKEN.finditer(text, start, block.end):
            yield from _pieces(text, start, run.start())
            step = _LONGEST_RUN if run["letters"] else _LONGEST_MARKS
            for place in range(run.start(), run.end(), step):
                yield Range(place, min(place + step, run.end()))
            start = run.end()
        yield from _pieces(text, start, block.end)


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    while end - start > _LONGEST_PASSAGE:
        cut = _cut(text, start, start + _LONGEST_PASSAGE)
        yield Range(start, cut)
        start = cut
    if start < end:
        yield Range(start, end)


def batches(article: Article) -> list[Batch]:
    """The passages in text order, put together to batches.

    Large batches cost least for each code point. The first is small, for what is seen first
    must not wait, and each is at most twice as large as the one before.
    """
    made: list[Batch] = []
    gathered: list[Range] = []
    size, enough = 0, _SMALLEST_BATCH
    for passage in passages(article):
        gathered.append(passage)
        size += passage.end - passage.start
        if size >= enough:
            made.append(tuple(gathered))
            gathered, size, enough = [], 0, min(2 * enough, _LARGEST_BATCH)
    return [*made, tuple(gathered)] if gathered else made


def outward(parts: Sequence[Batch], offset: int) -> Iterator[int]:
    """The indices of batches, the one at `offset` first and then by turns after and before it."""
    if not parts:
        return
    first = max(bisect_right(parts, offset, key=lambda batch: batch[0].start) - 1, 0)
    yield first
    for distance in range(1, len(parts)):
        for index in (first + distance, first - distance):
            if 0 <= index < len(parts):
                yield index


def _cut(text: str, start: int, limit: int) -> int:
    """Where to end a passage: after the last sentence, else word, before `limit`."""
    middle = (start + limit) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(text, middle, limit)]
    return ends[-1] if ends else max(text.rfind(" ", middle, limit) + 1, 0) or limit

"""What leaves the article for the clipboard."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...article import Block
from .motions import block_at

_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def copied(text: str, blocks: Sequence[Block], start: int, end: int) -> str:
    """The article's own characters from `start` to `end`.

    Line ends inside a paragraph become spaces, paragraphs stay apart by a blank line.
    Control characters, controls of direction and lone surrogates stay behind.
    """
    pieces = []
    for number in range(block_at(blocks, start), len(blocks)):
        block = blocks[number]
        if block.start >= end:
            break
        if piece := text[max(start, block.start) : min(end, block.end)]:
            pieces.append(_LINE_END.sub(" ", piece))
    return _UNSAFE.sub("", "\n\n".join(pieces))

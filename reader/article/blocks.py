"""Where the blocks of a plain text begin and end, and which of them is the title."""

from __future__ import annotations

import re
from statistics import median

from .article import Block, BlockKind

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n\s*|\Z)")
_LONGEST_TITLE = 200
_ENDS_A_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*$")
_ENDS_LIKE_PROSE = re.compile(r"[,;:.!?][\"'”’)\]]*$")
_WRAPPED_AT = range(40, 101)


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order.

    Blank lines part blocks. Without them each line is a block of its own, unless the
    lines look broken at a fixed width (see `_is_wrapped`).
    """
    blocks: list[Block] = []
    start = 0
    for end, following in [*(m.span() for m in _BLANK_LINE.finditer(text)), (len(text),) * 2]:
        blocks += _paragraphs(text, start, end)
        start = following
    return tuple(_with_title(text, blocks))


def _paragraphs(text: str, start: int, end: int) -> list[Block]:
    """One block for lines broken at a fixed width, else a block a line."""
    lines = text[start:end].split("\n")
    if len(lines) == 1 or _is_wrapped(lines):
        return _block(text, start, end)
    blocks = []
    for line in lines:
        blocks += _block(text, start, start + len(line))
        start += len(line) + 1
    return blocks


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a fixed width and not by their writer.

    All lines but the last come close to one width, and most do not end a sentence.
    """
    widths = [len(line.rstrip()) for line in lines[:-1]]
    widest = max(widths)
    if widest not in _WRAPPED_AT or len(lines[-1].rstrip()) > widest:
        return False
    open_ended = sum(not _ENDS_A_SENTENCE.search(line.rstrip()) for line in lines[:-1])
    return median(widths) > 0.75 * widest and 2 * open_ended > len(widths)


def _block(text: str, start: int, end: int) -> list[Block]:
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return []
    start += len(piece) - len(piece.lstrip())
    return [Block(start, start + len(inner))]


def _with_title(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the first marked as title, if it reads like a headline."""
    if len(blocks) < 2:
        return blocks
    first = blocks[0]
    words = text[first.start : first.end]
    prose = _ENDS_LIKE_PROSE.search(words) and len(words) > 120
    if len(words) > _LONGEST_TITLE or prose:
        return blocks
    return [Block(first.start, first.end, BlockKind.TITLE), *blocks[1:]]

"""Where the blocks of a plain text begin and end.

Most articles come with one paragraph a line, with or without blank lines between; some were
broken at a fixed width by a mail program or an editor. Everything here is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..patterns import Pattern
from .kinds import with_kinds
from .parts import Block, Blocks
from .speakers import with_speakers

_LINE = Pattern(r"\S(?:[^\n]*\S)?")
_ENDS_A_SENTENCE = Pattern(r"[.!?:][\"'”’)\]]*\Z")
_PAUSES = (",", ";", ":", ".", "!", "?", "—", "–")
_ITEM = Pattern(r"(?:[-*•·‣◦▪]|\d{1,2}[.)])[ \t]+\S")
_WIDTHS = range(40, 121)
_SAMPLE = 100_000
_FEWEST_BREAKS = 3
_SLACK = 8


def split_blocks(text: str) -> Blocks:
    """The blocks of `text`, in order; together they hold all that is not white space.

    A line is a block, unless the text looks broken at a fixed width (`_wrapped_at`): there
    the lines of a paragraph are joined into one.
    """
    width = _wrapped_at(text)
    spans = _paragraphs(text, width) if width else (m.span() for m in _LINE.finditer(text))
    return with_kinds(text, with_speakers(text, [Block(start, end) for start, end in spans]))


def _wrapped_at(text: str) -> int | None:
    """The width that lines were broken at by a program, or None where the writer broke them.

    Where a program broke lines, a line that another follows ends anywhere in a sentence, and
    the word after it would not have fitted. The beginning of the text decides.
    """
    lines = [line.rstrip() for line in text[:_SAMPLE].split("\n")]
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    if len(pairs) < _FEWEST_BREAKS:
        return None
    widths = sorted(len(line) for line, _ in pairs)
    width = widths[len(widths) * 19 // 20]
    if width not in _WIDTHS:
        return None
    if sum(line.endswith(_PAUSES) for line, _ in pairs) > 0.5 * len(pairs):
        return None  # verse, whose lines end where its phrases do
    open_ended = sum(not _ENDS_A_SENTENCE.search(line) for line, _ in pairs)
    full = sum(_is_full(len(line), after, width) for line, after in pairs)
    return width if min(open_ended, full) > 0.6 * len(pairs) else None


def _is_full(length: int, after: str, width: int) -> bool:
    """Whether the first word of the line after would not have fitted on a line so long.

    Programs that even out their lines leave some room at the end.
    """
    word = after.find(" ")
    return length + 1 + (word if word > 0 else len(after)) > width - _SLACK


def _paragraphs(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The places of paragraphs whose lines were broken at `width`.

    A paragraph ends at a blank line, at a line that had room for more, before a line that
    is set in, and in a list before the next item.
    """
    lines = (match.span() for match in _LINE.finditer(text))
    first = next(lines, None)
    if first is None:
        return
    start, end = line_start, _ = first
    for begin, line_end in lines:
        follows = text.find("\n", end, begin) + 2 > begin  # no blank line, not set in
        listed = _ITEM.match(text, begin, line_end) and _ITEM.match(text, start, end)
        full = _is_full(end - line_start, text[begin : begin + width], width)
        if listed or not (follows and full):
            yield start, end
            start = begin
        line_start, end = begin, line_end
    yield start, end

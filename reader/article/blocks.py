"""Where the blocks of a plain text begin and end.

Most articles come with one paragraph a line, with or without blank lines between; some were
broken at a fixed width by a mail program or an editor. Everything here is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..patterns import Pattern
from .kinds import is_verse, with_kinds
from .parts import Block, Blocks
from .speakers import with_speakers

Span = tuple[int, int]

_LINE = Pattern(r"\S(?:[^\n]*\S)?")
_ENDS_A_SENTENCE = Pattern(r"[.!?:][\"'”’)\]]*\Z")
_PAUSES = (",", ";", ":", ".", "!", "?", "—", "–")
_ITEM = Pattern(r"(?:[-*•·‣◦▪]|\d{1,2}[.)])[ \t]+\S")
_GOES_ON = Pattern(r"\n[a-z]")
_WIDTHS = range(40, 121)
_SAMPLE = 100_000
_FEWEST_BREAKS = 3
_SLACK = 8
_NARROWEST, _RAGGED, _MOST_LINES = 28, 45, 200
"""The narrowest lines that are joined, those that are so however they end (code points), and the
most lines of a paragraph."""


def split_blocks(text: str) -> Blocks:
    """The blocks of `text`, in order; together they hold all that is not white space.

    A line is a block. The lines of a paragraph are joined where the text looks broken at a fixed
    width (`_wrapped_at`), or where the lines between two blank ones look so (`_is_prose`).
    """
    width = _wrapped_at(text)
    if width:
        spans = _paragraphs(text, width)
    elif _GOES_ON.search(text):
        spans = _some_joined(text)
    else:
        spans = (m.span() for m in _LINE.finditer(text))
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
    return length + 1 + (word if word > 0 else len(after)) > width - min(_SLACK, width // 6)


def _some_joined(text: str) -> Iterator[Span]:
    """The places of lines, those joined that stand together and look broken by no writer."""
    run: list[Span] = []
    for match in _LINE.finditer(text):
        begin = match.start()
        if run and text.find("\n", run[-1][1], begin) + 1 != begin:  # a blank line, or set in
            yield from _joined(text, run)
            run = []
        run.append(match.span())
    yield from _joined(text, run)


def _joined(text: str, run: list[Span]) -> list[Span]:
    if not 1 < len(run) <= _MOST_LINES:
        return run
    lines = [text[start:end] for start, end in run]
    if not _is_prose(lines):
        return run
    width = max(map(len, lines[:-1]))
    blocks = run[:1]
    for (line, after), span in zip(pairwise(lines), run[1:], strict=True):
        ragged = len(line) > 0.6 * width and not _ENDS_A_SENTENCE.search(line)
        if ragged or _goes_on(line, after) or _is_full(len(line), after, width):
            blocks[-1] = (blocks[-1][0], span[1])
        else:
            blocks.append(span)
    return blocks


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether lines that stand together are one paragraph broken at some width, and no verse.

    In a paragraph nearly half of the lines end within a phrase, and go on with a small letter.
    """
    pairs = list(pairwise(lines))
    width = max(len(line) for line, _ in pairs)
    if width < _NARROWEST or is_verse(lines) or any(map(_ITEM.match, lines)):
        return False
    going_on = sum(_goes_on(line, after) for line, after in pairs)
    full = sum(_is_full(len(line), after, width) for line, after in pairs)
    long = sum(len(line) for line, _ in pairs) >= _RAGGED * len(pairs)
    return going_on >= 0.4 * len(pairs) and (long or full > 0.6 * len(pairs))


def _goes_on(line: str, after: str) -> bool:
    """Whether a line ends within a phrase that the next one goes on with."""
    return after[0].islower() and not line.endswith(_PAUSES)


def _paragraphs(text: str, width: int) -> Iterator[Span]:
    """The places of paragraphs whose lines were broken at `width`.

    A paragraph ends at a blank line and before a line that is set in, in a list before the next
    item. It ends at a line that had room for more, too, unless that ends within a phrase.
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
        goes_on = full or _goes_on(text[line_start:end], text[begin])
        if listed or not (follows and goes_on):
            yield start, end
            start = begin
        line_start, end = begin, line_end
    yield start, end

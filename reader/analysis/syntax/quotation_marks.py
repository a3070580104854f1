"""Quotation marks paired, paragraph by paragraph, without any syntax.

A mark's glyph and its neighbours say whether it can open, close or both; a stack pairs
them. All double marks are one family, so that a quotation opened by a curly mark and
closed by a straight one is still a pair. What the stack cannot explain is left out and
changes nothing around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from ...article import Article, Block
from ..knowledge.cues import cue_of_form
from ..knowledge.quote_words import words

_MARK = re.compile("''|``|[\"“”„‟＂«»‹›‘’‚‛'`]")
_MARK_OR_MARKUP = re.compile(f'="[^"\\n]{{0,60}}"|{_MARK.pattern}')
_DOUBLE_OPEN = frozenset({"“", "„", "«", "``"})
_DOUBLE_CLOSE = frozenset({"”", "‟", "»"})
_SINGLE_OPEN = frozenset({"‘", "‚", "‛", "‹", "`"})
_SINGLE_CLOSE = frozenset({"’", "›"})
_SINGLE = _SINGLE_OPEN | _SINGLE_CLOSE | {"'"}
_BEFORE_OPENING = frozenset("([{—–―-/:…")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_FRAME = 60
_DECADE = re.compile(r"\d\ds?\b")
_FEET = re.compile(r"\d['’]\d{0,2}\Z")


class Marked(NamedTuple):
    """A passage in quotation marks; the span includes the marks.

    `depth` is 0 for an outermost quotation. `continues` says that the passage takes up
    one left open in an earlier paragraph.
    """

    start: int
    end: int
    depth: int = 0
    continues: bool = False


class _Role(Enum):
    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()
    NONE = auto()


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    role: _Role
    weak: bool = False
    filled: bool = False


def pair_marks(article: Article) -> tuple[Marked, ...]:
    """The passages in quotation marks, in text order, outer before inner.

    A quotation left open at the end of a paragraph ends there; when the next paragraph
    opens with a mark, that passage continues it.
    """
    found: list[Marked] = []
    left_open = False
    blocks = article.blocks
    for number, block in enumerate(blocks):
        pairs, unclosed, surplus = _pair(_marks(article.text, block.start, block.end))
        double = [mark for mark in unclosed if not mark.single]
        if left_open and surplus is not None and all(surplus <= first for first, _ in pairs):
            pairs.append((block.start, surplus))
        follows = _opener(article.text, blocks[number + 1]) if number + 1 < len(blocks) else ""
        start = next(
            (
                mark.start
                for mark in double
                if not mark.filled or _alike(article.text[mark.start], follows)
            ),
            None,
        )
        if start is None and number + 1 < len(blocks):
            start = _left_open(article.text, unclosed, blocks[number + 1])
        if start is not None:
            pairs.append((start, block.end))
        pairs.sort(key=lambda pair: (pair[0], -pair[1]))
        if start is None and _wrapped(article.text, block, pairs):
            del pairs[0]
        found += _nested(pairs, left_open and bool(pairs) and pairs[0][0] == block.start)
        single = start is not None and article.text[start] in _SINGLE
        left_open = start is not None and (
            single or not follows or _alike(article.text[start], follows)
        )
    return tuple(found)


def _left_open(text: str, unclosed: list[_Mark], following: Block) -> int | None:
    """Where a quotation in single marks begins that the next paragraph opens again.

    Britain's papers open every paragraph of a long quotation with such a mark.
    """
    opener = text[following.start]
    if opener not in _SINGLE_OPEN | {"'"}:
        return None
    return next((m.start for m in unclosed if m.single and text[m.start] == opener), None)


def _wrapped(text: str, block: Block, pairs: list[tuple[int, int]]) -> bool:
    """Whether straight marks set a whole paragraph apart in which others speak in curly ones.

    Such a paragraph is told, not said: its inner quotations end in commas before their cues.
    """
    if not pairs or pairs[0] != (block.start, block.end) or text[block.start] != '"':
        return False
    return any(
        text[start] in _DOUBLE_OPEN
        and text[end - 2 : end - 1] == ","
        and _cue_follows(text[end : end + _LONGEST_FRAME])
        for start, end in pairs[1:]
    )


def _cue_follows(text: str) -> bool:
    """Whether one of the next few words is a form of a verb of saying."""
    cues = (cue_of_form(word, plural=False) for word in _WORD.findall(text.lower())[:4])
    return any(cue is not None and "direct" in cue.frames for cue in cues)


def _opener(text: str, block: Block) -> str:
    """The double mark a paragraph begins with, or nothing."""
    match = _MARK.match(text, block.start)
    return match.group() if match is not None and match.group() not in _SINGLE else ""


def _alike(first: str, second: str) -> bool:
    """Whether a second mark can take up what a first one left open: both straight or neither.

    Straight marks around paragraphs that use curly ones come from the page's layout.
    """
    return bool(second) and (first == '"') == (second == '"')


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The quotation marks of one paragraph, apostrophes left out."""
    marks: list[_Mark] = []
    after_opening = -1
    for match in _MARK_OR_MARKUP.finditer(text, start, end):
        if match.group()[0] == "=":
            continue
        glyph, first, last = match.group(), match.start(), match.end()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        free = before.isspace() or before in _BEFORE_OPENING or first == after_opening
        opens = free and not after.isspace()
        closes = not before.isspace() and not after.isalnum()
        mark = _Mark(first, last, glyph in _SINGLE, _Role.NONE)
        if mark.single:
            mark.role = _single_role(text, last, glyph, opens, closes)
            mark.weak = before in "sS" and after == " " and text[last + 1 : last + 2].islower()
        elif not (glyph == '"' and _FEET.search(text, max(start, first - 4), first)):
            mark.role = _double_role(glyph, opens, closes)
            if glyph == '"' and opens and _slipped(text, first, last):
                mark.role = _Role.EITHER
        if mark.role is not _Role.NONE:
            marks.append(mark)
            after_opening = last if mark.role is not _Role.CLOSES and opens else -1
    return marks


def _slipped(text: str, start: int, end: int) -> bool:
    """Whether a straight mark has its blank on the wrong side: `to the town, "Olsen said`."""
    ends = text[start - 2 : start - 1] in {",", "?", "!", "."} and text[start - 1 : start] == " "
    return ends and _cue_follows(text[end : end + _LONGEST_FRAME])


def _double_role(glyph: str, opens: bool, closes: bool) -> _Role:
    """Glyph first, unless the neighbours allow only the other."""
    if glyph in _DOUBLE_OPEN:
        return _Role.EITHER if closes and not opens else _Role.OPENS
    if glyph in _DOUBLE_CLOSE:
        return _Role.EITHER if opens and not closes else _Role.CLOSES
    if opens == closes:
        return _Role.EITHER
    return _Role.OPENS if opens else _Role.CLOSES


def _single_role(text: str, end: int, glyph: str, opens: bool, closes: bool) -> _Role:
    """Like `_double_role`, but an apostrophe has no role."""
    if opens and glyph not in _SINGLE_CLOSE:
        word = _WORD.match(text, end)
        elided = word is not None and word.group().lower() in words("elisions")
        return _Role.NONE if elided or _DECADE.match(text, end) else _Role.OPENS
    return _Role.CLOSES if closes and glyph not in _SINGLE_OPEN else _Role.NONE


def _pair(marks: list[_Mark]) -> tuple[list[tuple[int, int]], list[_Mark], int | None]:
    """The pairs of one paragraph, the marks left open, the end of a surplus close."""
    pairs: list[tuple[int, int]] = []
    stack: list[_Mark] = []
    doubles: list[_Mark] = []
    surplus: int | None = None
    for index, mark in enumerate(marks):
        if mark.single:
            _take_single(mark, marks[index + 1 : index + 2], stack, pairs)
        elif mark.role is _Role.OPENS or (mark.role is _Role.EITHER and not doubles):
            stack.append(mark)
            doubles.append(mark)
        elif doubles:
            while stack[-1].single:
                stack.pop()
            stack.pop()
            pairs.append((doubles.pop().start, mark.end))
            for outer in (*stack[-1:], *doubles[-1:]):
                outer.filled = True
        elif surplus is None:
            surplus = mark.end
    return pairs, stack, surplus


def _take_single(
    mark: _Mark, following: list[_Mark], stack: list[_Mark], pairs: list[tuple[int, int]]
) -> None:
    """Open or close a quotation in single marks; a plural's apostrophe may close none."""
    if mark.role is _Role.OPENS:
        stack.append(mark)
    elif stack and stack[-1].single:
        closed_later = following and following[0].single and following[0].role is _Role.CLOSES
        if not (mark.weak and (closed_later or stack[-1].filled)):
            pairs.append((stack.pop().start, mark.end))


def _nested(pairs: list[tuple[int, int]], resumes: bool) -> list[Marked]:
    """The pairs with their depths; pairs come outer before inner."""
    found: list[Marked] = []
    ends: list[int] = []
    for start, end in pairs:
        while ends and ends[-1] <= start:
            ends.pop()
        found.append(Marked(start, end, len(ends), resumes and not found))
        ends.append(end)
    return found

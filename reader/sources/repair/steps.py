"""Repairing plain text: each step is small, and every stretch keeps its place in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from ..characters import SIMPLE, simple
from ..signs import BROKEN, ESCAPE, MOJIBAKE, QUOTED, lost_blanks, unspaced
from .hyphens import needs_hyphen
from .traced import Edit, Traced

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,60}(?:-[^\W\d_]{1,60})*")
_BROKEN_WORD = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]{1,60})-\n[ \t]*"
    r"(?P<after>[^\W\d_]+)(?P<rest>[^\s]*)(?P<gap>[ \t]*)"
)
_MARKS = re.compile(r"[ \t]?>(?:[ \t]?>)*[ \t]?")
_EDGE_LINES, _LONGEST_HEAD = 2, 100
_PROSE_ENDS = (".", ",", ";", ":", "!", "?", "”", '"')


class Quoted(NamedTuple):
    """A stretch of a text, in code points, before whose lines so many marks stood."""

    start: int
    end: int
    depth: int


def repaired(text: str) -> tuple[Traced, list[Quoted]]:
    """The text as a person would have typed it, and the stretches that quote a mail.

    The stretches count code points of the repaired text.
    """
    traced = _decoded(Traced(text))
    for _ in range(2):  # "&amp;quot;" was escaped twice
        traced = traced.replaced(ESCAPE.compiled, lambda match: unescape(match[0]))
    traced = traced.replaced(SIMPLE, simple)
    traced, furniture = _without_pages(traced)
    traced, quoted = _without_marks(traced)
    traced = _joined(traced)
    if lost_blanks(traced.text):
        traced = traced.edited(Edit(place, place, " ") for place in unspaced(traced.text))
    if furniture:
        end = len(traced.text)
        words = "\n\n" + "\n\n".join(furniture) + "\n"
        traced = traced.edited([Edit(end, end, words)])
    placed = (
        Quoted(traced.place_of(start), traced.place_of(end), depth) for start, end, depth in quoted
    )
    return traced, [one for one in placed if one.start < one.end]


def _decoded(traced: Traced) -> Traced:
    """The text with lines of UTF-8 that were read in another encoding read again."""
    if not MOJIBAKE.search(traced.text):
        return traced

    from ftfy import fix_encoding

    def edits() -> Iterator[Edit]:
        for match in _LINE.finditer(traced.text):
            if MOJIBAKE.search(match[0]) and (fixed := fix_encoding(match[0])) != match[0]:
                yield Edit(*match.span(), fixed)

    return traced.edited(edits())


def _without_pages(traced: Traced) -> tuple[Traced, list[str]]:
    """The text without page breaks and the lines that head and foot its pages.

    The second value are those lines, each once.
    """
    text = traced.text
    if "\f" not in text:
        return traced, []
    edges = [*_page_edges(text)]
    count = Counter(_pattern(text[start:end]) for start, end in edges)
    heads = [(start, end) for start, end in edges if count[_pattern(text[start:end])] > 1]
    edits: list[Edit] = []
    for start, end in sorted({*heads, *((m.start(), m.end()) for m in re.finditer("\f", text))}):
        begin = max(start, edits[-1].end if edits else 0)
        edits.append(Edit(begin, max(end, begin), ""))
    removed = traced.edited(edits)
    # What goes on over the break of a page is one paragraph.
    within = re.compile(r"(?<=[a-z,;])[ \t]*\n\s*\n(?=[a-z])")
    places = {removed.place_of(match.start()) for match in re.finditer("\f", text)}
    joins = [
        Edit(*match.span(), "\n")
        for match in within.finditer(removed.text)
        if any(match.start() <= place <= match.end() for place in places)
    ]
    return removed.edited(joins), [*dict.fromkeys(text[start:end].strip() for start, end in heads)]


def _page_edges(text: str) -> Iterator[tuple[int, int]]:
    """The places of the first and last lines of each page."""
    start = 0
    for page in text.split("\f"):
        lines = [match for match in _LINE.finditer(page) if match[0].strip()]
        for line in {*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]}:
            if len(line[0]) <= _LONGEST_HEAD and not line[0].rstrip().endswith(_PROSE_ENDS):
                yield start + line.start(), start + line.end()
        start += len(page) + 1


def _pattern(line: str) -> str:
    """A line with its numbers made alike."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _without_marks(traced: Traced) -> tuple[Traced, list[Quoted]]:
    """The text without the marks before lines that a mail quotes, set apart by blank lines.

    The second value are the quoted stretches, which count code points of the source.
    """
    text = traced.text
    if not QUOTED.search(text):
        return traced, []
    edits: list[Edit] = []
    stretches: list[Quoted] = []
    before, start = 0, 0
    for line in text.splitlines(keepends=True):
        marks = _MARKS.match(line)
        depth = marks[0].count(">") if marks else 0
        apart = "\n" if depth != before and start and text[start - 2 : start] != "\n\n" else ""
        if marks or (apart and line.strip()):
            edits.append(Edit(start, start + (marks.end() if marks else 0), apart))
        if marks:
            place = traced.source_of(start + marks.end()), traced.source_of(start + len(line))
            if depth == before and stretches:
                stretches[-1] = stretches[-1]._replace(end=place[1])
            else:
                stretches.append(Quoted(*place, depth))
        before = depth
        start += len(line)
    return traced.edited(edits), stretches


def _joined(traced: Traced) -> Traced:
    """The text with words made whole that were broken at the ends of lines.

    The line then ends after the word, so that lines keep their length.
    """
    text = traced.text
    if not BROKEN.search(text):
        return traced
    words = {word.lower() for word in _WORD.findall(text)}

    def whole(match: re.Match[str]) -> str:
        hyphen = "-" if needs_hyphen(match["before"], match["after"], words) else ""
        gap = "\n" if match["gap"] else ""
        return f"{match['before']}{hyphen}{match['after']}{match['rest']}{gap}"

    return traced.replaced(_BROKEN_WORD, whole)

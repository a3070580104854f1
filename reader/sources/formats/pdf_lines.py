"""The lines of a PDF page, as the page sets them: words, box and size."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ...article import Emphasis
from ..characters import plain
from .pdf_fonts import Fonts, with_faces

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

BROKEN = "\u00ad"
"""Ends a line whose last word goes on in the next one."""
_BREAKS = {0x02: BROKEN, 0xFFFE: BROKEN}
_LAST = 0x10FFFF
_RUN = re.compile("[^\r\n\u00ad]{1,900}\u00ad?")
_WIDE = 1.15
_GAP, _SMALL_GAP = 1.4, 0.55
_BLANK = re.compile(r"\s{1,9}")


class Line(NamedTuple):
    """A line of a page. Lengths are in points from the lower left corner of the page.

    `start` and `end` count the characters of the page, `size` is that of the letters. `faces`
    are the stretches of `words` in italics or bold.
    """

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    start: int
    end: int
    faces: tuple[Emphasis, ...] = ()

    @property
    def width(self) -> float:
        """How wide the line is."""
        return self.right - self.left


class PageLines(NamedTuple):
    """The lines of a page in the order of its file, its size, and how much has no letters.

    `unmapped` is the share of characters of which the file does not say what they mean.
    """

    lines: list[Line]
    width: float
    height: float
    unmapped: float


def page_lines(page: PdfPage) -> PageLines:
    """The lines of one page."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        words = _words(pdfium, text_page, count)
        unmapped = _unmapped(pdfium, text_page, count)
        boxes = _Boxes(pdfium, text_page)
        fonts = Fonts(pdfium, page, text_page)
        found = [
            line._replace(faces=fonts.faces(words, line.start, line.end, line.words))
            for run in _RUN.finditer(words)
            for line in _lines_of(boxes, words, *run.span())
        ]
    finally:
        text_page.close()
    return PageLines(_merged(found), width, height, unmapped)


def _words(pdfium: Any, text_page: Any, count: int) -> str:
    """The characters of a page, each with a place of its own.

    pdfium gives all at once, but leaves out some that it cannot name; then it is asked for each.
    """
    held = (ctypes.c_ushort * (2 * count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, held)
    words = bytes(held).decode("utf-16-le", "replace").partition("\0")[0]
    if len(words) != count:
        codes = (pdfium.FPDFText_GetUnicode(text_page, place) for place in range(count))
        words = "".join(chr(code) if code <= _LAST else "\ufffd" for code in codes)
    return words.translate(_BREAKS)


def _unmapped(pdfium: Any, text_page: Any, count: int) -> float:
    """The share of unmapped characters in a sample of the page."""
    sample = range(0, count, max(count // 200, 1))
    bad = sum(pdfium.FPDFText_HasUnicodeMapError(text_page, place) == 1 for place in sample)
    return bad / len(sample) if sample else 0.0


class _Boxes:
    """Boxes and sizes of characters, asked one by one, for asking costs more than computing."""

    def __init__(self, pdfium: Any, text_page: Any) -> None:
        self._pdfium, self._page = pdfium, text_page
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._by_reference = tuple(map(ctypes.byref, self._box))

    def of(self, place: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character."""
        left, right, bottom, top = self._by_reference
        self._pdfium.FPDFText_GetCharBox(self._page, place, left, right, bottom, top)
        left_, right_, bottom_, top_ = (value.value for value in self._box)
        return left_, bottom_, right_, top_

    def is_made(self, place: int) -> bool:
        """Whether a character is not in the file, but was put in between two pieces."""
        return bool(self._pdfium.FPDFText_IsGenerated(self._page, place) == 1)

    def size(self, place: int) -> float:
        """The size of a letter's font in points, as the page shows it."""
        size = float(self._pdfium.FPDFText_GetFontSize(self._page, place))
        matrix = self._pdfium.FS_MATRIX()
        if self._pdfium.FPDFText_GetMatrix(self._page, place, matrix):
            size *= abs(matrix.d) or abs(matrix.b) or 1.0
        return size


def _lines_of(boxes: _Boxes, text: str, start: int, end: int) -> Iterator[Line]:
    """The lines in a run of characters: a gap within it may part two columns.

    Blanks that the file does not hold stand between pieces that were set apart. A large first
    letter is a piece of its own.
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return
    line = _line(boxes, text, start, end)
    wide = line.width > _WIDE * 0.5 * line.size * (end - start)
    first = start
    if end - start > 2 and boxes.size(start) > 1.6 * line.size:
        yield _line(boxes, text, start, start + 1)
        first = start + 1
        while text[first].isspace():
            first += 1
    for match in _BLANK.finditer(text, first, end):
        made = boxes.is_made(match.start())
        if not (made or wide):
            continue
        gap = boxes.of(match.end())[0] - boxes.of(match.start() - 1)[2]
        if gap > (_SMALL_GAP if made else _GAP) * line.size:
            yield _line(boxes, text, first, match.start())
            first = match.end()
    yield line if first == start else _line(boxes, text, first, end)


def _line(boxes: _Boxes, text: str, start: int, end: int) -> Line:
    middle = (start + end) // 2
    sampled = [boxes.of(place) for place in {start, middle, end - 1, min(start + 1, end - 1)}]
    size = boxes.size(middle)
    left, right = min(box[0] for box in sampled), max(box[2] for box in sampled)
    bottom = sorted(box[1] for box in sampled)[len(sampled) // 2]
    words = text[start:end]
    broken = words.endswith(BROKEN)
    words = " ".join(plain(words.rstrip(BROKEN)).split()) + BROKEN * broken
    return Line(words, left, bottom, right, bottom + (size or 10.0), size or 10.0, start, end)


def _merged(lines: list[Line]) -> list[Line]:
    """The lines, pieces that stand side by side on one base joined."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else None
        if last is not None and _goes_on(last, line):
            cap = _is_cap(last, line)
            space = " " if line.left - last.right > 0.12 * line.size and not cap else ""
            words = f"{last.words.rstrip(BROKEN)}{space}{line.words}"
            made[-1] = Line(
                words,
                line.left if cap else min(last.left, line.left),
                line.bottom if cap else min(last.bottom, line.bottom),
                max(last.right, line.right),
                line.top if cap else max(last.top, line.top),
                line.size if cap else max(last.size, line.size),
                last.start,
                line.end,
                with_faces(last.faces, line.faces, len(words) - len(line.words)),
            )
        else:
            made.append(line)
    return made


def _goes_on(last: Line, line: Line) -> bool:
    gap = line.left - last.right
    if _is_cap(last, line):
        return -0.3 * line.size < gap < 1.5 * line.size
    level = abs(line.bottom - last.bottom) < 0.35 * max(last.size, line.size)
    return level and -0.3 * last.size < gap < 0.5 * min(last.size, line.size)


def _is_cap(last: Line, line: Line) -> bool:
    """Whether a piece is the large first letter of the line beside it."""
    large = last.size > 1.8 * line.size and len(last.words.strip("“\"‘'")) == 1
    return large and last.bottom <= line.top and line.bottom <= last.top

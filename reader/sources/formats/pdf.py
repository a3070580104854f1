"""PDF, read by pdfium and put together again: columns, paragraphs, hyphens, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from ...article import HEADLINES, Article, BlockKind, Emphasis, Face
from ...article.errors import ArticleError
from ..building import About, Builder, Place
from ..dates import day_in_pdf
from ..repair.hyphens import needs_hyphen
from ..types import Raw
from ..typeset.blocks import SetBlock
from ..typeset.jumps import sends_on, with_jumps
from ..typeset.rows import CELLS, without_line_numbers
from .pdf_fonts import is_all, with_faces
from .pdf_layout import (
    furniture,
    go_on,
    in_order,
    is_byline,
    paragraphs,
    sends_elsewhere,
)
from .pdf_lines import BROKEN, Line, PageLines, page_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_WINDOW = 3
_MOST_PAGES = 3000
_FEWEST_LETTERS = 20
_UNMAPPED = 0.3
_LONGEST_HEADING = 80
_WORD = re.compile(r"[^\W\d_]{2,60}(?:-[^\W\d_]{1,60})*")
_NAMELESS = re.compile("[\x00-\x1f\ue000-\uf8ff\ufffd]")
"""Numbers that a font gave a shape and no meaning."""
_FINAL = ".!?:…\"'”’)]"
_QUOTED = "\"'”’"
_ENDED = re.compile(r"[.!?:…\"'”’)\]]\d{0,3}\Z")
"""The number of a note may stand after the end of a sentence."""
_FEWEST_INDENTS, _INDENTED = 3, 0.7
_MOST_TO_JUMP = 100
_OPENS_LOWER = re.compile(r"[\"'“‘(]?[a-z]")
_PROSE = BlockKind.PARAGRAPH
_STANDS_ASIDE = frozenset(
    {BlockKind.PULL_QUOTE, BlockKind.CAPTION, BlockKind.FURNITURE, BlockKind.CREDIT}
)
_LARGE = frozenset({BlockKind.HEADING, BlockKind.PULL_QUOTE})


class _Part(NamedTuple):
    """A paragraph of a column: whether it is its last, and reaches the edge at its end.

    `is_flush` tells that it is the first and has no indent, while other paragraphs have one.
    """

    lines: list[Line]
    is_last: bool
    is_full: bool
    is_flush: bool


class Pdf:
    """The Portable Document Format."""

    name = "PDF"
    suffixes = frozenset({".pdf"})
    media_types = frozenset({"application/pdf"})

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin like a PDF, perhaps after some others."""
        return b"%PDF-" in raw.data[:1024]

    def read(self, raw: Raw) -> Article:
        """The article, or all of the document."""
        article = _article(raw, None)
        if article is None:
            raise ArticleError(f"{raw.name} holds no text: open another copy of the article.")
        return article

    def beginning(self, raw: Raw) -> Article | None:
        """The first pages of a long document."""
        return _article(raw, 2)


def _article(raw: Raw, most: int | None) -> Article | None:
    """The article in the first pages, in all without a number; None where all are as few."""
    document = _opened(raw)
    try:
        if len(document) > _MOST_PAGES:
            raise ArticleError(
                f"{raw.name} has more than {_MOST_PAGES:,} pages: save the pages you want as a PDF."
            )
        if most is not None and len(document) <= 8:
            return None
        reading = _Reading(document)
        builder = Builder()
        blocks = reading.blocks(most)
        if most is not None or len(document) <= _MOST_TO_JUMP:
            several = [*blocks]
            if most is not None and sends_on(several):
                return None
            blocks = iter(with_jumps(several))
        for block in _joined(blocks, whole=most is None):
            shown = () if block.kind in HEADLINES else block.faces
            builder.add(block.words, block.kind, place=block.place, emphasis=shown)
        if reading.letters < _FEWEST_LETTERS * reading.read:
            raise ArticleError(
                f"{raw.name} is scanned and holds no text: run it through OCR (such as ocrmypdf) "
                "and open the result."
            )
        if reading.nameless > reading.letters // 2:
            raise ArticleError(
                f"{raw.name} has fonts that do not say what their letters mean: run it through OCR "
                "(such as ocrmypdf --force-ocr) and open the result."
            )
        about = About(
            guessed=day_in_pdf(_property(document, "CreationDate")), notice=reading.notice
        )
        return builder.article(raw, about)
    finally:
        document.close()


def _opened(raw: Raw) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(raw.data)
        if len(document) == 0:
            raise ArticleError(f"{raw.name} is a PDF without pages: open another copy.")
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise ArticleError(
                f"{raw.name} is encrypted: save a copy without a password and open that."
            ) from error
        raise ArticleError(f"{raw.name} is a damaged PDF: open another copy.") from error
    return document


def _property(document: PdfDocument, name: str) -> str:
    from pypdfium2 import PdfiumError

    try:
        return str(document.get_metadata_value(name))
    except (PdfiumError, ValueError):
        return ""


class _Reading:
    """Reads pages one after the other, a few ahead of the one that is set."""

    def __init__(self, document: PdfDocument) -> None:
        self._document = document
        self._pages: list[PageLines] = []
        self.letters = self.read = self.nameless = 0
        self._unmapped = 0.0
        self._body = 0.0
        self._titled = False

    @property
    def notice(self) -> str | None:
        """What to tell a person about letters that the file does not name."""
        if self._unmapped / max(self.read, 1) < _UNMAPPED:
            return None
        return (
            "The fonts of this PDF do not say what their letters mean, so that words may be wrong: "
            "run it through OCR (such as ocrmypdf --force-ocr) for a better text."
        )

    def blocks(self, most: int | None) -> Iterator[SetBlock]:
        """The blocks of the pages in reading order."""
        for number in range(len(self._document) if most is None else most):
            self._read_to(number + _WINDOW)
            page = self._pages[number]
            if not self._body:
                self._body = _body_size(page.lines)
            aside = furniture(self._pages, number, _WINDOW)
            lines = [line for line in page.lines if line not in aside]
            yield from self._page(number + 1, lines)
            for line in aside:
                place = Place(line.start, line.end, number + 1)
                yield SetBlock(
                    line.words.rstrip(BROKEN), BlockKind.FURNITURE, line.size, place, False
                )
            self._pages[number] = page._replace(lines=[*aside])

    def _read_to(self, number: int) -> None:
        from pypdfium2 import PdfiumError

        while len(self._pages) <= number and len(self._pages) < len(self._document):
            try:
                page: Any = self._document[len(self._pages)]
                found = page_lines(page)
                found = found._replace(lines=without_line_numbers(found.lines))
                page.close()
            except PdfiumError:
                found = PageLines([], 1, 1, 0)
            self._pages.append(found)
            self.read += 1
            for line in found.lines:
                self.letters += len(line.words)
                self.nameless += len(_NAMELESS.findall(line.words))
            self._unmapped += found.unmapped

    def _page(self, number: int, lines: list[Line]) -> Iterator[SetBlock]:
        body = _body_size(lines) or self._body
        words = {word.lower() for line in lines for word in _WORD.findall(line.words)}
        largest = max((line.size for line in lines if len(line.words) > 3), default=0.0)
        before: list[Line] = []
        last: SetBlock | None = None
        for set_ in _parts_of(lines):
            part = set_.lines
            size = median(line.size for line in part)
            text, broken, faces = _text(part, words)
            kind = BlockKind.TABLE if CELLS in text else self._kind(text, size, body)
            if kind is _PROSE and _is_bold_heading(text, faces):
                kind = BlockKind.HEADING
            place = Place(part[0].start, part[-1].end, number)
            is_cut = set_.is_last and len(part) > 1
            block = SetBlock(
                text,
                kind,
                size,
                place,
                broken,
                is_cut,
                faces,
                is_full=set_.is_last and set_.is_full,
                is_flush=set_.is_flush,
            )
            if last is not None and kind in _LARGE and last.kind in _LARGE and go_on(before, part):
                words_ = _with(last.words, text, words)
                last = last._replace(words=words_, place=place._replace(start=last.place.start))
            else:
                if last is not None:
                    yield self._titling(last, largest, body)
                last = block
            before = part
        if last is not None:
            yield self._titling(last, largest, body)

    def _titling(self, block: SetBlock, largest: float, body: float) -> SetBlock:
        """The block; the first of the largest letters of the first page is the title."""
        first = not self._titled and block.place.page == 1
        if not first or block.size < max(largest * 0.98, 1.2 * body):
            return block
        self._titled = True
        return block._replace(kind=BlockKind.TITLE)

    @staticmethod
    def _kind(text: str, size: float, body: float) -> BlockKind:
        """What a paragraph is by its words, and by its size against that of the body."""
        if len(text) <= _LONGEST_HEADING and sends_elsewhere(text):
            return BlockKind.NAVIGATION
        if len(text) <= _LONGEST_HEADING and is_byline(text):
            return BlockKind.BYLINE
        if size > 1.12 * body:
            quoted = text[:1] in "“\"‘'" or len(text.split()) > 14
            return BlockKind.PULL_QUOTE if quoted else BlockKind.HEADING
        if size < 0.9 * body:
            return BlockKind.FOOTNOTE if re.match(r"[\d*†]", text) else BlockKind.CAPTION
        return _PROSE


def _body_size(lines: list[Line]) -> float:
    """The size in which most letters of a page are set."""
    weight: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        weight[size] = weight.get(size, 0) + len(line.words)
    return max(weight, key=lambda size: weight[size], default=0.0)


def _parts_of(lines: list[Line]) -> Iterator[_Part]:
    """The paragraphs of a page in reading order."""
    columns = [[*paragraphs(column)] for column in in_order(lines)]
    indented = [
        _indent(part[0], column)
        for column in columns
        for part in column[1:]
        if len(part) > 1 and part[0].size == part[1].size
    ]
    by_indent = len(indented) >= _FEWEST_INDENTS and sum(indented) >= _INDENTED * len(indented)
    for column in columns:
        for number, part in enumerate(column):
            right = max(line.right for other in column for line in other)
            full = right - part[-1].right < 0.5 * part[-1].size
            flush = by_indent and not number and not _indent(part[0], column)
            yield _Part(part, part is column[-1], full, flush)


def _indent(line: Line, column: list[list[Line]]) -> bool:
    """Whether a line begins further right than most lines of its column."""
    left = min(other.left for part in column for other in part)
    return 0.4 * line.size < line.left - left < 8 * line.size


def _is_bold_heading(text: str, faces: tuple[Emphasis, ...]) -> bool:
    """Whether a short line in the size of the text is a heading, for it is bold."""
    short = len(text) <= _LONGEST_HEADING and text[-1] not in _FINAL + ",;"
    return short and is_all(faces, Face.BOLD, len(text))


def _text(lines: list[Line], words: set[str]) -> tuple[str, bool, tuple[Emphasis, ...]]:
    """The words of a paragraph on one line, whether its last word goes on elsewhere, its look."""
    text, broken = "", False
    faces: tuple[Emphasis, ...] = ()
    for line in lines:
        text = _with(text, line.words, words) if text else line.words
        faces = with_faces(faces, line.faces, len(text) - len(line.words))
        broken = text.endswith((BROKEN, "-"))
    whole = text.rstrip(BROKEN) + "-" * text.endswith(BROKEN) if broken else text
    return whole, broken, with_faces(faces, (), len(whole))


def _with(text: str, more: str, words: set[str]) -> str:
    """A text with the line after it; a word broken between them is made whole."""
    if not text.endswith((BROKEN, "-")) or not more[:1].isalpha():
        return f"{text} {more}"
    before = text.rstrip(BROKEN + "-")
    first, after = re.search(r"[^\W\d_]*\Z", before), re.match(r"[^\W\d_]*", more)
    one, other = first[0] if first else "", after[0] if after else ""
    if not one or text[-2:-1] == " ":
        return f"{text} {more}"
    hyphen = needs_hyphen(one, other, words)
    return f"{before}{'-' * hyphen}{more}"


def _joined(blocks: Iterator[SetBlock], *, whole: bool) -> Iterator[SetBlock]:
    """The blocks; a paragraph that goes on in the next column or page is one.

    What stands between its parts comes after it. Without `whole` the last paragraph is left
    out, for it may go on.
    """
    last: SetBlock | None = None
    aside: list[SetBlock] = []
    for block in blocks:
        if last is not None and block.kind in _STANDS_ASIDE:
            aside.append(block)
        elif last is not None and _goes_on(last, block):
            words = (
                _with(last.words, block.words, set())
                if last.broken
                else f"{last.words} {block.words}"
            )
            faces = with_faces(last.faces, block.faces, len(words) - len(block.words))
            last = last._replace(words=words, broken=block.broken, is_cut=block.is_cut, faces=faces)
        else:
            if last is not None:
                yield last
                yield from aside
            aside = []
            last = block
    if whole and last is not None:
        yield last
        yield from aside


def _goes_on(last: SetBlock, block: SetBlock) -> bool:
    """Whether a paragraph goes on in another block."""
    if last.kind is not _PROSE or block.kind is not _PROSE:
        return False
    alike = abs(last.size - block.size) < 0.1 * last.size
    if alike and last.is_cut and last.is_full and block.is_flush:
        return True
    if alike and block.words[0].islower() and last.words[-1] in _QUOTED:
        return True
    open_ended = last.broken or not _ENDED.search(last.words)
    return (
        alike
        and open_ended
        and (bool(_OPENS_LOWER.match(block.words)) or last.broken or last.is_cut or _full(last))
    )


def _full(block: SetBlock) -> bool:
    """Whether a block without an end is so long that it is prose cut short."""
    return len(block.words) > 80

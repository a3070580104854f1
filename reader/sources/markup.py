"""The words of marked-up text as blocks, where all of it is the article: books, mails, feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..article import BlockKind, Emphasis, Face
from .cells import Cell, row
from .characters import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

_SILENT = frozenset(
    {"graphic", "script", "style", "template", "noscript", "svg", "math", "object", "head", "title"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS = {
    **dict.fromkeys(_HEADINGS, BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    "tr": BlockKind.TABLE,
    "figcaption": BlockKind.CAPTION,
    "nav": BlockKind.NAVIGATION,
    "aside": BlockKind.FOOTNOTE,
}
PARTS = frozenset(
    {"p", "div", "section", "article", "main", "body", "html", "header", "footer", "ul", "ol", "dl"}
    | {"table", "tbody", "thead", "tfoot", "td", "th", "center", "figure", "form", "address", "hr"}
    | _KINDS.keys()
)
"""The elements that are blocks."""
_FACES = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Face.ITALIC),
    **dict.fromkeys(("b", "strong"), Face.BOLD),
}
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_DEEPEST = 200


class Piece(NamedTuple):
    """A block: its words, what it is, its links and emphasis as ranges of the words."""

    words: str
    kind: BlockKind
    links: list[tuple[int, int, str]]
    emphasis: Sequence[Emphasis] = ()


def pieces(element: _Element, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Piece]:
    """The blocks of an element in the order of the document; each block element is one."""
    yield from _pieces(element, kind, 0)


def _pieces(element: _Element, kind: BlockKind, depth: int) -> Iterator[Piece]:
    if not isinstance(element.tag, str) or element.tag in _SILENT or depth > _DEEPEST:
        return
    kind = _KINDS.get(element.tag, kind)
    if element.tag == "tr":
        cells = [*map(_cell, element)]
        if sum(bool(cell.words.strip()) for cell in cells) > 1:
            found = row(cells)
            yield Piece(found.words, BlockKind.TABLE, [*found.links], found.emphasis)
            return
        kind = BlockKind.PARAGRAPH
    writer = Inline()
    writer.text(element.text)
    for child in element:
        if child.tag in PARTS or _holds_parts(child):
            yield from _done(writer, kind)
            yield from _pieces(child, kind, depth + 1)
            writer = Inline()
        else:
            writer.child(child)
        writer.text(child.tail)
    yield from _done(writer, kind)


def _cell(element: _Element) -> Cell:
    writer = Inline()
    if isinstance(element.tag, str) and element.tag not in _SILENT:
        writer.write(element)
    words, links = writer.done()
    return Cell(words, links, writer.emphasis())


def _holds_parts(element: _Element) -> bool:
    return any(below.tag in PARTS for below in element.iter())


def _done(writer: Inline, kind: BlockKind) -> Iterator[Piece]:
    words, links = writer.done()
    if words.strip():
        yield Piece(words, kind, links, writer.emphasis())


class Inline:
    """Gathers the words of an element, white space made one blank, and the links in them."""

    def __init__(self) -> None:
        self._words = ""
        self._links: list[tuple[int, int, str]] = []
        self._emphasis: list[Emphasis] = []

    def text(self, text: str | None) -> None:
        """Add bare text."""
        self._add(text)

    def child(self, element: _Element) -> None:
        """Add an element below the one that is written."""
        if element.tag in {"lb", "br"}:
            self._words = f"{self._words.rstrip()}\n"
        elif isinstance(element.tag, str) and element.tag not in _SILENT:
            self.write(element)

    def write(self, element: _Element) -> None:
        """Add the words of an element and those below it."""
        start = len(self._words)
        self._add(element.text)
        for child in element:
            self.child(child)
            self._add(child.tail)
        target = element.get("target") or element.get("href")
        if element.tag in {"ref", "a"} and target:
            self._links.append((start, len(self._words), target))
        for face in faces_of(element):
            self._emphasis.append(Emphasis(start, len(self._words), face))

    def emphasis(self) -> list[Emphasis]:
        """What is emphasised in the words, in order, without white space at its ends."""
        return sorted(_trimmed(self._words, self._emphasis))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        words = " ".join(plain(text).split())
        words = f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}" if words else " "
        if not self._words or self._words[-1].isspace():
            words = words.lstrip()
        self._words += words

    def done(self) -> tuple[str, list[tuple[int, int, str]]]:
        """The words and the links."""
        return self._words.rstrip(), self._links


def faces_of(element: _Element) -> Iterator[Face]:
    """How an element has its words look, by its name or its style."""
    face = _FACES.get(element.tag)
    if face is not None:
        yield face
        return
    style = element.get("style") if element.tag in {"span", "font"} else None
    if style and _ITALIC_STYLE.search(style):
        yield Face.ITALIC
    if style and _BOLD_STYLE.search(style):
        yield Face.BOLD


def _trimmed(words: str, emphasis: Sequence[Emphasis]) -> Iterator[Emphasis]:
    for start, end, face in emphasis:
        inside = words[start:end]
        low = start + len(inside) - len(inside.lstrip())
        high = low + len(inside.strip())
        if low < high:
            yield Emphasis(low, high, face)

"""The article in a web page, without the page around it, as blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from ...article import BlockKind
from ..building import Builder
from ..characters import one_line
from ..finding import Finder
from ..markup import Inline, Piece
from ..quiet import quiet
from .page_gaps import filled
from .page_prepared import prepare

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_AGREES, _DISAGREES, _SHORT = 0.88, 0.5, 600
_HELD, _TEASING = 0.85, 1500
_LUMP, _OF_A_LUMP = 600, 0.5
_WORD = re.compile(r"\w{1,60}")
_LONG_LINE = 60
_LARGE = 5000  # elements; the slower ways take a time that grows with their square


def pieces(tree: HtmlElement, reference: str = "", *, dated: bool = False) -> list[Piece]:
    """The blocks of the article in a page, `dated` where it states a day of publication.

    `reference` is the article's text as the metadata of the page give it. Where the first
    extraction disagrees with it, or finds little, others are tried and the best is taken.
    """
    prepare(tree, is_article=dated)
    first = _extracted(tree)
    if _is_lump(first) and len(lines := _lines(reference)) > 1:
        first = [Piece(line, BlockKind.PARAGRAPH, []) for line in lines]
    expected = Counter(_WORD.findall(reference.lower())) if len(reference) > _SHORT else None
    best, score = first, _score(first, expected)
    if score >= _AGREES or (expected is not None and _is_cut(reference, first, expected)):
        return best
    if expected is None and 2 * score > 1:
        return best  # what others find beyond that is of the page, not of a short report
    ways: list[dict[str, bool]] = [{"favor_recall": True}]
    if sum(1 for _ in tree.iter()) < _LARGE:
        ways.append({"fast": False})
    if expected is not None:
        ways.append({"favor_precision": True})
    for way in ways:
        other = _extracted(tree, **way)
        found = _score(other, expected)
        if found > (2 * score if expected is None else score + 0.02):
            best, score = other, found
    if expected is not None and score < _DISAGREES:
        return [Piece(line, BlockKind.PARAGRAPH, []) for line in _lines(reference)]
    return best


def _is_cut(reference: str, found: list[Piece], expected: Counter[str]) -> bool:
    """Whether the metadata give only the beginning of what was found."""
    words = _words(found)
    held = (words & expected).total() >= _HELD * expected.total()
    ends = reference.rstrip().endswith(("…", "...", "[…]", "[...]"))
    return held and words.total() > expected.total() and (ends or len(reference) < _TEASING)


def _words(found: list[Piece]) -> Counter[str]:
    return Counter(word for piece in found for word in _WORD.findall(piece.words.lower()))


def _lines(text: str) -> list[str]:
    return [one_line(line) for line in text.split("\n") if line.strip()]


def _score(found: list[Piece], expected: Counter[str] | None) -> float:
    """How well blocks agree with the expected words, from 0 to 1.

    Without any to expect, a length that is enough for an article scores 1. It scores less where one
    block holds nearly all of it, since the paragraphs of the page were not seen then.
    """
    words = _words(found)
    if expected is None:
        worth = _OF_A_LUMP if _is_lump(found) else 1.0
        return worth * min(sum(len(piece.words) for piece in found) / _SHORT, 1.0)
    common = sum((words & expected).values())
    return 2 * common / max(words.total() + expected.total(), 1)


def _is_lump(found: list[Piece]) -> bool:
    """Whether one block holds nearly all there is."""
    lengths = [len(piece.words) for piece in found]
    return max(lengths, default=0) > 0.8 * sum(lengths) > _LUMP


def _extracted(tree: HtmlElement, **way: bool) -> list[Piece]:
    from trafilatura.core import bare_extraction

    options = {"fast": True, "include_comments": False, "include_links": True, **way}
    with quiet():
        found = bare_extraction(deepcopy(tree), **options)  # type: ignore[arg-type]
    body = getattr(found, "body", None)
    return filled(tree, [*_blocks(body)]) if body is not None else []


def _blocks(body: _Element) -> Iterator[Piece]:
    """The blocks in what was extracted."""
    for element in body:
        match element.tag:
            case "head":
                yield from _paragraphs(element, BlockKind.HEADING)
            case "list":
                for item in element.iter("item"):
                    yield from _paragraphs(item, BlockKind.LIST_ITEM)
            case "quote":
                inner = [child for child in element if child.tag in {"p", "quote"}]
                for child in inner or [element]:
                    yield from _paragraphs(child, BlockKind.QUOTE)
            case "table":
                for row in element.iter("row"):
                    cells = [
                        one_line("".join(map(str, cell.itertext()))) for cell in row.iter("cell")
                    ]
                    yield Piece("  |  ".join(cells), BlockKind.TABLE, [])
            case "code":
                yield Piece("".join(map(str, element.itertext())), BlockKind.CODE, [])
            case _:
                yield from _paragraphs(element, BlockKind.PARAGRAPH)


def _paragraphs(element: _Element, kind: BlockKind) -> Iterator[Piece]:
    """The paragraphs of an element: its words, cut where lines break between long ones."""
    writer = Inline()
    writer.write(element)
    words, links = writer.done()
    lines = words.split("\n")
    if len(lines) == 1 or len(words) < _LONG_LINE * len(lines):
        yield Piece(words, kind, links)
        return
    start = 0
    for line in lines:
        end = start + len(line)
        inside = [(a - start, b - start, to) for a, b, to in links if start <= a and b <= end]
        yield Piece(line, kind, inside)
        start = end + 1


def add(builder: Builder, found: list[Piece], source: str) -> None:
    """Add the blocks of a page with their places in its source."""
    finder = Finder(source, ids=True)
    for piece in found:
        place = finder.place(piece.words)
        builder.add(
            piece.words, piece.kind, place=place, links=piece.links, emphasis=piece.emphasis
        )

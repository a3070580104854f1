"""Which words of a web page are emphasised: looked up in the page for blocks already extracted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from ...article import Emphasis
from ..markup import PARTS, Piece, faces_of
from ..markup import pieces as pieces_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKS = ("b", "strong", "i", "em", "cite", "dfn", "var", "span", "font")
_LARGEST = 300
"""Elements below one that is looked at; larger ones hold whole pages."""
_MOST_WORDS = 20_000


def emphasised(tree: HtmlElement, found: list[Piece]) -> list[Piece]:
    """The blocks with the emphasis that their words have in the page."""
    known: dict[str, list[tuple[int, int, Emphasis]]] = {}
    for element in _holders(tree):
        for piece in pieces_of(element):
            for words, emphasis in _lines(piece):
                letters = _letters(words)
                known.setdefault(
                    _bare(words),
                    [
                        (_count(letters, one.start), _count(letters, one.end), one)
                        for one in emphasis
                    ],
                )
    return [_with_emphasis(piece, known.get(_bare(piece.words), [])) for piece in found]


def _holders(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The block elements with emphasised words directly in them, each once."""
    seen: set[HtmlElement] = set()
    for mark in tree.iter(*_MARKS):
        if not any(faces_of(mark)):
            continue
        above = mark.getparent()
        while above is not None and above.tag not in PARTS:
            above = above.getparent()
        if above is None:
            continue
        above = next(islice(above.iterancestors("tr"), 1), above)
        if above in seen:
            continue
        seen.add(above)
        if sum(1 for _ in zip(range(_LARGEST + 1), above.iter(), strict=False)) <= _LARGEST:
            yield above


def _lines(piece: Piece) -> Iterator[tuple[str, Sequence[Emphasis]]]:
    """A block as a whole and, where lines break in it, line by line."""
    if not piece.emphasis or len(piece.words) > _MOST_WORDS:
        return
    yield piece.words, piece.emphasis
    start = 0
    for line in piece.words.split("\n") if "\n" in piece.words else ():
        end = start + len(line)
        yield (
            line,
            [
                Emphasis(max(one.start, start) - start, min(one.end, end) - start, one.face)
                for one in piece.emphasis
                if one.start < end and one.end > start
            ],
        )
        start = end + 1


def _with_emphasis(piece: Piece, found: list[tuple[int, int, Emphasis]]) -> Piece:
    if not found:
        return piece
    letters = _letters(piece.words)
    return piece._replace(
        emphasis=[
            Emphasis(letters[first], letters[last - 1] + 1, one.face)
            for first, last, one in found
            if first < last
        ]
    )


def _bare(words: str) -> str:
    return "".join(words.split())


def _letters(words: str) -> list[int]:
    """The places of all that is no white space."""
    return [place for place, letter in enumerate(words) if not letter.isspace()]


def _count(letters: list[int], place: int) -> int:
    """How many letters stand before a place."""
    return bisect_left(letters, place)

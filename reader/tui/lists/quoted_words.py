"""What was said, as a pane shows it: the article's own characters, verbatim words set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...analysis import Quote, QuoteKind, Span
from ..glyphs import glyphs
from ..harmless import harmless
from ..line import Line, Piece
from .short_lines import wrap

_BLANKS = re.compile(r"\s+")
_IN_MARKS = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|(?<!\w)‘[^‘’]*’(?!\w)"
)


def words_of(text: str, quote: Quote, limit: int = 50_000) -> list[Piece]:
    """The content of a quote in looks, no longer than `limit` code points or little more.

    No mark is added or taken away. Line ends and runs of blanks become single blanks. An
    ellipsis between two pieces, in a look of its own, stands for what interrupts them.
    """
    pieces: list[Piece] = []
    for place in quote.content:
        if limit <= 0:
            break
        if pieces:
            pieces.append(Piece(f" {glyphs().ellipsis} ", "dim"))
        said = text[place.start : min(place.end, place.start + limit)]
        limit -= len(said)
        pieces.extend(Piece(_shown(part), look) for part, look in _parts(said, quote.kind))
    return pieces


def _shown(said: str) -> str:
    return harmless(_BLANKS.sub(" ", said))


def _parts(said: str, kind: QuoteKind) -> Iterator[tuple[str, str]]:
    """The parts of what was said, in marks or not, with their looks."""
    if kind is not QuoteKind.MIXED:
        yield said, "quote" if kind is QuoteKind.DIRECT else "indirect"
        return
    done = 0
    for match in _IN_MARKS.finditer(said):
        if match.start() > done:
            yield said[done : match.start()], "indirect"
        yield match.group(), "quote"
        done = match.end()
    if done < len(said):
        yield said[done:], "indirect"


def length(quote: Quote) -> int:
    """About how many code points the words take on one line."""
    places = quote.content
    total = 3 * len(places) - 3
    for place in places:
        total += place.end - place.start
    return total


def word_count(text: str, places: tuple[Span, ...]) -> int:
    """How many words were said."""
    return sum(len(text[place.start : place.end].split()) for place in places)


def set_pieces(pieces: list[Piece], width: int, most: int, indent: int) -> list[Line]:
    """Pieces as one text in at most `most` lines of `width` cells, with room at both sides."""
    text = "".join(piece.text for piece in pieces)
    lines = []
    for start, shown in wrap(text, width - indent - 1, most):
        line = Line(width).add(" " * indent)
        for words, look in _cut(pieces, start, shown):
            line.add(words, look)
        lines.append(line)
    return lines


def _cut(pieces: list[Piece], start: int, shown: str) -> Iterator[Piece]:
    """The characters of a line that begins at `start`, in the looks of their pieces."""
    begin, taken = 0, 0
    for text, look in pieces:
        end = begin + len(text)
        if end > start + taken and taken < len(shown):
            part = shown[taken : end - start]
            taken += len(part)
            yield Piece(part, look)
        begin = end
    if taken < len(shown):
        yield Piece(shown[taken:], pieces[-1].look)

"""How the structure of an article looks: looks by kind, signs in the margin, folded furniture."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from operator import attrgetter

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ...article import (
    ABOUT_THE_ARTICLE,
    FURNITURE,
    HEADLINES,
    Article,
    Block,
    BlockKind,
    Blocks,
    Face,
)
from ...reading.outline import links_in, page_starts
from ..glyphs import glyphs
from .painting import Painted, Palette, fitted
from .row import Row

_ASIDE = ABOUT_THE_ARTICLE | {
    BlockKind.CAPTION,
    BlockKind.DATELINE,
    BlockKind.FOOTNOTE,
}
_ITALIC = frozenset({BlockKind.PULL_QUOTE, BlockKind.CAPTION, BlockKind.QUESTION})
_BOLD = frozenset({BlockKind.SPEAKER})
_TIGHT = frozenset(
    {
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.VERSE,
        BlockKind.TABLE,
        BlockKind.CODE,
    }
)
_KEEPS_LINES = frozenset({BlockKind.VERSE, BlockKind.TABLE, BlockKind.CODE})
_SHORTEST_FOLD = 4
_FACES = {Face.ITALIC: Style(italic=True), Face.BOLD: Style(bold=True)}
_START = attrgetter("start")


class Fold(Block):
    """A run of furniture that is folded into one row."""

    __slots__ = ()


def folded(blocks: Sequence[Block], opened: Container[int] = ()) -> Sequence[Block]:
    """The blocks with each longer run of furniture as one; the same ones where there is none.

    Runs that begin at the code points in `opened` stay as they are.
    """
    if not any(block.kind in FURNITURE for block in blocks):
        return blocks
    made: list[Block] = []
    run: list[Block] = []
    for block in (*blocks, None):
        if block is not None and block.kind in FURNITURE:
            run.append(block)
            continue
        hides = len(run) >= _SHORTEST_FOLD and run[0].start not in opened
        made += [_fold(run)] if hides else run
        run = []
        if block is not None:
            made.append(block)
    return made


class Folds:
    """Which furniture is folded: all but the runs that somebody opened, or none."""

    def __init__(self) -> None:
        self.hides = True
        self._opened: set[int] = set()

    def applied(self, blocks: Blocks) -> Sequence[Block]:
        """The blocks as they are shown."""
        if self.hides and blocks.holds(FURNITURE):
            return folded(blocks, self._opened)
        return blocks

    def toggle(self) -> None:
        """Fold all, or show all."""
        self.hides = not self.hides
        self._opened.clear()

    def open(self, fold: Fold) -> None:
        """Show one."""
        self._opened.add(fold.start)

    def forget(self) -> None:
        """Know nothing of what was opened, as in another article."""
        self._opened.clear()


def _fold(run: Sequence[Block]) -> Fold:
    return Fold(run[0].start, run[-1].end, BlockKind.FURNITURE)


def paint_fold(lines: int, column: int, width: int, palette: Palette, *, has_caret: bool) -> Strip:
    """The row that stands for so many lines of folded furniture."""
    words = f"{glyphs().gap * 3} {lines} lines of the page around the article · enter shows them"
    style = palette.base + palette.aside
    first = style + palette.caret if has_caret else style
    indent = Segment(" " * column, palette.base)
    return fitted(
        [indent, Segment(words[:1], first), Segment(words[1:], style)],
        column + len(words),
        width,
        palette.base,
    )


def emphasis_style(article: Article, block: Block, row: Row) -> list[Painted]:
    """What the source emphasises in a row of a block; it lies below all marks."""
    first = bisect_left(article.emphasis, block.start, key=_START)
    last = bisect_left(article.emphasis, row.end, key=_START)
    found = (one for one in article.emphasis[first:last] if one.end > row.start)
    return [(one.start, one.end, _FACES[one.face]) for one in found]


def links_style(article: Article, row: Row, palette: Palette) -> list[Painted]:
    """The links of a row, which lie below all that the analysis marks."""
    if not article.links:
        return []
    found = links_in(article.links, row.start, row.end)
    return [(link.start, link.end, palette.link) for link in found]


class PageBreaks:
    """Where the pages of a document begin, found once for an article."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self._starts: list[int] = []
        self._pages: list[int] = []

    def strip(
        self, article: Article, start: int, column: int, width: int, palette: Palette
    ) -> Strip:
        """The row before the block that begins at `start`; blank unless a page begins there."""
        if article is not self._article:
            self._article = article
            found = page_starts(article)[1:]
            self._starts = [begin for begin, _ in found]
            self._pages = [page for _, page in found]
        place = bisect_left(self._starts, start)
        if place == len(self._starts) or self._starts[place] != start:
            return Strip.blank(width, palette.base)
        words = f"{glyphs().gap * 3} page {self._pages[place]}"
        segments = [
            Segment(" " * column, palette.base),
            Segment(words, palette.base + palette.aside),
        ]
        return fitted(segments, column + len(words), width, palette.base)


def belong_together(text: str, before: Block, block: Block) -> bool:
    """Whether two blocks stand on lines without a blank one between, as the items of a list."""
    alike = before.kind is block.kind and block.kind in _TIGHT
    return alike and text.count("\n", before.end, block.start) < 2


def lines_of(text: str, block: Block) -> Iterable[tuple[int, int]]:
    """The stretches of a block that are set by themselves: its lines where those must stay."""
    if block.kind not in _KEEPS_LINES or "\n" not in text[block.start : block.end]:
        return ((block.start, block.end),)
    return _lines(text, block)


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    while start < block.end:
        end = text.find("\n", start, block.end)
        stop = block.end if end < 0 else end + 1
        yield start, stop
        start = stop


def style_of(kind: BlockKind, palette: Palette) -> Style:
    """How the words of a block look."""
    style = palette.base
    if kind in HEADLINES:
        style += palette.heading
    elif kind in _ASIDE:
        style += palette.aside
    if kind in _ITALIC:
        style += Style(italic=True)
    return style + Style(bold=True) if kind in _BOLD else style

"""The signs left of the text: who is quoted, what is an item of a list, what is a block quote."""

from __future__ import annotations

from rich.style import Style
from textual.cache import LRUCache

from ...analysis import Quote, QuoteKind
from ...article import Block, BlockKind
from ...reading import QuoteFocus, Reading
from ..glyphs import glyphs
from .painting import Palette

_ITEM_MARKS = frozenset("-*•–·‣◦([")


class Beside:
    """Signs beside the rows of a reading's article. What is known of quotes is kept by block."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._quoted: LRUCache[tuple[int, int], bool] = LRUCache(512)

    def forget(self) -> None:
        """Find out again which blocks quote someone."""
        self._quoted.clear()

    def sign(self, block: Block, start: int, palette: Palette) -> tuple[str, Style] | None:
        """The sign beside the row that begins at `start`, and its look."""
        signs = glyphs()
        if self._is_quoted(block):
            focused = self._holds_focused_quote(block)
            return signs.here, palette.bar_in_focus if focused else palette.bar
        match block.kind:
            case BlockKind.LIST_ITEM if start == block.start and not self._is_marked(block):
                return signs.bullet, palette.aside
            case BlockKind.QUOTE | BlockKind.PULL_QUOTE:
                return signs.rail, palette.aside
            case _:
                return None

    def _is_marked(self, block: Block) -> bool:
        """Whether an item bears a bullet or number of its own."""
        first = self._reading.article.text[block.start : block.start + 4]
        return first[:1] in _ITEM_MARKS or first.partition(".")[0].isdigit() or ")" in first[1:]

    def _is_quoted(self, block: Block) -> bool:
        place = block.start, block.end
        known = self._quoted.get(place)
        if known is None:
            quotes = self._reading.index.contents.touching(*place)
            known = any(quote.kind is not QuoteKind.INDIRECT for _, _, quote in quotes)
            self._quoted[place] = known
        return known

    def _holds_focused_quote(self, block: Block) -> bool:
        if not isinstance(self._reading.focus, QuoteFocus):
            return False
        quote = self._reading.focused
        return isinstance(quote, Quote) and any(
            piece.start < block.end and piece.end > block.start for piece in quote.content
        )

"""How people name a place in an article: by its page, or by its paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from .parts import BlockKind, Origin

_UNNUMBERED = frozenset({BlockKind.TITLE, BlockKind.HEADING})


class Numbered(Protocol):
    """A block as far as numbers go."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def kind(self) -> BlockKind:
        """What it is."""


class Numbering:
    """Paragraphs counted from 1, headings left out, and the pages of a document that has some."""

    def __init__(self, blocks: Sequence[Numbered], origin: Sequence[Origin] = ()) -> None:
        self._blocks = blocks
        self._origin = [one for one in origin if one.page is not None]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self._blocks]

    @cached_property
    def _numbers(self) -> list[int]:
        number, numbers = 0, []
        for block in self._blocks:
            number += block.kind not in _UNNUMBERED
            numbers.append(number)
        return numbers

    @cached_property
    def _page_starts(self) -> list[int]:
        return [one.start for one in self._origin]

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds a code point."""
        place = bisect_right(self._starts, offset) - 1
        return max(1, self._numbers[place]) if place >= 0 else 1

    def page(self, offset: int) -> int | None:
        """The page on which a code point stands, None in a document without pages."""
        if not self._origin:
            return None
        return self._origin[max(0, bisect_right(self._page_starts, offset) - 1)].page

    def name(self, offset: int) -> str:
        """Page or paragraph in short: "p. 3" or "¶ 12"."""
        page = self.page(offset)
        return f"¶ {self.paragraph(offset)}" if page is None else f"p. {page}"

"""How people name a place in an article: by its page, or by its paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Protocol

from .parts import ABOUT_THE_ARTICLE, HEADLINES, BlockKind, Origin

_UNNUMBERED = HEADLINES | ABOUT_THE_ARTICLE


class Numbered(Protocol):
    """A block as far as numbers go."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def kind(self) -> BlockKind:
        """What it is."""


class Numbering:
    """Paragraphs counted from 1, and the pages of a document that has some.

    Headings and what speaks about the article (byline, date, credits) have no number. Where there
    is nothing else, they have.
    """

    def __init__(self, blocks: Sequence[Numbered], origin: Sequence[Origin] = ()) -> None:
        self._blocks = blocks
        self._origin = [one for one in origin if one.page is not None]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self._blocks]

    @cached_property
    def _numbered(self) -> list[bool]:
        found = [block.kind not in _UNNUMBERED for block in self._blocks]
        return found if any(found) else [True] * len(found)

    @cached_property
    def _numbers(self) -> list[int]:
        return list(accumulate(self._numbered))

    @property
    def count(self) -> int:
        """How many paragraphs there are."""
        return self._numbers[-1] if self._numbers else 0

    def is_numbered(self, start: int) -> bool:
        """Whether the block that begins at a code point has a number of its own."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and self._starts[place] == start and self._numbered[place]

    def start(self, number: int) -> int | None:
        """Where a paragraph begins; None where there is none of that number."""
        place = bisect_left(self._numbers, number)
        return self._starts[place] if 0 < number <= self.count else None

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

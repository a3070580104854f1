"""The parsed batches of one article, in whatever order they come."""

from __future__ import annotations

from ...article import Article
from ..types import Problem
from .columns import Columns, Parse, join
from .passages import batches, outward


class Gathering:
    """Takes the batches of `article` one by one and gives the parse of what is there.

    `offset` is the code point to begin at. `order` are the indices of the batches as they
    are best parsed, `done` the code points parsed so far, `problems` the passages lost.
    """

    def __init__(self, article: Article, offset: int = 0) -> None:
        self.batches = batches(article)
        self.order = list(outward(self.batches, offset))
        self.done = 0
        self.problems: list[Problem] = []
        self._text = article.text
        self._pieces: dict[int, list[Columns]] = {}

    @property
    def complete(self) -> bool:
        """Whether all batches are there."""
        return len(self._pieces) == len(self.batches)

    def add(self, index: int, pieces: list[Columns], problems: list[Problem]) -> None:
        """Take the columns of each passage of a batch, and the passages lost."""
        self._pieces[index] = pieces
        self.done += sum(end - start for start, end in self.batches[index])
        self.problems += problems

    def parse(self) -> Parse:
        """The parse of all that is there without a gap around the first batch."""
        return join(
            self._text, (piece for index in self._around() for piece in self._pieces[index])
        )

    def excerpt(self, article: Article) -> Article:
        """The part of `article` that `parse` is the parse of."""
        around = self._around()
        first, last = self.batches[around[0]], self.batches[around[-1]]
        return article.excerpt(first[0].start, last[-1].end)

    def _around(self) -> range:
        """The indices of the batches around the first that are there without a gap."""
        if not self._pieces:
            return range(0)
        first = last = self.order[0]
        while first - 1 in self._pieces:
            first -= 1
        while last + 1 in self._pieces:
            last += 1
        return range(first, last + 1)

"""Putting an article together from the pieces that a format knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..article import (
    Article,
    Block,
    BlockKind,
    Blocks,
    DateSource,
    Dating,
    Emphasis,
    Face,
    Link,
    Origin,
)
from ..article.errors import ArticleError
from ..article.kinds import with_kinds
from ..article.speakers import with_speakers
from .characters import one_line, plain
from .markup import Piece
from .types import Raw

_CLOSE = frozenset({BlockKind.LIST_ITEM, BlockKind.VERSE, BlockKind.TABLE, BlockKind.CODE})
_LABELS = frozenset({BlockKind.SPEAKER, BlockKind.TIMESTAMP})


class About(NamedTuple):
    """What a source states about its article.

    `published` is stated, `guessed` only hinted at. `url` is the address the page gives itself.
    """

    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    guessed: date | None = None
    url: str | None = None
    notice: str | None = None


class Place(NamedTuple):
    """Where a block stands in its source; see Origin."""

    start: int = 0
    end: int = 0
    page: int | None = None
    anchor: str | None = None


class Builder:
    """Gathers blocks in reading order and makes an article of them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._origin: list[Origin] = []
        self._links: list[Link] = []
        self._emphasis: list[Emphasis] = []

    def add(
        self,
        words: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        place: Place | None = None,
        links: Iterable[tuple[int, int, str]] = (),
        emphasis: Iterable[Emphasis] = (),
    ) -> None:
        """Add a block; one without words is left out.

        `links` and `emphasis` count code points of `words`.
        """
        indent = len(words) - len(words.lstrip())
        words = words.strip()
        if not words:
            return
        if self._blocks:
            last = self._blocks[-1].kind
            gap = "\n" if (last is kind and kind in _CLOSE) or last in _LABELS else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        start, end = self._length, self._length + len(words)
        self._parts.append(words)
        self._blocks.append(Block(start, end, kind))
        if place is not None:
            self._origin.append(Origin(start, end, *place))
        for first, last_, address in links:
            low, high = max(first - indent, 0), min(last_ - indent, len(words))
            if low < high:
                self._links.append(Link(start + low, start + high, address))
        for first, last_, face in sorted(emphasis):
            low, high = max(first - indent, 0), min(last_ - indent, len(words))
            if low < high:
                self._emphasis.append(Emphasis(start + low, start + high, face))
        self._length = end

    def head(self, about: About, place: Place | None = None) -> None:
        """Open with the headline and the byline that the source states at a place."""
        if about.headline:
            self.add(one_line(about.headline), BlockKind.TITLE, place=place)
        if about.byline:
            self.add(one_line(about.byline), BlockKind.BYLINE, place=place)

    def add_all(
        self,
        found: Iterable[Piece],
        headline: str | None = None,
        place: Callable[[str], Place] | None = None,
    ) -> None:
        """Add blocks of marked-up text; a heading that repeats the headline is left out.

        `place` tells where words stand in the source.
        """
        headline = one_line(headline or "")
        for piece in found:
            repeats = piece.kind is BlockKind.HEADING and one_line(piece.words) == headline
            if not repeats:
                self.add(
                    piece.words,
                    piece.kind,
                    place=place(piece.words) if place is not None else None,
                    links=piece.links,
                    emphasis=piece.emphasis,
                )

    @property
    def length(self) -> int:
        """How many code points of text there are."""
        return self._length

    def kinds(self) -> list[BlockKind]:
        """The kinds of the blocks so far."""
        return [block.kind for block in self._blocks]

    def article(self, raw: Raw, about: About) -> Article:
        """The article. Raises ArticleError where there are no words."""
        text = "".join(self._parts)
        if not text:
            raise ArticleError(f"{raw.name} holds no text: open another copy of the article.")
        bold = {(one.start, one.end) for one in self._emphasis if one.face is Face.BOLD}
        asked = [
            block._replace(kind=BlockKind.HEADING)
            if (block.start, block.end) in bold and text[block.end - 1] == "?"
            else block
            for block in self._blocks
        ]
        blocks = with_kinds(text, with_speakers(text, asked))
        made = Article.from_text(text + "\n", published=raw.published, source=raw.label)
        return replace(
            with_about(made, raw, about),
            layout=Blocks(blocks),
            origin=tuple(self._origin),
            links=tuple(self._links),
            emphasis=tuple(self._emphasis),
        )


def with_about(article: Article, raw: Raw, about: About) -> Article:
    """The article with what its source states about it; the user's date goes before."""
    stated = None if about.published is None else Dating(about.published, DateSource.METADATA)
    if stated is not None and raw.published is None:
        article = article.dated(stated)
    return replace(
        article,
        headline=_said(about.headline) or article.headline,
        byline=_said(about.byline) or article.byline,
        url=raw.url or about.url,
        stated=stated,
        guessed=about.guessed if article.published is None else None,
        notice=about.notice,
    )


def _said(words: str | None) -> str | None:
    return one_line(words) or None if words else None


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text that blank lines or line ends part, without odd characters."""
    return [line.strip() for line in plain(text).split("\n") if line.strip()]

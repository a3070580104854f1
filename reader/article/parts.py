"""What articles are made of: spans, blocks, and where a date was found."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple, overload


class Range(NamedTuple):
    """A half-open range of code points in an article's text."""

    start: int
    end: int


class DateSource(StrEnum):
    """Where the publication date of an article comes from."""

    OPTION = "option"
    METADATA = "metadata"
    TEXT = "text"
    FILE = "file"
    NONE = "none"


class Dating(NamedTuple):
    """The publication date of an article, where it comes from and, if its text says so, where."""

    published: date | None
    date_source: DateSource
    date_span: Range | None = None


class Sureness(StrEnum):
    """How sure a publication date is: the source states it, or something hints at it."""

    STATED = "stated"
    GUESSED = "guessed"


class BlockKind(StrEnum):
    """What a block of an article is to the reader's eye."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    SLUG = "slug"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    VERSE = "verse"
    QUOTE = "quote"
    PULL_QUOTE = "pull_quote"
    CAPTION = "caption"
    CREDIT = "credit"
    FOOTNOTE = "footnote"
    TABLE = "table"
    CODE = "code"
    SPEAKER = "speaker"
    TIMESTAMP = "timestamp"
    TURN = "turn"
    QUESTION = "question"
    ANSWER = "answer"
    METADATA = "metadata"
    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    FURNITURE = "furniture"


HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
"""Blocks that stand over others and are often no sentences."""

ABOUT_THE_ARTICLE = frozenset(
    {
        BlockKind.BYLINE,
        BlockKind.DATE,
        BlockKind.SLUG,
        BlockKind.CREDIT,
        BlockKind.TIMESTAMP,
        BlockKind.METADATA,
        BlockKind.NAVIGATION,
        BlockKind.ADVERTISEMENT,
        BlockKind.FURNITURE,
    }
)
"""Blocks that speak about the article or its page and tell nothing of its story."""

FURNITURE = frozenset({BlockKind.NAVIGATION, BlockKind.ADVERTISEMENT, BlockKind.FURNITURE})
"""Blocks of the page around an article: shown dim or folded, never analysed."""


class Block(NamedTuple):
    """A paragraph, heading or other unit that is set apart on the page.

    The span holds no leading or trailing white space. It may hold line ends where
    the source breaks its lines at a fixed width; such a line end is a space to a reader.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH


_KINDS = tuple(BlockKind)


class Blocks(Sequence[Block]):
    """Blocks in order, kept in columns: those of a book take nine bytes each, not 140."""

    __slots__ = ("_ends", "_kinds", "_starts")

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._starts, self._ends, self._kinds = array("I"), array("I"), bytearray()
        for start, end, kind in blocks:
            self._starts.append(start)
            self._ends.append(end)
            self._kinds.append(_KINDS.index(kind))

    def packed(self) -> tuple[bytes, bytes, bytes]:
        """The columns as bytes, for the way to another process on the same machine."""
        return self._starts.tobytes(), self._ends.tobytes(), bytes(self._kinds)

    @classmethod
    def unpacked(cls, starts: bytes, ends: bytes, kinds: bytes) -> Blocks:
        """The blocks that were packed."""
        made = cls()
        made._starts, made._ends = array("I", starts), array("I", ends)
        made._kinds = bytearray(kinds)
        return made

    def holds(self, kinds: Iterable[BlockKind]) -> bool:
        """Whether a block of one of these kinds is among them."""
        return any(_KINDS.index(kind) in self._kinds for kind in kinds)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> Block: ...
    @overload
    def __getitem__(self, place: slice) -> Blocks: ...
    def __getitem__(self, place: int | slice) -> Block | Blocks:
        if isinstance(place, int):
            return Block(self._starts[place], self._ends[place], _KINDS[self._kinds[place]])
        part = Blocks()
        part._starts, part._ends = self._starts[place], self._ends[place]
        part._kinds = self._kinds[place]
        return part

    def __iter__(self) -> Iterator[Block]:
        return map(Block, self._starts, self._ends, map(_KINDS.__getitem__, self._kinds))

    def __repr__(self) -> str:
        return f"Blocks({[*self]})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blocks) and [*self] == [*other]

    def __hash__(self) -> int:
        return hash((*self,))


class Origin(NamedTuple):
    """Where a stretch of an article's text stands in its source.

    `start` and `end` count code points of the text, `source_start` and `source_end` those of
    the decoded source. `page` counts the pages of a document from 1. `anchor` is the id of the
    nearest element of a web page that has one, the file of a book's chapter, or the number of a
    document's paragraph ("paragraph 12").
    """

    start: int
    end: int
    source_start: int
    source_end: int
    page: int | None = None
    anchor: str | None = None


class Face(StrEnum):
    """How emphasised words look."""

    ITALIC = "italic"
    BOLD = "bold"


class Emphasis(NamedTuple):
    """A stretch of an article's text, in code points, that its source emphasises.

    A stretch lies in one block. Italic words in bold ones are two stretches.
    """

    start: int
    end: int
    face: Face


class Voice(NamedTuple):
    """A stretch that the text quotes, and where the text names whose words it holds.

    All four count code points of the text.
    """

    start: int
    end: int
    name_start: int
    name_end: int


class Link(NamedTuple):
    """A stretch of an article's text, in code points, that leads to an address."""

    start: int
    end: int
    address: str

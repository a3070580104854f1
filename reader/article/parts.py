"""What articles are made of: spans, blocks, and where a date was found."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
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
    date_span: Span | None = None


class BlockKind(StrEnum):
    """What a block of an article is to the reader's eye."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    METADATA = "metadata"


class Block(NamedTuple):
    """A paragraph, heading or other unit that is set apart on the page.

    The span holds no leading or trailing white space. It may hold line ends where
    the source breaks its lines at a fixed width; such a line end is a space to a reader.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH

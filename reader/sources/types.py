"""What goes into a format and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple, Protocol, runtime_checkable

from ..article import Article


class Raw(NamedTuple):
    """Bytes that somebody wants to read, and what is known about them.

    A refusal calls them `name`. An article is known by the short name `source` (a file name),
    else by `name`. A server said that they are of the `media_type`, with its parameters. The
    user gave the day `published`. They were in as many archives as `depth` counts.
    """

    name: str
    data: bytes
    url: str | None = None
    media_type: str | None = None
    published: date | None = None
    source: str | None = None
    depth: int = 0

    @property
    def label(self) -> str:
        """The short name of the article."""
        return self.source or self.name

    @property
    def suffix(self) -> str:
        """The last suffix of the name in lower case with its dot, "" without one."""
        return PurePath(self.label).suffix.lower()

    @property
    def mime(self) -> str:
        """The media type in lower case without its parameters, "" where none is known."""
        return (self.media_type or "").partition(";")[0].strip().lower()

    def holding(self, data: bytes, source: str, media_type: str | None = None) -> Raw:
        """What was packed inside these bytes under a name of its own."""
        return self._replace(
            name=f"{source} in {self.name}",
            data=data,
            source=source,
            media_type=media_type,
            depth=self.depth + 1,
        )


class Entry(NamedTuple):
    """One of the articles of a container: what a list shows of it, and how to open it.

    `open` raises ArticleError where the entry cannot be read. Where `is_summary`, it gives a
    summary alone, and the whole article is at `url`.
    """

    title: str
    open: Callable[[], Article | Container]
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    is_summary: bool = False


class Container(NamedTuple):
    """Several articles in one file: a mail folder, a feed, an archive.

    `kind` says what it is ("a mail folder"); `notice` is a sentence about what was left out.
    """

    name: str
    kind: str
    entries: Sequence[Entry]
    notice: str | None = None


@runtime_checkable
class SourceFormat(Protocol):
    """A kind of file that articles come in.

    `suffixes` are in lower case with their dots, `media_types` without parameters. Both are
    hints: `recognises` looks at the bytes.
    """

    name: str
    suffixes: frozenset[str]
    media_types: frozenset[str]

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes are of this format."""
        ...

    def read(self, raw: Raw) -> Article | Container:
        """The article, or the list of articles. Raises ArticleError, one sentence."""
        ...


@runtime_checkable
class Long(Protocol):
    """A format of long documents, of which the beginning can be had before the rest."""

    def beginning(self, raw: Raw) -> Article | None:
        """An article whose text is how the whole one begins, or None where nothing is won."""
        ...

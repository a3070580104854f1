"""An article as everything else sees it: text, blocks, title and publication date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from .blocks import split_blocks
from .lines import authors
from .parts import (
    Block,
    BlockKind,
    Blocks,
    DateSource,
    Dating,
    Emphasis,
    Link,
    Origin,
    Range,
    Sureness,
    Voice,
)
from .publication import day_in_wire_name, stated_date

if TYPE_CHECKING:
    from .numbering import Numbering

_OPENING = 100_000


@dataclass(frozen=True)
class Article:
    """One news article.

    `text` has line feeds as line ends and no byte order mark. Every offset anywhere in the
    project counts code points of `text`. `source` is the name a person knows the article
    by (a file name, "standard input") or None, `url` its address on the web.

    What the source states is kept beside the text: `headline`, `byline`, and in `layout` the
    blocks (None: they are found in the text). `guessed` is a publication date that something
    hints at and nobody has confirmed. An empty `origin` says that the text is the decoded source.
    `stated` is the date that the source states outside its text; `notice` is a sentence for
    the reader about what could not be read well. `emphasis` is in order of its starts.
    `voices` tell whose words quoted lines of a mail are.
    """

    text: str
    source: str | None = None
    published: date | None = None
    date_source: DateSource = DateSource.NONE
    date_span: Range | None = field(default=None, compare=False)
    headline: str | None = None
    byline: str | None = None
    url: str | None = None
    layout: Blocks | None = None
    guessed: date | None = None
    origin: tuple[Origin, ...] = field(default=(), compare=False)
    links: tuple[Link, ...] = field(default=(), compare=False)
    emphasis: tuple[Emphasis, ...] = field(default=(), compare=False)
    voices: tuple[Voice, ...] = field(default=(), compare=False)
    stated: Dating | None = field(default=None, compare=False)
    notice: str | None = field(default=None, compare=False)

    @classmethod
    def from_text(
        cls, text: str, *, published: date | None = None, source: str | None = None
    ) -> Article:
        """An article from decoded text.

        Without `published` the date is the one the article itself states (a dateline, a
        "Published ..." line, front matter), else the one in `source`, else none. A name that
        only looks like a day is a guess.
        """
        text = text.removeprefix("\ufeff")
        if "\r" in text:  # found out ten times as fast as it is replaced
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if published is not None:
            return cls(text, source, published, DateSource.OPTION)
        dating = stated_date(text, source)
        guessed = None if dating.published else day_in_wire_name(source)
        return cls(text, source, *dating, guessed=guessed)

    def with_date(self, published: date | None) -> Article:
        """The same article with the publication date the user gave (None: unknown)."""
        given = DateSource.NONE if published is None else DateSource.OPTION
        return self.dated(Dating(published, given))

    def as_stated(self) -> Article:
        """The same article with the publication date that it states itself."""
        return self.dated(self.stated or stated_date(self.text, self.source))

    def dated(self, dating: Dating) -> Article:
        """The same article with another publication date."""
        return replace(self, **dating._asdict())

    @property
    def dating(self) -> Dating:
        """The publication date and where it comes from."""
        return Dating(self.published, self.date_source, self.date_span)

    @property
    def sureness(self) -> Sureness | None:
        """How sure the publication date is, None without one. A guessed one is not in use."""
        if self.published is not None:
            return Sureness.STATED
        return None if self.guessed is None else Sureness.GUESSED

    @cached_property
    def blocks(self) -> Blocks:
        """The blocks of the text in order; together they hold all that is not white space."""
        return split_blocks(self.text) if self.layout is None else self.layout

    @cached_property
    def numbering(self) -> Numbering:
        """The numbers of its paragraphs, or of its pages."""
        from .numbering import Numbering

        return Numbering(self.blocks, self.origin)

    @property
    def opening(self) -> Blocks:
        """The blocks of the first 100,000 code points, found at once in a text of any length."""
        known = self.layout is not None or "blocks" in self.__dict__
        if known or len(self.text) <= _OPENING:
            return self.blocks
        return split_blocks(self.text[:_OPENING])

    def excerpt(self, start: int, end: int) -> Article:
        """The same article as if its blocks outside a stretch of the text were not there.

        Offsets stay those of the whole text. Blocks across the border are cut.
        """
        inside = (block for block in self.blocks if block.start < end and block.end > start)
        return self.with_blocks(
            Block(max(block.start, start), min(block.end, end), block.kind) for block in inside
        )

    def with_blocks(self, blocks: Iterable[Block]) -> Article:
        """The same article as if it had these blocks and no others."""
        return replace(self, layout=Blocks(blocks))

    @cached_property
    def title(self) -> str | None:
        """The headline on one line: the one the source states, else the one the text opens with."""
        if self.headline is not None:
            return self.headline
        first = next((b for b in self.opening if b.kind is BlockKind.TITLE), None)
        if first is None:
            return None
        return " ".join(self.text[first.start : first.end].split()).lstrip("# ")

    @cached_property
    def signed(self) -> str | None:
        """Who wrote it: the byline that the source states, else whom a line at the top names."""
        if self.byline is not None:
            return self.byline
        first = next((b for b in self.opening if b.kind is BlockKind.BYLINE), None)
        return None if first is None else authors(self.text[first.start : first.end])

    @cached_property
    def is_english(self) -> bool:
        """Whether the text reads like English, the one language that is analysed."""
        from .language import looks_english

        return looks_english(self.text)

"""Plain text: read at once if it is clean, repaired if it is not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..article import Article, Block, BlockKind
from ..article.errors import ArticleError
from .decoding import decode
from .signs import needs_mending
from .types import Raw

if TYPE_CHECKING:
    from .repair.steps import Quoted

PIPED = "standard input"
_FULL_LINE = 45
_MAY_BE_QUOTED = frozenset({BlockKind.PARAGRAPH, BlockKind.TITLE})
_SUFFIXES = frozenset({".txt", ".text", ".asc", ""})
_FOREIGN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<(?:!doctype|!--|\?xml|html|head|body|div|p|article|rss|feed)\b"
    rb"|WEBVTT|\{\\rtf|%PDF|PK\x03\x04|\x1f\x8b|WARC/|From \S+@?\S* +\w{3} "
    rb"|(?:[A-Za-z][\w-]{1,40}: ?[^\n]{0,2000}\r?\n(?:[ \t][^\n]{1,2000}\r?\n){0,40}){2,}\r?\n"
    rb"|\d{1,5}\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} -->)",
    re.I,
)


def at_once(raw: Raw) -> Article | None:
    """The article, where the bytes are plain text in which nothing has to be repaired.

    None says that another format or a repair is needed. Imports nothing. Raises ArticleError
    where there is nothing to read.
    """
    if not raw.data:
        raise ArticleError(f"{sentence(raw.name)} is empty: {_cure(raw.name)}.")
    named = raw.suffix in _SUFFIXES and raw.mime in {"", "text/plain"}
    if not named or _FOREIGN.match(raw.data[:20_000]) or is_packed(raw.data):
        return None
    text = text_of(raw)
    if needs_mending(text):
        return None
    return Article.from_text(text, published=raw.published, source=raw.label)


def is_packed(data: bytes) -> bool:
    """Whether bytes begin like an archive or a document of which a format may know."""
    return data[:4] in {b"PK\x03\x04", b"%PDF"} or data[:2] == b"\x1f\x8b"


def text_of(raw: Raw) -> str:
    """The decoded text with line feeds as line ends. Raises ArticleError where there is none."""
    text = decode(raw.data, raw.name).removeprefix("\ufeff")
    if not text or text.isspace():
        raise ArticleError(
            f"{sentence(raw.name)} holds nothing but white space: {_cure(raw.name)}."
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


class Plain:
    """Text without a format."""

    name = "plain text"
    suffixes = _SUFFIXES
    media_types = frozenset({"text/plain"})

    def recognises(self, raw: Raw) -> bool:
        """Whether this may be text; asked last."""
        return bool(raw.data)

    def read(self, raw: Raw) -> Article:
        """The article, its text repaired if it shows signs of damage."""
        return repaired_article(text_of(raw), raw)


def repaired_article(text: str, raw: Raw) -> Article:
    """The article in a decoded text, repaired, with where each stretch stood in the text."""
    from dataclasses import replace

    if not needs_mending(text):
        return Article.from_text(text, published=raw.published, source=raw.label)

    from .repair.steps import repaired

    traced, quoted = repaired(text)
    article = Article.from_text(traced.text, published=raw.published, source=raw.label)
    if quoted:
        article = _with_quotes(article, quoted)
    return article if traced.text == text else replace(article, origin=traced.origin)


def _with_quotes(article: Article, quoted: list[Quoted]) -> Article:
    """The article with the quoted blocks as quotes, and whose words they are where it says so."""
    from dataclasses import replace

    from .mail_voices import with_voices

    starts = [one.start for one in quoted]

    def depth_of(block: Block) -> int:
        place = bisect_right(starts, block.start) - 1
        return quoted[place].depth if place >= 0 and block.start < quoted[place].end else 0

    blocks = _quote_blocks(article, depth_of)
    found = with_voices(article.text, blocks, depth_of)
    return replace(article.with_blocks(found.blocks), voices=found.voices)


def _quote_blocks(article: Article, depth_of: Callable[[Block], int]) -> list[Block]:
    """The blocks, those that are quoted as quotes, the lines of a paragraph joined."""
    made: list[Block] = []
    for block in article.blocks:
        inside = depth_of(block) > 0 and block.kind in _MAY_BE_QUOTED
        last = made[-1] if made else None
        if not inside:
            made.append(block)
        elif (
            last is not None
            and last.kind is BlockKind.QUOTE
            and depth_of(last) == depth_of(block)
            and _is_full(article.text, last, block)
        ):
            made[-1] = last._replace(end=block.end)
        else:
            made.append(block._replace(kind=BlockKind.QUOTE))
    return made


def _is_full(text: str, last: Block, block: Block) -> bool:
    """Whether the last line of a block is so long that a program broke it."""
    line = text.rfind("\n", last.start, last.end) + 1
    return text[last.end : block.start] == "\n" and last.end - max(line, last.start) > _FULL_LINE


def sentence(name: str) -> str:
    """A name at the start of a sentence."""
    return name.capitalize() if name == PIPED else name


def _cure(name: str) -> str:
    return "pipe an article into it" if name == PIPED else "name a file with an article in it"

"""Markdown, with front matter in YAML or TOML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...article import Article, BlockKind, Emphasis, Face
from ..building import About, Builder, Place
from ..cells import Cell, row
from ..characters import plain
from ..dates import day_in
from ..plain import text_of
from ..signs import looks_like_markdown
from ..types import Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"(---|\+\+\+)[^\S\n]*\n((?:[^\n]{0,2000}\n){0,200}?)\1[^\S\n]*(?:\n|\Z)")
_KEY = re.compile(r"([A-Za-z_][\w -]{0,40}?)\s*[:=]\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_DAY_KEYS = ("date", "published", "pubdate", "publishdate", "date_published", "publish_date")
_FACES = {"em_close": Face.ITALIC, "strong_close": Face.BOLD}
_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "list_item": BlockKind.LIST_ITEM,
    "table": BlockKind.TABLE,
}


class Markdown:
    """Text with the marks of Markdown."""

    name = "Markdown"
    suffixes = frozenset({".md", ".markdown", ".mdown", ".mkd"})
    media_types = frozenset({"text/markdown", "text/x-markdown"})

    def recognises(self, raw: Raw) -> bool:
        """Whether this is text with marks of Markdown, or with its suffix."""
        if raw.data[:1] in b"<" and raw.data[:9].lower() in {b"<!doctype", b"<html>"}:
            return False
        named = raw.suffix in self.suffixes or raw.mime in self.media_types
        if not named and raw.suffix not in {".txt", ".text", ""}:
            return False
        if b"\0" in raw.data[:4096]:
            return False
        return named or looks_like_markdown(raw.data[:100_000].decode("utf-8", "replace"))

    def read(self, raw: Raw) -> Article:
        """The article without its marks."""
        from markdown_it import MarkdownIt

        text = text_of(raw)
        front, body = _front_matter(text)
        about = _about(front)
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        builder = Builder()
        lines = _line_starts(text)
        offset = text.count("\n", 0, body)
        writer = _Writer(builder, lines, offset)
        writer.write(parser.parse(text[body:]), about)
        return builder.article(raw, about)


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The entries of front matter by their names in lower case, and where the body begins."""
    match = _FRONT.match(text)
    if not match:
        return {}, 0
    found: dict[str, str] = {}
    key = ""
    for line in match[2].splitlines():
        if (item := _ITEM.match(line)) and key:
            found[key] = ", ".join(filter(None, (found[key], _bare(item[1]))))
        elif entry := _KEY.match(line):
            key = entry[1].lower()
            found[key] = _bare(entry[2])
    return found, match.end()


def _bare(value: str) -> str:
    inner = value.strip().strip("[]").strip()
    return ", ".join(part.strip().strip("\"'") for part in inner.split('", "')).strip("\"'")


def _about(front: dict[str, str]) -> About:
    day = next((day for key in _DAY_KEYS if (day := day_in(front.get(key)))), None)
    author = front.get("author") or front.get("authors") or front.get("byline")
    return About(
        front.get("title") or None,
        author or None,
        day,
        url=front.get("url") or front.get("canonical_url") or None,
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


class _Writer:
    """Writes the tokens of a parsed text as blocks."""

    def __init__(self, builder: Builder, lines: list[int], offset: int) -> None:
        self._builder, self._lines, self._offset = builder, lines, offset
        self._titled = False

    def write(self, tokens: list[Token], about: About) -> None:
        """Add all blocks; the first heading of the first level is the title."""
        heading = next((t for t in tokens if t.type == "heading_open"), None)
        opens = heading is not None and tokens[0] is heading and heading.tag in {"h1", "h2"}
        self._titled = bool(about.headline) and not opens
        if self._titled:
            self._builder.head(about)
        kinds: list[BlockKind] = []
        cells: list[Cell] = []
        for number, token in enumerate(tokens):
            stem = token.type.rsplit("_", 1)[0]
            if token.type == "tr_open":
                cells = []
            elif token.type == "tr_close":
                words, links, looks = row(cells)
                place = self._place(token)
                self._builder.add(words, BlockKind.TABLE, place=place, links=links, emphasis=looks)
            elif stem in _KINDS and token.nesting:
                kinds = [*kinds, _KINDS[stem]] if token.nesting > 0 else kinds[:-1]
            elif token.type == "inline":
                opener = tokens[number - 1]
                if opener.type in {"th_open", "td_open"}:
                    cells.append(Cell(*_words(token)))
                else:
                    self._paragraph(token, opener, kinds)
            elif token.type in {"fence", "code_block"}:
                self._builder.add(token.content, BlockKind.CODE, place=self._place(token))

    def _paragraph(self, token: Token, opener: Token, kinds: list[BlockKind]) -> None:
        words, links, emphasis = _words(token)
        kind = kinds[-1] if kinds else BlockKind.PARAGRAPH
        if opener.type == "heading_open":
            kind = BlockKind.HEADING if self._titled else BlockKind.TITLE
            self._titled = True
        place = self._place(token)
        self._builder.add(words, kind, place=place, links=links, emphasis=emphasis)

    def _place(self, token: Token) -> Place | None:
        if token.map is None:
            return None
        first, last = (min(line + self._offset, len(self._lines) - 1) for line in token.map)
        return Place(self._lines[first], self._lines[last])


def _words(token: Token) -> tuple[str, list[tuple[int, int, str]], list[Emphasis]]:
    """The words of inline text without marks, its links and its emphasis."""
    made: list[str] = []
    links: list[tuple[int, int, str]] = []
    emphasis: list[Emphasis] = []
    opened: list[int] = []
    length, start, address = 0, 0, ""
    for child in token.children or ():
        if child.type == "link_open":
            start, address = length, str(child.attrGet("href") or "")
        elif child.type == "link_close":
            links.append((start, length, address))
        elif child.type in {"em_open", "strong_open"}:
            opened.append(length)
        elif child.type in _FACES and opened:
            emphasis.append(Emphasis(opened.pop(), length, _FACES[child.type]))
        words = " " if child.type == "softbreak" else child.content
        if child.type == "hardbreak":
            words = "\n"
        elif child.type == "html_inline":
            words = ""
        words = plain(words)
        made.append(words)
        length += len(words)
    return "".join(made), links, emphasis

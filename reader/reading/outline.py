"""The structure of an article: headings, speakers' turns, pages and links, to jump by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from operator import attrgetter

from msgspec import Struct

from ..article import FURNITURE, HEADLINES, Article, BlockKind, Link

_LONGEST = 200
_OPENING = 100_000
_FARTHEST = 500
_START = attrgetter("start")


class Part(StrEnum):
    """What an entry of the outline stands for."""

    HEADING = "heading"
    SPEAKER = "speaker"
    PAGE = "page"
    LINK = "link"


class Entry(Struct, frozen=True):
    """A place to jump to: the code point where it begins and what it is called.

    `detail` says more (the first words of a turn, the address of a link). `link` is the number
    of a link among those of the article.
    """

    part: Part
    start: int
    label: str
    detail: str = ""
    link: int | None = None


def outline(article: Article) -> list[Entry]:
    """Headings, turns and pages in text order, then the links."""
    parts = [*_headings(article), *_turns(article), *_page_entries(article)]
    return [*sorted(parts, key=_START), *_link_entries(article)]


def section_at(article: Article, offset: int) -> str:
    """The heading that stands over a place, "" before the first one or far after the last."""
    blocks = article.opening if offset < _OPENING else article.blocks
    place = bisect_right(blocks, offset, key=_START)
    for number in range(place - 1, max(-1, place - _FARTHEST), -1):
        block = blocks[number]
        if block.kind is BlockKind.HEADING:
            return _words(article, block.start, block.end)
    return ""


def _headings(article: Article) -> Iterator[Entry]:
    for block in article.blocks:
        if block.kind in HEADLINES:
            yield Entry(Part.HEADING, block.start, _words(article, block.start, block.end))


def _turns(article: Article) -> Iterator[Entry]:
    """Each label of a speaker, with the words that follow it."""
    blocks = article.blocks
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.SPEAKER:
            behind = blocks[place + 1] if place + 1 < len(blocks) else None
            said = _words(article, behind.start, behind.end) if behind is not None else ""
            name = _words(article, block.start, block.end).rstrip(":")
            yield Entry(Part.SPEAKER, block.start, name, said)


def page_starts(article: Article) -> list[tuple[int, int]]:
    """Where each page of a document begins in the text, and its number; [] without pages."""
    starts: list[tuple[int, int]] = []
    for origin in article.origin:
        if origin.page is not None and (not starts or starts[-1][1] != origin.page):
            starts.append((origin.start, origin.page))
    return starts


def _page_entries(article: Article) -> Iterator[Entry]:
    starts = page_starts(article)
    if len(starts) > 1:
        for start, page in starts:
            begins = _words(article, start, start + _LONGEST)
            yield Entry(Part.PAGE, start, f"page {page}", begins)


def _link_entries(article: Article) -> Iterator[Entry]:
    for number, link in enumerate(article.links):
        words = _words(article, link.start, link.end) or link.address
        yield Entry(Part.LINK, link.start, words, link.address, number)


def _words(article: Article, start: int, end: int) -> str:
    return " ".join(article.text[start : min(end, start + _LONGEST)].split()).lstrip("# ")


def beginning(article: Article) -> int:
    """Where the article itself begins, after the furniture that stands over it."""
    if article.layout is None:
        return 0
    return next((block.start for block in article.layout if block.kind not in FURNITURE), 0)


def links_in(links: Sequence[Link], start: int, end: int) -> Sequence[Link]:
    """The links that touch a stretch of the text; `links` are in order and do not overlap."""
    first = bisect_right(links, start, key=attrgetter("end"))
    return links[first : bisect_left(links, end, key=_START)]


def link_at(article: Article, offset: int) -> Link | None:
    """The link on which a place stands."""
    found = links_in(article.links, offset, offset + 1)
    return found[0] if found else None

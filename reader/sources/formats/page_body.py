"""The article in a web page, without the page around it, as blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from ...article import BlockKind
from ...article.lines import is_navigation, of_the_page
from ..building import Builder
from ..characters import one_line
from ..finding import Finder
from ..markup import Inline, Piece
from ..quiet import quiet
from .page_gaps import captions_in, filled, key_of
from .page_prepared import prepare

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_AGREES, _DISAGREES, _SHORT = 0.88, 0.5, 600
_HELD, _TEASING = 0.85, 1500
_LUMP, _OF_A_LUMP = 600, 0.5
_WORD = re.compile(r"\w{1,60}")
_LONG_LINE = 60
_LARGE = 5000  # elements; the slower ways take a time that grows with their square
_TEASER = re.compile(
    r"\W{0,3}(?:read\s(?:more|next|also|the\sfull)|also\sread|see\salso|related|more\s(?:on\sthis|from\s\S+)|"
    r"more:|watch|listen|don[’']t\smiss|recommended|click\shere|sign\sup|subscribe|follow\sus|"
    r"like\sus|download\s(?:the|our)|join\sour|get\s(?:the|our)\s\w+\s(?:newsletter|app)|"
    r"share\sthis|advertisement|story\scontinues|article\scontinues|view\s(?:photos|gallery)|"
    r"lesen\ssie\s(?:auch|mehr)|mehr\szum\sthema|(?:à\s)?lire\saussi|lea\stambién|leia\s(?:também|mais)|"
    r"leggi\sanche|lees\sook|läs\sockså|les\sogså|læs\sogså|czytaj\s(?:też|także|również))\b",
    re.I,
)
_LONGEST_TEASER, _LONGEST_CALL, _LONGEST_PLEA = 180, 100, 320
_MOSTLY, _WHOLE = 0.6, 0.95
_CALL = re.compile(
    r"\W{0,3}(?:follow\sus|sign\sup\s(?:for|to)|subscribe\s(?:to|now)|download\s(?:the|our)\s\w+|"
    r"click\shere|like\sus\son|join\sour|read\smore\b|share\sthis|get\sour\s\w+)",
    re.I,
)


# What asks the reader for an address, money or an installation, wherever it stands.
_PLEA = re.compile(
    r"\b(?:sign\sup|subscribe)\s(?:here|now|today|for\sfree)\b|"
    r"\bdownload\s(?:now|the\s\w+\sapp|our\s(?:\w+\s)?app)|"
    r"\balready\sa\s(?:subscriber|member)\b|\bclick\shere\sto\s(?:get|subscribe|sign|join|read)\b|"
    r"\bget\sunlimited\saccess\b|\bthanks\sfor\sreading\b.{0,80}\bsubscribe\b|"
    r"\bour\sstandards:|\bfollow\s(?:us|him|her|them|\w+)\son\s(?:twitter|x|facebook|instagram)\b"
    r"(?!\w)|\bjoin\sthe\sconversation\b|\ball\srights\sreserved\b",
    re.I,
)
# Who made the article and where else it stands.
_SIGNED = re.compile(
    r"\W{0,3}(?:[Aa]\sversion\sof\sthis\s(?:article|story|column)\s(?:appear|was)|"
    r"(?i:reporting|writing|editing|additional\sreporting)\s(?:and\s\w+\s)?by\b|"
    r"[Ww]ith\s(?:inputs?|files|reporting|additional\sreporting)\s(?:from|by)\b|"
    r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}(?:\sand\s[A-Z][\w.’' -]+)?\s"
    r"(?:contributed\sto\sthis|can\sbe\sreached\sat|"
    r"is\san?\s[\w\s,’'-]{0,60}\b(?:reporter|correspondent|columnist|staff\swriter|editor|journalist)\b"
    r".{0,80}(?:\bfor\s|\bat\s|\bcan\sbe|\bwho\scovers|\bcovering\b|\bbased\sin\b))|"
    r".{0,200}\bviews\sexpressed\s(?:here\s)?(?:are|in\sthis)\b|SOURCE:?\s[A-Z][^.]{2,60}\Z)"
)


def pieces(tree: HtmlElement, reference: str = "") -> list[Piece]:
    """The blocks of the article in a page.

    `reference` is the article's text as the metadata of the page give it. Where the first
    extraction disagrees with it, or finds little, others are tried and the best is taken.
    """
    prepare(tree)
    first = _extracted(tree)
    if _is_lump(first) and len(lines := _lines(reference)) > 1:
        first = [Piece(line, BlockKind.PARAGRAPH, []) for line in lines]
    expected = Counter(_WORD.findall(reference.lower())) if len(reference) > _SHORT else None
    best, score = first, _score(first, expected)
    if score >= _AGREES or (expected is not None and _is_cut(reference, first, expected)):
        return best
    ways: list[dict[str, bool]] = [{"favor_recall": True}]
    if sum(1 for _ in tree.iter()) < _LARGE:
        ways.append({"fast": False})
    if expected is not None:
        ways.append({"favor_precision": True})
    for way in ways:
        other = _extracted(tree, **way)
        if (found := _score(other, expected)) > score + 0.02:
            best, score = other, found
    if expected is not None and score < _DISAGREES:
        return [Piece(line, BlockKind.PARAGRAPH, []) for line in _lines(reference)]
    return best


def _is_cut(reference: str, found: list[Piece], expected: Counter[str]) -> bool:
    """Whether the metadata give only the beginning of what was found."""
    words = _words(found)
    held = (words & expected).total() >= _HELD * expected.total()
    ends = reference.rstrip().endswith(("…", "...", "[…]", "[...]"))
    return held and words.total() > expected.total() and (ends or len(reference) < _TEASING)


def _words(found: list[Piece]) -> Counter[str]:
    return Counter(word for piece in found for word in _WORD.findall(piece.words.lower()))


def _lines(text: str) -> list[str]:
    return [one_line(line) for line in text.split("\n") if line.strip()]


def _score(found: list[Piece], expected: Counter[str] | None) -> float:
    """How well blocks agree with the expected words, from 0 to 1.

    Without any to expect, a length that is enough for an article scores 1, but not where one
    block holds nearly all of it: then the paragraphs of the page were not seen.
    """
    words = _words(found)
    if expected is None:
        worth = _OF_A_LUMP if _is_lump(found) else 1.0
        return worth * min(sum(len(piece.words) for piece in found) / _SHORT, 1.0)
    common = sum((words & expected).values())
    return 2 * common / max(words.total() + expected.total(), 1)


def _is_lump(found: list[Piece]) -> bool:
    """Whether one block holds nearly all there is."""
    lengths = [len(piece.words) for piece in found]
    return max(lengths, default=0) > 0.8 * sum(lengths) > _LUMP


def _extracted(tree: HtmlElement, **way: bool) -> list[Piece]:
    from trafilatura.core import bare_extraction

    options = {"fast": True, "include_comments": False, "include_links": True, **way}
    with quiet():
        found = bare_extraction(deepcopy(tree), **options)  # type: ignore[arg-type]
    body = getattr(found, "body", None)
    return filled(tree, [*_blocks(body)]) if body is not None else []


def _blocks(body: _Element) -> Iterator[Piece]:
    """The blocks in what was extracted."""
    for element in body:
        match element.tag:
            case "head":
                yield from _paragraphs(element, BlockKind.HEADING)
            case "list":
                for item in element.iter("item"):
                    yield from _paragraphs(item, BlockKind.LIST_ITEM)
            case "quote":
                inner = [child for child in element if child.tag in {"p", "quote"}]
                for child in inner or [element]:
                    yield from _paragraphs(child, BlockKind.QUOTE)
            case "table":
                for row in element.iter("row"):
                    cells = [
                        one_line("".join(map(str, cell.itertext()))) for cell in row.iter("cell")
                    ]
                    yield Piece("  |  ".join(cells), BlockKind.TABLE, [])
            case "code":
                yield Piece("".join(map(str, element.itertext())), BlockKind.CODE, [])
            case _:
                yield from _paragraphs(element, BlockKind.PARAGRAPH)


def _paragraphs(element: _Element, kind: BlockKind) -> Iterator[Piece]:
    """The paragraphs of an element: its words, cut where lines break between long ones."""
    writer = Inline()
    writer.write(element)
    words, links = writer.done()
    lines = words.split("\n")
    if len(lines) == 1 or len(words) < _LONG_LINE * len(lines):
        yield Piece(words, kind, links)
        return
    start = 0
    for line in lines:
        end = start + len(line)
        inside = [(a - start, b - start, to) for a, b, to in links if start <= a and b <= end]
        yield Piece(line, kind, inside)
        start = end + 1


def judged(found: list[Piece], title: str | None, tree: HtmlElement | None = None) -> list[Piece]:
    """The blocks without repeats, those of the page around the article with their kinds.

    What the page has as captions in its `tree` are captions.
    """
    captions = captions_in(tree) if tree is not None else set()
    made: list[Piece] = []
    seen: set[str] = set()
    headline = one_line(title or "").lower()
    for place, piece in enumerate(found):
        words = one_line(piece.words)
        key = words.lower()
        if not key or (place < 5 and key == headline) or (len(key) > 40 and key in seen):
            continue
        seen.add(key)
        is_caption = captions and key_of(words) in captions
        kind = BlockKind.CAPTION if is_caption else _kind(piece, words)
        made.append(piece._replace(kind=kind))
    return _without_tail(made)


def _kind(piece: Piece, words: str) -> BlockKind:
    """What a block is: one that leads elsewhere or asks for something is navigation."""
    if kind := of_the_page(words):
        return kind
    if _leads_away(piece, words):
        return BlockKind.NAVIGATION
    signed = len(words) <= _LONGEST_PLEA and _SIGNED.match(words)
    return BlockKind.CREDIT if signed else piece.kind


def _leads_away(piece: Piece, words: str) -> bool:
    """Whether a block leads to other articles, or asks for an address or an installation."""
    if is_navigation(words) or _calls(words):
        return True
    linked = sum(end - start for start, end, _ in piece.links)
    if piece.kind is BlockKind.LIST_ITEM and linked > _MOSTLY * len(words) and len(words) > 20:
        return True
    if len(words) > _LONGEST_TEASER:
        return False
    if _TEASER.match(words) and (linked or not words.endswith((".", "!", "?", "”", '"'))):
        return True
    return piece.kind is not BlockKind.QUOTE and linked > _WHOLE * len(words)


def _calls(words: str) -> bool:
    """Whether a block asks its reader to do something for the site."""
    short = len(words) <= _LONGEST_CALL and _CALL.match(words)
    return bool(short or (len(words) <= _LONGEST_PLEA and _PLEA.search(words)))


def _without_tail(found: list[Piece]) -> list[Piece]:
    """The blocks; links and headings below the last paragraph are navigation."""
    prose = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.TABLE)
    last = max((n for n, piece in enumerate(found) if piece.kind in prose), default=-1)
    tail = found[last + 1 :]
    if not any(piece.kind is BlockKind.NAVIGATION for piece in tail):
        return [
            piece._replace(kind=BlockKind.NAVIGATION)
            if number > last >= 0 and piece.kind is BlockKind.HEADING
            else piece
            for number, piece in enumerate(found)
        ]
    return [*found[: last + 1], *(piece._replace(kind=BlockKind.NAVIGATION) for piece in tail)]


def add(builder: Builder, found: list[Piece], source: str) -> None:
    """Add the blocks of a page with their places in its source."""
    finder = Finder(source, ids=True)
    for piece in found:
        place = finder.place(piece.words)
        builder.add(
            piece.words, piece.kind, place=place, links=piece.links, emphasis=piece.emphasis
        )

"""Words set apart with a line that says whose they are: letters, vox pops, posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...article import ABOUT_THE_ARTICLE, Article, Block, BlockKind
from ..knowledge import names as known
from ..syntax.narration import Phrase
from ..types import Certainty, Sense
from .draft_quotes import Draft
from .layout import Layout

_LONGEST_LINE = 14
_LONGEST_PLACE = 40
_FEWEST = 2
_DASHES = frozenset({"-", "--", "—", "–"})
_BREAKS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.SPEAKER, BlockKind.TURN})
_FIRST = frozenset({"i", "my", "me", "we", "our", "us"})
_WHEN = (
    r"(?:\d{1,2}\s?(?:h|hrs?|m|mins?|d)|(?:[A-Z]\w+\.?\s\d{1,2}|\d{1,2}\s[A-Z]\w+)"
    r"(?:,?\s\d{4})?(?:,?\sat\s[\d:]+\s?[ap]?m?)?)"
)
_ACCOUNT = re.compile(
    rf"(?P<name>@\w{{1,30}}|[^\s@][^@\n]{{1,48}}?)(?:\s*\(?@\w{{1,30}}\)?)?\s*[·•|,–—-]?\s*{_WHEN}\s*\Z"
)


class _Line(NamedTuple):
    """A block that holds a name and hardly more: the name's tokens and the block."""

    first: int
    last: int
    block: Block
    aged: bool


def set_apart(article: Article, layout: Layout) -> Iterator[Draft]:
    """Drafts for the blocks below the line of an account or a person, and above a signature."""
    taken: set[Block] = set()
    yield from _below_accounts(article, layout, taken)
    lines = {line.block: line for block in article.blocks if (line := _line(layout, block))}
    asked = [line for line in lines.values() if line.aged]
    if len(asked) >= _FEWEST:
        yield from _below_people(article, layout, lines, taken)
    else:
        yield from _above_signatures(article, layout, lines, taken)


def _below_accounts(article: Article, layout: Layout, taken: set[Block]) -> Iterator[Draft]:
    """Posts: the block below "Ada Olsen @ada · 4 May"."""
    parse = layout.parse
    blocks = list(article.blocks)
    for line, post in pairwise(blocks):
        text = article.text[line.start : line.end]
        found = _ACCOUNT.match(text) if "@" in text and len(text) < 120 else None
        if (
            found is None
            or text[0] in _DASHES
            or post.kind in _BREAKS
            or "@" in article.text[post.start : post.end]
        ):
            continue
        first, last = parse.tokens_in(
            line.start + found.start("name"), line.start + found.end("name")
        )
        if first < last:
            taken.add(post)
            yield _draft(layout, [post], Phrase(last - 1, first, last), "quote-post")


def _below_people(
    article: Article, layout: Layout, lines: dict[Block, _Line], taken: set[Block]
) -> Iterator[Draft]:
    """Vox pops: what stands below "Ada Olsen, 34, baker", up to the next such line."""
    above: _Line | None = None
    words: list[Block] = []
    for block in [*article.blocks, None]:
        if block is not None and block not in lines and block.kind not in _BREAKS:
            words.append(block)
            continue
        if above is not None and words and not taken & {*words} and _are_own(layout, words):
            yield _draft(layout, words, _named(above), "quote-below-name")
        above, words = (lines.get(block) if block is not None else None), []


def _above_signatures(
    article: Article, layout: Layout, lines: dict[Block, _Line], taken: set[Block]
) -> Iterator[Draft]:
    """Letters of a page: what stands above each name, where several are signed."""
    letters: list[tuple[list[Block], _Line]] = []
    words: list[Block] = []
    for block in article.blocks:
        if block in lines:
            if words:
                letters.append((words, lines[block]))
            words = []
        elif block.kind in _BREAKS:
            words = []
        elif block.kind not in ABOUT_THE_ARTICLE:
            words.append(block)
    own = [(said, line) for said, line in letters if _are_own(layout, said)]
    left = sum(block.end - block.start for block in words)
    if len(own) < _FEWEST or left > _LONGEST_PLACE:
        return  # a byline, a caption, or prose that nobody signs
    for said, line in letters:
        if not taken & {*said}:
            yield _draft(layout, said, _named(line), "quote-signature")


def _line(layout: Layout, block: Block) -> _Line | None:
    """The name that a block consists of, with an age, a trade or a place after it."""
    parse = layout.parse
    first, end = parse.tokens_in(block.start, block.end)
    size = end - first
    if block.kind in ABOUT_THE_ARTICLE or not 1 < size <= _LONGEST_LINE:
        return None
    if parse.text[first] in _DASHES:
        first += 1
    last = first
    while last < end and (layout.label.get(last) == "PERSON" or parse.tag[last] == "NNP"):
        last += 1
        if last < end and "\n" in parse.source[parse.end[last - 1] : parse.start[last]]:
            break
    named = last - first > 1 and any(known.is_forename(w) for w in parse.text[first:last])
    plain = not any(parse.pos[t] == "AUX" or parse.dep[t] == "nsubj" for t in range(last, end))
    if not (named and plain) or parse.text[end - 1] in {".", "?", "!", ":"}:
        return None
    rest = parse.text[last:end]
    if rest and rest[0] not in {",", "("} and "\n" not in parse.source[block.start : block.end]:
        return None
    aged = len(rest) > 1 and (rest[1].isdigit() or not rest[1][0].isupper())
    return _Line(first, last, block, aged)


def _are_own(layout: Layout, blocks: list[Block]) -> bool:
    """Whether blocks say "I" or "we", are one quotation, or greet an editor."""
    parse = layout.parse
    first, last = parse.tokens_in(blocks[0].start, blocks[-1].end)
    if layout.passages_in(first, last):
        return layout.is_quoted(first, last)
    greets = parse.lower[first] in known.letters("salutation_alone")
    greets = greets and parse.text[first + 1 : first + 2] == [","]
    return greets or any(parse.lower[t] in _FIRST for t in range(first, last))


def _named(line: _Line) -> Phrase:
    return Phrase(line.last - 1, line.first, line.last)


def _draft(layout: Layout, blocks: list[Block], source: Phrase, rule: str) -> Draft:
    first, last = layout.parse.tokens_in(blocks[0].start, blocks[-1].end)
    passages = layout.passages_in(first, last)
    clauses = [] if layout.is_quoted(first, last) else [(first, last)]
    return Draft(
        None, source, Sense.WRITING, rule, Certainty.LIKELY, clauses, passages, signed=True
    )

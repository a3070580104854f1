"""What the blocks of an article are: headline, heading, paragraph, or a line about the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..patterns import Pattern
from .lines import (
    LONGEST,
    about_the_article,
    is_menu,
    is_navigation,
    numbers_a_page,
    of_the_wire,
)
from .parts import ABOUT_THE_ARTICLE, Block, BlockKind, Blocks

_HEAD, _TAIL = 12, 5
_LONGEST_TITLE, _LONGEST_HEADING = 200, 80
_MENU, _LONGEST_LINK, _LINK_WORDS = 40, 40, 5
_LONGEST_VERSE, _LONGEST_STANZA, _LONGEST_NUMBER = 65, 40, 16
_SHORTEST_PROSE = 80
_LONGEST_LABEL = 3

_DATELINE = Pattern(r"[A-Z][A-Z.’' -]{2,}[^—–\n]{0,60}\s?[—–]\s")
_DASHES = ("—", "–")
_FRONT_MATTER = Pattern(r"\s*---[^\S\n]*\n(?:[^\n]{0,400}\n){0,60}?---[^\S\n]*(?:\n|\Z)")
_MARKED_HEADING = Pattern(r"#{1,6}\s")
_LIST_ITEM = Pattern(r"[-*•·–—‣>]|\d{1,2}[.)]\s")
_ITEM = Pattern(r"(?:[-*•·‣◦▪]|\d{1,2}[.)])\s")
_NO_TITLE = ABOUT_THE_ARTICLE | {BlockKind.DATELINE, BlockKind.CAPTION}
_CLOSING = "\"'”’)]"
_PROSE_ENDS = (".", "!", "?", ",", ";", ":")
_STATEMENT_ENDS = (",", ";", ":")


def with_kinds(text: str, blocks: Sequence[Block]) -> Blocks:
    """The blocks with their kinds; those that are no paragraphs keep theirs."""
    kinds = [block.kind for block in blocks]
    _mark_menus(text, blocks, kinds)
    _mark_metadata(text, blocks, kinds)
    _mark_runs(text, blocks, kinds)
    _mark_title(text, blocks, kinds)
    _mark_headings(text, blocks, kinds)
    return Blocks(
        block if kind is BlockKind.PARAGRAPH else Block(block.start, block.end, kind)
        for block, kind in zip(blocks, kinds, strict=True)
    )


def _mark_menus(text: str, blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark the lines of menus above and below the article."""
    many = len(blocks)
    for places in (range(min(_MENU, many)), range(max(_MENU, many - _MENU), many)):
        for run in _runs(text, blocks, places):
            lines = [_words(text, blocks[place], _LONGEST_LINK) for place in run]
            while lines and not (lines[-1] and len(lines[-1].split()) <= _LINK_WORDS):
                lines.pop()
            if is_menu(lines):
                kinds[run[0] : run[0] + len(lines)] = [BlockKind.NAVIGATION] * len(lines)


def _runs(text: str, blocks: Sequence[Block], places: Sequence[int]) -> Iterator[list[int]]:
    """Places of blocks that follow each other without a blank line."""
    run: list[int] = []
    for place in places:
        if run and "\n" in text[blocks[place - 1].end : blocks[place].start].replace("\n", "", 1):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _mark_metadata(text: str, blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark what speaks about the article, at its top and its bottom, and a wire's notes."""
    front = _FRONT_MATTER.match(text)
    body = front.end() if front else 0
    places = [*range(min(_HEAD, len(blocks))), *range(max(_HEAD, len(blocks) - _TAIL), len(blocks))]
    for place in places:
        words = _words(text, blocks[place], LONGEST)
        if words and kinds[place] is BlockKind.PARAGRAPH:
            if of_the_wire(words):
                kinds[place] = BlockKind.SLUG
            elif is_navigation(words):
                kinds[place] = BlockKind.NAVIGATION
            elif place and _introduces_contact(text, blocks[place - 1], kinds[place - 1]):
                kinds[place] = BlockKind.METADATA
            else:
                kinds[place] = about_the_article(words) or BlockKind.PARAGRAPH
    if BlockKind.SLUG in kinds[:_HEAD]:
        for place in range(_HEAD, len(blocks) - _TAIL):
            words = _words(text, blocks[place], LONGEST)
            if words and of_the_wire(words):
                kinds[place] = BlockKind.SLUG
    for place, block in enumerate(blocks):
        if block.start >= body:
            break
        kinds[place] = BlockKind.METADATA


def _introduces_contact(text: str, block: Block, kind: BlockKind) -> bool:
    """Whether a line says that whom to ask stands below it: "Media contact:"."""
    about = kind is BlockKind.METADATA and text[block.end - 1] == ":"
    return about and "contact" in text[block.start : block.end].lower()


def _mark_runs(text: str, blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark the items of lists and the lines of verse."""
    for place, block in enumerate(blocks):
        if block.end - block.start <= _LONGEST_NUMBER and numbers_a_page(
            text[block.start : block.end]
        ):
            kinds[place] = BlockKind.FURNITURE
        if kinds[place] is BlockKind.PARAGRAPH and _ITEM.match(text, block.start, block.end):
            beside = (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
            if any(_ITEM.match(text, other.start, other.end) for other in beside):
                kinds[place] = BlockKind.LIST_ITEM
    for run in _runs(text, blocks, range(len(blocks))):
        plain = all(kinds[place] is BlockKind.PARAGRAPH for place in run)
        if plain and is_verse([text[blocks[n].start : blocks[n].end] for n in run]):
            kinds[run[0] : run[-1] + 1] = [BlockKind.VERSE] * len(run)


def is_verse(lines: Sequence[str]) -> bool:
    """Whether lines in a row are verse: short, many of them ending at a comma or full stop.

    Lines that a program broke end at a mark only by chance, menus and tables never.
    """
    if not 3 <= len(lines) <= _LONGEST_STANZA or max(map(len, lines)) > _LONGEST_VERSE:
        return False
    marked = [line.rstrip(_CLOSING).endswith((*_PROSE_ENDS, "—", "–")) for line in lines]
    worded = all(len(line.split()) > 2 for line in lines)
    open_ended = sum(not line.rstrip(_CLOSING).endswith((".", "!", "?")) for line in lines)
    return worded and 2 * sum(marked) >= len(lines) and 3 * open_ended >= len(lines)


def _mark_title(text: str, blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark the headline: the first line at the top that reads like one.

    A label of a few words above a longer headline ("World news") is no headline.
    """
    top = [n for n in range(min(_MENU, len(blocks))) if kinds[n] not in _NO_TITLE][:3]
    if len(top) < 2:
        return
    first, second = (_words(text, blocks[place], _LONGEST_TITLE) for place in top[:2])
    if kinds[top[0]] is not BlockKind.PARAGRAPH:
        return
    longer = kinds[top[1]] is BlockKind.PARAGRAPH and len(second.split()) > 3
    if len(top) == 3 and longer and _is_label(first) and _is_headline(second):
        kinds[top[0]] = BlockKind.METADATA
        kinds[top[1]] = BlockKind.TITLE
    elif _is_headline(first):
        kinds[top[0]] = BlockKind.TITLE


def _is_headline(words: str) -> bool:
    opens_news = any(dash in words for dash in _DASHES) and _DATELINE.match(words)
    if not words or opens_news or _LIST_ITEM.match(words):
        return False
    return not _ends_a_statement(words) or _is_title_case(words)


def _ends_a_statement(words: str) -> bool:
    """Whether a line ends like a sentence that goes on or is over; initials do not."""
    end = words.rstrip(_CLOSING)
    is_initial = "A" <= end[-2:-1] <= "Z"
    return end.endswith(_STATEMENT_ENDS) or (end.endswith(".") and not is_initial)


def _ends_like_prose(words: str) -> bool:
    return words.rstrip(_CLOSING).endswith(_PROSE_ENDS)


def _is_title_case(words: str) -> bool:
    """Whether nearly every long word has a capital, as in American headlines."""
    long = [word.lstrip("“‘\"'(") for word in words.split() if len(word) > 4]
    return len(long) > 1 and sum(not word[:1].islower() for word in long) > 0.8 * len(long)


def _is_label(words: str) -> bool:
    return 0 < len(words.split()) <= _LONGEST_LABEL and not _ends_like_prose(words)


def _mark_headings(text: str, blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark short lines that stand over prose and end like none."""
    for place in range(1, len(blocks) - 1):
        block, after = blocks[place], blocks[place + 1]
        if (
            kinds[place] is BlockKind.PARAGRAPH
            and block.end - block.start <= _LONGEST_HEADING
            and after.end - after.start >= _SHORTEST_PROSE
            and _is_heading(text[block.start : block.end])
            and _stands_apart(text, blocks[place - 1], kinds[place - 1])
        ):
            kinds[place] = BlockKind.HEADING


def _is_heading(words: str) -> bool:
    if _MARKED_HEADING.match(words):
        return True
    if words[0].islower() or words[0] in "“‘\"'" or _LIST_ITEM.match(words):
        return False
    return not _ends_like_prose(words) or words.endswith("?")


def _stands_apart(text: str, before: Block, kind: BlockKind) -> bool:
    """Whether what comes before is no list or verse that the line could belong to."""
    end = text[max(before.start, before.end - 4) : before.end]
    return kind is not BlockKind.PARAGRAPH or _ends_like_prose(end)


def _words(text: str, block: Block, longest: int) -> str:
    """The words of a block on one line, or nothing where there are too many."""
    if block.end - block.start > longest:
        return ""
    return " ".join(text[block.start : block.end].split())

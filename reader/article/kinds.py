"""What the blocks of an article are: headline, heading, paragraph, or a line about the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .parts import Block, BlockKind, Blocks

_HEAD, _TAIL = 12, 5
_LONGEST_TITLE, _LONGEST_HEADING, _LONGEST_METADATA = 200, 80, 160
_SHORTEST_PROSE = 80
_LONGEST_LABEL = 3

_NAME_WORD = r"(?:[A-Z][\w.’'-]*|and|de|van|von|der|la|of|for|the|in|at|with|&)"
_OPENS_BYLINE = frozenset({"by", "from", "words", "story"})
_ABOUT_ITSELF = re.compile(
    r"\W{0,3}(?:(?:first\s|last\s|originally\s)?"
    r"(?:published|posted|updated|modified|revised|filed|issued|released|dated?)"
    r"(?:\s?:|\b[^\n.]{0,40}\d)"
    r"|(?:additional\s)?(?:reporting|editing|writing)\s(?:and\s\w+\s)?by\b"
    r"|(?:file\s)?(?:photo(?:graph)?|image|picture|credit|caption|source|illustration)s?\s?[:/]"
    r"|©|\(c\)\s|copyright\b|\d{1,3}\smin(?:ute)?s?\sread\b|https?://\S+\Z|advertisement\Z)",
    re.I,
)
# Each of these four is compiled when a line comes that it could match.
_BYLINE = rf"\S+\s{_NAME_WORD}(?:,?\s{_NAME_WORD}){{0,14}}\Z"
_DATE_ALONE = (
    r"(?:[A-Za-z]{3,9}\.?,?\s)?(?:[A-Za-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]{3,9}\.?,?\s\d{4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4})[\d\s,.:|·•–—-]{0,20}(?:[AaPp]\.?[Mm]\.?)?\s?(?:[A-Z]{2,4})?\Z"
)
_DATELINE_ALONE = r"[A-Z][A-Z.’'-]+[^—–\n]{0,60}?\s?(?:[—–_]|--?)\Z"
_DATELINE = r"[A-Z][A-Z.’' -]{2,}[^—–\n]{0,60}\s?[—–]\s"
_DASHES = ("—", "–", "_", "-")
_WORDED = re.compile(r"\w")
_FRONT_MATTER = re.compile(r"\s*---[^\S\n]*\n(?:[^\n]{0,400}\n){0,60}?---[^\S\n]*(?:\n|\Z)")
_MARKED_HEADING = re.compile(r"#{1,6}\s")
_LIST_ITEM = re.compile(r"[-*•·–—‣>]|\d{1,2}[.)]\s")
_CLOSING = "\"'”’)]"
_PROSE_ENDS = (".", "!", "?", ",", ";", ":")
_STATEMENT_ENDS = (",", ";", ":")


def with_kinds(text: str, blocks: Sequence[Block]) -> Blocks:
    """The blocks with their kinds."""
    kinds = [BlockKind.PARAGRAPH] * len(blocks)
    _mark_metadata(text, blocks, kinds)
    _mark_title(text, blocks, kinds)
    _mark_headings(text, blocks, kinds)
    return Blocks(
        block if kind is BlockKind.PARAGRAPH else Block(block.start, block.end, kind)
        for block, kind in zip(blocks, kinds, strict=True)
    )


def _mark_metadata(text: str, blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark what speaks about the article, at its top and its bottom."""
    front = _FRONT_MATTER.match(text)
    body = front.end() if front else 0
    places = [*range(min(_HEAD, len(blocks))), *range(max(_HEAD, len(blocks) - _TAIL), len(blocks))]
    for place in places:
        words = _words(text, blocks[place], _LONGEST_METADATA)
        if words and _is_metadata(words):
            kinds[place] = BlockKind.METADATA
    for place, block in enumerate(blocks):
        if block.start >= body:
            break
        kinds[place] = BlockKind.METADATA


def _is_metadata(words: str) -> bool:
    return bool(
        _ABOUT_ITSELF.match(words.lstrip("("))
        or (words.partition(" ")[0].lower() in _OPENS_BYLINE and re.match(_BYLINE, words))
        or (any(map(str.isdigit, words)) and re.match(_DATE_ALONE, words))
        or (words.endswith(_DASHES) and re.match(_DATELINE_ALONE, words))
        or not _WORDED.search(words)
    )


def _mark_title(text: str, blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark the headline: the first line at the top that reads like one.

    A label of a few words above a longer headline ("World news") is no headline.
    """
    top = [n for n in range(min(_HEAD, len(blocks))) if kinds[n] is not BlockKind.METADATA][:3]
    if len(top) < 2:
        return
    first, second = (_words(text, blocks[place], _LONGEST_TITLE) for place in top[:2])
    if len(top) == 3 and _is_label(first) and _is_headline(second) and len(second.split()) > 3:
        kinds[top[0]] = BlockKind.METADATA
        kinds[top[1]] = BlockKind.TITLE
    elif _is_headline(first):
        kinds[top[0]] = BlockKind.TITLE


def _is_headline(words: str) -> bool:
    opens_news = any(dash in words for dash in _DASHES[:2]) and re.match(_DATELINE, words)
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

"""Whose words the quoted lines of a mail are: the line above that says who wrote them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..article import Block, BlockKind, Voice

_LONGEST = 320
_MOST_WORDS = 5
_WROTE = re.compile(r"\s(?:wrote|writes|said)(?:\s+(?:on|at)\s[^\n]{2,60}\d[^\n]{0,8})?\s?:\Z")
_ADDRESS = re.compile(
    r"(?<!\s)\s*(?:<[^<>\n]{1,120}>|\([^()\n]{1,120}\)|\[[^\[\]\n]{1,120}\])\s*\Z"
)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?(?:[+-]\d{4}|[A-Z]{3,4})\b)?"
    r"(?:\s?\([A-Z]{3,5}\))?,?\s+"
)
_PART = r"(?:[^\W\d_a-z][\w.’'-]*|de|del|la|van|von|der|den|al|bin|dos|da)"
_NAME = re.compile(rf"{_PART}(?:\s\s*{_PART})*\Z")


_HEADER = re.compile(r"(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To)\s?:\s*\S", re.I)
_SENDER = re.compile(r"From\s?:\s*", re.I)
_FEWEST_HEADERS = 3
_FORWARDED = re.compile(
    r"[-_\s]{0,20}(?:forwarded\smessage|original\smessage|begin\sforwarded\smessage:?)[-_\s]{0,20}\Z",
    re.I,
)
_SIGNS = frozenset({"--", "-- "})
_MOST_SIGNED, _LONGEST_SIGNED = 8, 400


class Quoting(NamedTuple):
    """The blocks of a mail with their kinds, and whose words the quoted ones are."""

    blocks: list[Block]
    voices: tuple[Voice, ...]


def with_voices(text: str, blocks: Sequence[Block], depth_of: Callable[[Block], int]) -> Quoting:
    """The blocks, those that say who wrote what is quoted below as speakers, and the voices.

    `depth_of` tells how many marks stand before the lines of a block. Whoever is named goes on in
    what is quoted later at the same depth, as answers between the lines leave it.
    """
    made: list[Block] = []
    voices: list[Voice] = []
    named: dict[int, tuple[int, int]] = {}
    for place, block in enumerate(blocks):
        depth = depth_of(block)
        below = depth_of(blocks[place + 1]) if place + 1 < len(blocks) else 0
        introduced = _introduction(text, made, block) if below > depth else None
        if introduced is not None:
            line, name = introduced
            made = [one for one in made if one.end <= line.start]
            made.append(line)
            named[below] = name
            continue
        named = {at: who for at, who in named.items() if at <= depth or depth == 0}
        made.append(block)
        if depth and depth in named:
            voices.append(Voice(block.start, block.end, *named[depth]))
    return Quoting(made, tuple(voice for voice in voices if _stands(made, voice)))


def with_forwarded(text: str, blocks: Sequence[Block]) -> Quoting:
    """The blocks, what was forwarded as quoted words of its sender; the signature told apart.

    A message that is handed on begins with headers of its own, three or more in a row.
    """
    made = _without_signature(text, blocks)
    voices: list[Voice] = []
    for start, end in _headers(text, made):
        marked = start and _FORWARDED.match(text[made[start - 1].start : made[start - 1].end])
        for place in range(start - bool(marked), end):
            made[place] = made[place]._replace(kind=BlockKind.METADATA)
        sender: tuple[int, int] | None = None
        for block in made[start:end]:
            if match := _SENDER.match(text, block.start, block.end):
                sender = _named(text, match.end(), block.end)
        for place in range(end, len(made)):
            block = made[place]
            if block.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTE}:
                break
            is_name = bool(_NAME.match(text[block.start : block.end]))
            made[place] = block._replace(kind=BlockKind.METADATA if is_name else BlockKind.QUOTE)
            if sender is not None and not is_name and block.kind is BlockKind.PARAGRAPH:
                voices.append(Voice(block.start, block.end, *sender))
    return Quoting(made, tuple(voices))


def _headers(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The runs of blocks that are headers of a mail, the last one first."""
    found: list[tuple[int, int]] = []
    start = 0
    for place in range(len(blocks) + 1):
        is_header = place < len(blocks) and _HEADER.match(text, blocks[place].start)
        if not is_header:
            run = blocks[start:place]
            named = any(_SENDER.match(text, block.start) for block in run)
            if len(run) >= _FEWEST_HEADERS and named:
                found.append((start, place))
            start = place + 1
    return found[::-1]


def _named(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a header names somebody, without the address."""
    said = text[start:end]
    while address := _ADDRESS.search(said):
        said = said[: address.start()]
    bare = said.strip(" \"'*\n")
    begin = start + said.find(bare)
    return (begin, begin + len(bare)) if bare and _NAME.match(bare) else None


def _without_signature(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks; those below a line of two hyphens at the end say who wrote."""
    made = [*blocks]
    lines = [n for n, block in enumerate(blocks) if text[block.start : block.end] in _SIGNS]
    if not lines:
        return made
    below = made[lines[-1] :]
    if len(below) > _MOST_SIGNED or below[-1].end - below[0].start > _LONGEST_SIGNED:
        return made
    if any(block.kind is BlockKind.QUOTE for block in below):
        return made
    return [*made[: lines[-1]], *(block._replace(kind=BlockKind.METADATA) for block in below)]


def _stands(blocks: Sequence[Block], voice: Voice) -> bool:
    """Whether a voice still has a block: the first line of an introduction has none."""
    return any((block.start, block.end) == (voice.start, voice.end) for block in blocks)


def _introduction(
    text: str, before: Sequence[Block], block: Block
) -> tuple[Block, tuple[int, int]] | None:
    """The block that says who wrote, with the line above where it began there, and the name."""
    start = block.start
    if before and text[before[-1].end : start] == "\n":
        above = before[-1]
        if text.startswith("On ", above.start) and above.end - above.start < _LONGEST:
            start = above.start
    for begin in {start, block.start}:
        name = _name_in(text, begin, block.end) if block.end - begin <= _LONGEST else None
        if name is not None:
            return Block(min(start, begin), block.end, BlockKind.SPEAKER), name
    return None


def _name_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where "On DAY, NAME <ADDRESS> wrote:" and its like name somebody."""
    words = text[start:end]
    wrote = _WROTE.search(words)
    if wrote is None:
        return None
    said = words[: wrote.start()]
    while address := _ADDRESS.search(said):
        said = said[: address.start()]
    said = said.rstrip(" \"'")
    clocks = [*_CLOCK.finditer(said)]
    begins_with_day = said.startswith(("On ", "At "))
    if clocks:
        begin = clocks[-1].end()
    elif begins_with_day:
        begin = said.rfind(", ") + 2 if ", " in said else len(said)
    else:
        begin = 0
    begin += len(said[begin:]) - len(said[begin:].lstrip(" \"'*\n"))
    name = said[begin:]
    if not _NAME.match(name) or len(name.split()) > _MOST_WORDS or not name[:1].isupper():
        return None
    return start + begin, start + len(said)

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

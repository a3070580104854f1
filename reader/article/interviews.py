"""Interviews whose questions are bold lines or headings: questions and answers told apart.

An explainer has questions for headings too, and answers them itself. So the text above the first
question must say that somebody was spoken with, and the answers must speak of "I" and "we".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import Pattern
from .parts import Block, BlockKind

_SPOKEN = Pattern(
    r"\b(?:interview(?:ed|s)?|q\s?(?:&|and|\+)\s?a|in\sconversation|(?:spoke|speaks|talk(?:s|ed)|chat(?:s|ted)|"
    r"sat\sdown|caught\sup)\s(?:to|with|about)\b|we\s(?:asked|met|spoke|talked)|told\sus|"
    r"edited\s(?:for|and\scondensed|and\sshortened)|in\s(?:her|his|their)\sown\swords|answers\sour)",
    re.I,
)
_OWN = Pattern(r"(?<![“\"‘\w])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
_ASKED = Pattern(r"(?:\*\*|__)?[^\n]{2,300}\?[”\"]?(?:\*\*|__)?\Z")
_ALONE = Pattern(r"[A-Z][^.!?\n]{2,150}\?\Z")
_STARS = ("**", "__")
_FEWEST, _FEWEST_APART, _PERSONAL, _OPENING, _LONGEST = 3, 2, 0.3, 3000, 300


def with_questions(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks; in an interview the bold questions are such, and what follows are answers."""
    asked = _questions(text, blocks)
    if len(asked) < _FEWEST or not _SPOKEN.search(text, 0, min(blocks[asked[0]].end, _OPENING)):
        return [*blocks]
    if any(block.kind in {BlockKind.TURN, BlockKind.QUESTION} for block in blocks):
        return [*blocks]
    made = [*blocks]
    told: list[Block] = []
    for first, stop in zip(asked, [*asked[1:], len(blocks)], strict=True):
        made[first] = made[first]._replace(kind=BlockKind.QUESTION)
        for place in range(first + 1, stop):
            if made[place].kind is BlockKind.HEADING:
                break
            if made[place].kind is BlockKind.PARAGRAPH:
                made[place] = made[place]._replace(kind=BlockKind.ANSWER)
                told.append(made[place])
    personal = sum(bool(_OWN.search(text, block.start, block.end)) for block in told)
    return made if told and personal >= _PERSONAL * len(told) else [*blocks]


def _questions(text: str, blocks: Sequence[Block]) -> list[int]:
    """The places of the questions: those set apart, and short lines that are like them."""
    apart = {n for n, block in enumerate(blocks) if _asks(text, block)}
    if len(apart) < _FEWEST_APART:
        return []
    plain = {
        n
        for n, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH and _ALONE.match(text, block.start, block.end)
    }
    return sorted(apart | {n for n in plain if n > min(apart)})


def _asks(text: str, block: Block) -> bool:
    """Whether a block is set apart and ends in a question."""
    if block.end - block.start > _LONGEST or "?" not in text[block.end - 4 : block.end]:
        return False
    bold = block.kind is BlockKind.PARAGRAPH and text.startswith(_STARS, block.start)
    return (bold or block.kind is BlockKind.HEADING) and bool(
        _ASKED.match(text, block.start, block.end)
    )

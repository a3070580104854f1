"""What a reader means by "copy", and how it leaves for the clipboard."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from textual.app import App

from ..analysis import Event, Quote
from ..article import Block
from ..reading import EntityFocus, Passage, Reading
from .harmless import one_line

_BLANKS = re.compile(r"\s+")
_LINE_END = re.compile(r"[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_COPIED_AT_MOST = 1_000_000


def words_to_copy(reading: Reading) -> str:
    """The selected passage, or the words of the annotation in focus; empty without either."""
    focused = reading.focused
    match reading.focus:
        case Passage(start, end):
            places = [(start, end)]
        case EntityFocus(name):
            return one_line(reading.index.entities[name].name)
        case _ if isinstance(focused, Quote):
            places = [(piece.start, piece.end) for piece in focused.content]
        case _ if isinstance(focused, Event):
            places = [(focused.start, focused.end)]
        case _:
            places = []
    article = reading.article
    return " ".join(copied(article.text, article.blocks, start, end) for start, end in places)


def copied(text: str, blocks: Sequence[Block], start: int, end: int) -> str:
    """The article's own characters from `start` to `end`.

    Line ends inside a paragraph become spaces, paragraphs stay apart by a blank line.
    Control characters, controls of direction and lone surrogates stay behind.
    """
    pieces = []
    first = max(0, bisect_right(blocks, start, key=attrgetter("start")) - 1)
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.start >= end:
            break
        if piece := text[max(start, block.start) : min(end, block.end)]:
            pieces.append(_BLANKS.sub(_without_line_ends, piece))
    return _UNSAFE.sub("", "\n\n".join(pieces))


def _without_line_ends(blanks: re.Match[str]) -> str:
    return " " if _LINE_END.search(blanks[0]) else blanks[0]


def copy_words(app: App[Any], words: str) -> None:
    """Hand `words` to the terminal's clipboard (OSC 52) and say so."""
    if len(words) > _COPIED_AT_MOST:
        app.notify(
            "That is more than terminals take: select less, or export.",
            severity="warning",
            timeout=8,
        )
    else:
        app.copy_to_clipboard(words)
        app.notify(f"Copied {len(words):,} characters", timeout=3)

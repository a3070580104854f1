"""Whether a text is in English, by the words that every English text is full of."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 25
_SMALLEST_SHARE = 0.12
_FEWEST_FOREIGN = 2


def looks_english(text: str) -> bool:
    """Whether the beginning of `text` reads like English; too little to tell counts as English.

    Of the words of an English article a quarter and more are on the list, of one in another
    language at most one in twenty. A text of a few words is in another language where it has
    at least two of that language's commonest words in small letters, and fewer English ones.
    """
    written = _WORD.findall(text[:_SAMPLE])
    words = [word.lower() for word in written]
    common = _common_words()
    if len(words) < _FEWEST_WORDS:
        english = sum(word in common for word in words)
        foreign = max(sum(word in other for word in written) for other in _other_languages())
        return foreign < _FEWEST_FOREIGN or foreign <= english
    return sum(word in common for word in words) >= _SMALLEST_SHARE * len(words)


@cache
def _common_words() -> frozenset[str]:
    listed = Path(__file__).with_name("common_words.txt").read_text("utf-8")
    return frozenset(
        word for line in listed.splitlines() if line[:1] != "#" for word in line.split()
    )


@cache
def _other_languages() -> tuple[frozenset[str], ...]:
    """The commonest words of other languages, without those that English has too."""
    listed = Path(__file__).with_name("other_words.txt").read_text("utf-8")
    lines = (line.split(":")[1] for line in listed.splitlines() if line[:1] != "#" and line)
    return tuple(frozenset(line.split()) for line in lines)

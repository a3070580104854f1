"""Whether a text is in English, by the words that every English text is full of."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 25
_SMALLEST_SHARE = 0.12


def looks_english(text: str) -> bool:
    """Whether the beginning of `text` reads like English; too little to tell counts as English.

    Of the words of an English article a quarter and more are on the list, of one in another
    language at most one in twenty.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _FEWEST_WORDS:
        return True
    common = _common_words()
    return sum(word in common for word in words) >= _SMALLEST_SHARE * len(words)


@cache
def _common_words() -> frozenset[str]:
    listed = Path(__file__).with_name("common_words.txt").read_text("utf-8")
    return frozenset(
        word for line in listed.splitlines() if line[:1] != "#" for word in line.split()
    )

"""Places of an article by hundredths of its text."""

from __future__ import annotations


def share_start(text: str, percent: float) -> int:
    """The start of the word at so many hundredths of a text, within 0 and 100."""
    place = round(len(text) * min(max(percent, 0.0), 100.0) / 100)
    while 0 < place < len(text) and not text[place - 1].isspace():
        place -= 1
    return place

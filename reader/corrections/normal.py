"""A text in the form in which passages are compared: without what typesetting changes."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

_IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff*_"
_RUNS = re.compile(
    f"(?P<space>[\\s{_IGNORED}]+)"
    "|(?P<quote>[\"'`´‘’‚‛“”„‟‹›«»″′]+)"
    "|(?P<dash>[-‐‑‒–—―]+)"
    "|(?P<dots>\\.{2,}|…)"
)
_STAND_INS = {"space": " ", "quote": "'", "dash": "-", "dots": "…"}


def normal_form(text: str) -> str:
    """The text with one sign for each kind of quotation mark, dash and space, in small letters."""
    return _lower(_RUNS.sub(_stand_in, text))


def _stand_in(match: re.Match[str]) -> str:
    if match.lastgroup == "space" and not any(char.isspace() for char in match.group()):
        return ""
    return _STAND_INS[match.lastgroup or "space"]


def _lower(text: str) -> str:
    """Small letters, as many characters as before."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


class Normal(Struct, frozen=True):
    """A text in normal form, and the way back to the code points of the text itself."""

    text: str
    behind: array[int]
    shifts: array[int]

    @classmethod
    def of(cls, text: str) -> Normal:
        """Bring a text into normal form."""
        behind, shifts = array("Q", [0]), array("q", [0])
        for at, shift in _shifts(text):
            behind.append(at)
            shifts.append(shift)
        return cls(normal_form(text), behind, shifts)

    def offset(self, place: int) -> int:
        """The code point of the text that a character of the normal form stands for."""
        return place + self.shifts[bisect_right(self.behind, place) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the text that a stretch of the normal form stands for."""
        last = self.offset(end - 1)
        following = self.offset(end)
        is_run = self.text[end - 1] in "'-… "
        return self.offset(start), following if is_run else last + 1


def _shifts(text: str) -> Iterator[tuple[int, int]]:
    """After each run that got shorter: its end in the normal form, and how far it shifts."""
    shift = 0
    for match in _RUNS.finditer(text):
        new = len(_stand_in(match))
        old = match.end() - match.start()
        if new != old:
            yield match.start() - shift + new, shift + old - new
            shift += old - new

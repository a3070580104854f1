"""Characters that stand for others on a page and trouble whoever searches or analyses."""

from __future__ import annotations

import re

from .signs import ODD

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
SPACES = "\u00a0\u2007\u202f"
SIMPLE = re.compile(f"[{SPACES}]|\u00ad(?:\n[ \t]*)?|[\u200b\u200c\u200d\u2060]|[\ufb00-\ufb06]")
"""One odd character, with the line end after a soft hyphen."""


def simple(match: re.Match[str]) -> str:
    """What is read in place of an odd character."""
    found = match[0]
    return " " if found in SPACES else _LIGATURES.get(found, "")


def plain(text: str) -> str:
    """A text with ordinary spaces and letters, without soft hyphens."""
    return SIMPLE.sub(simple, text) if not text.isascii() and ODD.search(text) else text


def one_line(text: str) -> str:
    """The words of a text with one blank between them."""
    return " ".join(plain(text).split())

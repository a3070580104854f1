"""The signs of the panes, with plain ASCII stand-ins for terminals that cannot show them.

Every sign is one cell wide. Colour is never alone: each kind, each place on the timeline and
each rail has a shape of its own as well.
"""

from __future__ import annotations

import locale
import os
from functools import cache

from msgspec import Struct

from ..analysis import Colour, Kind
from .platform.plain_ascii import wants_ascii


class Glyphs(Struct, frozen=True):
    """One set of signs. `levels` climb from none to most in eight steps."""

    kinds: dict[Kind, str]
    levels: str
    past: str
    published: str
    told: str
    future: str
    uncertain: str
    denied: str
    stretch: str
    since: str
    until: str
    rail: str
    line: str
    gap: str
    here: str
    bar: str
    ellipsis: str
    yours: str
    note: str
    colours: dict[Colour, str]
    nameless: str
    bullet: str
    differs: str
    present: str

    @property
    def kind_unknown(self) -> str:
        """The sign for somebody or something that is not known."""
        return self.kinds[Kind.UNKNOWN]

    def level(self, amount: int, most: int) -> str:
        """The sign for `amount` out of `most`: the lowest is kept for nothing at all."""
        if amount <= 0 or most <= 0:
            return self.levels[0]
        steps = len(self.levels) - 1
        return self.levels[min(steps, -(-amount * steps // most))]


UNICODE = Glyphs(
    kinds={
        Kind.PERSON: "●",
        Kind.ORGANIZATION: "■",
        Kind.PLACE: "▲",
        Kind.GROUP: "◆",
        Kind.EVENT: "★",
        Kind.WORK: "♪",
        Kind.PRODUCT: "▼",
        Kind.LAW: "§",
        Kind.FACILITY: "◧",
        Kind.LANGUAGE: "¶",
        Kind.OTHER: "◇",
        Kind.UNKNOWN: "?",
    },
    levels="▁▂▃▄▅▆▇█",
    past="●",
    published="◉",
    told="◎",
    future="○",
    uncertain="◌",
    denied="×",
    stretch="┃",
    since="→",
    until="←",
    rail="│",
    line="─",
    gap="┄",
    here="▎",
    bar="━",
    ellipsis="…",
    yours="✎",
    note="✎",
    colours={Colour.YELLOW: "≡", Colour.GREEN: "+", Colour.BLUE: "~", Colour.RED: "!"},
    nameless="◦",
    bullet="•",
    differs="≠",
    present="›",
)

ASCII = Glyphs(
    kinds={
        Kind.PERSON: "@",
        Kind.ORGANIZATION: "#",
        Kind.PLACE: "^",
        Kind.GROUP: "&",
        Kind.EVENT: "*",
        Kind.WORK: "~",
        Kind.PRODUCT: "+",
        Kind.LAW: "$",
        Kind.FACILITY: "%",
        Kind.LANGUAGE: "=",
        Kind.OTHER: ":",
        Kind.UNKNOWN: "?",
    },
    levels="_.:-=+*#",
    past="*",
    published="@",
    told="0",
    future="o",
    uncertain="?",
    denied="x",
    stretch="|",
    since=">",
    until="<",
    rail="|",
    line="-",
    gap=".",
    here="|",
    bar="=",
    ellipsis="~",
    yours="'",
    note='"',
    colours={Colour.YELLOW: "=", Colour.GREEN: "+", Colour.BLUE: "~", Colour.RED: "!"},
    nameless="-",
    bullet="*",
    differs="!",
    present=">",
)


def glyphs_for(encoding: str, terminal: str) -> Glyphs:
    """The signs that a terminal can be trusted with.

    `encoding` is that of the locale, `terminal` the value of TERM; the Linux console and
    dumb terminals have no geometric shapes in their fonts.
    """
    wide = encoding.replace("-", "").lower() in {"utf8", "utf16", "utf32"}
    return UNICODE if wide and terminal not in {"linux", "dumb"} else ASCII


class _Wish:
    """What the user's settings say."""

    ascii = False


def use_ascii() -> None:
    """Show plain ASCII from now on, whatever the terminal could show."""
    _Wish.ascii = True
    glyphs.cache_clear()


@cache
def glyphs() -> Glyphs:
    """The signs for the terminal that this process runs in."""
    if _Wish.ascii or wants_ascii():
        return ASCII
    return glyphs_for(locale.getpreferredencoding(do_setlocale=False), os.environ.get("TERM", ""))

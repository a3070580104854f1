"""The picture for terminals that show nothing but ASCII."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from unicodedata import normalize

from ..harmless import graphemes

_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
_UTF8 = ("utf-8", "utf8")
_STAND_INS = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−─━┄┅╌╍═", "-"),
    **dict.fromkeys("│┃┆┇┊┋║▏▎▍▌▐▕", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝", "+"),
    **dict.fromkeys("▁▂▃▄▅▆▇█▀▉▊▋░▒▓■▪", "#"),
    **dict.fromkeys("•·●○◌◉∙", "*"),
    **dict.fromkeys("…", "~"),
    **dict.fromkeys("←", "<"),
    **dict.fromkeys("→", ">"),
    **dict.fromkeys("↑", "^"),
    **dict.fromkeys("↓", "v"),
    **dict.fromkeys("×", "x"),
    **dict.fromkeys("¶", "P"),
}


# What joins the character before it into one grapheme is not ASCII; that character may be.
_BEYOND_ASCII = re.compile(r"[ -~]?[^\x00-\x7f]+")


@lru_cache(maxsize=4096)
def _stand_in(grapheme: str, width: int) -> str:
    """ASCII of the same width."""
    if grapheme in _STAND_INS:
        return _STAND_INS[grapheme]
    letters = normalize("NFKD", grapheme).encode("ascii", "ignore").decode()
    return letters if len(letters) == width else "?" * width


def _stand_ins(match: re.Match[str]) -> str:
    return "".join(_stand_in(grapheme, width) for grapheme, width in graphemes(match[0]))


def to_ascii(text: str) -> str:
    """`text` in ASCII, taking as many cells as before."""
    return text if text.isascii() else _BEYOND_ASCII.sub(_stand_ins, text)


def wants_ascii(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the locale names an encoding other than UTF-8.

    Python itself answers UTF-8 under the C locale, so the variables are asked in the order
    of POSIX. Without any of them UTF-8 is taken for granted, as terminals do.
    """
    named = next((environment[name] for name in _LOCALE if environment.get(name)), "UTF-8")
    return not named.lower().partition("@")[0].endswith(_UTF8)

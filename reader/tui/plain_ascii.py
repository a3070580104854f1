"""The picture for terminals that show nothing but ASCII."""

from __future__ import annotations

import os
from collections.abc import Mapping
from unicodedata import normalize

from rich.cells import cell_len

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
}


class _Table(dict[int, str]):
    """ASCII of the same width for every code point, found when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _stand_in(chr(code))
        return found


def _stand_in(character: str) -> str:
    if character.isascii():
        return character
    width = cell_len(character)
    letters = normalize("NFKD", character).encode("ascii", "ignore").decode()
    return letters if letters and len(letters) == width else "?" * width


_TABLE = _Table({ord(character): shown for character, shown in _STAND_INS.items()})


def to_ascii(text: str) -> str:
    """`text` in ASCII, taking as many cells as before."""
    return text if text.isascii() else text.translate(_TABLE)


def wants_ascii(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the locale names an encoding other than UTF-8.

    Python itself answers UTF-8 under the C locale, so the variables are asked in the order
    of POSIX. Without any of them UTF-8 is taken for granted, as terminals do.
    """
    named = next((environment[name] for name in _LOCALE if environment.get(name)), "UTF-8")
    return not named.lower().partition("@")[0].endswith(_UTF8)

"""Letters and signs that a person who searches takes for the same.

Accents, ligatures, curly marks, the sorts of dash, and what is invisible make no difference.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import combining, normalize

_ALIKE = (
    "'’‘‛ʼ′`´",
    '"“”„‟«»″',
    "-‐‑‒–—―−",
)
"""Signs that are written for each other; the first is the one of a keyboard."""

_SIGN = {sign: alike for alike in _ALIKE for sign in alike}
_PLAIN = str.maketrans({sign: alike[0] for alike in _ALIKE for sign in alike})
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆﬅ"}
_MARKS = "[\u0300-\u036f]*"
_UNSEEN = "[\u00ad\u200b\u2060]*"


def folded(words: str) -> str:
    """Words as they are compared where no place in a text is asked for."""
    if words.isascii():
        return words.lower()
    spread = normalize("NFKD", words).replace("\u00ad", "").replace("\u200b", "")
    return "".join(sign for sign in spread if not combining(sign)).translate(_PLAIN).casefold()


def pattern_of(query: str, *, in_ascii: bool, whole_words: bool) -> re.Pattern[str]:
    """What finds the places of a query in a text; white space matches any white space.

    Case counts where the query has a capital. `in_ascii` says that the text has nothing but
    ASCII, which makes the pattern simple and fast.
    """
    words = _bare(query).split()
    one = _plainly if in_ascii else _loosely
    found = r"\s+".join(map(one, words))
    if whole_words:
        found = rf"(?<!\w){found}(?!\w)"
    smart = re.NOFLAG if any(sign.isupper() for sign in query) else re.IGNORECASE
    return re.compile(found, smart)


def _bare(query: str) -> str:
    """The query without accents and what is invisible, its signs those of a keyboard."""
    spread = normalize("NFKD", query)
    kept = (sign for sign in spread if not combining(sign) and sign not in "\u00ad\u200b\u2060")
    return "".join(kept).translate(_PLAIN)


def _plainly(word: str) -> str:
    return re.escape(word)


def _loosely(word: str) -> str:
    """A pattern for a word with any accents, ligatures and sorts of marks."""
    pieces = []
    place = 0
    while place < len(word):
        ligature = next((known for known in _LIGATURES if word.startswith(known, place)), None)
        if ligature is None:
            pieces.append(_sign(word[place]))
            place += 1
        else:
            apart = _UNSEEN.join(map(_sign, ligature))
            pieces.append(f"(?:{apart}|[{_LIGATURES[ligature]}])")
            place += len(ligature)
    return _UNSEEN.join(pieces)


def _sign(sign: str) -> str:
    if sign in _SIGN:
        return f"[{re.escape(_SIGN[sign])}]"
    alike = _accented().get(sign)
    return f"[{sign}{alike}]{_MARKS}" if alike else re.escape(sign)


@cache
def _accented() -> dict[str, str]:
    """The letters that have an accent, by the plain letter they are made of."""
    found: dict[str, list[str]] = {}
    for code in _LETTERS:
        spread = normalize("NFD", chr(code))
        if len(spread) > 1 and spread[0].isascii():
            found.setdefault(spread[0], []).append(chr(code))
    return {letter: "".join(accented) for letter, accented in found.items()}

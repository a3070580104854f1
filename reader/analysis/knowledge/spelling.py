"""Words as names are compared.

The lists are data files in `data/entities/`; each names its source in its first lines.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import combining, normalize

_SAME = {"&": "and", "st.": "st", "saint": "st"}
_DOTTED = re.compile(r"(?:\w\.)+\w?\.?\Z|.*\..*\.")
_ADDRESS_ENDING = re.compile(r"\.(?:com|org|net|info|tv|ca|co\.uk)\Z")


@cache
def compared(word: str) -> str:
    """A lower-case word as names are compared: without marks, possessive, dots and accents."""
    word = word.strip("\"'“”‘’()[],;:").removesuffix("'s").removesuffix("’s")
    if len(word) > 2 and _DOTTED.match(word):
        word = word.replace(".", "")
    word = _ADDRESS_ENDING.sub("", word)
    return _SAME.get(word) or plain(word)


def plain(word: str) -> str:
    """A word without its accents."""
    if word.isascii():
        return word
    return "".join(c for c in normalize("NFD", word) if not combining(c))

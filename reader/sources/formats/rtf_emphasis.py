"""Which words of rich text are bold or italic: marked before the marks of the format are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...article import Emphasis, Face

_BOLD, _ITALIC = 1, 2
_FACES = {_BOLD: Face.BOLD, _ITALIC: Face.ITALIC}
_FIRST = 0xE000
"""Signs from here on, which no font names, say how the words after them look."""
_SIGNS = re.compile("[\ue000-\ue003]")
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]|[^\\{}]+"
)
_WORDED = frozenset({"u", "emdash", "endash", "lquote", "rquote", "ldblquote", "rdblquote"})


def with_signs(source: str) -> str:
    """The source with a sign before each stretch that looks unlike the one before it."""
    if "\\b" not in source and "\\i" not in source:
        return source
    return "".join(_marked(_SIGNS.sub("", source)))


def without_signs(text: str) -> str:
    """A text without the signs."""
    return _SIGNS.sub("", text)


def _marked(source: str) -> Iterator[str]:
    look, shown = 0, 0
    above: list[int] = []
    for match in _TOKEN.finditer(source):
        token, word = match[0], match[1]
        if token == "{":
            above.append(look)
            shown = -1
        elif token == "}":
            look, shown = above.pop() if above else 0, -1
        elif word in {"b", "i"}:
            bit = _BOLD if word == "b" else _ITALIC
            look = look & ~bit if match[2] == "0" else look | bit
        elif word == "plain":
            look = 0
        elif look != shown and _tells(token, word):
            yield f"{{\\uc0\\u{_FIRST + look} }}"
            shown = look
        yield token


def _tells(token: str, word: str | None) -> bool:
    """Whether a token is words and no mark."""
    if word is not None:
        return word in _WORDED
    return token.startswith("\\'") or (token[0] != "\\" and not token.isspace())


class Signs:
    """Reads the signs out of a text, one paragraph after the other."""

    def __init__(self) -> None:
        self._look = 0

    def read(self, words: str) -> tuple[str, list[Emphasis]]:
        """A paragraph without its signs, and what is emphasised in it."""
        made: list[str] = []
        emphasis: list[Emphasis] = []
        length = start = 0
        for match in (*_SIGNS.finditer(words), None):
            part = words[start : match.start() if match else None]
            emphasis += _of(part, length, self._look)
            made.append(part)
            length += len(part)
            if match is not None:
                self._look, start = ord(match[0]) - _FIRST, match.end()
        return "".join(made), _joined(emphasis)


def _of(part: str, length: int, look: int) -> Iterator[Emphasis]:
    start = length + len(part) - len(part.lstrip())
    end = length + len(part.rstrip())
    if start < end:
        yield from (Emphasis(start, end, face) for bit, face in _FACES.items() if look & bit)


def _joined(emphasis: list[Emphasis]) -> list[Emphasis]:
    """The stretches in order; those of one look with nothing between them are one."""
    made: list[Emphasis] = []
    for one in sorted(emphasis, key=lambda one: (one.face, one.start)):
        if made and made[-1].face is one.face and made[-1].end >= one.start - 1:
            made[-1] = made[-1]._replace(end=one.end)
        else:
            made.append(one)
    return sorted(made)

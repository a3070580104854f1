"""Which words of a PDF are in italics or bold, by the names of their fonts."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable
from typing import Any

from ...article import Emphasis, Face

_ITALIC = re.compile(r"ital|obliq|slanted|kursiv|[-,+]it\b|ti\d+\Z", re.I)
_BOLD = re.compile(r"bold|black|heavy|semibd|demi|[-,+]bd\b|cmbx", re.I)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
"""Flags of a font descriptor (PDF 32000, table 123)."""
_LONGEST_NAME, _MOST_OBJECTS = 200, 3000
_TEXT_OBJECT = 1
_WORD = re.compile(r"\S+")


class Fonts:
    """The fonts of one page. Where none is italic or bold, no letter is asked for its font."""

    def __init__(self, pdfium: Any, page: Any, text_page: Any) -> None:
        self._pdfium, self._text_page = pdfium, text_page
        self._buffer = ctypes.create_string_buffer(_LONGEST_NAME)
        self._flags = ctypes.c_int()
        self._by_name: dict[tuple[bytes, int], frozenset[Face]] = {}
        self._any = self._has_faces(page)

    def _has_faces(self, page: Any) -> bool:
        pdfium = self._pdfium
        count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
        for number in range(count):
            one = pdfium.FPDFPage_GetObject(page, number)
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind != _TEXT_OBJECT:
                if kind == pdfium.FPDF_PAGEOBJ_FORM:
                    return True
                continue
            font = pdfium.FPDFTextObj_GetFont(one)
            if font and self._face_of_font(font):
                return True
        return False

    def _face_of_font(self, font: Any) -> frozenset[Face]:
        pdfium = self._pdfium
        buffer = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_char))
        pdfium.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
        return self._named(self._buffer.value, pdfium.FPDFFont_GetFlags(font))

    def _face(self, place: int) -> frozenset[Face]:
        self._pdfium.FPDFText_GetFontInfo(
            self._text_page, place, self._buffer, _LONGEST_NAME, ctypes.byref(self._flags)
        )
        return self._named(self._buffer.value, self._flags.value)

    def _named(self, name: bytes, flags: int) -> frozenset[Face]:
        found = self._by_name.get((name, flags))
        if found is None:
            bare = name.decode("latin-1").rpartition("+")[2]
            italic = bool(_ITALIC.search(bare)) or bool(flags & _ITALIC_FLAG)
            bold = bool(_BOLD.search(bare)) or bool(flags & _BOLD_FLAG)
            found = frozenset([Face.ITALIC] * italic + [Face.BOLD] * bold)
            self._by_name[name, flags] = found
        return found

    def faces(self, text: str, start: int, end: int, words: str) -> tuple[Emphasis, ...]:
        """What is italic or bold in a line, whose `words` are tidied from those of the page."""
        if not self._any:
            return ()
        raw, tidy = [*_WORD.finditer(text, start, end)], [*_WORD.finditer(words)]
        if len(raw) != len(tidy):
            return ()
        known = [self._face(one.start()) for one in raw]
        found: list[Emphasis] = []
        for one, faces in zip(tidy, known, strict=True):
            found += (Emphasis(one.start(), one.end(), face) for face in faces)
        return joined(found)


def joined(found: Iterable[Emphasis]) -> tuple[Emphasis, ...]:
    """The stretches in order; those of one look with a blank between them are one."""
    made: dict[Face, list[Emphasis]] = {}
    for one in sorted(found):
        same = made.setdefault(one.face, [])
        if same and same[-1].end >= one.start - 1:
            same[-1] = same[-1]._replace(end=one.end)
        else:
            same.append(one)
    return tuple(sorted(one for same in made.values() for one in same))


def with_faces(
    before: Iterable[Emphasis], more: Iterable[Emphasis], place: int
) -> tuple[Emphasis, ...]:
    """Those of a text and of what was added to it at a place; none reaches over the place."""
    kept = (one._replace(end=min(one.end, place)) for one in before)
    moved = (Emphasis(place + one.start, place + one.end, one.face) for one in more)
    return joined([*(one for one in kept if one.start < one.end), *moved])


def is_all(found: Iterable[Emphasis], face: Face, length: int) -> bool:
    """Whether one stretch of a look holds a whole text."""
    return any(one.face is face and one.start == 0 and one.end >= length for one in found)

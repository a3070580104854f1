"""Rich text."""

from __future__ import annotations

import re

from ...article import Article, BlockKind
from ..archives import damaged
from ..building import About, Builder, paragraphs
from ..dates import day_in
from ..finding import Finder
from ..types import Raw
from .rtf_emphasis import Signs, with_signs, without_signs

_TITLE = re.compile(r"\{\\title\s([^{}\\]{3,300})\}")
_MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


class Rtf:
    """The Rich Text Format."""

    name = "RTF"
    suffixes = frozenset({".rtf"})
    media_types = frozenset({"application/rtf", "text/rtf"})

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin like rich text."""
        return raw.data.lstrip()[:5] == b"{\\rtf"

    def read(self, raw: Raw) -> Article:
        """The article without its marks."""
        from striprtf.striprtf import rtf_to_text

        source = raw.data.decode("latin-1")
        try:
            text = str(rtf_to_text(with_signs(source), errors="replace"))  # type: ignore[no-untyped-call]
        except (ValueError, LookupError, IndexError, TypeError, AttributeError) as error:
            raise damaged(raw.name) from error
        builder = Builder()
        finder = Finder(source)
        signs = Signs()
        for number, marked in enumerate(paragraphs(text), 1):
            cells = marked.replace("|", "  |  ").strip(" |") if marked.endswith("|") else marked
            words, emphasis = signs.read(cells)
            place = finder.place(words, f"paragraph {number}")
            kind = BlockKind.TABLE if cells != marked else BlockKind.PARAGRAPH
            builder.add(words, kind, place=place, emphasis=emphasis)
        made = _MADE.search(source)
        day = day_in("{}-{:0>2}-{:0>2}".format(*made.groups())) if made else None
        title = _TITLE.search(source)
        stated = title[1].strip() if title else None
        stated = stated if stated and stated in without_signs(text) else None
        return builder.article(raw, About(stated, guessed=day))

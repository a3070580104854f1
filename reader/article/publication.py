"""The publication date an article states about itself."""

from __future__ import annotations

import re
from datetime import date

from .article import DateSource, Span

_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)")


def stated_date(text: str, source: str | None) -> tuple[date | None, DateSource, Span | None]:
    """The date, where it comes from and, if it stands in the text, its span."""
    del text
    found = _ISO_DATE.search(source or "")
    if found:
        try:
            return date(*map(int, found.groups())), DateSource.FILE, None
        except ValueError:
            pass
    return None, DateSource.NONE, None

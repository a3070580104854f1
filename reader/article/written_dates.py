"""Days as people write them on the command line and in a dialog."""

from __future__ import annotations

from datetime import date, datetime

_WRITTEN = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%A %d %B %Y")

HOW_TO_WRITE = "write it as 2013-03-22 or 22 March 2013"
"""What a refusal says about days."""


def parse_date(written: str) -> date:
    """The day that a person wrote: 2013-03-22, 22 March 2013 or March 22, 2013.

    Raises ValueError for anything else.
    """
    words = " ".join(written.replace(",", " ").replace(".", " ").split())
    for form in _WRITTEN:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    raise ValueError(written)

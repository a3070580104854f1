"""Days as people write them on the command line and in a dialog."""

from __future__ import annotations

from datetime import date, datetime

_WRITTEN = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%A %d %B %Y")

_FIRST_YEAR = 1500
HOW_TO_WRITE = "write it as 2013-03-22 or 22 March 2013, from the year 1500 to the next year"
"""What a refusal says about days."""


def parse_date(written: str) -> date:
    """The day of publication that a person wrote: 2013-03-22, 22 March 2013 or March 22, 2013.

    Raises ValueError for anything else, and for a day on which nothing can have been published:
    before printed news, or after the next year.
    """
    words = " ".join(written.replace(",", " ").replace(".", " ").split())
    for form in _WRITTEN:
        try:
            day = datetime.strptime(words, form).date()
        except ValueError:
            continue
        if _FIRST_YEAR <= day.year <= date.today().year + 1:
            return day
        break
    raise ValueError(written)

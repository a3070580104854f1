"""Days in the forms in which metadata write them."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:\D|\Z)")
_PDF = re.compile(r"\s*D:((?:19|20)\d\d)(\d\d)(\d\d)")


def day_in(written: object) -> date | None:
    """The day in a value of metadata, as its writer's clock had it; None for any other text."""
    if isinstance(written, (list, tuple)):
        return next((day for item in written if (day := day_in(item))), None)
    if not isinstance(written, str) or not written.strip():
        return None
    if match := _ISO.match(written):
        return _checked(*map(int, match.groups()))
    return _mail_day(written) or _worded_day(written)


def day_in_pdf(written: str) -> date | None:
    """The day in a date of a PDF ("D:20200131...")."""
    match = _PDF.match(written)
    return _checked(*map(int, match.groups())) if match else day_in(written)


def _mail_day(written: str) -> date | None:
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _worded_day(written: str) -> date | None:
    """The day in words that name one in full: "May 4, 2018", "4 May 2018 10:15"."""
    from ..article.publication import stated_date

    return stated_date(f"Published {written.strip()[:60]}", None).published


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

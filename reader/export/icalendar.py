"""iCalendar (RFC 5545): dated entries of the timeline as events of whole days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b

from ..analysis import Analysis, Event
from .text import Told

_LONGEST_LINE = 73  # bytes of content; RFC 5545 allows 75 with the blank that continues a line


def write(analysis: Analysis) -> bytes:
    """A calendar; entries without both days, and minor ones, are left out."""
    told = Told(analysis)
    key = blake2b(told.text.encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//reader//timeline//EN"]
    for event in analysis.timeline:
        if not event.minor and event.earliest and event.latest:
            lines += _event(told, key, event, event.earliest, event.latest)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(told: Told, key: str, event: Event, first: date, last: date) -> Iterator[str]:
    """One entry; `key` tells the articles of a calendar program apart."""
    stamp = datetime.combine(told.document.date or first, time(), UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}-{key}@reader"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(event.headline)}"
    yield f"DESCRIPTION:{_escaped(told.words(event.start, event.end))}"
    if told.document.url:
        yield f"URL:{_escaped(told.document.url)}"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return "".join(sign for sign in words.replace("\n", "\\n") if sign.isprintable())


def _folded(line: str) -> bytes:
    """A line with its end, broken where it is too long, never inside a character."""
    pieces, piece = [], b""
    for sign in line:
        coded = sign.encode("utf-8", "backslashreplace")
        if len(piece) + len(coded) > _LONGEST_LINE:
            pieces.append(piece)
            piece = b""
        piece += coded
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"

"""TimelineJS's JSON: the dated entries of the timeline."""

from __future__ import annotations

import json
from datetime import date, timedelta
from html import escape
from typing import Any

from ..analysis import Analysis, Event
from .text import Told


def write(analysis: Analysis) -> bytes:
    """The timeline; undated and minor entries are left out. Words are escaped for HTML."""
    told = Told(analysis)
    title = {"text": {"headline": escape(told.title), "text": escape(told.document.byline or "")}}
    events = [
        _event(told, event)
        for event in analysis.timeline
        if not event.minor and (event.earliest or event.latest)
    ]
    return json.dumps({"title": title, "events": events}, indent=1).encode("ascii") + b"\n"


def _event(told: Told, event: Event) -> dict[str, Any]:
    first = event.earliest or event.latest or date.min
    last = event.latest or first
    made: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _date(first),
        "text": {
            "headline": escape(event.headline),
            "text": escape(told.words(event.start, event.end)),
        },
    }
    if _is_whole(first, last):
        made["start_date"] = _date(first, 1 if (first.month, last.month) == (1, 12) else 2)
    elif last != first:
        made["end_date"] = _date(last)
    return made


def _is_whole(first: date, last: date) -> bool:
    """Whether the days are a whole year or a whole month, which the program names as such."""
    is_last = (last + timedelta(days=1)).day == 1 if last < date.max else True
    months = (1, 12) if first.month != last.month else (first.month, first.month)
    return (
        (first.year, first.day) == (last.year, 1)
        and is_last
        and ((first.month, last.month) == months)
    )


def _date(day: date, parts: int = 3) -> dict[str, int]:
    """A day, or only its year and month, or only its year."""
    whole = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(whole.items())[:parts])

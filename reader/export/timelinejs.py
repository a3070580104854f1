"""TimelineJS's JSON: the dated entries of the timeline."""

from __future__ import annotations

import json
from datetime import date
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
    if last != first:
        made["end_date"] = _date(last)
    return made


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}

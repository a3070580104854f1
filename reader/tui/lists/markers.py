"""The sign of an event on the rail of the timeline."""

from __future__ import annotations

from datetime import date

from ...analysis import Bound, Event, Modality
from ..glyphs import glyphs

_UNCERTAIN = {Modality.POSSIBLE}


def marker(event: Event, published: date | None) -> str:
    """The sign that tells past, publication day, future and uncertain."""
    signs = glyphs()
    first, last = event.earliest, event.latest
    if event.time is None:
        return signs.told if event.told else signs.published
    if event.modality is Modality.DENIED:
        return signs.denied
    if event.modality in _UNCERTAIN or (first is None and last is None):
        return signs.uncertain
    if published and first == last == published:
        return signs.published
    if published and (first or last or published) > published:
        return signs.future
    return signs.past if event.bound is Bound.AT else signs.stretch

"""From what is under the caret to a focus, and from a focus to its place in the text."""

from __future__ import annotations

from bisect import bisect_left

from ...analysis import (
    Entity,
    Event,
    Note,
    Quote,
    TimeExpression,
)
from ...reading import (
    EntityFocus,
    EventFocus,
    Focus,
    NoteFocus,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
    Reading,
)
from ...reading.stretches import stretches


def targets(reading: Reading) -> list[Focus]:
    """What the caret stands on that can be focused, the most telling first, each once."""
    found: list[Focus] = []
    for annotation in reading.under_caret():
        match annotation:
            case Entity():
                found.append(EntityFocus(annotation.id))
            case Quote():
                found.append(QuoteFocus(annotation.id))
            case Event():
                found.append(EventFocus(annotation.id))
            case Note():
                found.append(NoteFocus(annotation.id))
            case TimeExpression():
                found += map(EventFocus, _dated_by(reading, annotation))
    return list(dict.fromkeys(found))


def _dated_by(reading: Reading, time: TimeExpression) -> list[str]:
    events = reading.index.event_places.at(time.start)
    return [event.id for event in events if time.id in (event.time, *event.times)]


def next_target(reading: Reading) -> Focus:
    """The first of `targets`, or the one after that in focus already; None where none is."""
    found = targets(reading)
    if not found:
        return None
    focus = reading.focus
    place = found.index(focus) + 1 if focus in found else 0
    return found[place % len(found)]


def is_last_target(reading: Reading) -> bool:
    """Whether nothing under the caret is left to be focused on after what is in focus."""
    found = targets(reading)
    return not found or reading.focus == found[-1]


def places(reading: Reading) -> list[tuple[int, int]]:
    """The spans of what is in focus, in text order, the words of a quote before all else."""
    if isinstance(reading.focus, Passage):
        return [(reading.focus.start, reading.focus.end)]
    if isinstance(reading.focus, PairFocus | PeriodFocus):
        return stretches(reading.index, reading.article.text, reading.focus)
    match reading.focused:
        case Entity(mentions=mentions):
            return [(mention.start, mention.end) for mention in mentions]
        case Quote(content=content):
            return [(piece.start, piece.end) for piece in content]
        case Event() | Note() as placed:
            return [(placed.start, placed.end)]
        case _:
            return []


def place_to_show(reading: Reading, screen: tuple[int, int]) -> tuple[int, int] | None:
    """The span in focus to put the caret on; None where there is none or it stands on one.

    One on the `screen` (a range of code points) comes first, then the next after the
    caret, then the first in the text.
    """
    spans = places(reading)
    caret = reading.caret
    starts = [start for start, _ in spans]
    around = bisect_left(starts, caret + 1) - 1
    if not spans or (around >= 0 and caret < spans[around][1]):
        return None
    for origin, end in (screen, (caret, len(reading.article.text))):
        place = bisect_left(starts, origin)
        if place < len(spans) and starts[place] < end:
            return spans[place]
    return spans[0]

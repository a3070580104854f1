"""Corrections of time expressions and timeline entries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from ..analysis.types import (
    Bound,
    By,
    Event,
    Span,
    TimeExpression,
    TimeType,
)
from .patch import SAID, Patch, UnfitError
from .types import (
    Act,
    EventRef,
    HideEvent,
    NewEvent,
    NoTime,
    SetDate,
    SetEventDate,
    SetHeadline,
)


def set_date(patch: Patch, act: SetDate) -> None:
    """Say which days an expression means; entries that it dates follow."""
    place, days = patch.place(act.place), act.days
    time = patch.time(place) or TimeExpression(
        id=f"T-{act.id}", start=place.start, end=place.end, type=TimeType.DATE, value=""
    )
    time = replace(
        time,
        type=TimeType.DATE if time.type is not TimeType.TIME else time.type,
        value=days.value,
        earliest=days.earliest,
        latest=days.latest,
        mod=None,
        rule=SAID,
        rule_id="",
        reason=SAID,
        by=By.PERSON,
    )
    patch.set_time(time)
    for event in patch.dated_by(time.id):
        first, last = _days_of(patch, event)
        patch.events[event.id] = replace(event, earliest=first, latest=last, minor=False)


def no_time(patch: Patch, act: NoTime) -> None:
    """Take an expression away, and the entries that nothing else dates."""
    time = patch.time(patch.place(act.place))
    if time is None:
        return
    del patch.times[time.id]
    for event in patch.dated_by(time.id):
        others = tuple(name for name in event.times if name != time.id)
        if event.by is By.PERSON:
            patch.events[event.id] = replace(event, times=others, time=None)
        elif not others:
            del patch.events[event.id]
        else:
            left = replace(event, times=others, time=others[0], by=By.PERSON)
            first, last = _days_of(patch, left)
            patch.events[event.id] = replace(left, earliest=first, latest=last)


def set_headline(patch: Patch, act: SetHeadline) -> None:
    """Tell an entry otherwise."""
    event = _event(patch, act.event)
    patch.events[event.id] = replace(event, headline=act.headline, by=By.PERSON)


def set_event_date(patch: Patch, act: SetEventDate) -> None:
    """Say when what an entry tells happened."""
    event, days = _event(patch, act.event), act.days
    patch.events[event.id] = replace(
        event,
        earliest=days.earliest,
        latest=days.latest,
        bound=Bound.AT,
        told=False,
        by=By.PERSON,
        time=None,
        times=(),
    )


def hide_event(patch: Patch, act: HideEvent) -> None:
    """Take an entry off the timeline; nothing is left to do where there is none."""
    event = patch.event(act.event)
    if event is not None:
        del patch.events[event.id]


def new_event(patch: Patch, act: NewEvent) -> None:
    """Put a passage on the timeline."""
    place, days = patch.place(act.place), act.days
    ident = f"V-{act.id}"
    event = Event(
        id=ident,
        time=None,
        start=place.start,
        end=place.end,
        headline=act.headline,
        mentions=(Span(place.start, place.end),),
        earliest=days.earliest if days else None,
        latest=days.latest if days else None,
        by=By.PERSON,
    )
    patch.add_event(event)


def _event(patch: Patch, ref: EventRef) -> Event:
    event = patch.event(ref)
    if event is None:
        raise UnfitError("there is no timeline entry there")
    return event


def _days_of(patch: Patch, event: Event) -> tuple[date | None, date | None]:
    """The first and last day that an entry's expressions leave, None where it is open."""
    known = [patch.times[name] for name in event.times if name in patch.times]
    time = patch.times.get(event.time or "") or (known[0] if known else None)
    if time is None:
        return event.earliest, event.latest
    last = known[-1] if event.bound is Bound.RANGE and known else time
    open_days = {
        Bound.SINCE: (time.earliest, None),
        Bound.UNTIL: (None, time.latest),
        Bound.BEFORE: (None, _next(time.earliest, -1)),
        Bound.AFTER: (_next(time.latest, 1), None),
    }
    return open_days.get(event.bound, (time.earliest, last.latest))


def _next(day: date | None, days: int) -> date | None:
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return day


ACTS: dict[type[Act], Callable[[Patch, Any], None]] = {
    SetDate: set_date,
    NoTime: no_time,
    SetHeadline: set_headline,
    SetEventDate: set_event_date,
    HideEvent: hide_event,
    NewEvent: new_event,
}

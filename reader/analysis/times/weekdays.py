"""Which day a weekday is: by the tense, or beside the day last mentioned."""

from __future__ import annotations

from datetime import date, timedelta

from .. import periods
from ..periods import Period, Unit
from ..syntax.tense import Tense
from ..types import TimeType
from .context import (
    Context,
    Resolved,
    dated,
    unresolved,
)
from .describe import describe, weekday_name
from .meanings import Direction, Weekday

# What was, or had been, due on a weekday is taken to have come if that was no more days ago.
_OVERTAKEN = {Tense.EXPECTED: 2, Tense.OVERTAKEN: 4}


def resolve_weekday(meaning: Weekday, context: Context) -> Resolved:
    """The day that is meant."""
    published, number = context.published, meaning.number
    if meaning.anaphoric and context.day:
        return _weekday_beside(meaning, context.day)
    story = context.of_story and not meaning.direction
    if story and (told := _of_story(number, context)):
        return told
    if published is None:
        return unresolved(f"XXXX-WXX-{number}")
    if meaning.week is not None:
        monday = published - timedelta(days=published.weekday())
        reason = f"in the week of publication, {describe(published)}, or so many from it"
        return _moved(monday, 7 * meaning.week + number - 1, reason)
    if context.opened:
        opened = context.opened
        days = (number - opened.first.isoweekday()) % 7
        return _moved(opened.first, days, f"the end of what begins on {opened.value}")
    name = weekday_name(number)
    back = (published.isoweekday() - number) % 7
    if meaning.direction is Direction.LAST:
        days, how = -(back or 7), f"the last {name} before publication"
    elif meaning.direction is Direction.NEXT:
        days, how = 7 - back, f"the next {name} after publication"
    elif _lies_ahead(context.tense, back) or meaning.direction is Direction.THIS:
        days, how = (7 - back) % 7, f"nearest {name} on or after publication"
    else:
        days, how = -back, f"nearest {name} on or before publication"
    if meaning.weeks:
        how = f"a week {'after' if meaning.weeks > 0 else 'before'} the {how}"
    return _moved(published, days + 7 * meaning.weeks, f"{how}, {describe(published)}")


def _of_story(number: int, context: Context) -> Resolved | None:
    """A weekday that the story tells of: the first from its last day on, or one of its last period.

    None where the story is of the weeks around publication.
    """
    told, published, week = context.reference, context.published, timedelta(days=7)
    if context.defined:
        return Resolved(TimeType.DATE, f"XXXX-WXX-{number}", "counted from what follows")
    if told is None:
        return None
    if told.unit is Unit.DAY:
        days = (number - told.first.isoweekday()) % 7
        return _moved(told.first, days, f"the first from the day last mentioned, {told.value}")
    if published and told.first <= published + week and published - week <= told.last:
        return None
    reason = f"a day of {told.value} that is not told more closely"
    return Resolved(TimeType.DATE, f"XXXX-WXX-{number}", reason, told)


def _lies_ahead(tense: Tense | None, back: int) -> bool:
    """Whether a weekday that was `back` days before publication is meant to come after it."""
    overtaken = tense in _OVERTAKEN and 1 <= back <= _OVERTAKEN[tense]
    return (tense is Tense.FUTURE or tense in _OVERTAKEN) and not overtaken


def _weekday_beside(meaning: Weekday, day: Period) -> Resolved:
    """The previous or following Friday, seen from a day of the story."""
    name = weekday_name(meaning.number)
    back = (day.first.isoweekday() - meaning.number) % 7
    before = meaning.direction is Direction.LAST
    side = "before" if before else "after"
    reason = f"the {name} {side} the day last mentioned, {day.value}"
    return _moved(day.first, -(back or 7) if before else 7 - back, reason)


def _moved(published: date, days: int, reason: str) -> Resolved:
    try:
        return dated(periods.of_day(published + timedelta(days=days)), reason)
    except OverflowError:
        return unresolved("XXXX-XX-XX")

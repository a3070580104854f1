"""Which occurrence of a part of the year is meant: of May, 3 May, summer, Easter."""

from __future__ import annotations

from ..periods import Period
from ..syntax.tense import Tense
from ..types import TimeType
from .context import Context, Resolved, dated, unresolved
from .describe import describe
from .meanings import Direction, Yearly
from .parts import in_year, name_of, open_value, pick


def occurrence(meaning: Yearly, context: Context) -> Resolved:
    """The occurrence that the words beside it, the story or the tense settle."""
    if context.ahead:
        return _opening(meaning, context.ahead)
    if context.opened:
        return _closing(meaning, context.opened)
    if meaning.anaphoric:
        return _neighbour(meaning, context)
    return _beside(meaning, context) or _in_history(meaning, context) or nearest(meaning, context)


def nearest(meaning: Yearly, context: Context) -> Resolved:
    """The occurrence nearest publication, on the side that the tense says."""
    published = context.published
    if published is None:
        return unresolved(open_value(meaning))
    around = range(max(published.year - 8, 1), min(published.year + 8, 9998) + 1)
    choices = [found for year in around if (found := in_year(meaning, year))]
    if meaning.weekday and not meaning.nth:
        named = [c for c in choices if c.first.isoweekday() == meaning.weekday]
        choices = named or choices
    if not choices:
        return Resolved(TimeType.DATE, open_value(meaning), "no such day")
    chosen, which = pick(choices, meaning.direction, context.tense, published)
    if meaning.years:
        chosen = in_year(meaning, chosen.first.year + meaning.years) or chosen
        which = f"a year before the {which.removeprefix('the ')}"
    name = name_of(meaning, chosen)
    return dated(chosen, f"{which} {name} seen from publication, {describe(published)}")


def _beside(meaning: Yearly, context: Context) -> Resolved | None:
    """The first occurrence after the date that the sentence named in full before."""
    start = context.beside
    if start is None or context.tense is not Tense.PAST or meaning.direction:
        return None
    found = _following(meaning, start)
    if found is None or (context.published and found.first > context.published):
        return None
    return dated(found, f"the first after {start.value} in the same sentence")


def _in_history(meaning: Yearly, context: Context) -> Resolved | None:
    """The occurrence in the year last mentioned, where the article tells of years long ago."""
    told, ahead = context.reference, context.tense is Tense.FUTURE
    if not context.history or told is None or ahead or meaning.direction:
        return None
    if told.last.year - told.first.year > 1:
        return None
    found = in_year(meaning, told.first.year)
    if found is None or (context.published and found.first > context.published):
        return None
    return dated(found, f"in the year last mentioned, {told.first.year:04}")


def _neighbour(meaning: Yearly, context: Context) -> Resolved:
    """The occurrence right after or before the time last mentioned: the following January."""
    told = context.reference
    if told is None:
        return nearest(meaning, context)
    back = meaning.direction is Direction.LAST
    years = range(told.first.year - 1, told.last.year + 3)
    choices = [found for year in years if (found := in_year(meaning, year))]
    before = [c for c in choices if c.last < told.first]
    after = [c for c in choices if c.first > told.last]
    found = before[-1] if back and before else after[0] if after else None
    if found is None:
        return Resolved(TimeType.DATE, open_value(meaning), "no such day")
    return dated(found, f"the {'last before' if back else 'first after'} {told.value}")


def _opening(meaning: Yearly, ahead: Period) -> Resolved:
    """What stands before a date in full: the last occurrence that does not come after it."""
    years = range(ahead.first.year, max(ahead.first.year - 8, 0), -1)
    choices = (in_year(meaning, year) for year in years)
    found = next((found for found in choices if found and found.first <= ahead.first), None)
    if found:
        return dated(found, f"the last before {ahead.value}, which follows")
    return Resolved(TimeType.DATE, open_value(meaning), "no such day")


def _closing(meaning: Yearly, opened: Period) -> Resolved:
    """The end of a stretch."""
    found = _following(meaning, opened)
    if found:
        return dated(found, f"the end of what begins in {opened.value}")
    return Resolved(TimeType.DATE, open_value(meaning), "no such day")


def _following(meaning: Yearly, start: Period) -> Period | None:
    """The first occurrence that does not come before the start of a period."""
    years = range(start.first.year, min(start.first.year + 8, 9998) + 1)
    choices = (in_year(meaning, year) for year in years)
    return next((found for found in choices if found and found.first >= start.first), None)

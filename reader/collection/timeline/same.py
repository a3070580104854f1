"""Whether two reports tell one event, and how sure that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from itertools import product
from math import fsum, log

from .tellings import Telling

NEAR = timedelta(days=7)
"""How far apart the days of two reports of one event may be."""

_ALIKE = 0.45
_MORE_ALIKE = 0.6
_NEARLY_ALL = 0.9
_FEWEST = 2


class _Days(Enum):
    """How the days of two reports lie to each other."""

    AGREE = auto()
    OPEN = auto()
    """One of them states no day, and the event can be the same."""
    APART = auto()
    """Both state a day, and these are near each other."""
    UNKNOWN = auto()
    """Of one of them nobody knows the day."""
    FAR = auto()


class Same:
    """Reports compared by common words, who takes part, what is done, and when."""

    def __init__(self, told: Sequence[Telling]) -> None:
        counts = Counter(stem for telling in told for stem in telling.stems)
        self._told = told
        self._weight = {stem: log(1 + len(told) / count) for stem, count in counts.items()}
        self._total = [self._of(telling.stems) for telling in told]
        self._repeated = set(_repeated(told))

    def _of(self, stems: frozenset[str]) -> float:
        return fsum(self._weight[stem] for stem in stems)  # in no order, and yet the same

    def likeness(self, one: int, other: int) -> float | None:
        """The weight of the common words as a part of the shorter report's; None for two events."""
        first, second = self._told[one], self._told[other]
        common = first.stems & second.stems
        if len(common) < _FEWEST or first.happened is not second.happened:
            return None
        alike = self._of(common) / min(self._total[one], self._total[other])
        needed = self._needed(first, second, len(common))
        return alike if needed is not None and alike >= needed else None

    def _needed(self, one: Telling, other: Telling, common: int) -> float | None:
        """How much must be alike for one event; None where nothing is enough."""
        same_act = bool(one.acts & other.acts)
        days = _days(one, other)
        if days is _Days.FAR or not _may_be_one_act(one, other):
            return None
        if one.doers and other.doers and set(one.doers).isdisjoint(other.doers):
            return _of_others(one, other, common)
        members = set(one.members) & set(other.members)
        if not members:
            return _of_nobody_named(days, common, same_act=same_act)
        if days is _Days.APART and self._is_repeated(members, one.acts):
            return None
        return _of_somebody(days, common, same_act=same_act)

    def _is_repeated(self, members: Iterable[int], acts: Iterable[str]) -> bool:
        return not self._repeated.isdisjoint(product(members, acts))


def _repeated(told: Sequence[Telling]) -> Iterator[tuple[int, str]]:
    """Who did what on two days, by one article: of another article's day nobody knows which."""
    days: dict[tuple[str, int, str], set[date]] = defaultdict(set)
    for telling in told:
        if telling.dated and telling.earliest is not None:
            for member in telling.members:
                for act in telling.acts:
                    days[telling.document, member, act].add(telling.earliest)
    for (_, member, act), known in days.items():
        if len(known) > 1:
            yield member, act


def _may_be_one_act(one: Telling, other: Telling) -> bool:
    """Whether what is done is the same or not known, or each report has the other's act."""
    if not one.acts or not other.acts or one.acts & other.acts:
        return True
    return not one.acts.isdisjoint(other.stems) and not other.acts.isdisjoint(one.stems)


def _of_others(one: Telling, other: Telling, common: int) -> float | None:
    """How much must be alike where each names somebody else as who does it.

    As a rule these are two events: many firms' shares fall on one day.
    """
    are_people = one.people == one.doers and other.people == other.doers
    is_one_day = one.is_one_day and other.is_one_day and one.day == other.day
    are_dated = one.dated and other.dated
    return _NEARLY_ALL if are_people and is_one_day and are_dated and common > _FEWEST else None


def _of_somebody(days: _Days, common: int, *, same_act: bool) -> float | None:
    """How much must be alike where somebody takes part in both."""
    if days is _Days.AGREE:
        return _ALIKE
    if common > _FEWEST and days is not _Days.UNKNOWN:
        return _MORE_ALIKE
    return _NEARLY_ALL if same_act else None


def _of_nobody_named(days: _Days, common: int, *, same_act: bool) -> float | None:
    """How much must be alike where both reports name nobody in common."""
    if days in (_Days.APART, _Days.UNKNOWN) or common <= _FEWEST:
        return None
    if same_act and days is _Days.AGREE and common > _FEWEST + 1:
        return _MORE_ALIKE
    return _NEARLY_ALL


def _days(one: Telling, other: Telling) -> _Days:
    if one.day is None or other.day is None:
        return _Days.UNKNOWN
    if _agree(one, other):
        return _Days.AGREE
    if abs(one.day - other.day) > NEAR:
        return _Days.FAR
    if one.dated and other.dated:
        return _Days.APART if one.is_one_day and other.is_one_day else _Days.FAR
    return _Days.OPEN


def _agree(one: Telling, other: Telling) -> bool:
    """Whether the stretches of days are the same or one lies in the other."""
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    return _holds(one, other) or _holds(other, one)


def _holds(one: Telling, other: Telling) -> bool:
    """Whether the days of one report lie within those of another."""
    if one.earliest is None or one.latest is None:
        return False
    if other.earliest is None or other.latest is None:
        return False
    return one.earliest <= other.earliest and other.latest <= one.latest

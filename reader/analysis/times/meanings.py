"""What an expression says, before it is known which day of the calendar that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..knowledge.time_words import look_up
from ..periods import Period, Unit
from ..types import TimeType


class Direction(Enum):
    """Which way an expression points: last year, this year, next year."""

    LAST = -1
    THIS = 0
    NEXT = 1


def direction_of(words: str) -> Direction:
    """Which way "last", "the coming" or the like points, by its last word."""
    return Direction[look_up("directions", words.rsplit(maxsplit=1)[-1])]


def any_direction(words: str | None) -> Direction | None:
    """Which way such words point, None where there are none."""
    return direction_of(words) if words else None


@dataclass(frozen=True, slots=True)
class Stated:
    """A period that the expression names in full."""

    period: Period


@dataclass(frozen=True, slots=True)
class Yearly:
    """A part of a year whose year is not said: May, 3 May, summer, third quarter, Easter.

    Exactly one of `month`, `season`, `quarter`, `half` and `holiday` is set. `day` goes with
    `month`, and `weekday` (1 is Monday) with both. `nth` is for the nth such weekday of the
    month, the last if negative, and `week` for its nth seven days. `years` adds to the year
    found: -1 for "the year-earlier third quarter". `fiscal` marks a quarter of a firm's own year,
    `anaphoric` what is seen from the time last mentioned: the following January.
    """

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None
    direction: Direction | None = None
    years: int = 0
    week: int | None = None
    fiscal: bool = False
    anaphoric: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 is Monday, the way it is pointed at, and how many weeks from there.

    With `anaphoric` the direction is seen from the day last mentioned, if there is one. `week`
    counts calendar weeks from that of publication: Thursday of last week has -1.
    """

    number: int
    direction: Direction | None = None
    weeks: int = 0
    anaphoric: bool = False
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit that lies `count` units after (before, if negative) a point.

    The point is the publication date, or with `anaphoric` the period last mentioned.
    `comparison` marks "a year ago" and the like, which news of earnings uses for the
    same quarter of the year before. `grain` is the unit meant where it is another than the
    one counted: 50 years ago today. `loose` says that the past tense counts from the period last
    mentioned: the next year she left.
    """

    unit: Unit
    count: int
    anaphoric: bool = False
    comparison: bool = False
    grain: Unit | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """A numbered part of a unit that is itself to be resolved: its first quarter, its May."""

    part: Yearly
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Holding:
    """The week, month or year that holds a day: the week of 6 March."""

    unit: Unit
    inner: Meaning


@dataclass(frozen=True, slots=True)
class DayOf:
    """A numbered day of a month that is itself to be resolved: the 15th of next month.

    Without a `month` it is the first or last such day: on the 12th. With a `weekday` it is the
    numbered one of those, the last if negative: the last Friday of the month.
    """

    day: int
    month: Meaning | None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The time last mentioned: then, at that time."""


@dataclass(frozen=True, slots=True)
class Definite:
    """A unit the text takes as known: "the quarter", "the week"."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no resolving: a duration, a set, PRESENT_REF.

    `to_now` says that a length ends with publication: the last decade.
    """

    value: str
    type: TimeType
    to_now: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time or part of a day: the TIMEX3 suffix ("T15:00", "TMO"), the day and the zone."""

    suffix: str
    day: Meaning | None = None
    zone: str | None = None


Meaning = (
    Stated
    | Yearly
    | Weekday
    | Shift
    | Within
    | Holding
    | DayOf
    | Mentioned
    | Definite
    | Fixed
    | Clock
)

"""What an expression can be counted from, and what it is found to mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..periods import Period
from ..syntax.tense import Tense
from ..types import TimeType


@dataclass(slots=True)
class Context:
    """What an expression can be counted from, at its place in the text.

    `published` is the publication date, `tense` that of the clause. `reference` is the period last
    mentioned, `day` the last single day, `quarter` the quarter under discussion. `compared` is
    the quarter or year that "a year ago" looks back from.
    `bounded` says that "ended" or the like follows, so that a unit means a length, and
    `bound` is the day it ended on. `whole` is the year whose first part a length is. `opened` is
    the start of the stretch that the expression closes: from June to September. `ahead` is what
    follows in full and lends its year: from August to October 2022. `beside` is a month or day
    with its year that the sentence named before: she was fired in January 2024 and reinstated in
    March. `history` says that the article tells of years long before its own. `of_story` marks a
    weekday that "the" makes one of the days told of, and those after it in its sentence.
    `defined` marks one that is counted from what follows: the Sunday before Easter.
    """

    published: date | None
    tense: Tense | None = None
    reference: Period | None = None
    day: Period | None = None
    quarter: Period | None = None
    compared: Period | None = None
    bounded: bool = False
    bound: Period | None = None
    whole: Period | None = None
    opened: Period | None = None
    ahead: Period | None = None
    beside: Period | None = None
    history: bool = False
    of_story: bool = False
    defined: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: a period where it is known, and why."""

    type: TimeType
    value: str
    reason: str
    period: Period | None = None
    suffix: str = field(default="")


def dated(period: Period, reason: str) -> Resolved:
    """A date that is known, and why."""
    return Resolved(TimeType.DATE, period.value, reason, period)


def unresolved(value: str) -> Resolved:
    """A date in the open form of TIMEX3."""
    return Resolved(TimeType.DATE, value, "relative, and no publication date is known")

"""What the reader looks at."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Passage(Struct, frozen=True):
    """A selected stretch of the article, in code points, end exclusive."""

    start: int
    end: int


class EntityFocus(Struct, frozen=True):
    """An entity, by its id."""

    id: str


class QuoteFocus(Struct, frozen=True):
    """A quote, by its id."""

    id: str


class EventFocus(Struct, frozen=True):
    """A timeline entry, by its id."""

    id: str


class NoteFocus(Struct, frozen=True):
    """A highlight or note, by its id."""

    id: str


class PairFocus(Struct, frozen=True):
    """Two entities, by their ids: what holds both."""

    first: str
    second: str


class PeriodFocus(Struct, frozen=True):
    """A stretch of the calendar, both days included: what the article dates in it."""

    first: date
    last: date


Focus = Passage | EntityFocus | QuoteFocus | EventFocus | NoteFocus | PairFocus | PeriodFocus | None


def needed(focus: Focus) -> tuple[str, ...]:
    """The ids of the annotations that a focus is on."""
    match focus:
        case EntityFocus(name) | QuoteFocus(name) | EventFocus(name) | NoteFocus(name):
            return (name,)
        case PairFocus(first, second):
            return first, second
        case _:
            return ()

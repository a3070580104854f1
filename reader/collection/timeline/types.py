"""What the timeline of a collection is made of."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from .tellings import Telling


class Matter(StrEnum):
    """What two reports of one event disagree about."""

    DATE = "date"
    NUMBER = "number"
    PERSON = "person"


class Disagreement(Struct, frozen=True, gc=False):
    """Two reports that cannot both be right, by their places among the tellings of an entry.

    `words` are what each of them says in its own words ("12 workers", "15 workers").
    """

    matter: Matter
    one: int
    other: int
    words: tuple[str, str]


class Entry(Struct, frozen=True, gc=False):
    """An event of a collection with all reports of it, the most exact first.

    `members` are the numbers of those of the cast who take part.
    """

    headline: str
    earliest: date | None
    latest: date | None
    members: tuple[int, ...]
    tellings: tuple[Telling, ...]
    disagreements: tuple[Disagreement, ...] = ()

"""Several articles on one desk: which they are, how far each is, and what they say together.

A desk holds a `Reading` for each article that was looked at, with its focus, caret and search, and
the collection of those that are analysed. Only the interface's thread touches it; collections
are made elsewhere and arrive by `receive`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ..article import Article
from .focus import EntityFocus
from .history import Place
from .reading import Reading

if TYPE_CHECKING:
    from ..analysis import Annotations
    from ..collection import Collection
    from ..sources.sought import Sought


class Part(NamedTuple):
    """Which article of a mail folder, feed or archive is meant, counted from 0.

    `held` are the bytes, where they came through a pipe and can be read nowhere else.
    """

    number: int
    held: Sought | None = None


class State(StrEnum):
    """How far an article of the desk is."""

    WAITING = "waiting"
    READING = "being read"
    ANALYSING = "being analysed"
    READY = "ready"
    FAILED = "failed"


@dataclass
class Sheet:
    """One article of a desk: where it is, what it is called, and what is known of it.

    `name` is unique on the desk and is the article's name in the collection. `part` says which
    article of its place it is, where that holds several; `label` is what that calls it.
    """

    place: str | None
    name: str
    state: State = State.WAITING
    reason: str = ""
    article: Article | None = None
    reading: Reading | None = None
    machine: Annotations | None = None
    part: Part | None = None
    label: str = ""

    @property
    def title(self) -> str:
        """The article's title, before it is known what a list calls it, or its file's name."""
        article = self.article
        known = (article.title or article.source) if article else self.label
        return known or self.name


@dataclass
class Visit:
    """A time at which an article was read: its number, and the steps between which that was.

    `place` is where its reader was when they left it.
    """

    number: int = 0
    arrived: int = 0
    left: int = sys.maxsize
    place: Place | None = None


class Desk:
    """The articles, the one that is read, and the way back to those read before."""

    def __init__(self, places: Sequence[str]) -> None:
        self.sheets: list[Sheet] = []
        self.collection: Collection | None = None
        self._visits = [Visit()]
        self._visit = 0
        self._observers: list[Callable[[], None]] = []
        for place in places:
            self.add(place)

    def add(self, place: str | None, label: str = "") -> Sheet:
        """Put another article on the desk, at the end."""
        name = label or stem(place or "article")
        taken = {sheet.name for sheet in self.sheets}
        if name in taken:
            name = place if place and place not in taken else f"{name} ({len(self.sheets) + 1})"
        sheet = Sheet(place, name)
        self.sheets.append(sheet)
        self._tell()
        return sheet

    def spread(
        self, sheet: Sheet, labels: Sequence[str], held: Sought | None = None
    ) -> list[Sheet]:
        """Have the articles that a place holds instead of the place: one sheet each, in order.

        `labels` are what the place calls them, at least one. The first takes the sheet.
        """
        at, name, place = self.sheets.index(sheet), sheet.name, sheet.place
        made = [sheet, *(Sheet(place, "") for _ in labels[1:])]
        for number, (one, label) in enumerate(zip(made, labels, strict=True)):
            one.name, one.part, one.label = f"{name}#{number + 1}", Part(number, held), label
            one.state = State.WAITING
        self.sheets[at + 1 : at + 1] = made[1:]
        for visit in self._visits:
            visit.number += len(made) - 1 if visit.number > at else 0
        self._tell()
        return made

    def observe(self, observer: Callable[[], None]) -> Callable[[], None]:
        """Call `observer` after each change; returns the way to stop that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def _tell(self) -> None:
        for observer in list(self._observers):
            observer()

    @property
    def sheet(self) -> Sheet:
        """The article that is read."""
        return self.sheets[self.present]

    @property
    def present(self) -> int:
        """The number of the article that is read."""
        return self._visits[self._visit].number

    def turn(self, number: int) -> None:
        """Read another article; the present one is kept for the way back."""
        if number == self.present:
            return
        self._leave()
        reading, before = self.sheets[number].reading, self.sheet.reading
        self._visits[self._visit].left = before.step.number if before else 0
        self._visits[self._visit + 1 :] = [Visit(number, reading.step.number if reading else 0)]
        self._visit += 1
        self._arrive()

    def settle(self) -> None:
        """Take what was done since the turn for a part of it, which one step back undoes."""
        if (reading := self.sheet.reading) is not None:
            self._visits[self._visit].arrived = reading.earliest = reading.step.number

    def goes_on(self) -> None:
        """Know that the reader goes another way from here: what lay ahead is forgotten."""
        del self._visits[self._visit + 1 :]
        self._visits[self._visit].left = sys.maxsize
        if (reading := self.sheet.reading) is not None:
            reading.latest = sys.maxsize

    def turn_back(self) -> int | None:
        """The article read before, which is now the present one; None where there is none."""
        return self._walk(-1)

    def turn_forward(self) -> int | None:
        """The article from which a turn back was made; None where there is none."""
        return self._walk(1)

    def _walk(self, step: int) -> int | None:
        if not 0 <= self._visit + step < len(self._visits):
            return None
        self._leave()
        self._visit += step
        reading, place = self.sheet.reading, self._visits[self._visit].place
        if reading is not None and place is not None:
            reading.put(place)
        self._arrive()
        return self.present

    def _leave(self) -> None:
        if (reading := self.sheet.reading) is not None:
            self._visits[self._visit].place = reading.here

    def _arrive(self) -> None:
        visit, reading = self._visits[self._visit], self.sheet.reading
        if reading is not None:
            reading.earliest, reading.latest = visit.arrived, visit.left
        self._tell()

    def next(self, step: int) -> int | None:
        """The number of an article further on, or before; None after the last and the first."""
        number = self.present + step
        return number if 0 <= number < len(self.sheets) else None

    def report(self, sheet: Sheet, state: State, reason: str = "") -> None:
        """Take news of an article."""
        sheet.state, sheet.reason = state, reason
        self._tell()

    def receive(self, collection: Collection) -> None:
        """Take what the analysed articles say together; the present reading shows it."""
        self.collection = collection
        reading = self.sheet.reading
        if reading is not None:
            reading.report(reading.status)  # its lists paint again
        self._tell()

    # Who is in which article

    def member(self, name: str, entity: str) -> int | None:
        """The number in the cast of an article's entity, once it is known."""
        if self.collection is None:
            return None
        return self.collection.numbers.get(name, {}).get(entity)

    def strip(self, entity: str) -> list[int]:
        """How often an entity of the present article is mentioned in each article of the desk.

        Empty as long as the collection does not know it.
        """
        member = self.member(self.sheet.name, entity)
        return [] if member is None else self.mentions(member)

    def mentions(self, member: int) -> list[int]:
        """How often a member of the cast is mentioned in each article of the desk."""
        assert self.collection is not None
        counts: dict[str, int] = {}
        for figure in self.collection.cast[member].figures:
            counts[figure.document] = counts.get(figure.document, 0) + figure.mentions
        return [counts.get(sheet.name, 0) for sheet in self.sheets]

    def beyond(self, entity: str, *, forward: bool) -> tuple[int, str] | None:
        """The next or previous article with the same member, and its entity there; going round."""
        member = self.member(self.sheet.name, entity)
        if member is None or self.collection is None:
            return None
        there: dict[str, str] = {}
        for figure in self.collection.cast[member].figures:
            there.setdefault(figure.document, figure.id)
        count, step = len(self.sheets), 1 if forward else -1
        for distance in range(1, count):
            number = (self.present + step * distance) % count
            if self.sheets[number].name in there:
                return number, there[self.sheets[number].name]
        return None

    def number_of(self, name: str) -> int | None:
        """The number of the article that has this name in the collection."""
        return next((n for n, sheet in enumerate(self.sheets) if sheet.name == name), None)


def arrive(reading: Reading, entity: str, *, forward: bool) -> None:
    """Look at an entity, at its first mention or, coming from behind, at its last."""
    if entity in reading.index.entities:
        reading.focus_on(EntityFocus(entity))
        mentions = reading.index.entities[entity].mentions
        reading.move_caret(mentions[0 if forward else -1].start)


def stem(place: str) -> str:
    """What a place is called: the file's name without suffix, or the address."""
    if "://" in place:
        return place
    name = place.replace("\\", "/").rstrip("/").rpartition("/")[2]
    stem = name.rpartition(".")[0]
    return stem or name or place

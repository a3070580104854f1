"""The cast, the quotes and the timeline of all articles, in the panes beside one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, cast

from ...collection import Entry, Member, Saying
from ...reading import EntityFocus, EventFocus, PeriodFocus, QuoteFocus, Reading
from ...reading.desk import Desk
from ...reading.stretches import falls_in
from ..lists.pane import ListPane
from ..lists.title import FOCUS_NOTES
from ..window.room import SIDE, TABBED
from .together import CastPane, Look, Only, SayingsPane, StoryPane

Meet = Callable[[int, str], object]
"""Goes to an article, by its number, with an entity of it in focus."""


class InFocus(Only):
    """The member of the cast whom the reading looks at."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk)
        self._reading = reading

    @property
    def member(self) -> int | None:
        """Their number in the cast; None where the focus is on nobody."""
        focus = self._reading.focus
        if not isinstance(focus, EntityFocus):
            return None
        return self._desk.member(self._desk.sheet.name, focus.id)


class _Following:
    """What the panes over all articles have in common: any focus narrows them.

    An entity narrows by the cast, a period by its days, over all articles. Any other focus leaves
    what it leaves of the present article, with what the other articles have of the same.
    """

    HINTS: ClassVar[tuple[str, ...]] = ("list.filter", "app.all-or-one")
    _desk: Desk
    reading: Reading

    def order_note(self) -> str:
        """That all articles are meant, where the title does not say it."""
        return "all articles" if cast("ListPane[object]", self).has_class(TABBED) else ""

    @property
    def here(self) -> str:
        """The name of the present article."""
        return self._desk.sheet.name


class AllCast(_Following, CastPane):
    """The cast; choosing somebody looks at them here, else in the first article with them."""

    def __init__(self, reading: Reading, desk: Desk, look: Look, meet: Meet) -> None:
        super().__init__(reading, desk, look)
        self._meet = meet
        self._whom = InFocus(desk, reading)

    def kept(self) -> Callable[[Member], bool] | None:
        """Whom the focus leaves in the present article; one of them leaves all for the next."""
        if isinstance(self.reading.focus, EntityFocus | None):
            return None
        left = {row.entity.id for row in self.reading.entities()}
        return lambda member: any(
            figure.document == self.here and figure.id in left for figure in member.figures
        )

    def focus_note(self) -> str:
        """How the focus narrows the cast."""
        return "" if self.kept() is None else FOCUS_NOTES.get(type(self.reading.focus), "")

    def chosen(self) -> str | None:
        """Whom the reading looks at."""
        member = self._whom.member
        return None if member is None else str(member)

    def choose(self, ident: str) -> None:
        """Look at somebody."""
        collection = self._desk.collection
        if collection is None:
            return
        figures = collection.cast[int(ident)].figures
        here = next((one for one in figures if one.document == self._desk.sheet.name), None)
        if here is not None:
            self.reading.focus_on(EntityFocus(here.id))
        elif (number := self._desk.number_of(figures[0].document)) is not None:
            self._meet(number, figures[0].id)


class AllQuotes(_Following, SayingsPane):
    """The quotes; choosing one goes to it here, and then from article to article."""

    def kept(self) -> Callable[[Saying], bool] | None:
        """Those by whoever is in focus, else those that the focus leaves in the present article."""
        focus = self.reading.focus
        if isinstance(focus, EntityFocus):
            return super().kept()
        if isinstance(focus, QuoteFocus | None):
            return None
        left = {row.quote.id for row in self.reading.quotes()}
        return lambda saying: any(
            version.document == self.here and version.quote in left for version in saying.versions
        )

    def focus_note(self) -> str:
        """Whose quotes are left, or where they stand."""
        return _note_of(self, "by")

    def place(self, what: Saying) -> tuple[str, int | None] | None:
        """The words in this article, or in the one after that on which the caret stands."""
        collection = self._desk.collection
        assert collection is not None
        quotes = {
            document: {one.id: one for one in found.quotes}
            for document, found in collection.analyses.items()
        }
        return _following(
            self,
            self._desk,
            [(v.document, quotes[v.document][v.quote].content[0].start) for v in what.versions],
        )


class AllEvents(_Following, StoryPane):
    """The timeline; choosing an event goes to it here, and then from report to report."""

    def kept(self) -> Callable[[Entry], bool] | None:
        """Those with whoever is in focus, those of a period, or those left here by the focus."""
        focus = self.reading.focus
        if isinstance(focus, EntityFocus):
            return super().kept()
        if isinstance(focus, PeriodFocus):
            return partial(falls_in, focus)
        if isinstance(focus, EventFocus | None):
            return None
        left = {row.event.id for row in self.reading.timeline()}
        return lambda entry: any(
            telling.document == self.here and telling.event in left for telling in entry.tellings
        )

    def focus_note(self) -> str:
        """Whose events are left, or where they stand."""
        return _note_of(self, "with")

    def place(self, what: Entry) -> tuple[str, int | None] | None:
        """The clause in this article, or in the report after that on which the caret stands."""
        told = [(telling.document, telling.places[0].start) for telling in what.tellings]
        return _following(self, self._desk, told)


def side_panes(reading: Reading, desk: Desk, look: Look, meet: Meet) -> dict[str, ListPane[object]]:
    """The panes over all articles by the names of those that they stand for."""
    quotes, events = AllQuotes(reading, desk, look), AllEvents(reading, desk, look)
    quotes.only = events.only = InFocus(desk, reading)
    made = (AllCast(reading, desk, look, meet), quotes, events)
    return dict(zip(SIDE, made, strict=False))  # type: ignore[arg-type]  # rows of any kind


def _note_of(pane: AllQuotes | AllEvents, relation: str) -> str:
    if pane.only is not None and pane.only.name:
        return f"{relation} {pane.only.name}"
    return "" if pane.kept() is None else FOCUS_NOTES.get(type(pane.reading.focus), "")


def _following(
    pane: SayingsPane | StoryPane, desk: Desk, places: Sequence[tuple[str, int]]
) -> tuple[str, int]:
    """The place in the present article; where the caret is there already, the next one."""
    here = (desk.sheet.name, pane.reading.caret)
    if here in places:
        return places[(places.index(here) + 1) % len(places)]
    return next((place for place in places if place[0] == here[0]), places[0])

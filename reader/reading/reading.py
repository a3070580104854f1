"""The shared model: one article being read, observed by every pane.

Panes never talk to each other. A pane changes the reading; the reading tells all observers
what changed, and each asks for what it shows.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from enum import Flag, auto
from typing import TYPE_CHECKING

from ..analysis import (
    Annotations,
    Entity,
    Event,
    Note,
    Quote,
    TimeExpression,
)
from ..article import Article
from .beside import Beside
from .find import (
    Manner,
    Search,
)
from .focus import (
    EntityFocus,
    EventFocus,
    Focus,
    NoteFocus,
    Passage,
    QuoteFocus,
    needed,
)
from .history import History, Place, Step, Top, Way, is_selection
from .hunting import Hunt, begun
from .index import Index
from .status import Analysing, Failed, Ready, Status
from .views import (
    EntityRow,
    EventRow,
    QuoteRow,
    entity_rows,
    event_rows,
    mention_number,
    quote_rows,
)

if TYPE_CHECKING:
    from .handwork import Handwork


class Change(Flag):
    """What of a reading changed."""

    ARTICLE = auto()
    ANNOTATIONS = auto()
    STATUS = auto()
    FOCUS = auto()
    CARET = auto()
    SEARCH = auto()
    NOTES = auto()
    COUNT = auto()
    PLACE = auto()
    """The reader is back at a place: the screen shows what it showed there."""


Annotation = Entity | Quote | TimeExpression | Event | Note
Observer = Callable[[Change], None]


class Reading:
    """An article, what is known of it, and where its reader is.

    Everything here is quick enough for a key's path. Not safe for several threads: only the
    thread of the interface touches it.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.handwork: Handwork | None = None
        self.machine = Annotations()
        self.index = Index(self.machine)
        self.status: Status = Analysing()
        self.caret = 0
        self.top: Top | None = None
        """What the screen begins with, as whatever shows the article last told."""
        self.bookmarks: dict[str, int] = {}
        """The places that a letter was set at, in code points."""
        self.jumped_from: int | None = None
        """Where the caret was before the last jump."""
        self.earliest, self.latest = 0, sys.maxsize
        """The numbers of the steps between which the reader may go back and forward."""
        self.beside: Beside | None = None
        self._history = History()
        self._observers: list[Observer] = []

    # Observing

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call `observer` after each change; returns the way to stop that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def _tell(self, change: Change) -> None:
        for observer in list(self._observers):
            observer(change)

    # What the analysis brings

    @property
    def annotations(self) -> Annotations:
        """What is known so far; more may come while the status is Analysing."""
        return self.index.annotations

    def receive(self, annotations: Annotations, status: Status) -> None:
        """Take new annotations; what a person decided is applied to them.

        The focus stays where its annotation still exists.
        """
        self.machine = annotations
        self.status = status
        self.apply_handwork(Change.STATUS)

    def apply_handwork(self, also: Change | None = None) -> None:
        """Show the analysis as the person has it, with their notes; `also` is told besides.

        Needed after each change of the handwork.
        """
        change = also or Change(0)
        if self.handwork is None:
            self.index = Index(self.machine)
            change |= Change.ANNOTATIONS
        else:
            annotations, notes, became = self.handwork.applied(self.machine)
            change |= Change.NOTES
            if annotations is not self.index.annotations:
                change |= Change.ANNOTATIONS
            self.index = self.index.followed_by(annotations, notes)
            self._history.follow(became)
        before = self.focus
        self._history.keep(self.index.ids)
        self._tell(change if self.focus == before else change | Change.FOCUS)

    def report(self, status: Status) -> None:
        """Take news of how the analysis goes."""
        self.status = status
        self._tell(Change.STATUS)

    @property
    def is_incomplete(self) -> bool:
        """Whether the analysis has failed or could not do all."""
        return isinstance(self.status, Failed) or (
            isinstance(self.status, Ready) and bool(self.status.note)
        )

    def grow(self, article: Article) -> None:
        """Take the whole of an article of which the beginning is known; its text goes on."""
        self.article = article
        self._tell(Change.ARTICLE)

    def redate(self, article: Article) -> None:
        """Take the same article with another publication date.

        What follows from it arrives by `receive`.
        """
        self.article = article
        self._tell(Change.ARTICLE)

    # Focus

    @property
    def focus(self) -> Focus:
        """What the reader looks at."""
        return self._history.current.focus

    def focus_on(self, focus: Focus, *, left: Place | None = None) -> None:
        """Look at something: all views follow. An empty passage is no focus.

        `left` is where the way back leads, where that is not the present place.

        Raises KeyError where the focus names no annotation of this reading.
        """
        if isinstance(focus, Passage):
            focus = focus if focus.start < focus.end else None
        elif missing := set(needed(focus)) - self.index.ids:
            raise KeyError(*missing)
        if self._history.look(focus, left or self.here):
            self._goes_on(is_jump=not isinstance(focus, Passage))
            self._tell(Change.FOCUS)

    # The way back

    @property
    def here(self) -> Place:
        """Where the reader is."""
        return Place(self.caret, self.top)

    @property
    def step(self) -> Step:
        """The present step of the way that the reader came."""
        return self._history.current

    def jump(self, offset: int) -> None:
        """Go to another place of the article, from which `back` leads here again."""
        if offset != self.caret:
            self._history.jump(self.here)
            self._goes_on()
            self.move_caret(offset)

    def note_jump(self) -> None:
        """Know the present place as the one before the last jump."""
        self.jumped_from = self.caret

    def _goes_on(self, *, is_jump: bool = True) -> None:
        if is_jump:
            self.note_jump()
        if self.beside is not None:
            self.beside.goes_on()

    def back(self) -> bool:
        """Undo the last step: what was looked at, searched for and on the screen before it.

        The end of a selection leaves the reader where they are. False where there is no step.
        """
        left = self._history.current
        if not self._history.back(self.here, self.earliest):
            return False
        before = self._history.current
        self._arrive(left, self.here if is_selection(left, before) else before.place)
        return True

    def forward(self) -> bool:
        """Undo one step back; False where there is none."""
        left = self._history.current
        if not self._history.forward(self.here, self.latest):
            return False
        self._arrive(left, self._history.current.place)
        return True

    def way(self) -> tuple[Way, Place]:
        """The whole way and the present place, to return to both."""
        return self._history.way(), self.here

    def return_to(self, way: tuple[Way, Place]) -> None:
        """Undo all steps and moves made since `way` was asked for."""
        left = self._history.current
        self._history.restore(way[0])
        self._arrive(left, way[1])

    def put(self, place: Place) -> None:
        """Be at a place, without a step."""
        self._arrive(self._history.current, place)

    def _arrive(self, left: Step, place: Place) -> None:
        step = self._history.current
        change = Change.CARET | Change.PLACE
        if left.focus != step.focus:
            change |= Change.FOCUS
        if left.search is not step.search:
            change |= Change.SEARCH
        self.caret, self.top = place.caret, place.top
        self._tell(change)

    @property
    def focused(self) -> Entity | Quote | Event | Note | None:
        """The annotation in focus, if the focus is on one."""
        match self.focus:
            case NoteFocus(name):
                return self.index.notes_by_id[name]
            case EntityFocus(name):
                return self.index.entities[name]
            case QuoteFocus(name):
                return self.index.quotes[name]
            case EventFocus(name):
                return self.index.events[name]
            case _:
                return None

    # The views

    @property
    def _seen(self) -> Focus:
        """The focus as the views take it: a note is the passage that it stands on."""
        focus = self.focus
        if not isinstance(focus, NoteFocus):
            return focus
        note = self.index.notes_by_id[focus.id]
        return Passage(note.start, note.end)

    def entities(self) -> list[EntityRow]:
        """What the entities pane shows."""
        return entity_rows(self.index, self.article.text, self._seen)

    def quotes(self) -> list[QuoteRow]:
        """What the quotes pane shows."""
        return quote_rows(self.index, self.article.text, self._seen)

    def timeline(self) -> list[EventRow]:
        """What the timeline pane shows."""
        return event_rows(self.index, self._seen)

    # The caret

    def move_caret(self, offset: int) -> None:
        """Put the caret on a code point; beyond the ends of the text it stays at them."""
        offset = max(0, min(offset, len(self.article.text)))
        if offset != self.caret:
            self.caret = offset
            self._tell(Change.CARET)

    def under_caret(self) -> list[Annotation]:
        """The annotations the caret stands on: the most telling first.

        A mention or time expression comes before the quote or event around it.
        """
        at = self.caret
        return [
            *reversed(self.index.mentions.at(at)),
            *self.index.time_places.at(at),
            *{quote.id: quote for quote in reversed(self.index.quote_places.at(at))}.values(),
            *{event.id: event for event in reversed(self.index.event_places.at(at))}.values(),
            *reversed(self.index.note_places.at(at)),
        ]

    def next_stop(self, *, forward: bool) -> int | None:
        """Where the next or previous annotation begins, seen from the caret, or None."""
        stops = self.index.stops
        place = bisect_right(stops, self.caret) if forward else bisect_left(stops, self.caret) - 1
        return stops[place] if 0 <= place < len(stops) else None

    def walk_mentions(self, *, forward: bool) -> bool:
        """Move the caret to the next or previous mention of the focused entity, going round.

        False where no entity is in focus.
        """
        entity = self.focused
        if not isinstance(entity, Entity):
            return False
        starts = [mention.start for mention in entity.mentions]
        place = bisect_right(starts, self.caret) if forward else bisect_left(starts, self.caret) - 1
        is_behind = not 0 <= place < len(starts)
        if is_behind and self.beside and self.beside.go_on(entity.id, forward=forward):
            return True
        place %= len(starts)
        self.move_caret(starts[place])
        return True

    def mention_number(self) -> int | None:
        """Which mention of the focused entity the caret stands on, counted from 1, or None."""
        entity = self.focused
        return mention_number(entity, self.caret) if isinstance(entity, Entity) else None

    # Finding

    @property
    def search(self) -> Search | None:
        """What is searched for, with its hits."""
        return self._history.current.search

    def find(self, query: str, *, origin: int | None = None, manner: Manner | None = None) -> None:
        """Find all places of `query` and put the caret on the first from `origin` on.

        Passages with a note that holds it count too. An empty query ends the search here.
        """
        wanted = query.casefold()
        noted = ((one.start, one.end) for one in self.index.notes if _says(one, wanted))
        text, manner = self.article.text, manner or Manner()
        start = self.caret if origin is None else origin
        search = begun(text, query, manner, noted, start)
        if self._history.search(search, self.here):
            self._goes_on()
        self._tell(Change.SEARCH)
        if isinstance(search, Hunt):
            if search.first is not None:
                self.move_caret(search.first)
        elif search and (place := search.next_start(start - 1)) is not None:
            self.move_caret(place)

    def hunt(self, seconds: float) -> bool:
        """Go on with a search of a long text for so long; whether it is through.

        The caret goes to the first hit once that is found.
        """
        search = self.search
        if not isinstance(search, Hunt):
            return True
        before = search.first
        is_through = search.step(seconds)
        if search.first is not None and search.first != before:
            self.move_caret(search.first)
        self._tell(Change.SEARCH if is_through else Change.COUNT)
        return is_through

    def walk(self, *, forward: bool) -> bool:
        """Move the caret to the next or previous hit or mention, of what came last of the two."""
        if self.step.searched_last or not isinstance(self.focused, Entity):
            return self.walk_hits(forward=forward)
        return self.walk_mentions(forward=forward)

    def walk_hits(self, *, forward: bool) -> bool:
        """Move the caret to the next or previous hit, going round; False without hits."""
        search = self.search
        if search is None:
            return False
        step = search.next_start if forward else search.previous_start
        if (place := step(self.caret)) is not None:
            self.move_caret(place)
        return place is not None


def _says(note: Note, query: str) -> bool:
    """Whether the words of a note, or a tag, hold a query in small letters."""
    words = " ".join((note.text, *note.tags)).casefold()
    return " ".join(query.split()) in " ".join(words.split())

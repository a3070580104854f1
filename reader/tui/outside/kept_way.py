"""The way that a reader came through an article, carried over to a changed text of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ...analysis import Entity, Event, Note, Quote
from ...corrections.anchors import Anchor, Finder, anchor_of
from ...reading import (
    Change,
    EntityFocus,
    EventFocus,
    Focus,
    NoteFocus,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
    Reading,
    Ready,
    Search,
)
from ...reading.focus import needed
from ...reading.history import Place, Step, Top, Way

_WORDS = 80
"""Code points after a place by which it is found again."""
_MOST_STEPS = 50


class _KeptPlace(Struct, frozen=True):
    """A place by its words, and how far into the text it was."""

    share: float
    caret: Anchor
    top: Anchor | None


class _KeptStep(Struct, frozen=True):
    """A step: its place and selection by their words, what it looked at by its name."""

    step: Step
    place: _KeptPlace
    passage: Anchor | None
    names: tuple[tuple[type, str], ...]


class KeptWay(Struct, frozen=True):
    """All steps behind and ahead, the present one, and where the reader is."""

    behind: tuple[_KeptStep, ...]
    current: _KeptStep
    ahead: tuple[_KeptStep, ...]
    here: _KeptPlace

    @classmethod
    def of(cls, reading: Reading) -> KeptWay:
        """The way of a reading."""
        way, here = reading.way()
        text = reading.article.text
        kept = [_kept(reading, step) for step in way.behind[-_MOST_STEPS:]]
        ahead = [_kept(reading, step) for step in way.ahead[-_MOST_STEPS:]]
        current = _kept(reading, way.current)
        return cls(tuple(kept), current, tuple(ahead), _kept_place(text, here))

    def restore(self, reading: Reading) -> None:
        """Give a reading this way; what it looked at follows once the analysis is there.

        A step whose selection is no longer in the text, or whose annotation is no longer found,
        stays as a place.
        """
        finder = Finder(reading.article.text)
        searches = self._searches(reading)
        length = len(reading.article.text)

        def now(kept: _KeptStep) -> Step:
            step = kept.step
            search = searches.get(id(step.search)) if step.search else None
            place, focus = _place(finder, length, kept.place), _selected(finder, kept)
            return replace(step, place=place, focus=focus, search=search)

        way = Way(tuple(map(now, self.behind)), now(self.current), tuple(map(now, self.ahead)))
        reading.return_to((way, _place(finder, length, self.here)))
        steps = (*self.behind, self.current, *self.ahead)
        names = {kept.step.number: kept.names for kept in steps if kept.names}
        if names:
            _focus_later(reading, names)

    def _searches(self, reading: Reading) -> dict[int, Search | None]:
        """The searches of the way done again in the text as it is now."""
        made: dict[int, Search | None] = {}
        for kept in (*self.behind, *self.ahead, self.current):
            search = kept.step.search
            if search is not None and id(search) not in made:
                reading.find(search.query, manner=search.manner)
                made[id(search)] = reading.search
                reading.find("")
        return made


def _kept(reading: Reading, step: Step) -> _KeptStep:
    text, focus = reading.article.text, step.focus
    passage = anchor_of(text, focus.start, focus.end) if isinstance(focus, Passage) else None
    found = reading.index
    known = {**found.entities, **found.quotes, **found.events, **found.notes_by_id}
    names = [(type(one), name_of(text, one)) for key in needed(focus) if (one := known.get(key))]
    return _KeptStep(step, _kept_place(text, step.place), passage, tuple(names))


def _kept_place(text: str, place: Place) -> _KeptPlace:
    top = anchor_at(text, place.top.offset) if place.top else None
    return _KeptPlace(place.caret / max(1, len(text)), anchor_at(text, place.caret), top)


def anchor_at(text: str, start: int) -> Anchor:
    """The words after a place, by which it is found again."""
    start = min(start, max(0, len(text) - 1))
    return anchor_of(text, start, min(len(text), start + _WORDS))


def name_of(text: str, one: object) -> str:
    """What an annotation is called in any analysis of the article; a note has an id of its own."""
    match one:
        case Entity(name=name):
            return name
        case Event(headline=headline):
            return headline
        case Quote(content=content):
            return " ".join(text[at.start : at.end] for at in content)
        case Note(id=ident):
            return ident
    return ""


def _place(finder: Finder, length: int, kept: _KeptPlace) -> Place:
    caret = finder.find(kept.caret)
    top = finder.find(kept.top) if kept.top is not None else None
    if caret is None:
        return Place(round(kept.share * length))
    return Place(caret.start, Top(top.start) if top is not None else None)


def _selected(finder: Finder, kept: _KeptStep) -> Focus:
    """What a step looks at as far as the text alone tells it."""
    if isinstance(kept.step.focus, PeriodFocus):
        return kept.step.focus
    found = finder.find(kept.passage) if kept.passage is not None else None
    return Passage(found.start, found.end) if found is not None else None


def _focus_later(reading: Reading, names: Mapping[int, tuple[tuple[type, str], ...]]) -> None:
    """Let steps look at what has these names, once the analysis is there."""

    def look(_: Change) -> None:
        found = reading.annotations
        if not (isinstance(reading.status, Ready) and (found.entities or found.timeline)):
            return
        forget()

        def now(step: Step) -> Step:
            focus = _focus(reading, names.get(step.number, ())) if step.focus is None else None
            return step if focus is None else replace(step, focus=focus)

        way, here = reading.way()
        behind, ahead = tuple(map(now, way.behind)), tuple(map(now, way.ahead))
        reading.return_to((Way(behind, now(way.current), ahead), here))

    forget: Callable[[], None] = reading.observe(look)


def _focus(reading: Reading, names: tuple[tuple[type, str], ...]) -> Focus:
    found = [_annotation(reading, sort, name) for sort, name in names]
    match found:
        case [Entity(id=first), Entity(id=second)]:
            return PairFocus(first, second)
        case [Entity(id=ident)]:
            return EntityFocus(ident)
        case [Quote(id=ident)]:
            return QuoteFocus(ident)
        case [Event(id=ident)]:
            return EventFocus(ident)
        case [Note(id=ident)]:
            return NoteFocus(ident)
    return None


def _annotation(reading: Reading, sort: type, name: str) -> object:
    index, text = reading.index, reading.article.text
    known = (index.entities, index.quotes, index.events, index.notes_by_id)
    every = (one for some in known for one in some.values())
    return next((one for one in every if type(one) is sort and name_of(text, one) == name), None)

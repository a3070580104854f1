"""The article read again from its file, with the reader where they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from ...analysis import Entity, Event, Quote
from ...corrections.anchors import Anchor, Finder, anchor_of
from ...reading import (
    Change,
    EntityFocus,
    EventFocus,
    Focus,
    Manner,
    QuoteFocus,
    Reading,
    Ready,
)
from ...reading.history import Place, Top

if TYPE_CHECKING:
    from ...corrections.hand import Item
    from ..app import ReaderApp

_WORDS = 80
"""Code points behind a place by which it is found again."""


class Kept(Struct, frozen=True):
    """Where the reader was, by the words there, and what they looked at and searched for."""

    share: float
    caret: Anchor
    top: Anchor | None
    marks: Mapping[str, Anchor]
    focus: tuple[type, str] | None
    search: tuple[str, Manner] | None
    items: tuple[Item, ...]

    @classmethod
    def of(cls, reading: Reading) -> Kept:
        """What is to be kept of a reading."""
        text, work, search = reading.article.text, reading.handwork, reading.search
        return cls(
            reading.caret / max(1, len(text)),
            _anchor(text, reading.caret),
            _anchor(text, reading.top.offset) if reading.top else None,
            {letter: _anchor(text, place) for letter, place in reading.bookmarks.items()},
            _named(reading),
            (search.query, search.manner) if search else None,
            (*work.remarks, *work.corrections) if work else (),
        )

    def restore(self, reading: Reading) -> None:
        """Bring the reader back to their place in the article as it is now."""
        text = reading.article.text
        finder = Finder(text)
        for letter, anchor in self.marks.items():
            if (found := finder.find(anchor)) is not None:
                reading.bookmarks.setdefault(letter, found.start)
        if self.search is not None:
            reading.find(self.search[0], manner=self.search[1])
        place = self._place(finder, text)
        reading.put(place)
        if self.focus is not None:
            _focus_later(reading, *self.focus)

    def _place(self, finder: Finder, text: str) -> Place:
        caret = finder.find(self.caret)
        top = finder.find(self.top) if self.top is not None else None
        if caret is None:
            return Place(round(self.share * len(text)))
        return Place(caret.start, Top(top.start) if top is not None else None)


def _anchor(text: str, start: int) -> Anchor:
    start = min(start, max(0, len(text) - 1))
    return anchor_of(text, start, min(len(text), start + _WORDS))


def _named(reading: Reading) -> tuple[type, str] | None:
    """What is in focus, by what it is called in any analysis of the article."""
    focused = reading.focused
    return None if focused is None else (type(focused), _name(reading, focused))


def _name(reading: Reading, one: object) -> str:
    match one:
        case Entity(name=name):
            return name
        case Event(headline=headline):
            return headline
        case Quote(content=content):
            return " ".join(reading.article.text[at.start : at.end] for at in content)
    return ""


def _focus_later(reading: Reading, sort: type, name: str) -> None:
    """Look at what has this name, once the analysis is there; the reader stays where they are."""

    def look(_: Change) -> None:
        found = reading.annotations
        if not (isinstance(reading.status, Ready) and (found.entities or found.timeline)):
            return
        forget()
        focus = _find(reading, sort, name) if reading.focus is None else None
        if focus is not None:
            here = reading.here
            reading.focus_on(focus)
            reading.put(here)

    forget: Callable[[], None] = reading.observe(look)


def _find(reading: Reading, sort: type, name: str) -> Focus:
    found = reading.annotations
    for entity in found.entities if sort is Entity else ():
        if entity.name == name:
            return EntityFocus(entity.id)
    for quote in found.quotes if sort is Quote else ():
        if _name(reading, quote) == name:
            return QuoteFocus(quote.id)
    for event in found.timeline if sort is Event else ():
        if event.headline == name:
            return EventFocus(event.id)
    return None


def reload(app: ReaderApp) -> None:
    """Read the file of the present article again."""
    kept = Kept.of(app.reading)

    def restore() -> None:
        kept.restore(app.reading)
        work = app.hand.work
        if not app.keeps_library and kept.items:
            work.load(kept.items)
        app.tell("The file was read again.")

    if app.turning is not None:
        app.turning.expect_present()
    app.doors.open(app.hand.place, app.warn, then=restore)

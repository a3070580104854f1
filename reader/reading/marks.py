"""What is marked in a stretch of the article, for whoever paints it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from ..analysis import (
    Certainty,
    Colour,
    Event,
    Kind,
    Note,
    Quote,
    QuoteKind,
)
from .focus import (
    EntityFocus,
    EventFocus,
    NoteFocus,
    PairFocus,
    Passage,
    PeriodFocus,
    QuoteFocus,
)
from .reading import Reading
from .stretches import falls_in


class Layer(StrEnum):
    """What a mark means. Later layers lie above earlier ones."""

    HIGHLIGHT = "highlight"
    QUOTE = "quote"
    INDIRECT = "indirect"
    TIME = "time"
    NAME = "name"
    STRONG = "strong"
    CUE = "cue"
    SOURCE = "source"
    CONTENT = "content"
    CLAUSE = "clause"
    DATE = "date"
    NOTE = "note"
    HIT = "hit"
    CURRENT_HIT = "current hit"
    SELECTION = "selection"


class Mark(Struct, frozen=True, gc=False):
    """A marked range of code points.

    `kind` is the entity's for the layers NAME and STRONG, `colour` the highlight's for HIGHLIGHT.
    """

    start: int
    end: int
    layer: Layer
    kind: Kind | None = None
    colour: Colour | None = None


def marks(reading: Reading, start: int, end: int) -> list[Mark]:
    """The marks that touch the passage from `start` to `end`, undermost first.

    Every annotation is marked quietly; over that lies what belongs to the entity, quote or
    event in focus, then search hits, then the selection.
    """
    return [
        *_quiet(reading, start, end),
        *_focused(reading, start, end),
        *_above(reading, start, end),
    ]


def _quiet(reading: Reading, start: int, end: int) -> Iterator[Mark]:
    index = reading.index
    for first, last, note in index.note_places.touching(start, end):
        if note.colour is not None:
            yield Mark(first, last, Layer.HIGHLIGHT, colour=note.colour)
    for first, last, quote in index.contents.touching(start, end):
        verbatim = quote.kind is not QuoteKind.INDIRECT
        yield Mark(first, last, Layer.QUOTE if verbatim else Layer.INDIRECT)
    for first, last, _ in index.time_places.touching(start, end):
        yield Mark(first, last, Layer.TIME)
    for first, last, entity in index.names.touching(start, end):
        yield Mark(first, last, Layer.NAME, entity.kind)


def _focused(reading: Reading, start: int, end: int) -> Iterator[Mark]:
    match reading.focus:
        case EntityFocus(name):
            yield from _mentions(reading, start, end, {name})
        case PairFocus(one, other):
            yield from _mentions(reading, start, end, {one, other})
        case PeriodFocus() as period:
            for first, last, time in reading.index.time_places.touching(start, end):
                if falls_in(period, time):
                    yield Mark(first, last, Layer.DATE)
        case QuoteFocus(name):
            yield from _parts_of_quote(reading.index.quotes[name])
        case NoteFocus(name):
            note = reading.index.notes_by_id[name]
            yield Mark(note.start, note.end, Layer.NOTE)
        case EventFocus(name):
            yield from _parts_of_event(reading, reading.index.events[name])


def _mentions(reading: Reading, start: int, end: int, names: set[str]) -> Iterator[Mark]:
    for first, last, entity in reading.index.mentions.touching(start, end):
        if entity.id in names:
            yield Mark(first, last, Layer.STRONG, entity.kind)


def _parts_of_quote(quote: Quote) -> Iterator[Mark]:
    for piece in quote.content:
        yield Mark(piece.start, piece.end, Layer.CONTENT)
    if quote.source and quote.certainty is not Certainty.UNKNOWN:
        yield Mark(quote.source.start, quote.source.end, Layer.SOURCE)
    if quote.cue:
        yield Mark(quote.cue.start, quote.cue.end, Layer.CUE)


def _parts_of_event(reading: Reading, event: Event) -> Iterator[Mark]:
    times = reading.index.times
    for place in event.mentions or (event,):
        yield Mark(place.start, place.end, Layer.CLAUSE)
    for name in dict.fromkeys((event.time, *event.times)):
        if name in times:
            yield Mark(times[name].start, times[name].end, Layer.DATE)


def _above(reading: Reading, start: int, end: int) -> Iterator[Mark]:
    """Search hits and the selection, which lie over all annotations."""
    if reading.search:
        caret = reading.caret
        here = next((first for first, _ in reading.search.touching(caret, caret + 1)), -1)
        for first, last in reading.search.touching(start, end):
            yield Mark(first, last, Layer.CURRENT_HIT if first == here else Layer.HIT)
    if isinstance(reading.focus, Passage):
        yield Mark(reading.focus.start, reading.focus.end, Layer.SELECTION)


def signed(reading: Reading, start: int, end: int) -> Note | None:
    """The highlight or note that begins in a row of the text, one with words before all others."""
    places = reading.index.note_places
    if not len(places):
        return None
    begun = [note for first, _, note in places.touching(start, end) if start <= first < end]
    return max(begun, key=lambda note: bool(note.text), default=None)

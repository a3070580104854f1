"""What the notes pane shows under a focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..analysis import Entity, Event, Note, Quote
from .focus import NoteFocus, Passage
from .reading import Reading
from .views import Relation


class NoteRow(Struct, frozen=True, gc=False):
    """A highlight or note, and why it is shown."""

    note: Note
    relation: Relation = Relation.ALL


def note_rows(reading: Reading) -> list[NoteRow]:
    """The notes that the focus is about, in text order.

    A focused note stays among all the others, so that its reader can go on to the next.
    """
    notes, focus = reading.index.notes, reading.focus
    if isinstance(focus, NoteFocus):
        return [
            NoteRow(note, Relation.FOCUSED if note.id == focus.id else Relation.ALL)
            for note in notes
        ]
    spans = _spans(reading)
    if spans is None:
        return [NoteRow(note) for note in notes]
    touching = _touching(reading, spans)
    relation = Relation.IN_PASSAGE if isinstance(focus, Passage) else Relation.RELATED
    return [NoteRow(note, relation) for note in notes if note.id in touching]


def _spans(reading: Reading) -> list[tuple[int, int]] | None:
    """The stretches of the text that the focus is about, None where that is all of it."""
    if isinstance(reading.focus, Passage):
        return [(reading.focus.start, reading.focus.end)]
    match reading.focused:
        case Entity(mentions=mentions):
            return [(mention.start, mention.end) for mention in mentions]
        case Quote(content=content):
            return [(piece.start, piece.end) for piece in content]
        case Event() as event:
            return [(place.start, place.end) for place in event.mentions or (event,)]
        case _:
            return None


def _touching(reading: Reading, spans: Iterable[tuple[int, int]]) -> set[str]:
    def found() -> Iterator[str]:
        for start, end in spans:
            for _, _, note in reading.index.note_places.touching(start, end):
                yield note.id

    return set(found())

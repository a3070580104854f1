"""What a reader means by "copy" outside the article."""

from __future__ import annotations

from ..analysis import Event, Quote
from ..reading import EntityFocus, Passage, Reading
from .article.copying import copied
from .harmless import one_line


def words_to_copy(reading: Reading) -> str:
    """The selected passage, or the words of the annotation in focus; empty without either."""
    focused = reading.focused
    match reading.focus:
        case Passage(start, end):
            places = [(start, end)]
        case EntityFocus(name):
            return one_line(reading.index.entities[name].name)
        case _ if isinstance(focused, Quote):
            places = [(piece.start, piece.end) for piece in focused.content]
        case _ if isinstance(focused, Event):
            places = [(focused.start, focused.end)]
        case _:
            places = []
    article = reading.article
    return " ".join(copied(article.text, article.blocks, start, end) for start, end in places)

"""What several formats take from an analysis: words of spans, names, numbers of paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from ..analysis import Analysis, Entity, Event, Quote, TimeExpression
from ..article.numbering import Numbering


class Told:
    """An analysis as formats tell it."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.text = analysis.document.text

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.analysis.entities}

    @cached_property
    def times(self) -> dict[str, TimeExpression]:
        """The time expressions by id."""
        return {time.id: time for time in self.analysis.times}

    @property
    def title(self) -> str:
        """What to call the article."""
        return self.document.title or self.document.source or "Article"

    def words(self, start: int, end: int) -> str:
        """The words of a span on one line."""
        return " ".join(self.text[start:end].split())

    def content(self, quote: Quote) -> str:
        """What was said; pieces are joined by an ellipsis."""
        return " … ".join(self.words(piece.start, piece.end) for piece in quote.content)

    def speaker(self, quote: Quote) -> str | None:
        """Who said it: the name, else the words for a speaker without one, else None."""
        entity = self.entities.get(quote.speaker or "")
        if entity is not None:
            return entity.name
        if quote.description:
            return quote.description
        return self.words(quote.source.start, quote.source.end) if quote.source else None

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of entities, those that are there."""
        return [self.entities[name].name for name in ids if name in self.entities]

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering(self.document.blocks)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds a code point, counted from 1."""
        return self._numbering.paragraph(offset)


def days(first: date | None, last: date | None) -> str:
    """The stretch of days as a person reads it; empty where neither end is known.

    Whole years and months are named as such.
    """
    if first is None or last is None:
        return f"from {first}" if first else f"until {last}" if last else ""
    begun, ended = str(first), str(last)
    if first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1):
        length = 4 if (first.month, last.month) == (1, 12) else 7  # "2013", "2013-03"
        begun, ended = begun[:length], ended[:length]
    return begun if begun == ended else f"{begun} to {ended}"


def when(event: Event) -> str:
    """When an event happened, or `undated`."""
    return days(event.earliest, event.latest) or "undated"

"""The name under which the speaker of a quote is shown."""

from __future__ import annotations

from ..analysis import By, Certainty, Quote
from ..reading import Reading
from .harmless import one_line


def speaker_of(reading: Reading, quote: Quote) -> str:
    """The entity's name, else the words for an unnamed speaker; empty where nobody is known."""
    entity = reading.index.entities.get(quote.speaker or "")
    if entity is not None:
        return one_line(entity.name)
    if quote.by is By.PERSON and quote.description:
        return one_line(quote.description)
    if quote.source is None or quote.certainty is Certainty.UNKNOWN:
        return ""
    return one_line(reading.article.text[quote.source.start : quote.source.end])

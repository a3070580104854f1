"""Whose words an event is told in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from ..types import Entity, Quote, QuoteKind

_NEAREST = 4  # quotes may nest, so more than the last one to begin may be open
_LONGEST_SOURCE = 40  # characters
_LONGEST_VOICE = 60
_DESCRIBING = re.compile(r", (?=(?:who|whose|which|an?|the|in|on|of|at)\b)")


class Voice(NamedTuple):
    """Who says something: the words for them, their entity if known, and if word for word.

    `cue` is the verb that gives what they say, in small letters.
    """

    words: str
    entity: str | None
    direct: bool
    cue: str = ""


class Reported:
    """The quotes of an article, to be asked by place."""

    def __init__(self, text: str, entities: Iterable[Entity], quotes: Iterable[Quote]) -> None:
        self._text = text
        self._names = {entity.id: entity.name for entity in entities}
        self._places = sorted(
            ((place.start, place.end, quote) for quote in quotes for place in quote.content),
            key=lambda place: place[:2],
        )
        self._starts = [place[0] for place in self._places]

    def quote_at(self, place: int) -> Quote | None:
        """The innermost quote that holds a code point."""
        last = bisect_right(self._starts, place)
        around = self._places[max(last - _NEAREST, 0) : last]
        inside = [(end - start, quote) for start, end, quote in around if start <= place < end]
        return min(inside, key=lambda found: found[0])[1] if inside else None

    def voice_of(self, quote: Quote) -> Voice | None:
        """Who speaks in a quote; None where the text has no words for them but a pronoun."""
        direct = quote.kind is QuoteKind.DIRECT
        cue = self._text[quote.cue.start : quote.cue.end].lower() if quote.cue else ""
        if quote.speaker in self._names:
            return Voice(self._names[quote.speaker], quote.speaker, direct, cue)
        words = _in_short(quote.description or self._source(quote))
        return Voice(words[:1].upper() + words[1:], None, direct, cue) if words else None

    def _source(self, quote: Quote) -> str:
        """The words that name the source, where they are a short phrase and no pronoun."""
        if quote.source is None:
            return ""
        words = " ".join(self._text[quote.source.start : quote.source.end].split())
        return words if " " in words and len(words) <= _LONGEST_SOURCE else ""


def _in_short(source: str) -> str:
    """The words for a source without what only describes it, none where they are too many."""
    if len(source) > _LONGEST_SOURCE:
        source = _DESCRIBING.split(source)[0]
    return source if len(source) <= _LONGEST_VOICE else ""

"""The sample articles over and over, with everything found in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from reader import Analyzer
from reader.analysis import Annotations, Event, Mention, Quote, Role, Span, TimeExpression
from reader.article import Article
from reader.reading import Reading, Ready

from .figures import REPOSITORY

_Placed = TypeVar("_Placed", Span, Mention, Role)


@cache
def _sample() -> tuple[Article, Annotations]:
    folder = REPOSITORY / "assets" / "articles"
    texts = [Path(path).read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    article = Article.from_text("\n\n".join(texts))
    return article, Analyzer().analyze(article)


@cache
def book(size: int) -> tuple[Article, Annotations]:
    """A text of so many code points: names are the same all through, the rest is there anew."""
    sample, found = _sample()
    if size <= len(sample.text):
        article = Article.from_text(sample.text[:size])
        return article, Analyzer().analyze(article)
    length = len(sample.text) + 2
    shifts = [length * number for number in range(max(1, size // length))]
    entities = tuple(
        replace(
            entity,
            mentions=tuple(_moved(m, shift) for shift in shifts for m in entity.mentions),
            roles=tuple(_moved(role, shift) for shift in shifts for role in entity.roles),
            adjectives=tuple(_moved(a, shift) for shift in shifts for a in entity.adjectives),
        )
        for entity in found.entities
    )
    made = Annotations(
        entities=entities,
        quotes=tuple(_quote(quote, shift) for shift in shifts for quote in found.quotes),
        times=tuple(_time(time, shift) for shift in shifts for time in found.times),
        timeline=tuple(_event(event, shift) for shift in shifts for event in found.timeline),
    )
    return Article.from_text(f"{sample.text}\n\n" * len(shifts)), made


def reading_of(size: int) -> Reading:
    """A reading of such a text."""
    article, found = book(size)
    reading = Reading(article)
    reading.receive(found, Ready())
    return reading


def _moved(place: _Placed, shift: int) -> _Placed:
    return replace(place, start=place.start + shift, end=place.end + shift)


def _maybe(place: Span | None, shift: int) -> Span | None:
    return None if place is None else _moved(place, shift)


def _quote(quote: Quote, shift: int) -> Quote:
    return replace(
        quote,
        id=f"{quote.id}.{shift}",
        content=tuple(_moved(piece, shift) for piece in quote.content),
        cue=_maybe(quote.cue, shift),
        source=_maybe(quote.source, shift),
        same_as=None,
    )


def _time(time: TimeExpression, shift: int) -> TimeExpression:
    return replace(time, id=f"{time.id}.{shift}", start=time.start + shift, end=time.end + shift)


def _event(event: Event, shift: int) -> Event:
    return replace(
        event,
        id=f"{event.id}.{shift}",
        start=event.start + shift,
        end=event.end + shift,
        time=event.time and f"{event.time}.{shift}",
        times=tuple(f"{time}.{shift}" for time in event.times),
        mentions=tuple(_moved(place, shift) for place in event.mentions),
        predicate=_maybe(event.predicate, shift),
        disagrees=(),
    )

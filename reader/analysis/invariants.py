"""What must be so in every analysis of an article, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from .types import Annotations


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def is_sound(found: Annotations, length: int) -> bool:
    """Whether annotations can be those of a text of `length` code points.

    Every range lies in the text and is not empty. Whatever needs parts has them. Ids are unique in
    their list, and every id that is referred to exists.
    """
    return (
        all(0 <= span.start < span.end <= length for span in _spans(found))
        and all(entity.mentions for entity in found.entities)
        and all(quote.content for quote in found.quotes)
        and _refers_to_what_exists(found)
    )


def _spans(found: Annotations) -> Iterator[_Spanned]:
    for entity in found.entities:
        yield from entity.mentions
        yield from entity.roles
        yield from entity.adjectives
    for quote in found.quotes:
        yield from quote.content
        yield from (span for span in (quote.cue, quote.source) if span is not None)
    yield from found.times
    for event in found.timeline:
        yield event
        yield from event.mentions
        if event.predicate is not None:
            yield event.predicate
    yield from found.problems


def _refers_to_what_exists(found: Annotations) -> bool:
    entities = {entity.id for entity in found.entities}
    quotes = {quote.id for quote in found.quotes}
    times = {time.id for time in found.times}
    events = {event.id for event in found.timeline}
    listed = (found.entities, entities), (found.quotes, quotes), (found.times, times)
    if not all(len(group) == len(ids) for group, ids in (*listed, (found.timeline, events))):
        return False  # an id that is there twice
    return all(
        (quote.speaker is None or quote.speaker in entities)
        and (quote.same_as is None or quote.same_as in quotes)
        for quote in found.quotes
    ) and all(
        (event.time is None or event.time in times)
        and entities.issuperset(event.entities)
        and times.issuperset(event.times)
        and events.issuperset(event.disagrees)
        for event in found.timeline
    )

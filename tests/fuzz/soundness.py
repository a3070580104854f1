"""What must hold of annotations and of anything that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.analysis import Annotations

_OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def assert_sound(found: Annotations, length: int) -> None:
    """Everything names what exists, lies inside the text and is in order."""
    ids = {entity.id for entity in found.entities}
    for entity in found.entities:
        assert entity.name
        assert entity.mentions
        assert_within(((m.start, m.end) for m in entity.mentions), length)
        starts = [mention.start for mention in entity.mentions]
        assert starts == sorted(starts)
    for quote in found.quotes:
        assert quote.content
        assert quote.speaker is None or quote.speaker in ids
        assert_within(((p.start, p.end) for p in quote.content), length)
    times = {time.id for time in found.times}
    assert_within(((t.start, t.end) for t in found.times), length)
    for time in found.times:
        assert time.value
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
    for event in found.timeline:
        assert event.headline.strip()
        assert event.time is None or event.time in times
        assert set(event.entities) <= ids
        assert 0 <= event.start < event.end <= length
        if event.earliest and event.latest:
            assert event.earliest <= event.latest


def assert_within(spans: Iterable[tuple[int, int]], length: int) -> None:
    """Each span holds something and lies inside the text."""
    for start, end in spans:
        assert 0 <= start < end <= length


def assert_orderly(spans: Iterable[tuple[int, int]], length: int) -> None:
    """The spans follow one another."""
    reached = 0
    for start, end in spans:
        assert reached <= start < end <= length
        reached = end


def assert_harmless(shown: str) -> None:
    """Nothing in it would be obeyed by a terminal."""
    found = _OBEYED.search(shown)
    assert not found, repr(shown[max(0, found.start() - 40) : found.end() + 40])

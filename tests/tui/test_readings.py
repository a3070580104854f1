"""The readings that the interface tests stand on are sound themselves."""

from __future__ import annotations

import pytest

from reader.analysis import Annotations
from reader.reading import Reading
from tests.tui.readings import crowd, harbour


@pytest.mark.parametrize("reading", [harbour(), crowd(5)], ids=["harbour", "crowd"])
def test_ids_are_unique_and_every_reference_leads_somewhere(reading: Reading) -> None:
    found: Annotations = reading.annotations
    for kind in (found.entities, found.quotes, found.times, found.timeline):
        ids = [annotation.id for annotation in kind]
        assert len(ids) == len(set(ids))
    index = reading.index
    assert {quote.speaker for quote in found.quotes} - {None} <= index.entities.keys()
    assert {name for event in found.timeline for name in event.entities} <= index.entities.keys()
    assert {name for event in found.timeline for name in event.times} <= index.times.keys()

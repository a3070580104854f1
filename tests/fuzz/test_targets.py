"""A short run of every fuzz target in the ordinary test suite."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .escapes import run
from .targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=150, deadline=None)
@given(data=st.binary(min_size=60, max_size=900))
def test_no_input_breaks_it(name: str, data: bytes) -> None:
    TARGETS[name](data)


async def test_no_escape_leads_from_an_article_to_the_terminal() -> None:
    assert await run(500) > 500_000


@pytest.mark.parametrize("way", ["app.one_line", "article.row.harmless", "lists.timeline.one_line"])
async def test_the_recorder_sees_each_way_that_stands_open(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"reader.tui.{way}", str)
    with pytest.raises(AssertionError):
        await run(300)

"""What holds for the timeline of any text."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader import Article
from reader.analysis import timeline, times
from reader.analysis.parse.columns import Parse

from ..trees import planted, trees

WORDS = """
the mayor council police said will may not resigned arrested attack bombing of on in since until
from to and , . that who when Monday Friday May March 1999 2013 last next week year years ago now
three noon tomorrow daily
"""
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(WORDS.split()), max_size=20).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(parse=trees(TEXTS), published=st.none() | st.dates())
@example(parse=planted("said Monday", [0, 1], [8, 1]), published=None)  # a date under a relcl root
def test_any_text_has_a_timeline_in_order(parse: Parse, published: date | None) -> None:
    article = Article.from_text(parse.source).with_date(published)
    found = times.find(article, parse)
    events = timeline.build(article, parse, found, (), ())
    ids = {time.id for time in found}
    firsts = [e.earliest or e.latest for e in events]
    days = [day for day in firsts if day is not None]
    assert days == sorted(days)
    assert firsts[: len(days)] == days
    for number, event in enumerate(events, 1):
        assert event.id == f"V{number}"
        assert 0 <= event.start < event.end <= len(article.text)
        assert event.headline
        assert set(event.times) <= ids
        assert event.time is None or event.time in event.times
        if event.earliest is not None and event.latest is not None:
            assert event.earliest <= event.latest

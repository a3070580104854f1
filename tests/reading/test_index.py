"""Annotations by place."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.corrections import Correction, apply
from reader.reading import Search, SpanIndex
from reader.reading.index import Index
from reader.reading.sentences import sentence_around
from tests.corrections.acts import BEFORE, any_corrections
from tests.tui.readings import HARBOUR

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=30,
)


@given(SPANS, st.integers(0, 80), st.integers(1, 30))
def test_touching_finds_exactly_what_overlaps(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    index = SpanIndex((a, b, (a, b)) for a, b in spans)
    end = start + length
    found = [item for _, _, item in index.touching(start, end)]
    assert sorted(found) == sorted((a, b) for a, b in spans if a < end and b > start)


@given(SPANS, st.integers(0, 80))
def test_before_and_after_are_the_nearest_starts(spans: list[tuple[int, int]], offset: int) -> None:
    index = SpanIndex((a, b, None) for a, b in spans)
    after, before = index.after(offset), index.before(offset)
    assert (after and after[0]) == min((a for a, _ in spans if a > offset), default=None)
    assert (before[0] if before else None) == max((a for a, _ in spans if a < offset), default=None)


@given(st.text(), st.text(min_size=1, max_size=3))
def test_every_hit_is_the_query_whatever_its_case(text: str, query: str) -> None:
    search = Search.run(text, query)
    for start, end in zip(search.starts, search.ends, strict=True):
        assert end > start
    assert search.starts == sorted(search.starts)


def test_a_phrase_is_found_across_a_line_end() -> None:
    search = Search.run("the Port\nAlmar ferry", "port almar")
    assert (search.starts, search.ends) == ([4], [14])


@given(st.text(), st.data())
def test_a_sentence_holds_its_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)


def test_a_sentence_does_not_end_at_an_abbreviation() -> None:
    text = "It rained. Dr. Holm and J. Vik left. They slept."
    start, end = sentence_around(text, text.index("Vik"), text.index("Vik") + 3)
    assert text[start:end] == "Dr. Holm and J. Vik left. "


def test_a_passage_that_opens_its_sentence_leaves_the_one_before_out() -> None:
    text = "It rained. “They slept,” he said."
    start, end = sentence_around(text, text.index("“They"), text.index(" he"))
    assert text[start:end] == "“They slept,” he said."


@settings(max_examples=200)
@given(st.lists(any_corrections(), min_size=1, max_size=3))
def test_an_index_that_follows_corrections_is_like_a_new_one(
    several: list[list[Correction]],
) -> None:
    article = Article.from_text(HARBOUR)
    present = _whole(Index(BEFORE))
    for corrections in several:
        annotations = apply(BEFORE, corrections, article).annotations
        present = _whole(present.followed_by(annotations, ()))
        new = _whole(Index(annotations))
        for name in _PARTS:
            assert _plain(getattr(present, name)) == _plain(getattr(new, name)), name


_PARTS = tuple(name for name, part in vars(Index).items() if isinstance(part, cached_property))


def _whole(index: Index) -> Index:
    for name in _PARTS:
        getattr(index, name)
    return index


def _plain(part: Any) -> object:
    if isinstance(part, SpanIndex):
        return sorted(
            zip(part.starts, part.ends, (item.id for item in part.items), part.items, strict=True)
        )
    return list(part.items()) if isinstance(part, dict) else part

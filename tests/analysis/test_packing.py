"""Annotations as columns and back: the same, whatever they are; nonsense is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import Annotations
from reader.analysis.packing import Packed, is_large, pack, unpack
from reader.analysis.types import (
    Bound,
    Entity,
    Event,
    Form,
    Kind,
    Mention,
    Part,
    Participant,
    Problem,
    Quote,
    QuoteKind,
    Role,
    Sense,
    Span,
    TimeExpression,
    TimeType,
)

from ..tui.readings import harbour_annotations

PLACES = st.integers(0, 2**31 - 1)
TEXTS = st.text(max_size=5)
SPANS = st.builds(Span, PLACES, PLACES)
DAYS = st.none() | st.dates()
FOUND = st.builds(
    Annotations,
    entities=st.lists(
        st.builds(
            Entity,
            id=TEXTS,
            name=TEXTS,
            kind=st.sampled_from(Kind),
            mentions=st.lists(
                st.builds(Mention, PLACES, PLACES, st.sampled_from(Form), TEXTS), max_size=3
            ).map(tuple),
            roles=st.lists(st.builds(Role, PLACES, PLACES, words=st.none() | TEXTS)).map(tuple),
            adjectives=st.lists(SPANS, max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    quotes=st.lists(
        st.builds(
            Quote,
            id=TEXTS,
            kind=st.sampled_from(QuoteKind),
            content=st.lists(SPANS, max_size=3).map(tuple),
            cue=st.none() | SPANS,
            speaker=st.none() | TEXTS,
            sense=st.none() | st.sampled_from(Sense),
        ),
        max_size=3,
    ).map(tuple),
    times=st.lists(
        st.builds(
            TimeExpression,
            id=TEXTS,
            start=PLACES,
            end=PLACES,
            type=st.sampled_from(TimeType),
            value=TEXTS,
            earliest=DAYS,
            latest=DAYS,
            mod=st.none() | TEXTS,
        ),
        max_size=3,
    ).map(tuple),
    timeline=st.lists(
        st.builds(
            Event,
            id=TEXTS,
            time=st.none() | TEXTS,
            start=PLACES,
            end=PLACES,
            headline=TEXTS,
            entities=st.lists(TEXTS, max_size=2).map(tuple),
            earliest=DAYS,
            bound=st.sampled_from(Bound),
            minor=st.booleans(),
            predicate=st.none() | SPANS,
            participants=st.lists(
                st.builds(Participant, TEXTS, st.sampled_from(Part)), max_size=2
            ).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    problems=st.lists(st.builds(Problem, PLACES, PLACES, TEXTS), max_size=2).map(tuple),
)


def on_the_way(found: Annotations) -> Annotations:
    return unpack(msgspec.msgpack.decode(msgspec.msgpack.encode(pack(found)), type=Packed))


@given(FOUND)
def test_they_are_the_same_afterwards(found: Annotations) -> None:
    assert on_the_way(found) == found


def test_texts_and_days_are_shared() -> None:
    again = on_the_way(harbour_annotations())
    assert again == harbour_annotations()
    rules: dict[str, int] = {}
    for entity in again.entities:
        for mention in entity.mentions:
            assert rules.setdefault(mention.rule, id(mention.rule)) == id(mention.rule)
    assert all(type(time.earliest) in {date, type(None)} for time in again.times)


def test_few_are_not_packed() -> None:
    assert not is_large(harbour_annotations())
    mention = Mention(0, 1, Form.NAME)
    many = Entity(id="E1", name="x", kind=Kind.PERSON, mentions=(mention,) * 6_000)
    assert is_large(Annotations(entities=(many,)))


@given(st.data())
def test_nonsense_is_refused_or_something_else_and_never_more(data: st.DataObject) -> None:
    packed = pack(harbour_annotations())
    number = data.draw(st.integers(0, len(packed.columns) - 1))
    column = data.draw(st.binary(max_size=40))
    columns = [*packed.columns[:number], column, *packed.columns[number + 1 :]]
    with suppress(ValueError):
        assert isinstance(unpack(Packed(packed.texts, columns)), Annotations)


@pytest.mark.parametrize(
    "columns", [lambda c: c[:-1], lambda c: [*c, b""], lambda c: [], lambda c: c[::-1]]
)
def test_columns_that_are_missing_or_too_many_are_refused(columns) -> None:  # type: ignore[no-untyped-def]
    packed = pack(harbour_annotations())
    with pytest.raises(ValueError, match="no annotations"):
        unpack(Packed(packed.texts, columns(packed.columns)))

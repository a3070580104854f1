"""Which entity a place in the text means."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.resolve import Mentions, places
from reader.analysis.types import Entity, Form, Kind, Mention


def entity(name: str, *spans: tuple[int, int], form: Form = Form.NAME) -> Entity:
    return Entity(
        id=name,
        name=name,
        kind=Kind.PERSON,
        mentions=tuple(Mention(start, end, form) for start, end in spans),
    )


MOSS = entity("moss", (0, 10), (30, 34))
WIFE = entity("wife", (30, 45), form=Form.NOMINAL)


def test_the_shortest_mention_that_covers_a_span_means_it() -> None:
    asked = Mentions((MOSS, WIFE))
    assert asked.covering(30, 34) == "moss"
    assert asked.covering(31, 40) == "wife"
    assert asked.covering(9, 11) is None
    assert asked.covering(44, 46) is None
    assert asked.covering(0, 10) == "moss"


def test_what_is_inside_a_span_comes_once_in_text_order() -> None:
    asked = Mentions((WIFE, MOSS))
    assert asked.within(0, 45) == ("moss", "wife")
    assert asked.within(30, 40) == ("moss",)
    assert asked.within(1, 40) == ("moss",)
    assert asked.within(0, 9) == ()
    assert asked.within(34, 50) == ()


def test_a_mention_is_found_by_its_end() -> None:
    asked = Mentions((MOSS, WIFE))
    assert (asked.ending(10), asked.ending(45), asked.ending(44)) == ("moss", "wife", None)


def test_places_are_of_the_forms_asked_for() -> None:
    assert [place[:2] for place in places((MOSS, WIFE))] == [(0, 10), (30, 34), (30, 45)]
    assert [place[:2] for place in places((MOSS, WIFE), Form.NOMINAL)] == [(30, 45)]


spans = st.tuples(st.integers(0, 40), st.integers(1, 6)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(st.lists(spans, min_size=1, max_size=3), max_size=6), spans)
def test_an_answer_covers_what_was_asked(
    every: list[list[tuple[int, int]]], asked: tuple[int, int]
) -> None:
    known = tuple(entity(f"E{n}", *found) for n, found in enumerate(every))
    answer = Mentions(known).covering(*asked)
    if answer is not None:
        mentions = next(e for e in known if e.id == answer).mentions
        assert any(m.start <= asked[0] and asked[1] <= m.end for m in mentions)

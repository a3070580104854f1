"""The way back: focus, search, caret and screen return together, step by step."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.reading import Change, EntityFocus, Passage, Reading, Ready
from reader.reading.history import Place, Top

from .test_reading import FOUND, TEXT

_OFFSETS = st.integers(0, len(TEXT))
_ACTS = st.one_of(
    st.tuples(st.just("look"), st.sampled_from(["Mara Olsen", "Tor Vik", "Port Almar"])),
    st.tuples(st.just("find"), st.sampled_from(["the", "boats", "quay", "nothing like it"])),
    st.tuples(st.just("jump"), _OFFSETS),
    st.tuples(st.just("move"), _OFFSETS),
)


def made() -> Reading:
    reading = Reading(Article.from_text(TEXT))
    reading.receive(FOUND, Ready())
    reading.top = Top(0)
    return reading


def do(reading: Reading, act: str, value: str | int) -> None:
    if act == "look":
        reading.focus_on(EntityFocus(str(value)))
    elif act == "find":
        reading.find(str(value))
    elif act == "jump":
        reading.jump(int(value))
    else:
        reading.move_caret(int(value))
        reading.top = Top(int(value))


def state(reading: Reading) -> tuple[object, ...]:
    return reading.focus, reading.search and reading.search.query, reading.here


@given(st.lists(_ACTS, max_size=12))
def test_every_step_back_brings_what_was_there_when_it_was_left(acts) -> None:
    reading = made()
    left: list[tuple[object, ...]] = []
    for act, value in acts:
        before, number = state(reading), reading.step.number
        do(reading, act, value)
        if reading.step.number != number:
            left.append(before)
    end = state(reading)
    for expected in reversed(left):
        assert reading.back()
        assert state(reading) == expected
    assert not reading.back()
    while reading.forward():
        pass
    assert state(reading) == end


def test_the_search_ends_after_the_focus_that_was_chosen_in_it() -> None:
    reading = made()
    reading.find("boats")
    reading.focus_on(EntityFocus("Tor Vik"))
    assert reading.search is not None
    reading.back()
    assert (reading.focus, reading.search and reading.search.query) == (None, "boats")
    reading.back()
    assert (reading.focus, reading.search, reading.caret) == (None, None, 0)
    reading.forward()
    reading.forward()
    assert (reading.focus, len(reading.search or ())) == (EntityFocus("Tor Vik"), 1)


def test_what_is_walked_is_what_came_last() -> None:
    reading = made()
    reading.find("the")
    reading.focus_on(EntityFocus("Tor Vik"))
    reading.walk(forward=True)
    assert TEXT[reading.caret :].startswith(("Tor Vik", "Vik"))
    reading.find("boats")
    reading.walk(forward=True)
    assert TEXT[reading.caret :].startswith("boats")


def test_a_search_that_changes_is_one_step_and_an_emptied_one_none() -> None:
    reading = made()
    for typed in ("b", "bo", "boa"):
        reading.find(typed)
    place = reading.here
    reading.find("")
    assert (reading.search, reading.here) == (None, place)
    assert not reading.back()


def test_leaving_a_selection_leaves_the_reader_where_they_are() -> None:
    reading = made()
    for end in range(5, 60):
        reading.focus_on(Passage(0, end))
        reading.move_caret(end)
    reading.back()
    assert (reading.focus, reading.caret) == (None, 59)


def test_observers_are_told_that_the_place_is_back() -> None:
    reading = made()
    told: list[Change] = []
    reading.jump(40)
    reading.observe(told.append)
    reading.back()
    assert told == [Change.CARET | Change.PLACE]
    assert reading.here == Place(0, Top(0))
    assert reading.jumped_from == 0


def test_what_was_typed_into_a_search_can_be_taken_back_whole() -> None:
    reading = made()
    reading.find("boats")
    way, before = reading.way(), state(reading)
    reading.find("quay")
    reading.focus_on(EntityFocus("Tor Vik"))
    reading.return_to(way)
    assert state(reading) == before

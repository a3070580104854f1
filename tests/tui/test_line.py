from hypothesis import given
from hypothesis import strategies as st

from reader.tui.harmless import one_line
from reader.tui.line import cut, spread, width_of

PIECES = st.lists(st.tuples(st.text(max_size=30).map(one_line), st.just("")), max_size=4)


@given(PIECES, PIECES, PIECES, st.integers(0, 120))
def test_a_line_is_never_wider_than_its_room(left, centre, right, width):
    assert width_of(spread(left, centre, right, width)) <= width


def test_the_middle_stands_in_the_middle_and_the_right_at_the_end():
    line = spread([("reader", "")], [("Kim", "")], [("38%", "")], 21)
    assert "".join(text for text, _ in line) == "reader   Kim      38%"


def test_the_left_gives_way_before_the_middle():
    line = spread([("a long file name", "")], [("mention 3 of 9", "")], [], 24)
    assert "".join(text for text, _ in line) == "a long…  mention 3 of 9 "


def test_nothing_follows_what_was_cut():
    assert cut([("abcdef", "x"), ("gh", "y")], 4) == [("abc…", "x")]

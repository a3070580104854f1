from hypothesis import given
from hypothesis import strategies as st

from reader.tui.harmless import cells, one_line
from reader.tui.line import (
    Heading,
    Line,
    Piece,
    cut,
    spread,
)

PIECES = st.lists(st.tuples(st.text(max_size=30).map(one_line), st.just("")), max_size=4)


@given(PIECES, PIECES, PIECES, st.integers(0, 120))
def test_a_line_is_never_wider_than_its_room(left, centre, right, width):
    assert spread(left, centre, right, width).used <= width


def test_the_middle_stands_in_the_middle_and_the_right_at_the_end():
    line = spread([("reader", "")], [("Kim", "")], [("38%", "")], 21)
    assert line.text == "reader   Kim      38%"


def test_the_left_gives_way_before_the_middle():
    line = spread([("a long file name", "")], [("mention 3 of 9", "")], [], 24)
    assert line.text == "a long…  mention 3 of 9 "


def test_nothing_follows_what_was_cut():
    assert cut([("abcdef", "x"), ("gh", "y")], 4) == [("abc…", "x")]


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    assert Line(8).add("one ").add("three").text == "one thr…"
    assert Line(3).add("one").add("two").text == "one"


def test_columns_keep_their_places_whatever_is_in_them() -> None:
    short = Line(20).column("ab", 5).right_column("7", 4).add(" end").text
    long = Line(20).column("abcdefgh", 5).right_column("12345", 4).add(" end").text
    assert short == "ab      7 end"
    assert long == "abcd… 123… end".replace(" 123", "123")


def test_text_at_the_right_needs_a_blank_before_it() -> None:
    assert Line(10).add("abc").add_right("likely").text == "abc likely"
    assert Line(10).add("abcd").add_right("likely").text == "abcd"


def test_wide_characters_count_two_cells() -> None:
    line = Line(5).add("日本語")
    assert (line.text, line.used, cells(line.text)) == ("日本…", 5, 5)


def test_a_heading_is_cut_like_any_line() -> None:
    heading = Heading((Piece("said by ", "dim"), Piece("Mara Olsen", "person")))
    assert heading.line(12).text == "said by Mar…"

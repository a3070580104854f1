"""Lines that never grow wider than their pane."""

from __future__ import annotations

from reader.tui.harmless import cells
from reader.tui.lists.line import Heading, Line, Piece


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

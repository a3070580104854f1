from hypothesis import given
from hypothesis import strategies as st

from reader.tui.window.room import Shares


def test_the_side_keeps_its_part_of_the_width():
    shares = Shares()
    shares.widen_side(6, 120)
    assert (shares.side_width(120), shares.side_width(240)) == (51, 102)


@given(st.lists(st.integers(-300, 300), max_size=20), st.integers(70, 500))
def test_neither_the_article_nor_the_side_vanishes(steps, width):
    shares = Shares()
    for step in steps:
        shares.widen_side(step, width)
        assert 24 <= shares.side_width(width) <= width - 37


def test_a_border_moves_between_two_panes_only():
    shares = Shares()
    shares.heighten(0, 4, [12, 12, 13])
    assert shares.stack[:3] == [16, 8, 13]
    shares.heighten(1, -40, [16, 8, 13])
    assert shares.stack[:3] == [16, 3, 18]

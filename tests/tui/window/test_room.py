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


def test_what_one_pane_does_not_need_the_others_get():
    assert Shares().caps([6, 40, 40], 50) == [6, None, None]
    assert Shares().caps([20, 40, 17], 50) == [None, None, None]
    assert Shares().caps([10, 18, 60], 50) == [10, 18, None]
    assert Shares().caps([5, 6, 7], 50) == [5, 6, 7]
    assert Shares().caps([None, 6, None], 50) == [None, 6, None]


def test_panes_that_the_reader_has_sized_stay_so():
    shares = Shares()
    shares.heighten(0, 4, [12, 12, 13])
    assert shares.caps([6, 40, 40], 50) == [None, None, None]


@given(st.lists(st.none() | st.integers(1, 90), min_size=3, max_size=4), st.integers(8, 90))
def test_capped_panes_never_take_more_than_there_is(wanted, height):
    caps = Shares().caps(wanted, height)
    assert all(cap in {None, most} for cap, most in zip(caps, wanted, strict=True))
    assert sum(cap or 0 for cap in caps) <= height

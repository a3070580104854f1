"""Where the caret goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.tui.article.motions import (
    MOTIONS,
    snap,
    vertical,
    word_around,
)
from reader.tui.article.rows import Rows, Setting

TEXT = "A title\n\nDon't stop the well-known ferry.\n\nThe end"


def rows_of(text: str, width: int) -> Rows:
    setting = Setting(text, Article(text).blocks, width)
    setting.advance(60)
    return setting.rows()


def walk(motion: str, start: int, times: int, text: str = TEXT, width: int = 12) -> list[int]:
    rows, blocks, found = rows_of(text, width), Article(text).blocks, []
    for _ in range(times):
        start = snap(rows, MOTIONS[motion](rows, blocks, start))
        found.append(start)
    return found


@pytest.mark.parametrize(
    ("motion", "start", "places"),
    [
        ("right", 5, [6, 7, 9, 10]),
        ("left", 10, [9, 7, 6]),
        ("next_word", 0, [2, 9, 15, 20, 24, 29]),
        ("previous_word", 26, [24, 20, 15, 9, 2, 0, 0]),
        ("row_end", 9, [19, 19]),
        ("row_start", 17, [9, 9]),
        ("next_paragraph", 3, [9, 43, 50, 50]),
        ("previous_paragraph", 45, [43, 9, 0, 0]),
        ("start", 20, [0]),
        ("end", 20, [50]),
        ("right", 49, [50, 50]),
        ("left", 1, [0, 0]),
    ],
)
def test_motions(motion: str, start: int, places: list[int]) -> None:
    assert walk(motion, start, len(places)) == places


def test_vertical_motions_keep_the_column_and_skip_blank_rows() -> None:
    rows = rows_of(TEXT, 12)
    assert [vertical(rows, 5, 5, step) for step in (-1, 1, 2, 3, 9)] == [5, 14, 25, 34, 48]


def test_emoji_and_marks_are_one_step() -> None:
    assert walk("right", 0, 4, "👩\u200d👧e\u0301日x") == [3, 5, 6, 7]


@given(
    st.text(st.sampled_from("ab' \n\t日\u0301👩\u200d\ufe0f🇺\x1b\u0d4e"), min_size=1),
    st.integers(1, 9),
    st.lists(st.sampled_from([*MOTIONS, "up", "down"]), max_size=20),
)
def test_the_caret_stays_on_grapheme_borders(text: str, width: int, keys: list[str]) -> None:
    rows, blocks = rows_of(text, width), Article(text).blocks
    if not blocks:
        return
    caret = blocks[0].start
    for key in keys:
        if key in MOTIONS:
            caret = snap(rows, MOTIONS[key](rows, blocks, caret))
        else:
            caret = vertical(rows, caret, 3, 1 if key == "down" else -1)
        row = rows.row(rows.number(caret))
        assert caret in row.borders


@given(st.text(st.sampled_from("ab \n日\u0301👩\u200d"), min_size=1), st.integers(1, 9))
def test_going_right_reaches_the_end_and_left_the_start(text: str, width: int) -> None:
    rows, blocks = rows_of(text, width), Article(text).blocks
    if not blocks:
        return
    caret, seen = blocks[0].start, []
    while caret != seen[-1:] and len(seen) <= len(text):
        seen.append(caret)
        caret = MOTIONS["right"](rows, blocks, caret)
        if caret == seen[-1]:
            break
    assert caret == blocks[-1].end
    assert seen == sorted(seen)
    for expected in reversed(seen[:-1]):
        caret = MOTIONS["left"](rows, blocks, caret)
        assert caret == expected


@pytest.mark.parametrize(
    ("offset", "word"), [(9, "Don't"), (12, "Don't"), (14, " "), (30, "known"), (40, ".")]
)
def test_the_word_around_a_place(offset: int, word: str) -> None:
    start, end = word_around(TEXT, offset)
    assert TEXT[start:end] == word

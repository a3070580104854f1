"""Where rows begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.article.row import lay_out, read_row
from reader.tui.article.wrap import _row_end, row_starts
from reader.tui.harmless import NOT_PLAIN

SPICES = "  \n\t-—…“”.,日本語新한각\u0301\u200b\u200d\ufe0f👩👍🏽🇺🇸क्षि\x1b\u202e\ud800\u1100\u0d4e"
TEXTS = st.text(st.one_of(st.sampled_from("abc é" + SPICES), st.characters()), min_size=1)
PLAIN = st.text(st.sampled_from("abcdé 12-—\n“”"), min_size=1)


def rows(text: str, width: int) -> list[str]:
    starts = list(row_starts(text, 0, len(text), width))
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("The ferry is back.", 9, ["The ferry ", "is back."]),
        ("The ferry is back.", 10, ["The ferry ", "is back."]),
        ("The\nferry is\nback.", 20, ["The\nferry is\nback."]),
        ("a   b", 1, ["a   ", "b"]),
        ("well-known harbour", 7, ["well-", "known ", "harbour"]),
        ("in 2009-10 again", 8, ["in ", "2009-10 ", "again"]),
        ("back—finally here", 6, ["back—", "finall", "y here"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("日本語の新聞、記事", 6, ["日本語", "の新", "聞、記", "事"]),
        ("é👩\u200d👧é👩\u200d👧", 3, ["é👩\u200d👧", "é👩\u200d👧"]),
        ("e\u0301" * 5, 2, ["e\u0301" * 2, "e\u0301" * 2, "e\u0301"]),
        ("a\tb c", 9, ["a\tb ", "c"]),
        ("日", 1, ["日"]),
    ],
)
def test_breaks_rows(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


@given(TEXTS, st.integers(1, 30))
def test_rows_cover_every_code_point_once(text: str, width: int) -> None:
    found = rows(text, width)
    assert "".join(found) == text
    assert all(found)


@given(TEXTS, st.integers(1, 30))
def test_no_row_is_wider_than_the_measure_unless_one_grapheme_is(text: str, width: int) -> None:
    starts = [*row_starts(text, 0, len(text), width), len(text)]
    for start, end in pairwise(starts):
        row = read_row(text, start, end, width)
        assert row.width <= width or len(row.pieces) == 1 or not row.columns[1]


@given(PLAIN, st.integers(1, 12))
def test_plain_rows_break_as_rows_laid_out_by_grapheme_do(text: str, width: int) -> None:
    text = text.lstrip()
    assert not NOT_PLAIN.search(text)
    starts, start = [], 0
    while start < len(text):
        starts.append(start)
        start = _row_end(text, start, len(text), width)
    assert list(row_starts(text, 0, len(text), width)) == starts


@given(TEXTS)
def test_offset_and_column_lead_to_each_other(text: str) -> None:
    row = lay_out(text, 0, len(text))
    assert row.borders[0] == 0
    assert row.borders[-1] == len(text)
    for place in range(len(row.pieces)):
        if row.columns[place + 1] > row.columns[place]:
            assert row.offset(row.column(row.borders[place])) == row.borders[place]
    assert len(row.shown(0, len(row.pieces))) >= len(text)


def test_a_row_is_shown_without_the_white_space_that_hangs_over_its_end() -> None:
    row = read_row("one two  three", 0, 9, 7)
    assert (row.shown(0, 7), row.start, row.end, row.width) == ("one two", 0, 7, 7)


def test_tabs_reach_to_the_next_stop() -> None:
    row = lay_out("ab\tc\t\td", 0, 7)
    assert row.shown(0, 7) == "ab      c               d"
    assert [row.column(offset) for offset in (3, 4, 5, 6)] == [8, 9, 16, 24]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x" * 30_000, 417),
        ("word " * 6_000, 429),
        ("a" + " " * 30_000 + "b", 2),
        ("-" * 30_000, 417),
        ("日" * 6_000, 167),
        ("\u0301" * 6_000, 75),
        ("\u200b\u200d" * 3_000, 84),
        ("क्" * 3_000, 47),
        ("\ud800\x1b" * 3_000, 84),
    ],
    ids=[
        "letters",
        "words",
        "blanks",
        "hyphens",
        "Chinese",
        "accents",
        "joiners",
        "vowel signs",
        "controls",
    ],
)
def test_a_long_run_of_one_kind_is_set(text: str, count: int) -> None:
    assert len(rows(text, 72)) == count

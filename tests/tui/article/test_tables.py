"""Tables as text: cells under cells, and every place of the text where it was."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.article.row import lay_out
from reader.tui.article.tables import SEPARATOR, aligned

TABLE = "Tolls\n\nShip  |  Toll\nFishing boat  |  20\n船  |  7\n\nThat is all."


def shown(line: str, width: int = 72) -> str:
    start = TABLE.index(line)
    row = aligned(TABLE, lay_out(TABLE, start, start + len(line)), width)
    return row.shown(0, len(row.pieces))


def test_the_cells_of_a_column_begin_in_one_place() -> None:
    assert shown("Ship  |  Toll") == "Ship          |  Toll"
    assert shown("Fishing boat  |  20") == "Fishing boat  |  20"
    assert shown("船  |  7") == "船            |  7"


def test_what_is_no_table_or_too_wide_stays_as_it_is() -> None:
    assert shown("That is all.") == "That is all."
    assert shown("Ship  |  Toll", width=18) == "Ship  |  Toll"


@given(st.lists(st.lists(st.text("ab 船é", max_size=6), min_size=2, max_size=3), min_size=1))
def test_alignment_moves_cells_and_no_code_point(rows: list[list[str]]) -> None:
    text = "\n".join(SEPARATOR.join(cells) for cells in rows)
    start = 0
    for line in text.split("\n"):
        plain = lay_out(text, start, start + len(line))
        row = aligned(text, plain, 200)
        assert [*row.borders] == [*plain.borders]
        assert len(row.pieces) == len(plain.pieces)
        assert all(a <= b for a, b in pairwise(row.columns))
        start += len(line) + 1

"""Setting short texts in lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.harmless import cells, harmless
from reader.tui.lists.short_lines import wrap, wrapped

TEXTS = st.text(
    st.sampled_from("ab c日本é\u0301👍🏽 -") | st.characters(codec="utf-8"), max_size=60
).map(harmless)


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("one two three", 7, 5, ["one two", "three"]),
        ("one two three", 8, 5, ["one two", "three"]),
        ("one two three", 13, 5, ["one two three"]),
        ("one two three", 7, 1, ["one tw…"]),
        ("abcdefghij", 4, 5, ["abcd", "efgh", "ij"]),
        ("日本語 です", 5, 5, ["日本", "語", "です"]),
        ("日", 1, 5, ["日"]),
        ("", 7, 5, []),
        ("words", 0, 5, []),
    ],
)
def test_lines_break_at_blanks(text: str, width: int, most: int, lines: list[str]) -> None:
    assert wrapped(text, width, most) == lines


@given(TEXTS, st.integers(2, 12))
def test_no_line_is_wider_than_asked_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, 1_000)
    assert all(cells(line.text) <= width for line in lines)
    assert all(text.startswith(line.text, line.start) for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(2, 12), st.integers(1, 3))
def test_what_does_not_fit_ends_in_an_ellipsis(text: str, width: int, most: int) -> None:
    lines, whole = wrapped(text, width, most), wrapped(text, width, 1_000)
    assert len(lines) <= most
    assert all(cells(line) <= width for line in lines)
    if len(whole) > most:
        assert lines[-1].endswith("…")

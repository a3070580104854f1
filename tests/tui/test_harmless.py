"""Stand-ins for hostile text, and widths by grapheme."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.harmless import (
    cells,
    ellipsis,
    graphemes,
    harmless,
    one_line,
)

SPICY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1b\x9b\x7f\t\n\u200b\u200d\u202e\u2066\ufe0f\ufeff\ud800\ue000"),
        st.sampled_from("a é❤👩👍🏽🇺🇸\u0301क्षि한각\u0d4e©1\u20e3🏴\U000e0067\U000e007f"),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain “words” — 50 €, naïve café", "Plain “words” — 50 €, naïve café"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x9b1m\x7fb\x00", "a\ufffd1m␡b␀"),
        ("one\ntwo\tthree\x0cfour", "one two three␌four"),
        ("abc\u202edcba\u2069", "abc↔dcba↔"),
        ("pass\u200bword\ufeff soft\u00adhyphen\u2028", "pass·word· soft·hyphen·"),
        ("\ud800 \ue000 \U0010ffff", "\ufffd \ufffd \ufffd"),
        ("[b]markup[/b] [@click=quit]", "[b]markup[/b] [@click=quit]"),
        (
            "👩\u200d👩\u200d👧 👍🏽 ❤\ufe0f 🇺🇸 1\ufe0f\u20e3",
            "👩\u200d👩\u200d👧 👍🏽 ❤\ufe0f 🇺🇸 1\ufe0f\u20e3",
        ),
        ("a\u200db 👍\u200d", "a·b 👍·"),
        ("a\ufe0f", "a·"),
        ("cafe\u0301", "cafe\u0301"),
        ("z" + "\u0301" * 10, "z" + "\u0301" * 8 + "··"),
    ],
)
def test_shows_what_could_do_harm_by_a_stand_in(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(SPICY)
def test_one_code_point_stays_one_and_none_controls_the_terminal(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    kinds = {unicodedata.category(c) for c in shown if c not in "\u200d" and c < "\U000e0000"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@given(SPICY)
def test_graphemes_cover_the_text_and_add_up_to_its_cells(text: str) -> None:
    shown = harmless(text)
    pieces = list(graphemes(shown))
    assert "".join(piece for piece, _ in pieces) == shown
    assert sum(width for _, width in pieces) == cells(shown) == cell_len(shown)
    assert all(width for _, width in pieces[1:])


@settings(max_examples=50)
@given(st.integers(0x20, 0x10FFFF).map(chr))
def test_a_character_alone_takes_at_most_two_cells(character: str) -> None:
    assert cells(harmless(character)) <= 2


def test_one_line_reduces_white_space() -> None:
    assert one_line("  Two\n lines\tand \x1b[2J more ") == "Two lines and ␛[2J more"


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("ab cdefg", 4, "ab…"),
        ("日本語新聞", 10, "日本語新聞"),
        ("日本語新聞", 6, "日本…"),
        ("e\u0301" * 7, 6, "e\u0301" * 5 + "…"),
        ("👩\u200d👧" * 3, 5, "👩\u200d👧" * 2 + "…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
    ],
)
def test_ellipsis_cuts_between_graphemes(text: str, width: int, cut: str) -> None:
    assert ellipsis(text, width) == cut


@given(SPICY, st.integers(0, 40))
def test_ellipsis_fits(text: str, width: int) -> None:
    assert cells(ellipsis(harmless(text), width)) <= width

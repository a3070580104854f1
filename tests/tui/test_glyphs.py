"""The signs of the panes."""

from __future__ import annotations

import pytest
from msgspec.structs import asdict
from wcwidth import wcswidth

from reader.analysis import Kind
from reader.tui.glyphs import (
    ASCII,
    UNICODE,
    Glyphs,
    glyphs_for,
)


def signs(glyphs: Glyphs) -> list[str]:
    found: list[str] = []
    for value in asdict(glyphs).values():
        found.extend(value.values() if isinstance(value, dict) else value)
    return found


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_every_sign_is_one_cell_and_every_kind_has_its_own(glyphs: Glyphs) -> None:
    assert {wcswidth(sign) for sign in signs(glyphs)} == {1}
    assert set(glyphs.kinds) == set(Kind)
    assert len(set(glyphs.kinds.values())) == len(Kind)
    assert len(glyphs.levels) == 8


def test_the_stand_ins_are_ascii() -> None:
    assert all(sign.isascii() for sign in signs(ASCII))


@pytest.mark.parametrize(
    ("encoding", "terminal", "expected"),
    [
        ("UTF-8", "xterm-256color", UNICODE),
        ("utf8", "", UNICODE),
        ("UTF-8", "linux", ASCII),
        ("ANSI_X3.4-1968", "xterm", ASCII),
        ("ISO-8859-1", "xterm", ASCII),
    ],
)
def test_a_terminal_gets_what_it_can_show(encoding: str, terminal: str, expected: Glyphs) -> None:
    assert glyphs_for(encoding, terminal) is expected


@pytest.mark.parametrize(
    ("amount", "most", "sign"), [(0, 5, "▁"), (1, 7, "▂"), (3, 7, "▄"), (7, 7, "█"), (9, 7, "█")]
)
def test_levels_climb_with_the_amount(amount: int, most: int, sign: str) -> None:
    assert UNICODE.level(amount, most) == sign

"""Texts built to hurt: the interface opens, pages, selects and filters them all the same."""

from __future__ import annotations

import pytest

from .terminal import Terminal, reader

LENGTH = 300_000
NAMES = (
    f"Al{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} Vo{chr(97 + n // 676)}s" for n in range(9999)
)
TEXTS = {
    "names once": " ".join(f"{name} met the mayor on Monday.\n\n" for name in NAMES),
    "one name": "Mara Voss said that Mara Voss met Voss. " * (LENGTH // 40),
    "no full stop": "and Mara Voss said that she would go on Monday " * (LENGTH // 47),
    "one word": "a" * LENGTH,
    "quotation marks": '"' * LENGTH,
    "nesting": "((((“‘" * (LENGTH // 6),
    "nested words": "(she “said ‘that " * (LENGTH // 17),
    "one line each": "said\n" * (LENGTH // 5),
    "blank lines": "a" + "\n" * LENGTH + "b",
    "marks on one letter": "a" + "\u0301" * LENGTH,
    "wide": "船" * LENGTH,
    "controls": "\x1b[31msaid\u202e\u2067 " * (LENGTH // 12),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_built_to_hurt_is_opened_paged_selected_and_filtered(tmp_path, kind):
    path = tmp_path / "hostile.txt"
    path.write_text(TEXTS[kind])
    with Terminal(reader("--no-cache", path), size=(120, 40)) as terminal:
        terminal.wait_for("Entities")
        terminal.press(*[" "] * 10, "G")
        terminal.wait_for("100%")
        terminal.press("v", *"kkk", "esc")
        terminal.press("2", "/", "voss")
        terminal.wait_for("voss")
        terminal.press("\r")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.left_on() == []

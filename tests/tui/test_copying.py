"""What leaves the article for the clipboard."""

import pytest

from reader.article import Block
from reader.tui.copying import copied

TEXT = (
    "Ferry back\n\nThe boats run\n  again, said\nMara.\n\nThe\tend\x1b]52;c;aGk=\x07\u2066\ud800\n"
)
BLOCKS = (Block(0, 10), Block(12, 45), Block(47, len(TEXT) - 1))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 10, "Ferry back"),
        (6, 21, "back\n\nThe boats"),
        (12, 45, "The boats run again, said Mara."),
        (10, 12, ""),
        (44, len(TEXT), ".\n\nThe\tend]52;c;aGk="),
    ],
)
def test_copies_harmless_text_without_line_breaks(start: int, end: int, expected: str) -> None:
    assert copied(TEXT, BLOCKS, start, end) == expected


def test_whatever_ends_a_line_becomes_a_blank() -> None:
    text = "one\x0btwo \u2028 three\x85four  five"
    assert copied(text, (Block(0, len(text)),), 0, len(text)) == "one two three four  five"

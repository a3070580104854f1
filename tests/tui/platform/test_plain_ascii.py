import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.harmless import cells, harmless
from reader.tui.platform.plain_ascii import to_ascii, wants_ascii


def test_signs_and_letters_have_stand_ins():
    assert to_ascii("“Café” – Zoë’s… ● │ 世") == '"Cafe" - Zoe\'s~ * | ??'


@pytest.mark.parametrize(
    ("sequence", "expected"),
    [
        ("👩‍👩‍👧!", "??!"),
        ("1\ufe0f\u20e3 is", "?? is"),
        ("e\u0301", "e"),
        ("🇳🇴", "??"),
        ("한", "??"),
    ],
)
def test_sequences_keep_the_width_of_their_picture(sequence, expected):
    assert to_ascii(sequence) == expected


@given(st.text())
def test_the_result_is_ascii_of_the_same_width(text):
    shown = harmless(text)
    assert to_ascii(shown).isascii()
    assert len(to_ascii(shown)) == cells(shown)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "de_DE.utf8@euro"}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "POSIX"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
    ],
)
def test_the_locale_decides(environment, expected):
    assert wants_ascii(environment) is expected

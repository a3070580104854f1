import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.plain_ascii import to_ascii, wants_ascii


def test_signs_and_letters_have_stand_ins():
    assert to_ascii("“Café” – Zoë’s… ● │ 世") == '"Cafe" - Zoe\'s~ * | ??'


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Mn", "Me", "Cf", "Mc"])))
def test_the_result_is_ascii_of_the_same_width(text):
    assert to_ascii(text).isascii()
    assert len(to_ascii(text)) == sum(map(cell_len, text))


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

"""From bytes to text in every encoding an article may have."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.errors import ArticleError
from reader.sources.decoding import decode

TEXT = "“No,” said José Müller in Malmö — “we won’t.” The café’s owner agreed on Monday."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
        (b"", "cp1252"),
        (b"", "mac_roman"),
    ],
)
def test_an_english_text_is_read_in_any_encoding(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мэр заявил в понедельник, что кафе у моря останется открытым до осени.", "cp1251"),
        ("Мэр заявил в понедельник, что кафе у моря останется открытым до осени.", "cp866"),
        ("市長は月曜日、海辺の喫茶店は秋まで営業を続けると述べた。市民は喜んだ。", "euc-jp"),
    ],
)
def test_other_legacy_encodings_are_detected(text: str, encoding: str) -> None:
    assert decode((text * 4).encode(encoding), "a.txt") == text * 4


@given(st.text())
def test_every_text_in_utf_8_comes_back_unless_it_is_binary(text: str) -> None:
    letters = "plain words " * 40
    assert decode((letters + text).encode(), "a.txt").startswith(letters)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except ArticleError as error:
        text = str(error)
    assert isinstance(text, str)


def test_utf_8_cut_short_loses_only_its_last_character() -> None:
    assert decode(TEXT.encode()[:-1] + "é".encode()[:1], "a.txt") == TEXT[:-1] + "\ufffd"


def test_utf_8_with_a_wrong_byte_loses_only_that() -> None:
    assert decode(TEXT.encode() + b"\xff" + TEXT.encode(), "a.txt") == f"{TEXT}\ufffd{TEXT}"


def test_two_quotation_marks_tell_utf_8_in_spite_of_a_wrong_byte() -> None:
    text = "It was closed, Mara Voss said. “It was time.”"
    assert decode(text.encode() + b"\x9b\n", "a.txt") == f"{text}\ufffd\n"


def test_utf_8_cut_within_its_only_character_beyond_ascii_is_still_utf_8() -> None:
    assert decode(b"It was closed. " + "“".encode()[:2], "a.txt") == "It was closed. \ufffd"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_utf_16_and_32_cut_short_lose_only_their_last_character(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)[:-1], "a.txt") == TEXT[:-1] + "\ufffd"


def test_a_wrong_mark_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"^a\.txt is damaged, or is not the utf-32-le text"):
        decode(codecs.BOM_UTF32_LE + TEXT.encode(), "a.txt")


def test_ten_megabytes_take_no_detector() -> None:
    text = TEXT * 125_000
    assert decode(text.encode(), "a.txt") == text

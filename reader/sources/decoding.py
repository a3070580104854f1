"""From bytes to text: byte order marks, UTF-8, and the encodings from before it."""

from __future__ import annotations

import codecs

from ..article.errors import ArticleError

# The marks of UTF-32 begin like those of UTF-16, so they are tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "a rich text document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a sound, film or image",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"\x28\xb5\x2f\xfd": "a compressed file",
    b"7z\xbc\xaf": "a compressed archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
}
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\x0b\x0c\r\x1b"}) + b"\x7f"
_HIGH = bytes(range(0x80, 0x100))
_WESTERN = ["cp1252", "mac_roman"]
_SAMPLE = 1 << 16


def decode(data: bytes, name: str) -> str:
    """The text of a file, without its byte order mark.

    A byte order mark decides; then UTF-8 is tried, UTF-16 and UTF-32 without a mark, and a
    legacy encoding is detected last. A few damaged places become U+FFFD, so that the rest
    can be read. `name` is what a refusal calls the file. Raises ArticleError where the bytes
    are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _repaired(data[len(mark) :], encoding, name)
    for start, kind in _FORMATS.items():
        if data.startswith(start):
            raise ArticleError(f"{name} is {kind}, not plain text: save its text and open that.")
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return _repaired(data, wide, name)
    if _is_binary(data[:_SAMPLE]):
        raise ArticleError(f"{name} is binary data, not text: give a plain text file.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, name)


def _repaired(data: bytes, encoding: str, name: str) -> str:
    """The text in a known encoding, with U+FFFD where a few places are damaged."""
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    if damaged > 1 and damaged > len(text) // 20:
        raise ArticleError(f"{name} is damaged, or is not the {encoding} text it says it is.")
    return text


def _wide_encoding(sample: bytes) -> str | None:
    """The encoding of text in two or four bytes a character without a mark, else None.

    Text for people holds mostly characters below 256, whose other bytes are zero.
    """
    units = len(sample) // 4
    if units == 0 or 4 * sample.count(0) < len(sample):
        return None
    zeros = "".join("0" if sample[place::4].count(0) > units * 0.7 else "x" for place in range(4))
    return {
        "x000": "utf-32-le",
        "000x": "utf-32-be",
        "x0x0": "utf-16-le",
        "0x0x": "utf-16-be",
    }.get(zeros)


def _is_binary(sample: bytes) -> bool:
    """Whether control characters are too many for a text with a few strays in it."""
    strays = len(sample) - len(sample.translate(None, _CONTROLS))
    return strays > 1 and 20 * strays > len(sample)


def _ends_within_a_character(data: bytes) -> bool:
    """Whether UTF-8 was cut after the second byte of three or four."""
    return len(data) > 1 and data[-2] >= 0xE0 and 0x80 <= data[-1] < 0xC0


def _decode_legacy(data: bytes, name: str) -> str:
    """The text of bytes that are not UTF-8: UTF-8 with a few wrong bytes, or older."""
    text = data.decode("utf-8", "replace")
    ascii_only = data.translate(None, _HIGH)
    damaged = text.count("\ufffd")
    sound = len(text.replace("\ufffd", "").encode()) - len(ascii_only)
    if sound > 3 * damaged or (damaged == 1 and _ends_within_a_character(data)):
        return text

    from charset_normalizer import from_bytes

    # With few letters beyond ASCII a detector has little to go by; such a text is most
    # likely in a Western European language.
    sparse = 10 * (len(data) - len(ascii_only)) < len(data)
    found = from_bytes(data, cp_isolation=_WESTERN).best() if sparse else None
    found = found or from_bytes(data).best()
    if found is None:
        raise ArticleError(
            f"The encoding of {name} cannot be determined: save it as UTF-8 text and open that."
        )
    return str(found)

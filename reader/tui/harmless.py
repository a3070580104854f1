"""Text as the screen may show it: every hostile code point has a visible stand-in.

Widths are those of Rich, since Textual lays out by them; they come from the tables of
wcwidth, which also finds the graphemes. Both are asked only where a text holds more than
plain characters, each one cell wide and a grapheme of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from rich.cells import cached_cell_len, cell_len

INVISIBLE = "·"
DIRECTIONAL = "↔"
UNKNOWN = "\ufffd"

_PLAIN = (
    "\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u1e00-\u1f15\u2000-\u200a\u2010-\u2027\u202f-\u205e"
    "\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20bf\u2100-\u2121\u2123-\u2138"
    "\u2150-\u2189\u2500-\u25a9\ufffd"
)
NOT_PLAIN = re.compile(f"[^{_PLAIN}]")

_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_TONE = "[\ufe0f\U0001f3fb-\U0001f3ff]"
_EMOJI_SEQUENCE = (
    f"({_PICTURE}{_TONE}?(?:\u200d{_PICTURE}{_TONE}?){{1,9}}"
    "|\U0001f3f4[\U000e0030-\U000e007a]{2,6}\U000e007f)"
)
_JOINER_OR_TAG = "[\u200d\U000e007f]"
_LONGEST_RUN_OF_MARKS = 8
_LONGEST_GRAPHEME = 32

_DIRECTION_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
_NEW_PICTURES = range(0x1F000, 0x1FB00)


class _StandIns(dict[int, str]):
    """What to show for each code point; filled as code points are met."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _by_category(chr(code))
        return shown


def _by_category(character: str) -> str:
    match category(character):
        case "Cf" | "Zl" | "Zp":
            return INVISIBLE
        case "Cn" if ord(character) in _NEW_PICTURES:
            return character
        case "Cc" | "Cs" | "Co" | "Cn":
            return UNKNOWN
    return character


_STAND_INS = _StandIns(
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {ord("\n"): " ", ord("\t"): " ", 0x7F: "\u2421"}
    | dict.fromkeys(map(ord, _DIRECTION_CONTROLS), DIRECTIONAL)
    | dict.fromkeys(map(ord, _BLANK_LETTERS), INVISIBLE)
)


@cache
def _stray_marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Marks after more marks than any language needs, and selectors after no picture.

    The first pattern quickly rules most texts out: character classes that reach beyond
    the basic plane are slow.
    """
    from wcwidth.table_zero import ZERO_WIDTH

    ranges = list(ZERO_WIDTH.values())[-1]
    basic = "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges if a > 0x9F and b <= 0xFFFF)
    marks = basic + "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges if a > 0xFFFF)
    run = f"(?<=[{marks}]{{{_LONGEST_RUN_OF_MARKS + 1}}})"
    selector = f"(?<=\ufe0f)(?<!{_PICTURE}.)(?<![0-9#*].)"
    return (
        re.compile(f"[{basic}]|[\U00010000-\U0001efff\U000e0000-\U0010ffff]"),
        re.compile(f"[{marks}](?:{run}|{selector})"),
    )


def harmless(text: str) -> str:
    """`text` with a stand-in for each code point that could do more than be read.

    One code point stays one code point, so offsets hold. Line ends and tabs become spaces;
    controls, controls of direction, invisible, private, unassigned and lone surrogate code
    points become visible. Joiners stay inside emoji, marks stay up to eight on a letter.
    """
    if not NOT_PLAIN.search(text):
        return text.replace("\n", " ")
    if re.search(_JOINER_OR_TAG, text):
        pieces = re.split(_EMOJI_SEQUENCE, text)
        pieces[::2] = [piece.translate(_STAND_INS) for piece in pieces[::2]]
        text = "".join(pieces)
    else:
        text = text.translate(_STAND_INS)
    suspicious, stray = _stray_marks()
    return stray.sub(INVISIBLE, text) if suspicious.search(text) else text


def one_line(text: str) -> str:
    """`text` harmless and on one line, its white space reduced to single spaces."""
    return harmless(" ".join(text.split()))


def graphemes(text: str) -> Iterator[tuple[str, int]]:
    """What a reader takes for characters, in order, each with its cells; `text` is harmless.

    One that chains more than 32 code points comes in several pieces. None but the first
    has no cells.
    """
    if not NOT_PLAIN.search(text):
        yield from ((character, 1) for character in text)
        return
    from wcwidth import iter_graphemes

    held, width = "", 0
    for grapheme in iter_graphemes(text):
        for start in range(0, len(grapheme), _LONGEST_GRAPHEME):
            piece = grapheme[start : start + _LONGEST_GRAPHEME]
            own = cached_cell_len(piece)
            if own and held:
                yield held, width
                held, width = "", 0
            held, width = held + piece, width + own
    if held:
        yield held, width


def cells(text: str) -> int:
    """How many terminal cells harmless `text` takes."""
    return len(text) if text.isascii() else cell_len(text)


def ellipsis(text: str, width: int) -> str:
    """Harmless `text` cut to at most `width` cells, with an ellipsis where something is cut."""
    if len(text) <= 4 * width + 4 and cells(text) <= width:
        return text
    if width < 1:
        return ""
    kept, room = [], width - 1
    for grapheme, own in graphemes(text[: _LONGEST_GRAPHEME * width]):
        room -= own
        if room < 0:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + "…"


def from_the_end(text: str, width: int) -> str:
    """The end of harmless `text` in at most `width` cells, an ellipsis where something is cut."""
    if cells(text) <= width:
        return text
    kept, room = [], width - 1
    for grapheme, own in reversed([*graphemes(text[-_LONGEST_GRAPHEME * max(width, 1) :])]):
        room -= own
        if room < 0:
            break
        kept.append(grapheme)
    return ("…" + "".join(reversed(kept)).lstrip()) if width > 0 else ""

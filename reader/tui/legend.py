"""What the signs on the screen mean, in words: for the help, the tooltips and the reasons."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..analysis import Colour, Kind
from .glyphs import glyphs

Words = dict[str, dict[str, str]]
_MARGIN = "in the margin: your highlight in "


@cache
def words() -> Words:
    """What the help says beside the keys."""
    import tomllib

    return tomllib.loads((Path(__file__).parent / "screens" / "help.toml").read_text("utf-8"))


def kinds() -> list[tuple[str, str, str]]:
    """The sign of each kind, what it means, and its look."""
    told = words()["kinds"]
    return [(glyphs().kinds[kind], told[kind], kind.value) for kind in Kind]


def signs() -> list[tuple[str, str, str]]:
    """All other signs, what each means, and its look."""
    known, told = glyphs(), words()["signs"]
    plain = [(getattr(known, name), means, "") for name, means in told.items()]
    marks = [(known.colours[mark], f"{_MARGIN}{mark}", f"mark-{mark}") for mark in Colour]
    return [*plain, *marks]


def meaning(name: str) -> str:
    """What the sign of that name in `Glyphs` means."""
    return words()["signs"].get(name, "")


def meaning_of(sign: str) -> str:
    """What a sign beside an event means; two that look alike mean the same there."""
    known = glyphs()
    names = ("published", "told", "future", "uncertain", "denied", "stretch", "past")
    return next((meaning(name) for name in names if getattr(known, name) == sign), "")

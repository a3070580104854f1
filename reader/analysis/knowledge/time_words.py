"""The words of time."""

from __future__ import annotations

import re
from typing import Any

from .loader import tables

_FRACTION = re.compile(r"(?:(\d+)\s+)?(\d)/(\d)\Z")
_NUMBER_PART = re.compile(r"[^\s-]+")


def words(name: str) -> dict[str, Any]:
    """One list of `times.toml`: what each word, in lower case, stands for."""
    found: dict[str, Any] = tables("times.toml")[name]
    return found


def key(text: str) -> str:
    """`text` as the lists write it: lower case, single spaces, no final point."""
    return " ".join(text.lower().replace("’", "'").split()).rstrip(".")


def look_up(name: str, text: str) -> Any:
    """What `text` stands for in the list `name`, plurals as singulars, else None."""
    found, word = words(name), key(text)
    return found.get(word, found.get(word.removesuffix("s")))


def moving_day(name: str, year: int) -> tuple[int, int] | None:
    """Month and day of a named day that follows the moon, None for years that are not listed."""
    listed = tables("moving_days.toml")
    days = listed["days"][name]
    place = year - listed["first_year"]
    return divmod(days[place], 100) if 0 <= place < len(days) else None


def number(text: str) -> float | None:
    """The number that digits or words stand for ("2 1/2", "twenty-four", "a"), else None."""
    plain = key(text).replace(",", "")
    if plain in ("a", "an"):
        return 1
    if fraction := _FRACTION.match(plain):
        whole, upper, lower = (int(group or 0) for group in fraction.groups())
        return whole + upper / lower if lower else None
    digits, _, scale = plain.partition(" ")
    try:
        return float(digits) * (words("cardinals")[scale] if scale else 1)
    except (ValueError, KeyError):
        return _spelled(plain)


def _spelled(text: str) -> float | None:
    total, current, seen = 0, 0, False
    for part in _NUMBER_PART.findall(text):
        if part in ("a", "and"):
            continue
        value = words("cardinals").get(part)
        if value is None:
            return None
        seen = True
        if value < 100:
            current += value
        elif value == 100:
            current = max(current, 1) * value
        else:
            total, current = total + max(current, 1) * value, 0
    return total + current if seen else None


def spelled_year(text: str) -> int | None:
    """A year said in two halves ("nineteen ninety-six") or as a number."""
    parts = _NUMBER_PART.findall(key(text))
    if len(parts) < 2:
        return None
    century, rest = words("cardinals").get(parts[0]), _spelled(" ".join(parts[1:]))
    if century is None or rest is None or not 10 <= century <= 20 or not 10 <= rest < 100:
        return None
    return int(100 * century + rest)


def ordinal(text: str) -> int | None:
    """The number an ordinal stands for ("third", "3rd"), else None."""
    plain = key(text)
    digits = plain.rstrip("stndrh")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    found: int | None = words("ordinals").get("-".join(plain.split()))
    return found


def alternatives(name: str, shortest: int = 1) -> str:
    """A regular expression for any word of a list not under `shortest` letters, longest first."""
    found = sorted((w for w in words(name) if len(w) >= shortest), key=len, reverse=True)
    return "|".join(_loosened(re.escape(word)) for word in found)


def _loosened(pattern: str) -> str:
    """A word's pattern with either apostrophe and any white space."""
    return pattern.replace("\\ ", r"\s+").replace("'", "['’]")

"""The word lists of the quotes step, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of a data file without comments."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list with one word or phrase a line."""
    return frozenset(lines(f"{name}.txt"))

"""The one loader of word lists: each file below `data/` is read once, when first asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


def lines(name: str) -> list[str]:
    """The entries of a text list, one a line; comments (`#`) and blank lines are left out.

    `name` is the path below `data/` ("quotes/cues.txt").
    """
    return [line for line in _read(name).splitlines() if line and not line.startswith("#")]


def cells(row: str) -> list[str]:
    """The entries that commas separate in a row of a text list."""
    return [part.strip() for part in row.split(",") if part.strip()]


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of a text list as a set."""
    return frozenset(lines(name))


@cache
def tables(name: str) -> dict[str, Any]:
    """The tables of a TOML list. Nobody may change them: everybody gets the same ones."""
    return tomllib.loads(_read(name))


def _read(name: str) -> str:
    return (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")

"""The word lists beside the timeline's modules, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ..annotations import Bound


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of `words.toml`."""
    return frozenset(_lists()[name])


@cache
def bounds() -> dict[str, Bound]:
    """The bound that each preposition makes of a date."""
    return {word: Bound(name) for word, name in _lists()["bounds"].items()}


@cache
def event_nouns() -> frozenset[str]:
    """Nouns (lemmas) that name an event without an ending that says so."""
    lines = _read("event_nouns.txt").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(_read("words.toml"))


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")

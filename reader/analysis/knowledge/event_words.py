"""The word lists of the timeline."""

from __future__ import annotations

from functools import cache

from ..types import Bound
from .loader import tables, word_set


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of `events.toml`."""
    return frozenset(tables("events.toml")[name])


@cache
def bounds() -> dict[str, Bound]:
    """The bound that each preposition makes of a date."""
    return {word: Bound(name) for word, name in tables("events.toml")["bounds"].items()}


@cache
def weights(name: str) -> dict[str, float]:
    """The weights of a table of `timeline_weights.toml`."""
    found: dict[str, float] = tables("timeline_weights.toml")[name]
    return found


@cache
def contractions() -> dict[str, str]:
    """Helper verbs in short, with what they stand for."""
    found: dict[str, str] = tables("events.toml")["contractions"]
    return found


def event_nouns() -> frozenset[str]:
    """Nouns (lemmas) that name an event without an ending that says so."""
    return word_set("event_nouns.txt")


def documents() -> frozenset[str]:
    """Nouns (lemmas) for what words are taken from: a report, a poll."""
    return word_set("overview/documents.txt")

"""The word lists of the quotes step."""

from __future__ import annotations

from .loader import word_set


def words(name: str) -> frozenset[str]:
    """The entries of a list with one word or phrase a line."""
    return word_set(f"quotes/{name}.txt")

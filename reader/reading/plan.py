"""What a desk of several articles begins with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..analysis import Known
    from ..library.cache import Cache


class Plan(NamedTuple):
    """What a desk begins with: places, and how its articles are analysed and kept.

    `known` reads what a person has said of names in general.
    """

    places: tuple[str, ...]
    model: str | None = None
    cache: Callable[[], Cache | None] = lambda: None
    known: Callable[[], tuple[Known, ...]] = tuple

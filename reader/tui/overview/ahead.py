"""Counting a book for its overview while nobody waits for it."""

from __future__ import annotations

from functools import partial
from weakref import WeakKeyDictionary

from textual.screen import Screen
from textual.timer import Timer

from ...reading import Reading, Ready
from ...reading.overview import Material, count, kept_with

_PAUSE = 3.0
"""Seconds without a change of the annotations after which they are counted."""

_waiting: WeakKeyDictionary[Screen[None], Timer] = WeakKeyDictionary()


def count_soon(screen: Screen[None], reading: Reading, name: str = "") -> None:
    """Count what is found in the article when it has stayed the same for a while.

    `name` is the article's among those of a desk.
    """
    waiting = _waiting.pop(screen, None)
    if waiting is not None:
        waiting.stop()
    if isinstance(reading.status, Ready):
        _waiting[screen] = screen.set_timer(_PAUSE, partial(_count, screen, reading, name))


def _count(screen: Screen[None], reading: Reading, name: str) -> None:
    material = kept_with(reading.index, partial(Material.of_reading, reading, name))
    screen.run_worker(partial(count, material), thread=True, group="overview", exclusive=True)

"""Making an overview ready while nobody waits for it: its modules, and what it counts."""

from __future__ import annotations

import gc
from asyncio import to_thread
from functools import partial

from textual.screen import Screen

from ...reading import Reading, Ready


def begin(screen: Screen[None], reading: Reading, name: str = "") -> None:
    """Count what is found in the article. `name` is the article's among those of a desk."""
    if isinstance(reading.status, Ready):
        screen.run_worker(_count(reading, name), group="overview", exclusive=True)


async def _count(reading: Reading, name: str) -> None:
    await to_thread(_learn)
    from ...reading.overview import Material, count, is_long, kept_with

    material = kept_with(reading.index, partial(Material.of_reading, reading, name))
    await to_thread(count, material)
    if is_long(material):
        gc.freeze()  # to look for cycles in a book would take longer than to show its overview


def _learn() -> None:
    """Have the modules of the overview there, which the first look would wait for."""
    from . import screen

    del screen

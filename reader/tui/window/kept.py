"""The sizes and places of the panes: recalled from an earlier run and kept for the next one."""

from __future__ import annotations

from ...library.memory import Memory
from ...library.state import Arrangement, Sizes
from ...settings import Settings
from .room import Shares


def recalled(memory: Memory, settings: Settings) -> Shares:
    """How the panes share the window: as they were left, else as the settings want it."""
    sizes = memory.sizes()
    shares = Shares.kept(sizes.side, sizes.stack, sizes.lower) if sizes else Shares()
    kept = memory.arrangement(_wanted(settings))
    shares.place = kept.place if kept else settings.panes
    shares.measure = kept.measure if kept else settings.measure
    return shares


def keep(memory: Memory, settings: Settings, shares: Shares) -> None:
    """Keep what the reader changed."""
    memory.keep_sizes(Sizes(shares.side, shares.stack[:3], shares.lower))
    is_usual = (shares.place, shares.measure) == (settings.panes, settings.measure)
    made = Arrangement(shares.place, shares.measure, _wanted(settings))  # type: ignore[arg-type]
    memory.keep_arrangement(None if is_usual else made)


def _wanted(settings: Settings) -> str:
    return f"{settings.panes} {settings.measure}"

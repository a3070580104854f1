"""Completing the path of a file while it is typed."""

from __future__ import annotations

import asyncio
import os
from itertools import islice

from textual.suggester import Suggester

from ..named import from_home

_MOST_ENTRIES = 5_000


def complete(path: str) -> str | None:
    """`path` with its last name completed by the first in its folder that begins so.

    Folders end in a separator. None where nothing fits; names that would not be harmless on
    the screen are left out.
    """
    folder, begun = os.path.split(path)
    try:
        with os.scandir(from_home(folder) if folder else ".") as entries:
            fitting = [
                (entry.name, entry.is_dir())
                for entry in islice(entries, _MOST_ENTRIES)
                if entry.name.startswith(begun) and entry.name.isprintable()
            ]
    except (OSError, ValueError, RuntimeError):
        return None
    visible = [entry for entry in fitting if begun or not entry[0].startswith(".")]
    if not visible:
        return None
    name, is_folder = min(visible)
    return path[: len(path) - len(begun)] + name + (os.sep if is_folder else "")


class PathSuggester(Suggester):
    """Suggests paths in an input."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The path completed, or None."""
        return await asyncio.to_thread(complete, value) if value else None

"""Whether the file of the article on the screen has changed since it was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...reading import Reading
    from ..app import ReaderApp

_SECONDS = 3.0
_Stamp = tuple[int, int, int]


class Watch:
    """Looks at the file every few seconds, when the window gets the keyboard, and when asked."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._reading: Reading | None = None
        self._known: _Stamp | None = None
        self._told: _Stamp | None = None
        self._app.set_interval(_SECONDS, self.look)

    @property
    def has_changed(self) -> bool:
        """Whether the file is another one than was read, as far as was looked."""
        return self._told is not None and self._told != self._known

    def begin(self) -> None:
        """Know the file of the present article as it is now; a visitor's is none of theirs."""
        reading = self._app.reading
        if reading is not self._reading and not self._app.is_visitor:
            self._reading = reading
            self._known = self._told = _stamp(self._app.hand.place)

    def look(self) -> None:
        """Tell the reader once of each change."""
        if self._app.reading is not self._reading or self._known is None:
            return
        now = _stamp(self._app.hand.place)
        if now is None or now == self._told:
            return
        self._told = now
        self._app.screen.refresh_bindings()
        if self.has_changed:
            key = self._app.keys.name("app.reload")
            self._app.tell(f"The file has changed: {key} reads it again.")


def _stamp(place: str) -> _Stamp | None:
    """What tells a changed file: its size, the time of the change, its number on the disk."""
    if not place or "://" in place:
        return None
    try:
        found = Path(place).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

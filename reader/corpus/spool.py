"""Things sorted by a key on the disk, where they are too many for the memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar

import msgspec

from ..files import UNFINISHED

T = TypeVar("T")

_HELD = 2_000


class Spool(Generic[T]):
    """Takes things under keys and gives those of one key back, in the order they came.

    Up to 2,000 things are held, the others lie in files of a folder that goes with the spool.
    """

    def __init__(self, folder: Path, type_: type[T]) -> None:
        self._folder = tempfile.TemporaryDirectory(dir=folder, suffix=UNFINISHED)
        self._decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(type_)
        self._encoder = msgspec.msgpack.Encoder()
        self._files: dict[str, Path] = {}
        self._held: dict[str, list[bytes]] = {}
        self._count = 0

    def __enter__(self) -> Spool[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def add(self, key: str, thing: T) -> None:
        """Take a thing."""
        self._held.setdefault(key, []).append(self._encoder.encode(thing))
        self._count += 1
        if self._count >= _HELD:
            self._put_down()

    def in_order(self) -> list[str]:
        """The keys in order."""
        return sorted({*self._files, *self._held})

    def read(self, key: str) -> list[T]:
        """What was taken under a key."""
        self._put_down()
        if key not in self._files:
            return []
        data = self._files[key].read_bytes()
        found, place = [], 0
        while place < len(data):
            size = int.from_bytes(data[place : place + 4], "big")
            found.append(self._decoder.decode(data[place + 4 : place + 4 + size]))
            place += 4 + size
        return found

    def _put_down(self) -> None:
        for key, things in self._held.items():
            path = self._files.setdefault(key, Path(self._folder.name) / str(len(self._files)))
            with path.open("ab") as file:
                for thing in things:
                    file.write(len(thing).to_bytes(4, "big") + thing)
        self._held.clear()
        self._count = 0

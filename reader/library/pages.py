"""Pages that were fetched, kept in the user's cache folder so that they reopen offline.

A file is a line that names the format, then MessagePack. Whatever cannot be read as exactly that
counts as not there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import msgspec

from ..files import UNFINISHED, write_atomically
from ..trusted import make_private, read_own

SIZE_LIMIT = 100_000_000
"""Bytes that all kept pages together may take."""

_HEADER = b"reader page 1\n"
_SUFFIX = ".page"
_KEY_BYTES = 16


class KeptPage(msgspec.Struct, frozen=True):
    """A page: the address it came from in the end, its declared type, its bytes and its time."""

    address: str
    media_type: str
    body: bytes
    fetched: datetime


class Pages:
    """Fetched pages by the address that was asked for, in one folder of the owner's alone.

    The pages used longest ago go first when `size_limit` bytes are exceeded.
    """

    def __init__(self, folder: Path | None = None, *, size_limit: int = SIZE_LIMIT) -> None:
        self._folder = folder or _default_folder()
        self._size_limit = size_limit

    def get(self, address: str) -> KeptPage | None:
        """The page at an address, None where none is kept that can be read."""
        path = self._path(address)
        try:
            content = read_own(path, self._size_limit)
        except OSError:
            return None
        if not content.startswith(_HEADER):
            return None
        try:
            page = msgspec.msgpack.decode(memoryview(content)[len(_HEADER) :], type=KeptPage)
        except msgspec.MsgspecError:
            return None
        with suppress(OSError):
            os.utime(path)
        return page

    def put(self, address: str, page: KeptPage) -> None:
        """Keep a page. Raises OSError where the folder cannot be written or is full."""
        content = _HEADER + msgspec.msgpack.encode(page)
        if len(content) > self._size_limit:
            return
        make_private(self._folder)
        write_atomically(self._path(address), content, private=True)
        self._shrink()

    def clear(self) -> int:
        """Delete all pages, and what writers left that died; how many pages there were.

        Raises OSError where one cannot be deleted.
        """
        count = 0
        for path in self._files():
            path.unlink(missing_ok=True)
            count += path.suffix == _SUFFIX
        return count

    def _files(self) -> list[Path]:
        try:
            found = list(self._folder.iterdir())
        except FileNotFoundError:
            return []
        return [path for path in found if path.name.endswith((_SUFFIX, UNFINISHED))]

    def _path(self, address: str) -> Path:
        key = blake2b(address.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES)
        return self._folder / f"{key.hexdigest()}{_SUFFIX}"

    def _shrink(self) -> None:
        kept = []
        for path in self._files():
            with suppress(OSError):  # another reader may have deleted it
                stat = path.stat()
                kept.append((stat.st_mtime, stat.st_size, path))
        excess = sum(size for _, size, _ in kept) - self._size_limit
        for _, size, path in sorted(kept):
            if excess <= 0:
                return
            with suppress(OSError):
                path.unlink()
            excess -= size


def _default_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("reading-room") / "pages"

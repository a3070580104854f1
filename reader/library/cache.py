"""Finished analyses kept in the user's cache folder.

A file is a line that names the format, a checksum, and MessagePack. Whatever cannot be read
as exactly that (damaged, cut short, from another version) counts as not there.
"""

from __future__ import annotations

import os
from array import array
from contextlib import suppress
from hashlib import blake2b
from math import inf
from pathlib import Path
from time import time

import msgspec

from ..analysis.packing import Packed, is_large, pack, unpack
from ..analysis.types import Annotations
from ..files import UNFINISHED, write_atomically
from ..trusted import make_private, read_own

SIZE_LIMIT = 200_000_000
"""Bytes that all kept analyses together may take."""

_HEADER = b"reader analysis 2\n"
_PACKED_HEADER = b"reader analysis c\n"
"""As long as the other, for a file in which the annotations are columns."""
_CHECKSUM_BYTES = 16
_SUFFIX = ".analysis"
_ABANDONED_AFTER = 3600.0
_LONGEST_LEDGER = 8 * 1000
_MANY = 100
_SHARE = 0.9


class Entry(msgspec.Struct, frozen=True):
    """A finished analysis and the name and version of the model that made it."""

    annotations: Annotations
    model: str


class _PackedEntry(msgspec.Struct, frozen=True):
    packed: Packed
    model: str


_encoder = msgspec.msgpack.Encoder()


class Cache:
    """Analyses by key, in one folder, readable by the owner only.

    Several readers may use the folder at once. The files used longest ago go first when
    `size_limit` bytes are exceeded.
    """

    def __init__(self, folder: Path | None = None, *, size_limit: int = SIZE_LIMIT) -> None:
        self._folder = folder or _default_folder()
        self._ledger = self._folder.with_name(f"{self._folder.name}.sizes")
        self._size_limit = size_limit

    def get(self, key: str) -> Entry | None:
        """The analysis under `key`, or None where there is none that can be read."""
        path = self._path(key)
        try:
            content = read_own(path, self._size_limit)
        except OSError:
            return None
        entry = _unpack(content)
        if entry is not None:
            with suppress(OSError):
                os.utime(path)
        return entry

    def has(self, key: str) -> bool:
        """Whether there is a file under `key`, which may turn out to be damaged."""
        return self._path(key).is_file()

    def put(self, key: str, entry: Entry) -> None:
        """Keep an analysis. Raises OSError where the folder cannot be written or is full."""
        content = _pack(entry)
        if len(content) > self._size_limit:
            return
        make_private(self._folder)
        write_atomically(self._path(key), content, private=True)
        if self._reckoned(len(content)) > self._size_limit:
            self._shrink()

    def discard(self, key: str) -> None:
        """Keep an analysis no longer; one that is not there is no error."""
        with suppress(OSError):
            self._path(key).unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"

    def _reckoned(self, added: int) -> float:
        """The bytes of all analyses with those just added, as far as the ledger knows.

        Looking at every file takes longer than all else that is done to keep an analysis. So the
        ledger has the bytes that there were at the last look, and those of each analysis since:
        appending loses nothing when several readers do. Without it, and now and then with it,
        the answer is more than any limit.
        """
        try:
            known = array("q", read_own(self._ledger, _LONGEST_LEDGER))
            with self._ledger.open("ab") as file:
                file.write(array("q", [added]).tobytes())
        except (OSError, ValueError):
            return inf
        return sum(known) + added if known else inf

    def _shrink(self) -> None:
        """Delete what was used longest ago until the rest is within the limit, and note its size.

        Of many files some more go, so that the next look is not the next time.
        """
        kept = []
        now = time()
        for item in os.scandir(self._folder):
            with suppress(OSError):  # another reader may have deleted it
                stat = item.stat(follow_symlinks=False)
                age = abs(now - stat.st_mtime)  # in the future after a clock jump
                if item.name.endswith(_SUFFIX):
                    kept.append((age, stat.st_size, item.path))
                elif item.name.endswith(UNFINISHED) and age > _ABANDONED_AFTER:
                    Path(item.path).unlink()
        total = sum(size for _, size, _ in kept)
        room = self._size_limit if len(kept) < _MANY else self._size_limit * _SHARE
        if total > self._size_limit:
            for _, size, path in sorted(kept, reverse=True):
                with suppress(OSError):
                    Path(path).unlink()
                total -= size
                if total <= room:
                    break
        with suppress(OSError):
            write_atomically(self._ledger, array("q", [total]).tobytes(), private=True)


def _pack(entry: Entry) -> bytes:
    if is_large(entry.annotations):
        body = _encoder.encode(_PackedEntry(pack(entry.annotations), entry.model))
        return _PACKED_HEADER + _checksum(body) + body
    body = _encoder.encode(entry)
    return _HEADER + _checksum(body) + body


def _unpack(content: bytes) -> Entry | None:
    body_at = len(_HEADER) + _CHECKSUM_BYTES
    body = memoryview(content)[body_at:]
    header = content[: len(_HEADER)]
    if header not in (_HEADER, _PACKED_HEADER):
        return None
    if content[len(_HEADER) : body_at] != _checksum(body):
        return None
    try:
        if header == _HEADER:
            return msgspec.msgpack.decode(body, type=Entry)
        made = msgspec.msgpack.decode(body, type=_PackedEntry)
        return Entry(unpack(made.packed), made.model)
    except ValueError:  # MsgspecError is one
        return None


def _checksum(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=_CHECKSUM_BYTES).digest()


def _default_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("reading-room") / "analyses"

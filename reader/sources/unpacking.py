"""What servers pack to make it smaller, unpacked a megabyte at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_AT_ONCE = 1 << 20


def unpacked(pieces: Iterable[bytes], packed: str) -> Iterator[bytes]:
    """The pieces without their compression, in pieces of a megabyte at most."""
    if packed in ("", "identity"):
        yield from pieces
        return
    if packed not in ("gzip", "x-gzip", "deflate"):
        raise zlib.error(f"unknown packing {packed!r}")
    unpack = None
    for piece in pieces:
        if unpack is None and piece:
            unpack = _unpacker(packed, piece)
        rest = piece
        while rest and unpack is not None and not unpack.eof:
            yield unpack.decompress(rest, _AT_ONCE)
            rest = unpack.unconsumed_tail
    if unpack is not None and not unpack.eof:
        yield unpack.flush()


def _unpacker(packed: str, first: bytes) -> zlib._Decompress:
    """What unpacks; some servers send `deflate` without the header that it should have."""
    if packed != "deflate":
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    has_header = first[0] & 0x0F == 8 and (len(first) < 2 or int.from_bytes(first[:2]) % 31 == 0)
    return zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)

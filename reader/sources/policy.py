"""What may be fetched from the web, for how long and how much; and what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from .addresses import is_public

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a host. Raises OSError where it has none."""

Tell = Callable[[int, int | None], object]
"""Gets the bytes that have come and those to come in all, where the server says so."""

SentOn = Callable[[str], object]
"""Gets each address that a site leads on to, and may refuse it by ArticleError."""

MEGABYTE = 1_000_000


def quietly(done: int, total: int | None) -> None:
    """Tell nobody how far a page has come."""


def anywhere(address: str) -> None:
    """Let a site lead on to any address."""


@dataclass(frozen=True)
class Policy:
    """What may be fetched, and how long and how large it may be.

    Seconds until a connection stands, until the next bytes come, and in all; `limit` counts
    bytes after decompression. `program` is what
    servers are told that asks. `proxy` and `certificates` (a file of further authorities) come
    from the settings; without them the usual variables count. Tests give `resolve` and
    `is_public` of their own.
    """

    offline: bool = False
    program: str = "reader"
    limit: int = 10 * MEGABYTE
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 30.0
    redirects: int = 5
    proxy: str | None = None
    certificates: str | None = None
    resolve: Resolve | None = None
    is_public: Callable[[str], bool] = is_public


@dataclass(frozen=True)
class FetchedPage:
    """What came: the address it came from in the end, its declared type, its bytes and when.

    `notice` is what a person should know about the way, or empty.
    """

    address: str
    media_type: str
    body: bytes
    fetched: datetime
    notice: str = ""

"""From a path or standard input to an article; every refusal is one sentence."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from select import select

from ..article import Article
from ..article.errors import ArticleError, shown
from . import the_article
from .plain import PIPED, sentence
from .types import Raw

WhileWaiting = Callable[[str], object]
"""Is told in one sentence what is waited for."""

STANDARD_INPUT = "-"
DEFAULT_LIMIT = 32_000_000
_LONGEST_NAME = 400
_CURES = dict.fromkeys(
    (errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG), "check the name and the folder"
)
_CHUNK = 1 << 20
_WRITER_PATIENCE = 1.0
_TOLD_EVERY = 1.0
_BINARY = getattr(os, "O_BINARY", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)


def load(place: str, *, published: date | None = None, limit: int = DEFAULT_LIMIT) -> Article:
    """The article at a path, or from standard input where `place` is "-".

    `limit` is the most bytes that are read. Without `published` the article's own words or
    its file name date it. Raises ArticleError, one sentence for a person, where there is
    no article to read.
    """
    return the_article(fetch(place, published=published, limit=limit))


def fetch(
    place: str,
    *,
    published: date | None = None,
    limit: int = DEFAULT_LIMIT,
    while_waiting: WhileWaiting | None = None,
) -> Raw:
    """The bytes at a path, or from standard input where `place` is "-".

    `limit` is the most bytes that are read. `while_waiting` is told each second, from the first
    on, what is waited for where a pipe has not come to its end; what it raises ends the wait.
    Raises ArticleError where the bytes cannot be had.
    """
    if place == STANDARD_INPUT:
        name = source = PIPED
        data = _read_standard_input(limit, while_waiting)
    else:
        name, source = _brief(shown(place)), shown(Path(place).name)
        data = _read_file(place, name, limit, while_waiting)
    if len(data) > limit:
        raise _too_large(name, limit)
    return Raw(name, data, published=published, source=source)


def _read_standard_input(limit: int, while_waiting: WhileWaiting | None) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise ArticleError("Standard input is closed: pipe an article into it.")
    if sys.stdin.isatty():
        print("Paste or type the article, then press ctrl+d on a new line.", file=sys.stderr)
        while_waiting = None
    try:
        wait = _Wait("standard input", while_waiting)
        return _read_up_to(sys.stdin.fileno(), limit, wait=wait)
    except OSError as error:
        raise ArticleError(
            f"Standard input cannot be read ({error.strerror}): pipe an article into it."
        ) from error


def _read_file(path: str, name: str, limit: int, while_waiting: WhileWaiting | None) -> bytes:
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to never returns.
        descriptor = os.open(path, os.O_RDONLY | _BINARY | _AT_ONCE)
        try:
            status = os.fstat(descriptor)
            if stat.S_ISFIFO(status.st_mode):
                return _read_pipe(descriptor, name, limit, _Wait(name, while_waiting))
            _check_readable(status, name, limit)
            return _read_up_to(descriptor, limit, max(status.st_size + 1, _CHUNK))
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _refusal(path, name, error) from error


def _check_readable(status: os.stat_result, name: str, limit: int) -> None:
    """Refuse what is no file or is too large, before any of it is read."""
    if stat.S_ISDIR(status.st_mode):
        raise ArticleError(f"{name} is a folder: name one article in it.")
    if not stat.S_ISREG(status.st_mode):
        raise ArticleError(f"{name} is a device, not an article: name a text file.")
    if status.st_size > limit:
        raise _too_large(name, limit, status.st_size)


def _read_pipe(pipe: int, name: str, limit: int, wait: _Wait) -> bytes:
    """What comes through a named pipe that was opened without waiting for its writer.

    Until a writer has opened it, reading it gives no bytes; from then on reading it waits.
    """
    until = time.monotonic() + _WRITER_PATIENCE
    while True:
        try:
            first = os.read(pipe, _CHUNK)
        except BlockingIOError:
            first = b""
            break
        if first:
            break
        if time.monotonic() > until:
            raise ArticleError(f"{name} is a pipe that nobody writes to: name a text file.")
        time.sleep(0.02)
    os.set_blocking(pipe, True)
    return first + _read_up_to(pipe, limit - len(first), wait=wait)


def _read_up_to(
    descriptor: int, limit: int, at_once: int = _CHUNK, wait: _Wait | None = None
) -> bytes:
    """All bytes, or one more than `limit` where there are more.

    `at_once` are the bytes asked for in one go: a file in pieces takes three times as long.
    """
    chunks = []
    left = limit + 1
    while left > 0:
        if wait is not None:
            wait.for_bytes(descriptor)
        chunk = os.read(descriptor, min(left, at_once))
        if not chunk:
            break
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


class _Wait:
    """The wait for a pipe, of which somebody wants to be told."""

    def __init__(self, name: str, tell: WhileWaiting | None) -> None:
        self._sentence = f"Waiting for the end of {name} …"
        # On Windows nobody can wait for a pipe with a limit.
        self._tell = tell if sys.platform != "win32" else None
        self._next = time.monotonic() + _TOLD_EVERY

    def for_bytes(self, descriptor: int) -> None:
        """Return once reading gives bytes or the end."""
        while self._tell is not None:
            left = self._next - time.monotonic()
            if left > 0 and select([descriptor], [], [], left)[0]:
                return
            self._next = time.monotonic() + _TOLD_EVERY
            self._tell(self._sentence)


def _too_large(name: str, limit: int, size: int | None = None) -> ArticleError:
    holds = f"has {size / 1e6:,.0f} MB, more than" if size else "is larger than"
    return ArticleError(
        f"{sentence(name)} {holds} the limit of {limit / 1e6:g} MB: "
        "open a part of it, or raise article_limit_mb in the settings."
    )


def _refusal(path: str, name: str, error: OSError | ValueError) -> ArticleError:
    """What to tell a person whose path cannot be opened."""
    if "://" in path:
        return ArticleError(f"{name} is a web address: save the article's text and open that.")
    if not path:
        return ArticleError("No file has an empty name: name a text file.")
    if isinstance(error, FileNotFoundError):
        return ArticleError(f"There is no file {name}: check the name and the folder.")
    if isinstance(error, PermissionError):
        return ArticleError(f"You do not have permission to read {name}: ask its owner.")
    if isinstance(error, OSError):
        return _failure(name, error)
    return ArticleError(f"{name} cannot be the name of a file: check it.")


def _failure(name: str, error: OSError) -> ArticleError:
    if error.errno == errno.ENXIO:  # a socket
        return ArticleError(f"{name} is a device, not an article: name a text file.")
    cure = _CURES.get(error.errno or 0, "copy it elsewhere and open the copy")
    return ArticleError(f"{name} cannot be read ({error.strerror}): {cure}.")


def _brief(name: str) -> str:
    """A name that leaves room for a sentence about it."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME // 4]}…{name[-_LONGEST_NAME * 3 // 4 :]}"

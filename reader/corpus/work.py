"""What a process does for a corpus: read, analyse, and pack a shard. The same everywhere.

Imports spaCy when the first article is analysed. One BLAS thread a process: two would spend
their time waiting for each other.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from ..analysis.parse.threads import ONE_THREAD
from ..article import Article
from ..article.errors import ArticleError
from ..sources import Container, Raw, read
from .shards import Record

if TYPE_CHECKING:
    from ..analysis.analyzer import Analyzer

"""Environment of the processes that analyse; to be set before they import NumPy."""

_LEVEL = 5
_DEEPEST = 3


class ShardTask(msgspec.Struct, frozen=True):
    """One input of a shard: its name and digest, and the bytes or why they cannot be had."""

    name: str
    digest: str
    raw: Raw | None
    error: str = ""


def run_shard(tasks: list[ShardTask], model: str) -> bytes:
    """The shard of some inputs: a record a line, compressed; the same inputs give the same bytes.

    An input that cannot be read or analysed is a record with its error.
    """
    lines = [_line(record) for task in tasks for record in records(task, model)]
    return pack(lines)


def pack(lines: list[bytes]) -> bytes:
    """Lines as the bytes of a shard."""
    return gzip.compress(b"\n".join([*lines, b""]), _LEVEL, mtime=0)


def records(task: ShardTask, model: str) -> Iterator[Record]:
    """A record for each article of an input; one with an error where there is none."""
    if task.raw is None:
        yield Record(name=task.name, input=task.name, digest=task.digest, error=task.error)
        return
    try:
        found = list(_articles(task.name, task.raw))
    except Exception as error:  # noqa: BLE001  border of the process: whatever a format raises
        yield _failed(task, task.name, error)
        return
    for name, article in found:
        if isinstance(article, Exception):
            yield _failed(task, name, article)
        else:
            yield _analysed(task, name, article, model)


def _analysed(task: ShardTask, name: str, article: Article, model: str) -> Record:
    try:
        analysis = _analyzer(model).analyze(article)
    except Exception as error:  # noqa: BLE001  border of the process
        return _failed(task, name, error)
    return Record(name=name, input=task.name, digest=task.digest, analysis=analysis)


def _failed(task: ShardTask, name: str, error: Exception) -> Record:
    told = str(error) if isinstance(error, ArticleError) else f"{type(error).__name__}: {error}"
    return Record(name=name, input=task.name, digest=task.digest, error=told or "It failed.")


def _articles(name: str, raw: Raw, depth: int = 0) -> Iterator[tuple[str, Article | Exception]]:
    """The articles in some bytes, those of a container numbered after its name."""
    yield from _opened(name, read(raw), depth)


def _opened(
    name: str, found: Article | Container, depth: int
) -> Iterator[tuple[str, Article | Exception]]:
    if isinstance(found, Article):
        yield name, found
        return
    if depth >= _DEEPEST:
        yield name, ArticleError(f"{name} holds lists in lists in lists: unpack it.")
        return
    for number, entry in enumerate(found.entries, 1):
        inner = f"{name}#{number}"
        try:
            opened = entry.open()
        except Exception as error:  # noqa: BLE001  one entry must not cost the others
            yield inner, error
        else:
            yield from _opened(inner, opened, depth + 1)


def _line(record: Record) -> bytes:
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:  # lone surrogates, which no other program could read
        return msgspec.json.encode(_sound(record))


def _sound(record: Record) -> Record:
    """The record with a replacement character for each lone surrogate; offsets stay."""
    import json

    text = json.dumps(msgspec.to_builtins(record), ensure_ascii=False)
    sound = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return msgspec.json.decode(sound.encode(), type=Record)


@cache
def _analyzer(model: str) -> Analyzer:
    from ..worker.quick_start import quick_start

    with quick_start():
        from ..analysis.analyzer import Analyzer

        return Analyzer(model)


def begin() -> None:
    """Make a process ready: one BLAS thread, and an end when the process that began it ends."""
    os.environ.update(ONE_THREAD)
    _end_with_parent()


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    Thread(target=watch, daemon=True).start()

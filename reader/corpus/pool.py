"""Processes on this machine, and what happens when one of them dies."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import sys
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

from ..analysis.parse.threads import ONE_THREAD
from .shards import Record
from .work import ShardTask, begin, pack, run_shard

_AHEAD = 1
_KILLED = (
    "The process that analysed this article was killed, twice: "
    "there may not be enough memory for it."
)


class Shard(NamedTuple):
    """A shard to be made: its name, its number of inputs, and how to get their bytes."""

    name: str
    size: int
    tasks: Callable[[], list[ShardTask]]


class Done(NamedTuple):
    """A finished shard."""

    shard: Shard
    data: bytes


class Pool:
    """Some processes that make shards; a process that dies costs nothing but time.

    What a dead process and its neighbours were at is made again, shard by shard. A shard whose
    process dies again is made input by input, and an input that kills is a record with an error.
    """

    def __init__(self, model: str, processes: int | None = None) -> None:
        self._model = model
        self.processes = processes or processors()

    def run(self, shards: Iterator[Shard]) -> Iterator[Done]:
        """The shards as they are done, in any order; few more are open than there are processes."""
        with _one_thread():
            suspects: list[Shard] | None = []
            while suspects is not None:
                for shard in suspects:
                    yield Done(shard, self._alone(shard))
                suspects = yield from self._together(shards)

    def _together(self, shards: Iterator[Shard]) -> Generator[Done, None, list[Shard] | None]:
        """Make shards until all are done (None) or a process dies: what is to be made again."""
        opened: dict[Future[bytes], Shard] = {}
        with self._executor(self.processes) as executor:
            while True:
                for shard in shards:
                    opened[executor.submit(run_shard, shard.tasks(), self._model)] = shard
                    if len(opened) >= self.processes + _AHEAD:
                        break
                if not opened:
                    return None
                for future in wait(opened, return_when=FIRST_COMPLETED).done:
                    try:
                        data = future.result()
                    except BrokenProcessPool:
                        return list(opened.values())
                    yield Done(opened.pop(future), data)

    def _alone(self, shard: Shard) -> bytes:
        """A shard during which a process died before."""
        tasks = shard.tasks()
        made = self._try(tasks)
        if made is not None:
            return made
        lines: list[bytes] = []
        for task in tasks:
            part = self._try([task]) or self._try([task])
            lines += gzip.decompress(part).splitlines() if part else [_lost(task)]
        return pack(lines)

    def _try(self, tasks: list[ShardTask]) -> bytes | None:
        """The shard of some tasks, None where the process dies."""
        with self._executor(1) as executor:
            try:
                return executor.submit(run_shard, tasks, self._model).result()
            except BrokenProcessPool:
                return None

    def _executor(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processes, mp_context=_context(), initializer=begin)


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _lost(task: ShardTask) -> bytes:
    record = Record(name=task.name, input=task.name, digest=task.digest, error=_KILLED)
    return msgspec.json.encode(record)


def _context() -> multiprocessing.context.BaseContext:
    """How processes begin: never as copies of this one, which may have threads."""
    return multiprocessing.get_context("spawn")


@contextmanager
def _one_thread() -> Iterator[None]:
    """Have the processes that begin inside use one BLAS thread each."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

"""A second process that parses batches of a long article for the first."""

from __future__ import annotations

import os
import subprocess
from array import array
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from sys import intern
from threading import Thread
from typing import BinaryIO, cast

import msgspec

from ..analysis.parse.columns import Columns, NamedSpan
from ..analysis.parse.passages import batches
from ..analysis.types import Problem
from ..article import Article
from .channel import (
    claim_standard_output,
    command,
    decoder,
    listen,
    receive,
    send,
)
from .quick_start import quick_start


class Task(msgspec.Struct, frozen=True, tag=True):
    """The article to help with; sent first, once."""

    article: Article
    model: str


class Next(msgspec.Struct, frozen=True, tag=True):
    """The index of the batch to parse next."""

    index: int


class Packed(msgspec.Struct, frozen=True):
    """Columns with each distinct word once; numbers are arrays of 32-bit integers."""

    words: list[tuple[str, str, str, str, str]]
    word: bytes
    start: bytes
    end: bytes
    head: bytes
    sentences: bytes
    names: list[NamedSpan]


class Parsed(msgspec.Struct, frozen=True):
    """The columns of each passage of a batch, and the passages lost."""

    pieces: list[Packed]
    problems: list[Problem]


_orders: msgspec.msgpack.Decoder[Task | Next] = decoder(Task | Next)
_results = msgspec.msgpack.Decoder(Parsed)
Result = tuple[int, list[Columns], list[Problem]]


class Assistant:
    """Takes indices of batches from `todo` until none are left and delivers the results.

    Where the second process fails, the index goes back, and None is delivered so that
    whoever waits for results looks again.
    """

    def __init__(
        self,
        article: Article,
        model: str,
        todo: deque[int],
        deliver: Callable[[Result | None], object],
    ) -> None:
        self._todo = todo
        self._deliver = deliver
        self._task = Task(article, model)
        Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        try:
            with subprocess.Popen(
                command(__name__), stdin=subprocess.PIPE, stdout=subprocess.PIPE
            ) as process:
                orders, results = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
                send(orders, self._task)
                while self._todo and self._pass_on(orders, results):
                    pass
        except (OSError, msgspec.MsgspecError):
            pass
        finally:
            self._deliver(None)

    def _pass_on(self, orders: BinaryIO, results: BinaryIO) -> bool:
        """Have one batch parsed; False where that was not to be."""
        try:
            index = self._todo.popleft()
        except IndexError:  # the last was taken meanwhile
            return False
        parsed = None
        try:
            send(orders, Next(index))
            parsed = receive(results, _results.decode)
        finally:
            if parsed is None:
                self._todo.appendleft(index)
        if parsed is None:
            return False
        self._deliver((index, [unpack(piece) for piece in parsed.pieces], parsed.problems))
        return True


def pack(columns: Columns) -> Packed:
    """Columns made small for the way."""
    numbers: dict[tuple[str, str, str, str, str], int] = {}
    words = zip(columns.text, columns.lemma, columns.pos, columns.tag, columns.dep, strict=True)
    return Packed(
        word=array("i", [numbers.setdefault(word, len(numbers)) for word in words]).tobytes(),
        words=list(numbers),
        start=array("i", columns.start).tobytes(),
        end=array("i", columns.end).tobytes(),
        head=array("i", columns.head).tobytes(),
        sentences=array("i", columns.sentences).tobytes(),
        names=columns.names,
    )


def unpack(packed: Packed) -> Columns:
    """The columns that were packed."""
    table = [tuple(map(intern, word)) for word in packed.words]
    words = [table[number] for number in array("i", packed.word)]
    text, lemma, pos, tag, dep = ([word[column] for word in words] for column in range(5))
    return Columns(
        start=array("i", packed.start),
        end=array("i", packed.end),
        text=text,
        lemma=lemma,
        pos=pos,
        tag=tag,
        dep=dep,
        head=array("i", packed.head),
        sentences=array("i", packed.sentences),
        names=packed.names,
    )


def main() -> None:
    """Parse what is ordered until the standard input ends."""
    results = claim_standard_output()
    orders: SimpleQueue[Task | Next] = SimpleQueue()
    listen(_orders.decode, orders.put)
    task = cast(Task, orders.get())
    with quick_start():
        from ..analysis.parse.parser import Parser
        from ..analysis.recovery import parse_batch

        parser = Parser(task.model)
    parts = batches(task.article)
    while isinstance(order := orders.get(), Next):
        pieces, problems = parse_batch(parser.columns, task.article.text, parts[order.index])
        try:
            send(results, Parsed([pack(piece) for piece in pieces], problems))
        except OSError:  # nobody reads the results any more
            os._exit(0)

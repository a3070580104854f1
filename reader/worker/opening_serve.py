"""The process that reads sources: what a stranger's file breaks here breaks nothing else."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from queue import SimpleQueue
from time import monotonic
from typing import BinaryIO

from ..article import Article
from ..article.errors import ArticleError
from ..sources import Container, Raw, beginning
from .channel import claim_standard_output, listen, send
from .opening import Got, Opener, choose
from .opening_messages import (
    Begin,
    Beginning,
    BeingRead,
    Choose,
    Fetching,
    Item,
    Listed,
    Open,
    Opened,
    OpeningReply,
    OpeningRequest,
    Refused,
    Web,
    requests,
)

_PAUSE = 0.1
_MOST_MEMORY = 4 << 30
"""Bytes of address space: what unpacks without end runs into this before the machine does."""
_MOST_ITEMS = 10_000
_LONGEST_TITLE = 300


class Reader:
    """Answers requests one after the other."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._openers: dict[bool, Opener] = {}
        self._web = Web()
        self._container: Container | None = None

    def answer(self, request: OpeningRequest) -> None:
        """Do what is asked for and say how it went."""
        if isinstance(request, Begin):
            self._web = request.web
            return
        number = request.number
        try:
            if isinstance(request, Open):
                self._open(request)
            else:
                self._choose(request)
        except ArticleError as error:
            self._reply(Refused(number, str(error)))
        except MemoryError:
            said = "There is not enough memory to read this: open a part of it."
            self._reply(Refused(number, said))
        except RecursionError:
            self._reply(Refused(number, "This is nested too deeply to be read: give its text."))
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001  border of the process: say it and live on
            said = f"This cannot be read ({type(error).__name__}): save its text and open that."
            self._reply(Refused(number, said))

    def _opener(self, *, refresh: bool = False) -> Opener:
        if refresh not in self._openers:
            from msgspec.structs import replace

            web = replace(self._web, refresh=True) if refresh else self._web
            self._openers[refresh] = Opener(web)
        return self._openers[refresh]

    def _open(self, request: Open) -> None:
        opener = self._opener(refresh=request.refresh)
        if request.data is None:
            tell = _Ticker(self, request.number)
            got = opener.get(request.name, published=request.published, tell=tell)
        else:
            source, day = request.source, request.published
            got = Got(Raw(request.name, request.data, published=day, source=source))
        self._reply(BeingRead(request.number))
        begins = beginning(got.raw)
        if begins is not None:
            self._reply(Beginning(request.number, begins))
        self._tell(request.number, *opener.read(got))

    def _choose(self, request: Choose) -> None:
        container = self._container
        if container is None or not 0 <= request.index < len(container.entries):
            raise ArticleError("That article is not in the list: open the list again.")
        self._reply(BeingRead(request.number))
        self._tell(request.number, *choose(self._opener(), container, request.index))

    def _tell(self, number: int, found: Article | Container, notice: str) -> None:
        if isinstance(found, Article):
            self._reply(Opened(number, found, notice))
            return
        self._container = found
        items = [
            Item(entry.title[:_LONGEST_TITLE], entry.published, entry.outlet, entry.url)
            for entry in found.entries[:_MOST_ITEMS]
        ]
        if len(found.entries) > _MOST_ITEMS:
            notice = f"{notice} Only the first {_MOST_ITEMS:,} are listed.".strip()
        self._reply(Listed(number, found.name, found.kind, items, notice))

    def _reply(self, message: OpeningReply) -> None:
        send(self._answers, message)

    def tell_fetched(self, number: int, done: int, total: int | None) -> None:
        """Say how much of a page has come."""
        self._reply(Fetching(number, done, total))


class _Ticker:
    """Tells how much has come, ten times a second at most."""

    def __init__(self, reader: Reader, number: int) -> None:
        self._reader = reader
        self._number = number
        self._next = 0.0

    def __call__(self, done: int, total: int | None) -> None:
        if monotonic() >= self._next:
            self._next = monotonic() + _PAUSE
            self._reader.tell_fetched(self._number, done, total)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            _, most = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, most))


def main() -> None:
    """Read what is asked for until the standard input ends."""
    answers = claim_standard_output()
    _limit_memory()
    waiting: SimpleQueue[OpeningRequest] = SimpleQueue()
    listen(requests.decode, waiting.put)
    reader = Reader(answers)
    with suppress(OSError):  # nobody reads the answers any more
        while True:
            reader.answer(waiting.get())
    os._exit(0)

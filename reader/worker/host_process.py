"""The process that has everything loaded and makes a copy of itself for each article.

A copy has the pipeline at once and shares its memory; what it learns of an article goes with it.
The process itself never sees an article: it hands the conversation on. It has one thread, since
others would not be in the copies, and ends when its reader does (at the end of standard input).
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import traceback
from _thread import allocate_lock
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import TYPE_CHECKING

import msgspec

from .channel import begin_thread, listen
from .host_messages import DESCRIPTORS, LONGEST, Converse, Stop, order_of
from .protocol import Request, read_request
from .serve import Service, load

if TYPE_CHECKING:
    from ..analysis.parse.parser import Parser

IDLE_SECONDS = 900.0
"""How long nothing may be asked for before the process ends by itself."""
_WARM_AFTER = 0.5
_EXIT_CODE_BYTES = 4
# A few sentences that make the analysis read its lists and compile its patterns.
_SAMPLE = """\
Harbour council votes on the old ferry

The council of Port Halden voted on Tuesday to keep the ferry, Mayor Ines Calloway said. "It has \
served us since March 1987," she told reporters, and opponents called the decision "a mistake". \
The line, which Dr. Tomas Okoro founded in 2003, will close for two weeks in January.
"""


class HostProcess:
    """Makes copies for whoever asks."""

    def __init__(self, idle: float = IDLE_SECONDS) -> None:
        """`idle` is how many seconds the process stays with nothing to do."""
        self.selector = DefaultSelector()
        self.idle = idle
        self.asked = monotonic()
        self.made = 0
        self.model = ""
        self._parser: Parser | None = None
        self._is_warm = False
        self._copies: dict[int, tuple[int, socket.socket]] = {}

    @property
    def open(self) -> int:
        """How many copies there are."""
        return len(self._copies)

    def watch(self, stream: socket.socket, hear: Callable[[socket.socket], None]) -> None:
        """Call `hear` whenever there is something to read."""
        self.selector.register(stream, EVENT_READ, hear)

    def run(self) -> None:
        """Serve until nothing has been asked for a long while."""
        while True:
            cold = self._parser is not None and not self._is_warm and self.idle > 0
            events = self.selector.select(_WARM_AFTER if cold else self.left)
            for key, _ in events:
                key.data(key.fileobj)
            if not events and cold:
                self.warm()
            elif self.left <= 0 and not self._copies:
                return

    @property
    def left(self) -> float:
        """Seconds until it ends, if nothing is asked for."""
        if self._copies:
            return max(1.0, self.idle)
        return max(0.0, self.idle - (monotonic() - self.asked))

    def converse(self, descriptors: list[int]) -> None:
        """Make a copy for a conversation, with the pipeline that is loaded."""
        conversation, ending, errors = descriptors
        self.asked = monotonic()
        told = socket.socket(fileno=ending)
        try:
            pid = os.fork()
        except OSError:  # no room for another process: the end of the conversation tells
            told.close()
            os.close(conversation)
            os.close(errors)
            return
        if pid == 0:
            self._be_a_copy(conversation, errors)
        os.close(conversation)
        os.close(errors)
        self.made += 1
        ended = os.pidfd_open(pid)
        self._copies[ended] = pid, told
        self.selector.register(ended, EVENT_READ, lambda _: self._bury(ended))
        self.selector.register(told, EVENT_READ, lambda _: self._kill(ended))

    def _kill(self, ended: int) -> None:
        """End a copy whose reader has closed the socket on which its end is told."""
        pid, told = self._copies[ended]
        with suppress(KeyError):
            self.selector.unregister(told)
        os.kill(pid, signal.SIGKILL)

    def _bury(self, ended: int) -> None:
        pid, told = self._copies.pop(ended)
        self.selector.unregister(ended)
        with suppress(KeyError):
            self.selector.unregister(told)
        _, status = os.waitpid(pid, 0)
        code = os.waitstatus_to_exitcode(status)
        with suppress(OSError):  # nobody wants to know
            told.send(code.to_bytes(_EXIT_CODE_BYTES, "big", signed=True))
        told.close()
        os.close(ended)
        self.asked = monotonic()

    def _be_a_copy(self, conversation: int, errors: int) -> None:
        """Analyse, in the copy; never returns."""
        code = 1
        try:
            os.dup2(errors, 2)
            os.dup2(2, 1)
            for key in list(self.selector.get_map().values()):
                with suppress(OSError):
                    os.close(key.fd)
            with open(os.devnull, "rb") as nothing:  # noqa: PTH123
                os.dup2(nothing.fileno(), 0)
            stream = socket.socket(fileno=conversation)
            requests: SimpleQueue[Request] = SimpleQueue()
            listen(read_request, requests.put, stream.makefile("rb"))
            with suppress(OSError):  # nobody reads the answers any more
                Service(requests, stream.makefile("wb"), self._parser).run()
            code = 0
        except BaseException:  # noqa: BLE001  the copy must not go on as the process it is of
            traceback.print_exc(file=sys.__stderr__)
        finally:
            with suppress(Exception):
                sys.stderr.flush()
            os._exit(code)

    def has(self, model: str) -> bool:
        """Whether a pipeline is loaded."""
        return self._parser is not None and self.model == model

    def prepare(self, model: str) -> None:
        """Load a pipeline in place of the one that is there.

        Where that fails the copy tries again, and tells why it cannot be done.
        """
        self._parser, self._is_warm, self.model = None, False, model
        with suppress(Exception):
            self._parser = load(model)

    def warm(self) -> None:
        """Do a small analysis, so that what is read and compiled at first need is there."""
        self._is_warm = True
        if self._parser is None:
            return
        import gc
        from datetime import date

        from ..analysis.recovery import find_all
        from ..article import Article

        article = Article.from_text(_SAMPLE, published=date(2024, 5, 3))
        find_all(article, self._parser.parse(article))
        gc.collect()
        gc.freeze()


@contextmanager
def ending_with(reader: socket.socket) -> Iterator[None]:
    """End the process as soon as the reader does, also while it loads and hears nothing.

    The thread that watches is gone afterwards.
    """
    wake, woken = socket.socketpair()
    gone = allocate_lock()
    gone.acquire()

    def watch() -> None:
        try:
            with DefaultSelector() as selector:
                selector.register(reader, EVENT_READ)
                selector.register(woken, EVENT_READ)
                while woken not in (ready := {key.fileobj for key, _ in selector.select()}):
                    if not reader.recv(1, socket.MSG_PEEK):
                        os._exit(0)
                    if reader in ready:  # an order waits: the reader was there a moment ago
                        selector.unregister(reader)
        finally:
            gone.release()

    begin_thread(watch)
    try:
        yield
    finally:
        wake.send(b"x")
        gone.acquire()
        wake.close()
        woken.close()


def heed(host: HostProcess, reader: socket.socket, at_the_end: Callable[[], None]) -> None:
    """Do what the reader at the other end asks for; `at_the_end` when it has ended."""
    try:
        packet, descriptors, _, _ = socket.recv_fds(reader, LONGEST, DESCRIPTORS)
    except OSError:
        packet, descriptors = b"", []
    if not packet:
        host.selector.unregister(reader)
        at_the_end()
        return
    try:
        order = order_of(packet)
    except msgspec.MsgspecError:
        return
    if isinstance(order, Stop):
        host.idle = 0.0
    elif isinstance(order, Converse) and len(descriptors) == DESCRIPTORS:
        if not host.has(order.model):
            with ending_with(reader):
                host.prepare(order.model)
        host.converse(descriptors)


def main(model: str = "") -> None:
    """Serve the reader whose socket is the standard input, until it ends.

    A `model` that will be asked for is loaded at once.
    """
    host = HostProcess()
    reader = socket.socket(fileno=0)
    if model:
        with ending_with(reader):
            host.prepare(model)
    host.watch(reader, lambda stream: heed(host, stream, lambda: os._exit(0)))
    host.run()
    os._exit(0)

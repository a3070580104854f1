"""The process that reads sources, seen from the interface, which imports no format."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from threading import Event, Thread
from typing import BinaryIO, cast

import msgspec

from .channel import command as command_of
from .channel import receive, send
from .opening_messages import (
    Begin,
    Choose,
    Listed,
    Open,
    Opened,
    OpeningReply,
    OpeningRequest,
    Refused,
    Web,
    replies,
)

PATIENCE = 60.0
"""Seconds without a message after which a reading process counts as hanging."""

Deliver = Callable[[OpeningReply], object]


class SourceReader:
    """One process that reads sources, one at a time; started when it is first needed.

    `deliver` is called with each reply to the latest request, from a thread of its own. A
    process that cannot start, dies, or says nothing for `patience` seconds answers `Refused`.
    """

    def __init__(
        self,
        web: Web,
        deliver: Deliver,
        *,
        patience: float = PATIENCE,
        command: Sequence[str] | None = None,
    ) -> None:
        self._web = web
        self._deliver = deliver
        self._patience = patience
        self._command = command or command_of("reader.worker.opening_serve")
        self._number = 0
        self._process: _Process | None = None

    def open(
        self,
        name: str,
        *,
        data: bytes | None = None,
        source: str | None = None,
        published: date | None = None,
        refresh: bool = False,
    ) -> None:
        """Ask for the article at an address, or in `data`; an earlier request is given up."""
        self._give_up()
        self._ask(Open(self._number, name, data, source, published, refresh))

    def choose(self, index: int) -> None:
        """Ask for one of the articles of the list that was told last."""
        self._number += 1
        self._ask(Choose(self._number, index))

    def cancel(self) -> None:
        """Give the present request up; the process that works on it ends at once."""
        self._give_up()

    def close(self) -> None:
        """End the process. Nothing more is delivered."""
        self._number += 1
        self._end()

    def _give_up(self) -> None:
        self._number += 1
        if self._process is not None and self._process.is_working:
            self._end()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None

    def _ask(self, request: Open | Choose) -> None:
        if self._process is None or self._process.has_ended:
            try:
                self._process = _Process(self._command, self._patience, self._hand_on)
            except OSError as error:
                said = f"The process that reads files cannot be started: {error.strerror or error}."
                self._hand_on(Refused(self._number, said))
                return
            self._process.say(Begin(self._web))
        self._process.work_on(request)

    def _hand_on(self, reply: OpeningReply) -> None:
        if reply.number == self._number:
            self._deliver(reply)


class _Process:
    """The child with its pipes and its watch."""

    def __init__(self, command: Sequence[str], patience: float, deliver: Deliver) -> None:
        self._deliver = deliver
        self._patience = patience
        self._working, self._heard = Event(), Event()
        self._hangs = False
        self.has_ended = False
        self._number = 0
        self._child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        Thread(target=self._listen, name="reading sources", daemon=True).start()
        Thread(target=self._watch, name="watching over reading", daemon=True).start()

    @property
    def is_working(self) -> bool:
        """Whether an answer is still to come."""
        return self._working.is_set()

    def say(self, request: OpeningRequest) -> None:
        """Send a request; a process that has died is told of by the thread that listens."""
        with suppress(OSError, ValueError):
            send(cast(BinaryIO, self._child.stdin), request)

    def work_on(self, request: Open | Choose) -> None:
        """Send a request from a thread: a large file fills the pipe for a while."""
        self._number = request.number
        self._heard.set()
        self._working.set()
        Thread(target=self.say, args=(request,), name="handing a file on", daemon=True).start()

    def kill(self) -> None:
        """End the process and all it started, at once."""
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._child.kill()
            else:
                os.killpg(self._child.pid, signal.SIGKILL)

    def _listen(self) -> None:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            while (
                reply := receive(cast(BinaryIO, self._child.stdout), replies.decode)
            ) is not None:
                self._heard.set()
                if isinstance(reply, Opened | Listed | Refused):
                    self._working.clear()
                self._deliver(reply)
        self.kill()
        code = self._child.wait()
        self.has_ended = True
        was_working = self._working.is_set()
        self._heard.set()
        self._working.set()  # lets the watch end
        for stream in (self._child.stdin, self._child.stdout):
            with suppress(OSError):
                cast(BinaryIO, stream).close()
        if was_working:
            self._deliver(Refused(self._number, self._cause_of_death(code)))

    def _watch(self) -> None:
        while self._working.wait() and not self.has_ended:
            if self._heard.wait(self._patience):
                self._heard.clear()
            elif self._working.is_set():
                self._hangs = True
                self.kill()
                return

    def _cause_of_death(self, code: int) -> str:
        cure = "save its text with another program and open that"
        if self._hangs:
            return f"This took more than {self._patience:g} s to read and was stopped: {cure}."
        if code < 0:
            return f"Reading this was ended by signal {-code}: {cure}."
        return f"Reading this ended unexpectedly (exit code {code}): {cure}."

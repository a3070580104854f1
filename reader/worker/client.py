"""The process that analyses an article, seen from the interface.

The interface imports no spaCy: importing it takes over a second and holds the interpreter
lock. A process can also be stopped at once, whatever it is doing.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from threading import Event, Lock, Thread
from typing import IO, BinaryIO, cast

from ..analysis.parse.threads import ONE_THREAD
from ..article import Dating
from . import host
from .channel import command as command_of
from .channel import receive, send
from .copies import Copy
from .protocol import (
    Analyse,
    Failed,
    Finished,
    Redate,
    Reply,
    Request,
    read_reply,
)

PATIENCE = 120.0
"""Seconds without a message after which a working process counts as hanging."""

_REMEMBERED_LINES = 20
_LONGEST_LINE = 2_000
_SIGKILL = 9


class Worker:
    """One process that analyses an article, then answers for other dates or other articles.

    `deliver` is called with each reply, from a thread of the worker's own. A process that
    cannot start, dies, or is silent for `patience` seconds of work has `Failed` as its last
    reply.
    """

    def __init__(
        self,
        request: Analyse,
        deliver: Callable[[Reply], object],
        *,
        patience: float = PATIENCE,
        command: Sequence[str] | None = None,
    ) -> None:
        self._deliver = deliver
        self._patience = patience
        self._writing = Lock()
        self._working = Event()
        self._heard = Event()
        self._stopped = self._ended = self._hung = False
        self._complaints: deque[str] = deque(maxlen=_REMEMBERED_LINES)
        try:
            self._process = _start(request.model, command)
        except OSError as error:
            self._stopped = self._ended = True
            deliver(Failed(f"The analysis cannot be started: {error.strerror or error}."))
            return
        Thread(target=self._converse, args=(request,), daemon=True).start()

    def analyse(self, request: Analyse) -> None:
        """Ask for the analysis of another article, once the one before is finished."""
        if not self._ended:
            self._say(request.in_pieces())

    def redate(self, dating: Dating) -> None:
        """Ask for the analysis as of another publication date."""
        if not self._ended:
            self._say([Redate(dating)])

    def stop(self) -> None:
        """End the process and all it started, at once. Nothing more is delivered."""
        self._stopped = True
        if not self._ended:
            self._kill()

    def _kill(self) -> None:
        if isinstance(self._process, Copy):
            self._process.kill()
            if self._hung:
                self._look_for_another()
            return
        if self._process.poll() is not None:
            return
        if sys.platform == "win32":
            self._process.kill()
        else:
            with suppress(ProcessLookupError):  # it has just ended by itself
                os.killpg(self._process.pid, signal.SIGKILL)

    def _say(self, requests: Iterable[Request]) -> None:
        self._heard.set()
        self._working.set()
        try:
            with self._writing:
                for request in requests:
                    send(_pipe(self._process.stdin), request)
        except (OSError, ValueError):
            pass  # dead or stopped: `_converse` finds out and tells

    def _converse(self, request: Analyse) -> None:
        """Send the request, hand on the replies until the process ends, tell why it did."""
        overhearing = Thread(target=self._overhear, daemon=True)
        overhearing.start()
        Thread(target=self._watch, daemon=True).start()
        self._say(request.in_pieces())
        try:
            while (reply := receive(_pipe(self._process.stdout), read_reply)) is not None:
                self._heard.set()
                if isinstance(reply, Finished | Failed):
                    self._working.clear()
                self._hand_on(reply)
        except ConnectionError:
            pass  # the process has ended
        except (OSError, ValueError):
            self._complaints.append("its answers were damaged")
            self._kill()
        code = self._process.wait()
        overhearing.join(timeout=1)
        self._ended = True
        self._heard.set()
        self._working.set()  # lets the watch end
        self._close_pipes(overhearing)
        self._hand_on(Failed(self._cause_of_death(code)))

    def _look_for_another(self) -> None:
        """Whatever ails the process that makes copies, the next copy is made by another."""
        if isinstance(self._process, Copy):
            host.forget(hangs=self._hung)

    def _hand_on(self, reply: Reply) -> None:
        if self._stopped:
            return
        if isinstance(reply, Failed):
            self._look_for_another()
        self._deliver(reply)

    def _overhear(self) -> None:
        """Keep the last lines of what the process says on standard error."""
        stream = _pipe(self._process.stderr)
        while line := stream.readline(_LONGEST_LINE):
            if words := line.decode("utf-8", "replace").strip():
                self._complaints.append(words)

    def _watch(self) -> None:
        """Kill the process when it works and has been silent for too long."""
        while self._working.wait() and not self._ended:
            if self._heard.wait(self._patience):
                self._heard.clear()
            elif self._working.is_set():
                self._hung = True
                self._kill()
                return

    def _close_pipes(self, overhearing: Thread) -> None:
        with self._writing:
            for stream in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    _pipe(stream).close()
        if not overhearing.is_alive():  # else somebody still holds the other end
            _pipe(self._process.stderr).close()

    def _cause_of_death(self, code: int | None) -> str:
        if self._hung:
            return f"The analysis gave no sign of life for {self._patience:g} s and was stopped."
        if code == -_SIGKILL:
            return "The analysis was killed; the computer may be out of memory."
        said = f": {self._complaints[-1]}" if self._complaints else ""
        if code is not None and code < 0:
            return f"The analysis was ended by signal {-code}{said}"
        if code is None:
            return f"The analysis ended unexpectedly{said}"
        return f"The analysis ended unexpectedly{said or f' (exit code {code})'}"


def _start(model: str, command: Sequence[str] | None) -> subprocess.Popen[bytes] | Copy:
    """A copy of what is loaded, else a process of its own that is out of the terminal's reach."""
    if command is None and host.IS_POSSIBLE:
        return host.converse(model)
    return subprocess.Popen(
        command or command_of("reader.worker.serve"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**ONE_THREAD, **os.environ},
        start_new_session=True,
    )


def _pipe(stream: IO[bytes] | None) -> BinaryIO:
    assert stream is not None  # all three are pipes
    return cast(BinaryIO, stream)

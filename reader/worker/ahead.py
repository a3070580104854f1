"""The process that analyses, begun before the interface is there.

Importing the interface takes a quarter of the time that the process needs until it can analyse. So
the program, as small as it then is, makes a copy of itself, which sees whether it will be needed
and becomes the process that makes copies (`host_process`). Where that is not possible nothing is
begun, and the process is started when it is asked for.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from select import select
from threading import Lock
from typing import NamedTuple, NoReturn

from ..analysis.parse.threads import spare_processor, use_one_thread

_HOST = "reader.worker.host_process"  # imported by name, as by a process that is started


class Forked:
    """A copy of this process, with what is used of `subprocess.Popen`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._ended = os.pidfd_open(pid)
        self._code: int | None = None
        self._waiting = Lock()

    def wait(self, timeout: float | None = None) -> int:
        """The exit code. Raises subprocess.TimeoutExpired after so many seconds."""
        with self._waiting:
            if self._code is None:
                if not select([self._ended], [], [], timeout)[0]:
                    raise subprocess.TimeoutExpired("a copy", timeout or 0.0)
                _, status = os.waitpid(self.pid, 0)
                os.close(self._ended)
                self._code = os.waitstatus_to_exitcode(status)
            return self._code

    def poll(self) -> int | None:
        """The exit code, None while it runs."""
        try:
            return self.wait(0.0)
        except subprocess.TimeoutExpired:
            return None


class Begun(NamedTuple):
    """A process that was begun, and the socket on which it hears orders."""

    process: Forked
    orders: socket.socket


_begun: list[Begun] = []


def begin(model: str, is_needed: Callable[[], bool]) -> None:
    """Begin the process that loads a pipeline, unless the only processor is in use.

    `is_needed` is asked in the new process, which ends where the answer is no. To be called
    before this process has a second thread.
    """
    if sys.platform != "linux" or not spare_processor():
        return
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        pid = os.fork()
    except OSError:  # no room for another process
        ours.close()
        theirs.close()
        return
    if pid == 0:
        ours.close()
        _become_host(theirs, model, is_needed)
    theirs.close()
    _begun.append(Begun(Forked(pid), ours))


def taken() -> Begun | None:
    """The process, for the first who asks."""
    return _begun.pop() if _begun else None


def end() -> None:
    """End a process that nobody has asked for."""
    if (begun := taken()) is not None:
        begun.orders.close()
        begun.process.wait()


def _become_host(reader: socket.socket, model: str, is_needed: Callable[[], bool]) -> NoReturn:
    try:
        os.setsid()
        with open(os.devnull, "wb") as nothing:  # noqa: PTH123
            os.dup2(nothing.fileno(), 1)
            os.dup2(nothing.fileno(), 2)
        os.dup2(reader.fileno(), 0)
        reader.close()
        use_one_thread()
        if is_needed():
            import_module(_HOST).main(model)
    finally:
        os._exit(0)

"""The process that has everything loaded, seen from those who want an article analysed.

It is started once a session and makes a copy of itself for each article (`host_process`), so that
from the second article on nothing is imported or loaded. One that serves all sessions of this user
(`resident`) is asked first. Only where processes can be copied safely: on Linux.
"""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from threading import Lock, Thread

from ..analysis.parse.threads import ONE_THREAD
from . import ahead, resident
from .channel import command
from .copies import Copy
from .host_messages import Converse, Stop, encoded

_BURIED_WITHIN = 0.5
IS_POSSIBLE = sys.platform == "linux"


class Host:
    """A process of this session's own, or one that stays for others when it is over."""

    def __init__(
        self,
        process: subprocess.Popen[bytes] | ahead.Forked,
        orders: socket.socket,
        *,
        stays: bool = False,
    ) -> None:
        """`process` hears `orders`, and `stays` for others when this session is over."""
        self._process, self._orders, self._stays = process, orders, stays
        self._path = list(sys.path)

    @classmethod
    def started(cls, keep: float = 0.0) -> Host:
        """A new one. `keep` is for how many idle seconds it stays.

        Raises OSError where it cannot start.
        """
        orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            process = subprocess.Popen(
                command("reader.worker." + ("resident_process" if keep else "host_process")),
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**ONE_THREAD, **os.environ, resident.IDLE: str(keep)},
                start_new_session=True,
            )
        return cls(process, orders, stays=keep > 0)

    @property
    def imports_alike(self) -> bool:
        """Whether the process imports what this one would."""
        return self._path == sys.path

    def converse(self, model: str) -> Copy:
        """A copy that analyses with a pipeline. Raises OSError where the process has ended."""
        copy = Copy(self._code)
        with copy.handing_over() as descriptors:
            socket.send_fds(self._orders, [encoded(Converse("", model))], descriptors)
        return copy

    def _code(self) -> int | None:
        """The exit code where the process has ended, or is just about to."""
        try:
            return self._process.wait(timeout=_BURIED_WITHIN)
        except subprocess.TimeoutExpired:
            return None

    def leave(self) -> None:
        """Ask for no more copies: the process ends with the last one or, if it stays, later."""
        with suppress(OSError):  # it has ended by itself
            self._orders.send(encoded(Stop()))
        Thread(target=self._see_off, daemon=True).start()

    def _see_off(self) -> None:
        self._process.wait()
        self._orders.close()

    def kill(self) -> None:
        """End the process and all its copies at once."""
        self._orders.close()
        if self._process.poll() is None:
            with suppress(ProcessLookupError):  # it has just ended by itself
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def end(self) -> None:
        """End the session: what does not stay for others is killed."""
        if self._stays:
            self._orders.close()
            Thread(target=self._process.wait, daemon=True).start()
        else:
            self.kill()


class _Session:
    """The process of this session, whoever asks."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._host: Host | None = None
        self.keep = 0.0

    def converse(self, model: str) -> Copy:
        """A copy; the process is started if need be. Raises OSError where it cannot be."""
        if (copy := resident.converse(model)) is not None:
            return copy
        with self._lock:
            if self._host is None:
                atexit.register(self.end)
                if (begun := ahead.taken()) is not None:
                    self._host = Host(*begun)
            if self._host is None:
                pass
            elif self._host.imports_alike:
                with suppress(OSError):
                    return self._host.converse(model)
                self._host.kill()
            else:
                self._host.leave()
            self._host = Host.started(self.keep)
            return self._host.converse(model)

    def forget(self, *, hangs: bool) -> None:
        """Have the next copy made by a new process: whatever ails this one, the next is another."""
        with self._lock:
            host, self._host = self._host, None
        if host is not None:
            atexit.unregister(self.end)
            if hangs:
                host.kill()
            else:
                host.leave()

    def end(self) -> None:
        """End the process."""
        with self._lock:
            host, self._host = self._host, None
        if host is not None:
            host.end()


_session = _Session()
converse, forget, end = _session.converse, _session.forget, _session.end


def stay_ready(seconds: float) -> None:
    """Have the process of this session stay for others, for so many idle seconds."""
    _session.keep = seconds

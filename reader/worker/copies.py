"""A copy of a process that has everything loaded, with the streams that a child would have."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock

_EXIT_CODE_BYTES = 4
_LONGEST_END = 2.0


class Copy:
    """A process for one conversation, made by another process, which tells its end.

    `stdin`, `stdout` and `stderr` are its streams, as seen from here.
    """

    def __init__(self, maker: Callable[[], int | None] = lambda: None) -> None:
        """`maker` gives the exit code of what made the copy, where that has ended too."""
        self._maker = maker
        self._ours, self._theirs = socket.socketpair()
        self._ending, self._told_by = socket.socketpair()
        self._ending.settimeout(_LONGEST_END)
        errors, self._complaints = os.pipe()
        self.stdin = self._ours.makefile("wb")
        self.stdout = self._ours.makefile("rb")
        self.stderr = os.fdopen(errors, "rb")
        self._code: int | None = None
        self._has_ended = False
        self._waiting = Lock()

    @contextmanager
    def handing_over(self) -> Iterator[list[int]]:
        """What goes to the other process: conversation, end, standard error.

        Afterwards they are open there alone.
        """
        try:
            yield [self._theirs.fileno(), self._told_by.fileno(), self._complaints]
        finally:
            self._theirs.close()
            self._told_by.close()
            os.close(self._complaints)

    def wait(self) -> int | None:
        """The exit code of the copy, which has ended; None where nobody is left to know it."""
        with self._waiting:
            if not self._has_ended:
                self._has_ended = True
                with suppress(OSError):
                    told = self._ending.recv(_EXIT_CODE_BYTES)
                    self._code = int.from_bytes(told, "big", signed=True) if told else None
                self._ending.close()
                self._ours.close()
                if self._code is None:
                    self._code = self._maker()
        return self._code

    def close(self) -> None:
        """Let go of a copy that was never made."""
        for stream in (self.stdin, self.stdout, self.stderr, self._ours, self._ending):
            stream.close()

    def kill(self) -> None:
        """End the copy at once, whatever it is doing."""
        with suppress(OSError):
            self._ending.shutdown(socket.SHUT_WR)  # at which its maker ends it
        with suppress(OSError):
            self._ours.shutdown(socket.SHUT_RDWR)  # in case its maker can do nothing

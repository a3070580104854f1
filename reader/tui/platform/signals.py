"""Ending on a signal with the terminal restored, whatever state the program is in."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from time import monotonic, sleep
from types import FrameType

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_GRACE = 5.0
"""Seconds that an orderly end may take."""
_RESTORE = (
    b"\x18"  # ends a sequence that was cut short
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2048l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)


def end_on_signals(loop: AbstractEventLoop, end: Callable[[int], object]) -> LastResort:
    """Call `end(128 + n)` in the loop on signal n, and force the end where that hangs.

    Handlers of the loop itself would wait until it is idle; while the terminal takes no
    output it never is.
    """
    last_resort = LastResort()

    def handle(number: int, _: FrameType | None) -> None:
        for name in _ENDING:
            with suppress(AttributeError):
                signal.signal(getattr(signal, name), signal.SIG_IGN)
        last_resort.expect(128 + number)
        with suppress(RuntimeError):  # the loop has just ended by itself
            loop.call_soon_threadsafe(end, 128 + number)

    for name in _ENDING:
        if number := getattr(signal, name, None):
            signal.signal(number, handle)
    return last_resort


class LastResort:
    """A thread that ends the process where an orderly end takes too long.

    It waits from the beginning: starting a thread takes locks, which the code that a signal
    interrupts may hold. The queue it waits on may be put into at any moment.
    """

    def __init__(self) -> None:
        self.restores = False
        """Whether the terminal is taken, and has to be restored at a forced end."""
        self._terminal = _Terminal()
        self._codes: SimpleQueue[int] = SimpleQueue()
        Thread(target=self._wait, name="last resort", daemon=True).start()

    def expect(self, code: int) -> None:
        """Allow an orderly end with this exit code some seconds."""
        self._codes.put(code)

    def _wait(self) -> None:
        code = self._codes.get()
        sleep(_GRACE)
        if self.restores:
            self._terminal.restore()
        os._exit(code)


class _Terminal:
    """The state of the terminal before the program changed it."""

    def __init__(self) -> None:
        self._attributes = None
        with suppress(ImportError, OSError, ValueError, AttributeError):
            import termios

            self._attributes = termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]

    def restore(self) -> None:
        """Restore what can be restored without waiting long for the terminal."""
        with suppress(OSError, AttributeError):
            os.set_blocking(2, False)
            _write(_RESTORE)
        with suppress(OSError, AttributeError):
            os.set_blocking(2, True)
        if self._attributes is not None:
            import termios

            with suppress(termios.error, OSError):
                termios.tcsetattr(0, termios.TCSANOW, self._attributes)


def _write(data: bytes) -> None:
    """Write to a terminal that may be slow, or may take nothing any more."""
    until = monotonic() + _GRACE
    while data and monotonic() < until:
        try:
            data = data[os.write(2, data) :]
        except BlockingIOError:
            sleep(0.02)

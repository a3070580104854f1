"""Ending on a signal with the terminal restored, whatever state the program is in."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import FrameType

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_GRACE = 3.0
"""Seconds that an orderly end may take."""
_RESTORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2048l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)


def end_on_signals(loop: AbstractEventLoop, end: Callable[[int], object]) -> None:
    """Call `end(128 + n)` in the loop on signal n, and force the end where that hangs.

    Handlers of the loop itself would wait until it is idle; while the terminal takes no
    output it never is.
    """
    terminal = _Terminal()

    def handle(number: int, _: FrameType | None) -> None:
        for name in _ENDING:
            with suppress(AttributeError):
                signal.signal(getattr(signal, name), signal.SIG_IGN)
        last_resort = Timer(_GRACE, terminal.leave, [128 + number])
        last_resort.daemon = True
        last_resort.start()
        with suppress(RuntimeError):  # the loop has just ended by itself
            loop.call_soon_threadsafe(end, 128 + number)

    for name in _ENDING:
        if number := getattr(signal, name, None):
            signal.signal(number, handle)


class _Terminal:
    """The state of the terminal before the program changed it."""

    def __init__(self) -> None:
        self._attributes = None
        with suppress(ImportError, OSError, ValueError, AttributeError):
            import termios

            self._attributes = termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]

    def leave(self, code: int) -> None:
        """Restore what can be restored without waiting for the terminal, and exit."""
        with suppress(OSError, AttributeError):
            os.set_blocking(2, False)
            os.write(2, _RESTORE)
        with suppress(OSError, AttributeError):
            os.set_blocking(2, True)
        if self._attributes is not None:
            import termios

            with suppress(termios.error, OSError):
                termios.tcsetattr(0, termios.TCSANOW, self._attributes)
        os._exit(code)

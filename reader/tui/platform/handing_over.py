"""The terminal lent to another program, and restored whatever state that left it in."""

from __future__ import annotations

import signal
import subprocess
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from textual.app import App

_FOR_THE_CHILD = (signal.SIGINT, signal.SIGQUIT)
_ENDING = (signal.SIGTERM, signal.SIGHUP)


def hand_over(app: App[Any], command: Sequence[str]) -> int:
    """Run a command in the terminal until it ends; returns its exit code.

    Raises OSError where it cannot be started, and SuspendNotSupported without a terminal.
    """
    with app.suspend(), _line_settings_kept():
        child = subprocess.Popen(command)
        with _signals_left_to(child):
            return child.wait()


@contextmanager
def _line_settings_kept() -> Iterator[None]:
    """Take the settings of the terminal's line back, which a crash may leave changed."""
    attributes = None
    with suppress(termios.error, AttributeError, OSError, ValueError):
        attributes = termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    try:
        yield
    finally:
        if attributes is not None and sys.__stdin__ is not None:
            with suppress(termios.error, OSError, ValueError):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSADRAIN, attributes)


@contextmanager
def _signals_left_to(child: subprocess.Popen[bytes]) -> Iterator[None]:
    """Let ctrl+c be the child's, ctrl+z stop both, and end the child before this program."""
    before = {number: signal.getsignal(number) for number in (*_FOR_THE_CHILD, *_ENDING)}
    stop = signal.getsignal(signal.SIGTSTP)

    def end(number: int, frame: FrameType | None) -> None:
        child.terminate()
        if callable(handler := before[signal.Signals(number)]):
            handler(number, frame)

    for number in _FOR_THE_CHILD:
        signal.signal(number, lambda *_: None)
    for number in _ENDING:
        signal.signal(number, end)
    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, stop)
        for known, handler in before.items():
            signal.signal(known, handler)

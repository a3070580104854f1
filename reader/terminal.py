"""The terminal that the interface runs in, whatever the shell did with its streams."""

from __future__ import annotations

import os
import sys

_TERMINAL = "/dev/tty"


class TerminalError(Exception):
    """There is no terminal to show the interface in; the message says what to do."""


def take_terminal() -> None:
    """Make sure that keys come from the terminal and the interface is drawn on it.

    An article piped into standard input leaves that at its end, and a redirected standard
    error would take the picture with it: both are turned back to the terminal. Raises
    TerminalError where there is none.
    """
    if sys.__stdin__ is None or sys.__stdout__ is None or sys.__stderr__ is None:
        raise TerminalError("The interface needs standard input, output and error to be open.")
    if not os.isatty(sys.__stdout__.fileno()):
        raise TerminalError(
            "Standard output is not a terminal: run this in a terminal, or use --export json."
        )
    for stream in (sys.__stdin__, sys.__stderr__):
        if not os.isatty(stream.fileno()):
            _turn_to_terminal(stream.fileno())


def _turn_to_terminal(descriptor: int) -> None:
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError as error:
        raise TerminalError(
            "There is no terminal to read keys from: run this in one, or use --export json."
        ) from error
    os.dup2(terminal, descriptor)
    os.close(terminal)

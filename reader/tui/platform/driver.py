"""The terminal as Textual drives it, made safe against what terminals really do."""

from __future__ import annotations

import os
import selectors
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from .incoming import Incoming, Pasted
from .plain_ascii import to_ascii, wants_ascii
from .signals import end_on_signals

_CHUNK = 4096
_TICK = 0.1
_KEEP_TITLE = "\x1b[22;2t"
_OLD_TITLE = "\x1b[23;2t"
_PICTURE_MODES = "\x1b[?1049h\x1b[?25l\x1b[?1004h"
_UNTITLED = ("linux", "dumb", None)


def tell_terminal_is_gone() -> None:
    """End as if the terminal had hung up, which not every terminal does when it closes."""
    os.kill(os.getpid(), signal.SIGHUP)


class Output:
    """A stream that goes quiet when nobody is there any more.

    Textual writes from a thread behind a short queue; an error there would end the thread,
    and every writer would wait forever.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_gone = False
        self._shown: Callable[[str], str] = to_ascii if wants_ascii() else str

    def write(self, text: str) -> None:
        """Write, as long as there is a terminal."""
        if self._is_gone:
            return
        try:
            self._stream.write(self._shown(text))
        except (OSError, ValueError):
            self._lose()

    def flush(self) -> None:
        """Hand on what was written."""
        if self._is_gone:
            return
        try:
            self._stream.flush()
        except (OSError, ValueError):
            self._lose()

    def fileno(self) -> int:
        """The descriptor of the stream."""
        return self._stream.fileno()

    def _lose(self) -> None:
        self._is_gone = True
        tell_terminal_is_gone()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS with six differences.

    Bytes that are no UTF-8 become replacement characters; Textual 8.2 ends with a traceback.
    The end of the input ends the program; Textual reads it forever. `Incoming` sorts the input
    first. The latest size is reported last. The terminal's own size counts before COLUMNS and
    LINES, which do not change with the window. Signals are handled in the loop, from before the
    terminal is taken to the end.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._last_resort = end_on_signals(self._loop, self._end)
        assert sys.__stderr__ is not None
        self._file: Any = Output(sys.__stderr__)
        self._title = ""
        self._attributes: list[Any] | None = None
        self._incoming = Incoming()
        self._parser = XTermParser(self._debug)

    def _get_terminal_size(self) -> tuple[int, int]:
        for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
            with suppress(AttributeError, OSError, ValueError):
                columns, rows = os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]
                if columns and rows:
                    return columns, rows
        return super()._get_terminal_size()

    def _tell_size(self) -> None:
        """Tell the app the size that the terminal has now.

        Textual 8.2 reads it while it handles the signal; where the next signal interrupts
        that, the older size is told last.
        """
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def set_title(self, title: str) -> None:
        """Name the window; `title` must be harmless. The old name comes back at the end."""
        self._title = title
        if os.environ.get("TERM") not in _UNTITLED:
            self.write(f"\x1b]2;{title}\x07")

    @property
    def _has_terminal(self) -> bool:
        return self._writer_thread is not None

    def write(self, data: str) -> None:
        """Write, while the terminal is taken."""
        if self._has_terminal:
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal, and keep the title of its window.

        In the background that cannot be done: it is tried again when the shell says so.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not self._has_terminal:
            return
        self._last_resort.restores = True
        self._attributes = self._line_settings()
        signal.signal(signal.SIGWINCH, lambda *_: self._soon(self._tell_size))
        self.write(_KEEP_TITLE)
        if self._title:
            self.set_title(self._title)

    def _line_settings(self) -> list[Any] | None:
        try:
            return termios.tcgetattr(self.fileno)
        except termios.error:
            return None

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was, if it is taken."""
        if self._has_terminal:
            self.write(_OLD_TITLE)
            super().stop_application_mode()

    def close(self) -> None:
        """Wait until everything has been written."""
        super().close()
        self._writer_thread = None
        self._last_resort.restores = False

    # Signals. What Textual 8.2 does in their handlers waits for locks that the code they
    # interrupt may hold, and takes a terminal that is taken.

    def _soon(self, act: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop has just ended
            self._loop.call_soon_threadsafe(act)

    def _end(self, code: int) -> None:
        self._app.exit(return_code=code)

    def _sigtstp_application(self, *_: object) -> None:
        self._soon(self._stop)

    def _sigcont_application(self, *_: object) -> None:
        self._soon(self._go_on)

    def _stop(self) -> None:
        """Stop with all the shell started together with this, unless nobody could undo it.

        Textual 8.2 stops this process alone: a script around it would wait forever.
        """
        if self._has_terminal:
            self.suspend_application_mode()
            self._must_signal_resume = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._go_on()

    def _go_on(self) -> None:
        if self._has_terminal:
            self._restore()
        elif not self._app._exit:
            self.resume_application_mode()

    def _restore(self) -> None:
        """Set again what a shell changed after a SIGSTOP, which nobody can see coming."""
        if self._attributes is not None:
            with suppress(termios.error):  # in the background, where it is tried again
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._attributes)
        self.write(_PICTURE_MODES)
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self._app.post_message(self.SignalResume())

    def run_input_thread(self) -> None:
        """Turn what arrives from the terminal into events until the driver stops."""
        self._parser = XTermParser(self._debug)  # the one before has come to its end
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_TICK):
                    data = self._read()
                    if not data:
                        tell_terminal_is_gone()
                        break
                    self._take(decode(data))
                for event in self._parser.tick():
                    self.process_message(event)
        with suppress(EOFError, ParseError):
            for _ in self._parser.feed(""):
                pass

    def _take(self, text: str) -> None:
        for piece in self._incoming.feed(text):
            if isinstance(piece, Pasted):
                self.process_message(events.Paste(piece.text))
                continue
            try:
                for event in self._parser.feed(piece):
                    self.process_message(event)
            except (ValueError, OverflowError):  # the number of a character that cannot be
                self._parser = XTermParser(self._debug)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""

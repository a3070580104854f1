"""The program in a real pseudo-terminal, with an emulator that keeps its picture.

Waiting is always for a condition, with a patience that a slow machine needs; nothing sleeps for
a fixed time.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Self

import pyte

from ..patience import seconds

PATIENCE = seconds(60)
_PRIVATE_MODE = re.compile(r"\x1b\[\?([\d;]+)([hl])")
_KEYBOARD = re.compile(r"\x1b\[([<>])[\d;]*u")
_TITLE = re.compile(r"\x1b\]2;([^\x07\x1b]*)(?:\x07|\x1b\\)")
# What pyte does not know and would show as text.
_UNKNOWN = re.compile(r"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[[?\d;]*\$[a-z]|\x1b\][^\x07\x1b]*\x07")
_BEGUN = re.compile(r"\x1b(?:\[[<>=?]?[\d;$]*|\][^\x07\x1b]*)?\Z")
# Makes the terminal that of the new session, then becomes the command. A process of the same
# session looks after the command's group, as a shell does: what nobody could wake never stops.
_TAKE_TERMINAL = """
import fcntl, os, sys, termios, time
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
group = os.getpid()
if HAS_SHELL and os.fork() == 0:
    if os.fork() == 0:
        os.setpgid(0, 0)
        if os.fork() == 0:
            os.setpgid(0, group)
            os.closerange(0, 3)
            time.sleep(600)
        os.closerange(0, 3)
        os.wait()
    os._exit(0)
if HAS_SHELL:
    os.wait()
os.execv(sys.argv[1], sys.argv[1:])
"""
_FILL_DISK = (
    "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    "resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))\n"
)
KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "ctrl+c": "\x03", "ctrl+z": "\x1a"}

_OWN = {
    "LC_ALL",
    "TMUX",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "SSH_CONNECTION",
    "SSH_TTY",
}
"""Variables of whoever runs the tests: nothing is copied to their clipboard."""


class Terminal:
    """One run of a command in a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        piped: bytes | None = None,
        file_size_limit: int | None = None,
        has_shell: bool = True,
    ) -> None:
        """`piped` goes to standard input through a pipe; keys then come from the terminal.

        `file_size_limit` is the most bytes that any file may have that is written, as on a
        full disk. Without `has_shell` nobody is there who could wake the command once it
        has stopped, as in a window that was opened for it alone.
        """
        self.master, self._slave = pty.openpty()
        self._set_size(*size)
        self.attributes = termios.tcgetattr(self._slave)
        self.screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self.output = ""
        self.modes: dict[int, bool] = {}
        self.keyboard = 0
        inherited = {name: value for name, value in os.environ.items() if name not in _OWN}
        usual = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-E", "-c", _launcher(file_size_limit, has_shell), *command],
            stdin=subprocess.PIPE if piped is not None else self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env={**inherited, **usual, **(env or {})},
            start_new_session=True,
        )
        if piped is not None:
            assert self.process.stdin is not None
            self.process.stdin.write(piped)
            self.process.stdin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self._slave):
            with suppress(OSError):
                os.close(descriptor)

    # What the reader does

    def press(self, *keys: str) -> None:
        """Press keys, by name or as the text that they type."""
        for key in keys:
            self.type(KEYS.get(key, key).encode())

    def type(self, data: bytes) -> None:
        """Send bytes, reading on meanwhile so that nobody waits for the other."""
        os.set_blocking(self.master, False)
        try:
            while data:
                self._read(0)
                try:
                    data = data[os.write(self.master, data) :]
                except BlockingIOError:
                    self._read(0.05)
        finally:
            os.set_blocking(self.master, True)

    def scribble(self, text: str) -> None:
        """Write on the screen as another program would, which may have to wait for its turn."""
        Thread(target=os.write, args=(self._slave, text.encode()), daemon=True).start()

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self._set_size(columns, rows)
        self.screen.resize(rows, columns)
        with suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGWINCH)

    def hang_up(self) -> None:
        """Close the terminal, as a window does."""
        os.close(self._slave)
        os.close(self.master)

    def reset_line_settings(self) -> None:
        """Set the line settings as they were before the command."""
        termios.tcsetattr(self._slave, termios.TCSANOW, self.attributes)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # What the reader sees

    @property
    def text(self) -> str:
        """The picture as lines."""
        # pyte's own `display` fails on the right half of a wide character whose left is gone.
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        lines = ("".join(self.screen.buffer[y][x].data for x in columns) for y in rows)
        return "\n".join(line.rstrip() for line in lines)

    @property
    def title(self) -> str:
        """The title of the window, as last set."""
        return (_TITLE.findall(self.output) or [""])[-1]

    def wait_for(self, expected: str | Callable[[str], bool], patience: float = PATIENCE) -> str:
        """Wait until the picture holds a text or passes a test; returns the picture."""
        passes = (lambda text: expected in text) if isinstance(expected, str) else expected
        until = time.monotonic() + patience
        while not passes(self.text):
            if time.monotonic() > until or not self._read(0.5):
                ended = (
                    f"ended with {code}" if (code := self.process.poll()) is not None else "runs"
                )
                raise AssertionError(f"waited for {expected!r} ({ended}), saw:\n{self.text}")
        return self.text

    def wait_for_exit(self, patience: float = PATIENCE) -> int:
        """Wait until the command has ended; returns its exit code."""
        until = time.monotonic() + patience
        while self.process.poll() is None:
            if time.monotonic() > until:
                raise AssertionError(f"still running:\n{self.text}")
            with suppress(OSError):
                self._read(0.05)
        with suppress(OSError):
            while self._has_output(0.1) and self._read(0):
                pass
        return self.process.returncode

    @staticmethod
    def wait_until(passes: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait for something that no picture shows."""
        until = time.monotonic() + patience
        while not passes():
            assert time.monotonic() < until, "it did not come to pass"
            time.sleep(0.02)

    def wait_until_stopped(self) -> None:
        """Wait until the command is suspended, reading on so that it can write all it has to."""
        until = time.monotonic() + PATIENCE
        found, status = 0, 0
        while not found:
            assert time.monotonic() < until, f"not suspended:\n{self.text}"
            found, status = os.waitpid(self.process.pid, os.WUNTRACED | os.WNOHANG)
            self._read(0.05)
        assert os.WIFSTOPPED(status)
        while self._has_output(0.1) and self._read(0.05):
            pass

    def _has_output(self, patience: float) -> bool:
        return bool(select.select([self.master], [], [], patience)[0])

    def _read(self, patience: float) -> bool:
        """Take what has been written; False once nothing can come any more."""
        if not self._has_output(patience):
            return self.process.poll() is None
        try:
            data = os.read(self.master, 65536)
        except BlockingIOError:
            return True
        except OSError:
            return False
        text = self._rest + self._decode(data)
        begun = _BEGUN.search(text)
        self._rest = text[begun.start() :] if begun else ""
        self._show(text[: len(text) - len(self._rest)])
        return True

    def _show(self, text: str) -> None:
        self.output += text
        for numbers, final in _PRIVATE_MODE.findall(text):
            self.modes.update({int(number): final == "h" for number in numbers.split(";")})
        for direction in _KEYBOARD.findall(text):
            self.keyboard += 1 if direction == ">" else -1
        if "\x1b[?1049h" in text:
            self.screen.reset()
        self._stream.feed(_UNKNOWN.sub("", text))

    def left_on(self) -> list[str]:
        """What of the terminal the command did not give back as it was."""
        usual = {25: True, 7: True}
        left = [f"mode {mode}" for mode, on in self.modes.items() if on != usual.get(mode, False)]
        if self.keyboard:
            left.append("keyboard protocol")
        if termios.tcgetattr(self._slave) != self.attributes:
            left.append("line settings")
        return left


def _launcher(file_size: int | None, has_shell: bool) -> str:
    limit = "" if file_size is None else _FILL_DISK.format(file_size)
    return f"HAS_SHELL = {has_shell}\n{limit}{_TAKE_TERMINAL}"


def reader(*arguments: str | Path) -> list[str]:
    """The command line that runs this project's reader."""
    return [sys.executable, "-m", "reader", *map(str, arguments)]

"""A command that gets words and gives words, bounded in time and size."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from contextlib import suppress
from threading import Event, Thread
from time import monotonic

from msgspec import Struct

SECONDS = 60.0
"""How long a command may run."""
MOST_BYTES = 2_000_000
"""How much of its output is kept."""
_TICK = 0.05
_CHUNK = 65_536


class CommandError(Exception):
    """A command cannot be run; the message is a sentence."""


class Output(Struct, frozen=True):
    """What a command gave, and how it ended in a few words."""

    text: str
    ending: str


class Running:
    """A command under way. `stop` may be called from any thread, at any time."""

    def __init__(self, line: str) -> None:
        """Take a command line, split as a shell would split it. Raises CommandError."""
        self.line = line
        try:
            self.command = shlex.split(line)
        except ValueError as error:
            raise CommandError(f"That cannot be split into words: {error}.") from error
        if not self.command:
            raise CommandError("Name a command.")
        self._stopped = Event()

    def stop(self) -> None:
        """Give the command up."""
        self._stopped.set()

    def run(self, words: str, seconds: float = SECONDS) -> Output:
        """Give words to the command, and wait for what it says. Raises CommandError."""
        try:
            child = subprocess.Popen(
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except FileNotFoundError as error:
            raise CommandError(f"There is no command {self.command[0]}.") from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise CommandError(f"{self.command[0]} cannot be started: {reason}.") from error
        fed = Thread(target=_feed, args=(child, words), daemon=True)
        fed.start()
        pieces: list[bytes] = []
        read = Thread(target=_collect, args=(child, pieces), daemon=True)
        read.start()
        ending = self._wait(child, read, seconds)
        for helper, stream in ((read, child.stdout), (fed, child.stdin)):
            helper.join(1)
            if stream is not None and not helper.is_alive():
                stream.close()
        text = b"".join(list(pieces))[:MOST_BYTES].decode("utf-8", "replace")
        return Output(text, ending)

    def _wait(self, child: subprocess.Popen[bytes], read: Thread, seconds: float) -> str:
        """How it ended: by itself, for too much output or time, or given up."""
        until = monotonic() + seconds
        why = ""
        while read.is_alive() and not why:
            read.join(_TICK)
            if self._stopped.is_set():
                why = "stopped"
            elif monotonic() > until:
                why = f"stopped after {seconds:.0f} seconds"
        is_full = not why and child.poll() is None and not read.is_alive()
        if is_full:
            with suppress(subprocess.TimeoutExpired):
                child.wait(0.5)
            is_full = child.poll() is None
        if why or is_full:
            _end(child)
        code = child.wait()
        if is_full:
            return f"cut after {MOST_BYTES:,} bytes"
        return why or ("done" if code == 0 else f"ended with code {code}")


def _feed(child: subprocess.Popen[bytes], words: str) -> None:
    assert child.stdin is not None
    with suppress(OSError, ValueError):
        child.stdin.write(words.encode("utf-8", "replace"))
        child.stdin.flush()
    with suppress(OSError, ValueError):
        child.stdin.close()


def _collect(child: subprocess.Popen[bytes], pieces: list[bytes]) -> None:
    """Read until the end, or until there is enough."""
    assert child.stdout is not None
    taken = 0
    with suppress(OSError, ValueError):
        while taken < MOST_BYTES and (data := os.read(child.stdout.fileno(), _CHUNK)):
            pieces.append(data)
            taken += len(data)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a command with all that it started."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, number)
        with suppress(subprocess.TimeoutExpired):
            child.wait(0.5)
            if number is signal.SIGTERM:
                continue
            return

"""Sizes, ways to end and terminals: every combination with `python -m tests.end_to_end.matrix`.

A run passes when the article can be read (or the window is said to be too small), the command
ends with the right code, and the terminal is left as it was found.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from .terminal import Terminal, reader

FIRST_WORDS = "The bridge"
TEXT = f"{FIRST_WORDS} opens again\n\n" + "It was closed, Mara Voss said on Monday. " * 30

SIZES = ((10, 3), (30, 8), (80, 24), (132, 43), (500, 200))
TERMINALS = {
    "xterm-256color": {"TERM": "xterm-256color"},
    "true colour": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "16 colours": {"TERM": "xterm-16color"},
    "console": {"TERM": "linux"},
    "no colour": {"NO_COLOR": "1"},
    "tmux": {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"},
    "screen": {"TERM": "screen", "STY": "1.pts"},
    "vt100": {"TERM": "vt100"},
    "ASCII": {"LC_ALL": "C"},
    "unheard of": {"TERM": "wyse-9000"},
}
ENDS = ("q", "SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "suspended", "stormed", "gone")


@dataclass(frozen=True)
class Run:
    """One combination."""

    size: tuple[int, int]
    terminal: str
    end: str

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]}, {self.terminal}, {self.end}"


def everything() -> list[Run]:
    """All combinations."""
    return [Run(*one) for one in product(SIZES, TERMINALS, ENDS)]


def every_pair() -> Iterator[Run]:
    """As many runs as there are terminals; each way to end and each size comes up often."""
    for number, terminal in enumerate(TERMINALS):
        yield Run(SIZES[number % len(SIZES)], terminal, ENDS[number % len(ENDS)])


def check(run: Run, article: Path) -> None:
    """Raises AssertionError where the run does not pass."""
    with Terminal(
        reader("--no-cache", article), size=run.size, env=TERMINALS[run.terminal]
    ) as terminal:
        terminal.wait_for("larger" if run.size < (30, 8) else FIRST_WORDS)
        code = _end(terminal, run)
        if run.end == "gone":
            assert terminal.process.wait(60) == code
            return
        given = terminal.wait_for_exit()
        assert given == code, f"exit code {given} in place of {code}\n{terminal.text}"
        assert terminal.left_on() == [], f"left on: {terminal.left_on()}"
        if run.terminal == "ASCII":
            assert terminal.output.isascii()


def _end(terminal: Terminal, run: Run) -> int:
    """End the run in its way; returns the exit code that this must give."""
    match run.end:
        case "gone":
            terminal.hang_up()
            return 128 + signal.SIGHUP
        case "suspended":
            terminal.press("ctrl+z")
            terminal.wait_until_stopped()
            terminal.wait_for(lambda _: terminal.left_on() == [])
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.wait_for(lambda _: terminal.modes.get(1049, False))
        case "stormed":
            for step in range(40):
                terminal.resize(10 + 13 * (step % 17), 3 + 7 * (step % 11))
            terminal.resize(100, 30)
            terminal.wait_for(FIRST_WORDS)
        case "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGQUIT" as name:
            number = getattr(signal, name)
            os.kill(terminal.process.pid, number)
            return 128 + int(number)
    terminal.press("q")
    return 0


def main() -> None:
    """Run all combinations, or those that hold one of the words given."""
    words = sys.argv[1:]
    runs = [run for run in everything() if not words or any(word in str(run) for word in words)]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        article = Path(folder) / "bridge.txt"
        article.write_text(TEXT)
        for run in runs:
            try:
                check(run, article)
            except AssertionError as problem:
                failed += 1
                print(f"{run}: {problem}", flush=True)
    print(f"{len(runs) - failed} of {len(runs)} restored and readable")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()

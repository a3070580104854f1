"""Reads for an hour: random keys, random articles, one session. `python -m tests.faults.soak [MIN]`

Prints each minute what the session has opened and what it holds: memory of the interface and of
all its processes, open files, processes. Fails where one of them is more at the end than
after the first quarter, or where the reader has ended. Nothing of it is kept.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ..end_to_end.processes import below
from ..end_to_end.terminal import Terminal, reader

_MINUTES = 60.0
_ARTICLES = 150
_SIZES = (200, 4_000, 4_000, 4_000, 30_000, 120_000)
_KEYS = (
    *"jkhlwbGgnN12345vyTiOFMu?",
    *("\t", "\r", " ", "\x1b[6~", "\x1b[5~", "\x1b[A", "\x1b[B", "\x12"),
    *("/the\r", "D2024-05-03\r", "D\r", "c\x1b", "Aq\x1b\x1b", "V\x1b", "B\x1b"),
    *("\x10over\r", "e\x1b"),
)
_ESCAPES = "\x1b\x1b\x1b"
_SHARE = 0.25
_MORE_MEMORY = 1.15
_MORE_FILES = 3


class Held(NamedTuple):
    """What a session holds: megabytes of the interface and of all, open files, processes."""

    interface: float
    all: float
    files: int
    processes: int


def main() -> None:
    """Read for so many minutes, with the same keys for the same seed."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else _MINUTES
    chance = random.Random(minutes)
    with TemporaryDirectory() as name:
        folder = Path(name)
        places = _articles(folder, chance)
        env = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CACHE", "STATE", "DATA")}
        os.chdir(folder)
        with Terminal(reader(places[0]), size=(120, 40), env=env) as terminal:
            terminal.wait_for("ready")
            held = _read(terminal, places, chance, minutes)
    _judge(held)


def _articles(folder: Path, chance: random.Random) -> list[Path]:
    """Articles of the sample paragraphs in any order, in three formats."""
    samples = sorted((Path(__file__).parents[2] / "assets" / "articles").glob("*.txt"))
    paragraphs = [part for path in samples for part in path.read_text("utf-8").split("\n\n")]
    made = []
    for number in range(_ARTICLES):
        size, kind = chance.choice(_SIZES), chance.choice(("txt", "txt", "md", "html"))
        text = f"Article {number}"
        while len(text) < size:
            text += "\n\n" + chance.choice(paragraphs)
        if kind == "html":
            text = "<article>" + "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        made.append(folder / f"{number:03}.{kind}")
        made[-1].write_text(text, "utf-8")
    return made


def _read(
    terminal: Terminal, places: list[Path], chance: random.Random, minutes: float
) -> list[Held]:
    """Do anything, and note each minute what the session holds."""
    held: list[Held] = []
    opened = pressed = 0
    began = time.monotonic()
    while (now := time.monotonic() - began) < 60 * minutes:
        if chance.random() < 0.1:
            terminal.press(_ESCAPES, "o", f"{chance.choice(places)}", "\r")
            opened += 1
        else:
            terminal.type(chance.choice(_KEYS).encode())
            pressed += 1
        _paint(terminal, chance.random() * 0.2)
        if now > 60 * (len(held) + 1):
            terminal.press(_ESCAPES)
            _paint(terminal, 3.0)
            held.append(_held(terminal.process.pid))
            one = held[-1]
            print(
                f"{now / 60:5.1f} min, {opened:4} opened, {pressed:6} keys: interface "
                f"{one.interface:.0f} MB, all {one.all:.0f} MB, {one.files} files, "
                f"{one.processes} processes",
                flush=True,
            )
    return held


def _paint(terminal: Terminal, seconds: float) -> None:
    """Take what is painted for a while. Fails where the reader has ended."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        terminal._read(left)
    terminal.output = terminal.output[-10_000:]
    assert terminal.process.poll() is None, f"the reader has ended:\n{terminal.text}"


def _held(pid: int) -> Held:
    tree = [pid, *below(pid)]
    files = len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208
    return Held(_memory(pid), sum(map(_memory, tree)), files, len(tree))


def _memory(pid: int) -> float:
    """Megabytes that a process holds for itself; what it shares with others counts in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def _judge(held: list[Held]) -> None:
    if len(held) < 1 / _SHARE:
        return
    quarter = max(1, int(len(held) * _SHARE))
    early, late = held[quarter : 2 * quarter], held[-quarter:]
    for name, most in (("interface", _MORE_MEMORY), ("all", _MORE_MEMORY)):
        before, after = (median(getattr(one, name) for one in some) for some in (early, late))
        print(f"{name}: {before:.0f} MB, later {after:.0f} MB")
        assert after <= most * before, f"memory of {name} grows"
    assert max(one.files for one in late) <= max(one.files for one in early) + _MORE_FILES
    assert max(one.processes for one in late) <= max(one.processes for one in early) + 1


if __name__ == "__main__":
    main()

"""Writers killed at random moments: `python -m tests.faults.kills 1000`.

A writer keeps versions of an analysis in the cache, of an exported file and of its article in the
state, and says on standard output after each round which version is done. After its sudden death
each must hold one whole version, and none older than the last it said was done. Two writers work
at a time, each on an article of its own, and share the folders and the file with the state:
neither may lose what the other wrote.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from reader.analysis import Annotations, Problem
from reader.files import write_atomically
from reader.library.cache import Cache, Entry
from reader.library.state import ArticleState, StateFile

_NAMES = ("first", "second")
_FILL = "x" * 200_000
_LONGEST_LIFE = 0.4


class Kept:
    """What one writer keeps in a folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self._name = name
        self._cache = Cache(folder / "cache")
        self._export = folder / f"{name}.json"
        self._state = StateFile(folder / "state" / "state.json")

    def write(self, version: int) -> None:
        """Replace every version by this one."""
        problem = Problem(0, version, _FILL)
        self._cache.put(self._name, Entry(Annotations(problems=(problem,)), "model"))
        write_atomically(self._export, f"{version}:{_FILL}:{version}".encode())
        self._state.update(lambda state: state.keep(self._name, ArticleState(version)))

    def versions(self) -> tuple[int, int, int]:
        """The whole version in each place; raises AssertionError where there is none."""
        entry = self._cache.get(self._name)
        assert entry is not None
        assert entry.annotations.problems[0].message == _FILL
        first, fill, last = self._export.read_text().split(":")
        assert (first, fill) == (last, _FILL)
        article = self._state.read().articles[self._name]
        return entry.annotations.problems[0].end, int(first), article.caret


def write_for_ever(kept: Kept, version: int) -> None:
    """The writer: one version after another, each said when it is done."""
    while True:
        version += 1
        kept.write(version)
        print(version, flush=True)


def kill_writers(folder: Path, kills: int, seed: int = 0) -> None:
    """Start and kill `kills` writers; raises AssertionError where a write was lost."""
    moments = random.Random(seed)
    keepers = {name: Kept(folder, name) for name in _NAMES}
    done = dict.fromkeys(_NAMES, 0)
    for _ in range(0, kills, len(_NAMES)):
        writers = {name: _start(folder, name, done[name]) for name in _NAMES}
        said = {name: _output(writer).readline() for name, writer in writers.items()}
        for name, writer in writers.items():
            with writer:
                time.sleep(moments.uniform(0, _LONGEST_LIFE) ** 2)
                writer.kill()
                said[name] += _output(writer).read()
        for name, kept in keepers.items():
            finished = max(map(int, said[name].split("\n")[:-1]))
            assert min(kept.versions()) >= finished
            done[name] = max(kept.versions())
    left = {path.name for path in (folder / "state").iterdir()} - {"state.json", "state.lock"}
    assert len(left) <= 1  # what the writer killed last had begun


def _start(folder: Path, name: str, version: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.kills", "write", folder, name, str(version)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _output(writer: subprocess.Popen[str]) -> IO[str]:
    assert writer.stdout is not None
    return writer.stdout


def main() -> None:
    """Write, as a child; else start and kill as many writers as the argument says."""
    match sys.argv[1:]:
        case ["write", folder, name, version]:
            write_for_ever(Kept(Path(folder), name), int(version))
        case [kills]:
            with tempfile.TemporaryDirectory() as folder:
                kill_writers(Path(folder), int(kills))
            print(f"{kills} writers killed, no write lost")
        case _:
            sys.exit("Say how many writers to kill.")


if __name__ == "__main__":
    main()

"""Writers killed at random moments: `python -m tests.faults.kills 1000`.

A writer keeps versions of an analysis in the cache and in an exported file, and says on
standard output after each write which version is done. After its sudden death both must
hold one whole version, and none older than the last it said was done.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.analysis import Annotations, Problem
from reader.export import write_atomically
from reader.reading.cache import Cache, Entry

_KEY = "key"
_FILL = "x" * 200_000
_LONGEST_LIFE = 0.4


def write_for_ever(folder: Path, version: int) -> None:
    """The writer: one version after another, each said when it is done."""
    cache = Cache(folder)
    while True:
        version += 1
        problem = Problem(0, version, _FILL)
        cache.put(_KEY, Entry(Annotations(problems=(problem,)), "model"))
        write_atomically(folder / "export.json", f"{version}:{_FILL}:{version}".encode())
        print(version, flush=True)


def kill_writers(folder: Path, kills: int, seed: int = 0) -> None:
    """Start and kill `kills` writers; raises AssertionError where a write was lost."""
    moments = random.Random(seed)
    done = 0
    for _ in range(kills):
        command = [sys.executable, "-m", "tests.faults.kills", "write", str(folder), str(done)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            said = writer.stdout.readline()
            time.sleep(moments.uniform(0, _LONGEST_LIFE) ** 2)
            writer.kill()
            said += writer.stdout.read()
        done = max([done, *map(int, said.split("\n")[:-1])])
        assert kept(folder) >= done
        assert exported(folder) >= done
        done = max(kept(folder), exported(folder))


def kept(folder: Path) -> int:
    """The version in the cache."""
    entry = Cache(folder).get(_KEY)
    assert entry is not None
    assert entry.annotations.problems[0].message == _FILL
    return entry.annotations.problems[0].end


def exported(folder: Path) -> int:
    """The version in the exported file."""
    first, fill, last = (folder / "export.json").read_text().split(":")
    assert (first, fill) == (last, _FILL)
    return int(first)


def main() -> None:
    """Write, as a child; else start and kill as many writers as the argument says."""
    match sys.argv[1:]:
        case ["write", folder, version]:
            write_for_ever(Path(folder), int(version))
        case [kills]:
            with tempfile.TemporaryDirectory() as folder:
                kill_writers(Path(folder), int(kills))
            print(f"{kills} writers killed, no write lost")
        case _:
            sys.exit("Say how many writers to kill.")


if __name__ == "__main__":
    main()

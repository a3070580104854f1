"""The processes of a reader, and what they may do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path


def children(parent: int) -> list[int]:
    """The processes that a process started itself."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [pid for pid, ppid in pairs if ppid == parent]


def below(ancestor: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    own = children(ancestor)
    return [*own, *(pid for child in own for pid in below(child))]


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be buried does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


def as_anybody() -> list[str]:
    """What to put before a command so that modes count for root as for anybody else."""
    if os.geteuid() != 0:
        return []
    return [shutil.which("setpriv") or "", "--bounding-set=-dac_override,-dac_read_search"]

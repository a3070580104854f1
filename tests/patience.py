"""How long tests wait: limits for a quiet machine, made longer by what this one is busy with.

The factor is measured once a session, before the first test, and handed on to the processes that
run the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from statistics import median
from time import perf_counter

_VARIABLE = "READER_TEST_SLOWNESS"
_WORK = "import json, re, subprocess; sum(i * i for i in range(500_000))"
_QUIET = 0.05
"""Seconds that `_WORK` takes on a quiet machine of 2024, its start included."""
_SAMPLES = 3
_MOST = 8.0


@cache
def slowness() -> float:
    """How many times slower than a quiet machine this one is: from 1 to 8."""
    known = os.environ.get(_VARIABLE)
    factor = float(known) if known else min(max(1.0, _measured(), _load()), _MOST)
    os.environ[_VARIABLE] = str(factor)
    return factor


def seconds(on_a_quiet_machine: float) -> float:
    """A limit in seconds, as this machine needs it."""
    return on_a_quiet_machine * slowness()


def _measured() -> float:
    return median(_once() for _ in range(_SAMPLES)) / _QUIET


def _once() -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-I", "-c", _WORK], check=True)
    return perf_counter() - began


def _load() -> float:
    """Programs that want a processor, for each there is; what is measured may be a lucky moment."""
    return os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0

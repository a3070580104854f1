"""A figure is a ratio of two costs, taken by turns so that noise falls on both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from reader.analysis.parse.threads import ONE_THREAD

Cost = Callable[[], float]

SLOW = 3
"""Figures with no more rounds than this take minutes each."""

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Figure:
    """What is measured, against what, and the ratio to reach (at most).

    `most_rounds` is for what takes minutes.
    """

    name: str
    against: str
    reach: float
    cost: Cost
    base: Cost
    most_rounds: int = 100

    def measure(self, rounds: int) -> tuple[float, float, float]:
        """Medians of the cost, of what it is compared with, and of their ratios."""
        pairs = [(self.cost(), self.base()) for _ in range(min(rounds, self.most_rounds))]
        return (
            median(cost for cost, _ in pairs),
            median(base for _, base in pairs),
            median(cost / base for cost, base in pairs),
        )


def processor(prepare: Callable[[], Callable[[], object]], divisor: float = 1.0) -> Cost:
    """Processor time of the work that `prepare` makes ready, in this process."""

    def run() -> float:
        work = prepare()
        started = time.process_time()
        work()
        return (time.process_time() - started) / divisor

    return run


def program(name: str, article: Path, figure: str, divisor: float = 1.0) -> Cost:
    """One figure that a program of `programs.py` gives for an article."""
    return lambda: run_program(name, article)[figure] / divisor


def run_program(name: str, article: Path) -> dict[str, float]:
    """All that a program gives for an article, in a process of its own.

    Matrices are multiplied on one thread on both sides, as in the worker.
    """
    command = [sys.executable, "-m", "tests.benchmarks.programs", name, str(article)]
    env = {**os.environ, **ONE_THREAD}
    done = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, env=env)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured

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
from statistics import median, quantiles
from typing import NamedTuple

from reader.analysis.parse.threads import ONE_THREAD


class Spent(NamedTuple):
    """What something took: seconds that passed, and processor seconds of all its processes."""

    wall: float
    cpu: float


Cost = Callable[[], "float | Spent"]

SLOW = 3
"""Figures with no more rounds than this take minutes each."""

REPOSITORY = Path(__file__).parents[2]


class Measured(NamedTuple):
    """Medians of the two sides and of their ratios; `cpu` is that of processor time, if known.

    `noise` is half of what the middle half of the ratios spans.
    """

    cost: float
    base: float
    ratio: float
    noise: float
    cpu: float | None


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

    def measure(self, rounds: int) -> Measured:
        """Measure both sides by turns, so many times."""
        pairs = [(self.cost(), self.base()) for _ in range(min(rounds, self.most_rounds))]
        ratios = [_wall(cost) / _wall(base) for cost, base in pairs]
        processors = [
            cost.cpu / base.cpu
            for cost, base in pairs
            if isinstance(cost, Spent) and isinstance(base, Spent)
        ]
        first, _, third = quantiles(ratios, n=4) if len(ratios) > 1 else (0.0, 0.0, 0.0)
        return Measured(
            median(_wall(cost) for cost, _ in pairs),
            median(_wall(base) for _, base in pairs),
            median(ratios),
            (third - first) / 2,
            median(processors) if processors else None,
        )


def _wall(cost: float | Spent) -> float:
    return cost.wall if isinstance(cost, Spent) else cost


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

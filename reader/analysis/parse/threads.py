"""How many threads multiply matrices: one a process, unless the environment says otherwise.

The matrices of the small models are too small for several threads to pay; those that wait take a
processor's time all the same. Two processes do pay.
"""

from __future__ import annotations

import os
import sys

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def use_one_thread() -> None:
    """Ask for one thread where numpy, which reads this once, is not imported yet."""
    if "numpy" not in sys.modules:
        for name, count in ONE_THREAD.items():
            os.environ.setdefault(name, count)


def spare_processor() -> bool:
    """Whether this process may use more than one processor."""
    return len(os.sched_getaffinity(0)) > 1 if sys.platform == "linux" else os.cpu_count() != 1

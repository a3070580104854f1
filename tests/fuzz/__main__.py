"""Coverage-guided fuzzing: `python -m tests.fuzz TARGET [libFuzzer options]`.

Needs atheris (`pip install atheris`). For an hour: `-max_total_time=3600`. An input that
breaks something is written to the current folder and the run ends with its traceback.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["reader"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz the target that the first argument names."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"Name a target: {', '.join(TARGETS)}.")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Sample mutants of modules and tell which share the tests kill: see docs/testing.md."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import pytest

from .killing import Killing, Outcome

ROOT = Path(__file__).parents[2]
ANALYSIS = ROOT / "reader" / "analysis"
TESTS = {
    "names": ["entities", "rules"],
    "kinds": ["entities", "rules"],
    "grouping": ["entities", "rules"],
    "coreference": ["entities", "rules", "quotes"],
    "quotes": ["quotes", "rules"],
    "times": ["times", "rules"],
    "timeline": ["timeline", "rules"],
    "resolve": ["resolve", "quotes"],
    "syntax": ["syntax", "quotes", "timeline", "times"],
    "rules": ["rules"],
}
"""The folders of `tests/analysis` that test a room, with the cases; of other rooms, all of them."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/mutants", description=__doc__)
    parser.add_argument("modules", nargs="*", type=Path, help="modules of reader/")
    parser.add_argument(
        "--over", type=int, metavar="LINES", help="all modules of the analysis with more lines"
    )
    parser.add_argument("--count", type=int, default=20, help="mutants a module (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the sample (%(default)s)")
    parser.add_argument("--by-hand", action="store_true", help="only tests that need no model")
    parser.add_argument("--tests", nargs="*", help="paths of tests instead of those of the step")
    options = parser.parse_args()
    paths = [path.resolve() for path in options.modules]
    if options.over is not None:
        paths += sorted(p for p in ANALYSIS.rglob("*.py") if _lines(p) > options.over)
    for step, group in _by_step(paths).items():
        folders = [*step, "cases"] if step != ("",) else step
        tests = options.tests or [str(ROOT / "tests" / "analysis" / name) for name in folders]
        _kill(group, tests, options)
    return 0


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def _by_step(paths: list[Path]) -> dict[tuple[str, ...], list[Path]]:
    """The modules by the folders of tests that test them."""
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        room = path.relative_to(ANALYSIS).parts[0] if path.is_relative_to(ANALYSIS) else ""
        groups.setdefault(tuple(TESTS.get(room, [""])), []).append(path)
    return groups


def _kill(paths: list[Path], tests: list[str], options: argparse.Namespace) -> None:
    """Try the mutants in a process of its own: a module is imported only once."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    plugin = Killing(
        paths,
        options.count,
        options.seed,
        by_hand=options.by_hand,
        told=lambda text: print(text, flush=True),
    )
    off = [word for name in ("terminal", "cacheprovider", "xdist") for word in ("-p", f"no:{name}")]
    ini = ["--override-ini", "addopts=--import-mode=importlib"]
    pytest.main([*off, *ini, "--assert=plain", *tests], plugins=[plugin])
    _report(plugin.outcomes)
    os._exit(0)


def _report(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        share = 100 * len(outcome.killed) / max(outcome.total, 1)
        counts = f"{len(outcome.killed):3} of {outcome.total:3}"
        print(f"{share:4.0f} %  {counts}  {outcome.path.relative_to(ROOT)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

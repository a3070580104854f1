"""Measure and print the table; `--write` puts it into docs/benchmarks.md."""

from __future__ import annotations

import argparse
import compileall
import os
import platform
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from . import (
    analysis,
    article_pane,
    corrections,
    hostile,
    lists,
    many,
    overview,
    reach,
    report,
    starts,
    steps,
    terminal,
)
from .figures import REPOSITORY, SLOW, Figure

_DOCUMENT = REPOSITORY / "docs" / "benchmarks.md"
_MARK = "<!-- measured -->\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="times each side is measured")
    parser.add_argument(
        "--size", type=int, default=1_000_000, help="code points of the larger text"
    )
    parser.add_argument("--quick", action="store_true", help="nothing that takes minutes")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    parser.add_argument("words", nargs="*", help="only figures with one of these words")
    options = parser.parse_args()
    compileall.compile_dir(REPOSITORY / "reader", quiet=1)  # as it is once installed
    with TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder  # for the programs too: the user's own stays as it is
        sizes = (4_000, options.size // 10, options.size, options.size * 10)
        articles = [_article(Path(folder) / f"{size}.txt", size) for size in sizes]
        chosen = [
            figure
            for figure in _figures(*articles)
            if not options.words or any(word in figure.name for word in options.words)
            if not (options.quick and figure.most_rounds <= SLOW)
        ]
        table = [
            _heading(options.rounds, sizes),
            "| figure | against | cost | base | ratio | noise | CPU | reach |\n"
            "|---|---|---|---|---|---|---|---|\n",
        ]
        for figure in chosen:
            table.append(_row(figure, options.rounds))
            print(table[-1], end="", flush=True)
    if options.write:
        text = _DOCUMENT.read_text("utf-8").partition(_MARK)[0]
        _DOCUMENT.write_text(text + _MARK + "".join(table), "utf-8")


def _figures(small: Path, large: Path, larger: Path, book: Path) -> list[Figure]:
    return [
        *starts.figures(small, larger, book),
        *terminal.figures(small, larger, book),
        *many.figures(small),
        *article_pane.figures(small, larger, book),
        *reach.figures(book),
        *lists.figures(),
        *corrections.figures(),
        *overview.figures(),
        *report.figures(),
        *steps.figures(large),
        *hostile.figures(),
        *analysis.figures(large, larger, book),
    ]


def _article(path: Path, size: int) -> Path:
    """A text of the sample articles over and over, cut at `size` code points."""
    samples = sorted((REPOSITORY / "assets" / "articles").glob("*.txt"))
    text = "\n\n".join(sample.read_text("utf-8").strip() for sample in samples) + "\n\n"
    path.write_text((text * (size // len(text) + 1))[:size], "utf-8")
    return path


def _heading(rounds: int, sizes: tuple[int, ...]) -> str:
    small, large, larger, book = (f"{size:,}" for size in sizes)
    return (
        f"Measured {date.today():%Y-%m-%d} on {os.cpu_count()} processors, "
        f"{os.getloadavg()[0]:.1f} processes at work when it began, Python "
        f"{platform.python_version()}, medians of {rounds}; small {small}, large {large}, "
        f"larger {larger}, book {book} code points.\n\n"
    )


def _row(figure: Figure, rounds: int) -> str:
    found = figure.measure(rounds)
    processor = f"{found.cpu:.2f}" if found.cpu is not None else ""
    return (
        f"| {figure.name} | {figure.against} | {_plain(found.cost)} | {_plain(found.base)} "
        f"| **{found.ratio:.2f}**{' over' if found.ratio > figure.reach else ''} "
        f"| ±{found.noise:.2f} | {processor} | {figure.reach} |\n"
    )


def _plain(cost: float) -> str:
    return f"{cost / 2**20:.3g} MiB" if cost > 1e4 else f"{cost:.3g} s"


if __name__ == "__main__":
    main()

"""The figures of the analysis: throughput against spaCy alone, and growth."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from .figures import Figure, program, run_program
from .terminal import READER, READY, memory


def figures(large: Path, larger: Path, book: Path) -> list[Figure]:
    """Each text has ten times as much of the same as the one before."""
    return [
        Figure(
            "CPU of the whole analysis, larger text",
            "spaCy alone with the components used, in batches",
            1.3,
            program("analysis", larger, "work"),
            program("spacy_batched", larger, "work"),
            most_rounds=3,
        ),
        Figure(
            "time of the whole analysis in the worker, larger text",
            "spaCy alone on one processor",
            0.75,
            program("session", larger, "wall"),
            program("spacy_batched", larger, "wall"),
            most_rounds=3,
        ),
        Figure(
            "CPU of the analysis, larger text",
            "large text, ten times",
            1.1,
            program("analysis", larger, "work"),
            program("analysis", large, "work", divisor=0.1),
            most_rounds=3,
        ),
        Figure(
            "CPU of the analysis, book",
            "larger text, ten times",
            1.1,
            partial(_once, book, "work"),
            program("analysis", larger, "work", divisor=0.1),
            most_rounds=1,
        ),
        Figure(
            "peak memory of the analysis, book",
            "0.5 GiB",
            1.0,
            partial(_once, book, "memory"),
            lambda: float(1 << 29),
            most_rounds=1,
        ),
        Figure(
            "memory of the interface with all that is found, book",
            "110 MB",
            1.0,
            partial(_shown_whole, book),
            lambda: 110e6,
            most_rounds=3,
        ),
        Figure(
            "memory of the analysis beyond that for the large text, book",
            "larger text, eleven times (ten times as much more of the same)",
            1.1,
            lambda: _once(book, "memory") - _once(large, "memory"),
            lambda: 11 * (_once(larger, "memory") - _once(large, "memory")),
            most_rounds=1,
        ),
    ]


def _shown_whole(article: Path) -> float:
    """The most bytes of the interface that shows an article with its whole analysis."""
    _analysed(article)  # which is in the cache from then on
    return memory([*READER, str(article)], READY)


def _once(article: Path, figure: str) -> float:
    """A figure of one analysis, which for a book takes minutes and gives all of them."""
    return _analysed(article)[figure]


@cache
def _analysed(article: Path) -> dict[str, float]:
    return run_program("analysis", article)

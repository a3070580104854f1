"""The figures of the analysis: worker, cache and throughput."""

from __future__ import annotations

from pathlib import Path

from .figures import Figure, program


def figures(small: Path, large: Path, larger: Path) -> list[Figure]:
    """`small` is an ordinary article; `larger` has ten times the text of `large`."""
    return [
        Figure(
            "annotations there, cold, small article",
            "a script that imports spaCy, loads the model, parses the text",
            1.15,
            program("session", small, "seconds"),
            program("spacy_alone", small, "seconds"),
        ),
        Figure(
            "annotations there, from the cache, small article",
            "the same, cold",
            0.25,
            program("cached", small, "seconds"),
            program("session", small, "seconds"),
        ),
        Figure(
            "first annotations of the large text",
            "all annotations of the small article, cold",
            1.5,
            program("session", large, "first"),
            program("session", small, "seconds"),
        ),
        Figure(
            "CPU of the whole analysis, large text",
            "spaCy alone with the components used, in batches",
            1.3,
            program("analysis", large, "work"),
            program("spacy_batched", large, "work"),
        ),
        Figure(
            "time of the whole analysis in the worker, larger text",
            "spaCy alone on one processor",
            0.75,
            program("session", larger, "wall"),
            program("spacy_batched", larger, "wall"),
        ),
        Figure(
            "CPU of the analysis, larger text",
            "large text, ten times",
            1.1,
            program("analysis", larger, "work"),
            program("analysis", large, "work", divisor=0.1),
        ),
        Figure(
            "memory of the analysis, larger text",
            "large text",
            2.0,
            program("analysis", larger, "memory"),
            program("analysis", large, "memory"),
        ),
    ]

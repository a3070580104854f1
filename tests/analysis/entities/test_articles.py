"""Twelve short articles with every row stated: what is found, and what is not right yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import Article
from reader.analysis.analyzer import Analyzer

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


def rows(analyzer: Analyzer, text: str) -> list[str]:
    """Each entity as kind, name and the words of its mentions."""
    return [
        f"{entity.kind} | {entity.name} | "
        + " ; ".join(" ".join(text[m.start : m.end].split()) for m in entity.mentions)
        for entity in analyzer.analyze(Article.from_text(text)).entities
    ]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_row_is_as_stated(path: Path, analyzer: Analyzer) -> None:
    lines = path.with_suffix(".rows").read_text("utf-8").splitlines()
    stated = [line.removeprefix("! ") for line in lines if not line.startswith(("#", "?"))]
    assert rows(analyzer, path.read_text("utf-8")) == stated


def test_most_rows_are_right() -> None:
    lines = [
        line
        for path in ARTICLES
        for line in path.with_suffix(".rows").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    found = [line for line in lines if not line.startswith("?")]
    wrong = [line for line in found if line.startswith("!")]
    assert len(wrong) <= 0.15 * len(found)

"""Many articles analysed at once: the same analyses, in their order, whatever fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

import reader
from reader import Analyzer, Article
from reader.analysis import Analysis
from reader.worker.many import AnalysisError, analyze_many

TEXTS = [
    "Ada Lovelace went to Turin on Monday.",
    "“The boats are back,” Mara Olsen said. She took over in March 2019.\n\n" * 90,
    "",
    "The ferry sails again in May, the company says.",
    "Norwegian inspectors visit every spring.",
]


def articles() -> Iterator[Article]:
    for text in TEXTS:
        yield Article.from_text(text, published=date(2024, 5, 3))


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_they_are_the_same_in_the_same_order(analyzer: Analyzer, processes: int) -> None:
    found = list(reader.analyze_many(articles(), processes=processes))
    assert found == [analyzer.analyze(article) for article in articles()]


def test_none_are_none() -> None:
    assert list(analyze_many([])) == []


def test_articles_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Article]:
        while True:
            taken.append(1)
            yield Article("Mara Voss spoke.")

    running = analyze_many(endless(), processes=2)
    assert isinstance(next(running), Analysis)
    assert len(taken) <= 20
    running.close()  # type: ignore[attr-defined]


def test_a_missing_pipeline_is_an_error_for_each_and_stops_none() -> None:
    found = list(analyze_many(list(articles())[:3], "no_such_model", processes=2))
    assert [type(one) for one in found] == [AnalysisError] * 3
    assert all("no_such_model" in str(one) for one in found)

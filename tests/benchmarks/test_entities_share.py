"""Entities cost little beside the parse they are read from, in short texts and in long ones.

Processor time, printed with `pytest -s`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from reader.analysis import DEFAULT_MODEL, entities
from reader.analysis.parse import Columns, Parse, join
from reader.analysis.parsing import Parser
from reader.analysis.quotes import attribute, pair_marks
from reader.article import Article, Span

PARAGRAPHS = [
    "The Tessel Housing Trust will sell forty flats in Marwick, it said on Monday. Its chairwoman, "
    "Lena Harding, told tenants that repairs were late. Nobody would be moved twice, she said.",
    "“We did not plan for this,” Ms. Harding said. “I grew up in one of those flats.”",
    "Karl Stein, the transport minister, met French officials in Lyon. The minister praised the "
    "trust, and Stein’s spokesman said that he would return to Marwick in May.",
    "Bexley Insurance, which owns the mill, refused. The company said it had lost patience with "
    "the Trust and with Stein, who had called its plans “a joke.”",
]
SMALL = 10_000
TIMES = 100
SHARE = 0.25
GROWTH = 1.3


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Processor time of the fastest of some runs."""
    times = []
    for _ in range(runs):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def repeated(article: Article, columns: Columns, times: int) -> tuple[Article, Parse]:
    """A text that says the same many times over, with its parse, made without the model."""
    text, step = article.text + "\n\n", len(article.text) + 2
    pieces = [
        replace(
            columns,
            start=[at + turn * step for at in columns.start],
            end=[at + turn * step for at in columns.end],
        )
        for turn in range(times)
    ]
    longer = Article.from_text(text * times)
    return longer, join(longer.text, pieces)


def finding(article: Article, parse: Parse, runs: int) -> float:
    """Processor time of all passes of the entities."""
    marks = pair_marks(article)
    found = entities.find(article, parse, marks)
    said = attribute(article, parse, marks, found)
    return seconds(
        lambda: entities.link_speech(article, parse, entities.find(article, parse, marks), said),
        runs,
    )


def test_entities_add_a_quarter_of_the_parse_at_most_and_grow_with_the_text() -> None:
    paragraphs = "\n\n".join(PARAGRAPHS)
    article = Article.from_text("\n\n".join([paragraphs] * (SMALL // len(paragraphs))))
    parser = Parser(DEFAULT_MODEL)
    whole = [Span(0, len(article.text))]
    parsing = seconds(lambda: parser.columns(article.text, whole))
    (columns,) = parser.columns(article.text, whole)
    small = finding(article, Parse(article.text, columns), 3)
    large = finding(*repeated(article, columns, TIMES), 1)
    print(f"\nparse {parsing:.3f} s, entities {small:.3f} s; of 1 MB {large:.3f} s")
    assert small <= SHARE * parsing, f"entities {small:.3f} s, parse {parsing:.3f} s"
    assert large <= GROWTH * TIMES * small, f"1 MB {large:.3f} s, 10 KB {small:.3f} s"

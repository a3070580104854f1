"""Small articles of the timeline's tests, all written on one Friday."""

from __future__ import annotations

from datetime import date

from reader import Analyzer, Article
from reader.analysis.types import Event

FRIDAY = date(2013, 3, 22)


def dated(analyzer: Analyzer, text: str) -> list[Event]:
    """The entries of an article that a time expression dates, in order of time."""
    article = Article.from_text(text, published=FRIDAY)
    return [event for event in analyzer.analyze(article).timeline if event.time is not None]


def only(analyzer: Analyzer, text: str) -> Event:
    """The one entry of an article that a time expression dates."""
    (event,) = dated(analyzer, text)
    return event

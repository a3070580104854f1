"""The chain of analyses, from a parsed article to everything found in it.

Each link is a pure function of the parse and of what earlier links found.
"""

from __future__ import annotations

from ..article import Article
from . import entities, quotes, timeline, times
from .annotations import Annotations
from .parse import Parse


def annotate(article: Article, parse: Parse) -> Annotations:
    """All annotations of `article`."""
    marks = quotes.pair_marks(article)
    found = entities.find(article, parse, marks)
    said = quotes.attribute(article, parse, marks, found)
    found = entities.link_speech(article, parse, found, said)
    when = times.find(article, parse)
    events = timeline.build(article, parse, when, found, said)
    return Annotations(entities=found, quotes=said, times=when, timeline=events)

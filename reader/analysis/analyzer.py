"""The analysis as a library: an article in, an `Analysis` out."""

from __future__ import annotations

from ..article import Article
from .annotations import Analysis
from .defaults import DEFAULT_MODEL
from .parsing import Parser
from .pipeline import annotate


class Analyzer:
    """Analyses articles with one loaded spaCy pipeline.

    `model` is the name of an installed English spaCy pipeline with a tagger, a parser and
    an entity recogniser. Raises ModelError, in one sentence for a person, where it cannot
    be loaded.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._parser = Parser(model)

    @property
    def notice(self) -> str | None:
        """What the user should know about the pipeline's weights, in one sentence."""
        return self._parser.notice

    def analyze(self, article: Article) -> Analysis:
        """Everything found in `article`. The same article gives the same analysis."""
        return Analysis.of(article, annotate(article, self._parser.parse(article)))

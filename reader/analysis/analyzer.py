"""The analysis as a library: an article in, an `Analysis` out."""

from __future__ import annotations

from collections.abc import Sequence

from ..article import Article
from .parse.columns import Parse
from .parse.defaults import DEFAULT_MODEL
from .parse.gathering import Gathering
from .parse.parser import Parser
from .recovery import find_all, parse_batch
from .types import Analysis, Known


class Analyzer:
    """Analyses articles with one loaded spaCy pipeline.

    `model` is the name of an installed English spaCy pipeline with a tagger, a parser and
    an entity recogniser. Raises ModelError, in one sentence for a person, where it cannot
    be loaded.
    """

    def __init__(self, model: str = DEFAULT_MODEL, known: Sequence[Known] = ()) -> None:
        """`known` is what a person has said of names in general."""
        self._parser = Parser(model)
        self._known = known

    @property
    def notice(self) -> str | None:
        """What the user should know about the pipeline's weights, in one sentence."""
        return self._parser.notice

    def analyze(self, article: Article) -> Analysis:
        """Everything found in `article`. The same article gives the same analysis.

        A passage on which the analysis fails is among the `problems`; nothing is raised.
        """
        return self.analyze_and_parse(article)[0]

    def analyze_and_parse(self, article: Article) -> tuple[Analysis, Parse]:
        """The analysis, and the parse it was made from, for exports that need its tokens."""
        gathering = self._gathered(article)
        parse = gathering.parse()
        return Analysis.of(
            article, find_all(article, parse, gathering.problems, self._known)
        ), parse

    def parse(self, article: Article) -> Parse:
        """The parse of an article alone."""
        return self._gathered(article).parse()

    def _gathered(self, article: Article) -> Gathering:
        gathering = Gathering(article)
        for index in gathering.order:
            batch = gathering.batches[index]
            gathering.add(index, *parse_batch(self._parser.columns, article.text, batch))
        return gathering

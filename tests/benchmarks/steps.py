"""The steps after the parse: their share of the parse's time, and how they grow with the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property, partial
from pathlib import Path

from reader.analysis import DEFAULT_MODEL, Annotations, entities
from reader.analysis.parse.columns import Parse
from reader.analysis.parse.parser import Parser
from reader.analysis.pipeline import redate
from reader.analysis.quotes import attribute, pair_marks
from reader.analysis.types import Entity, Quote
from reader.article import Article
from tests.analysis.entities import test_many_names as many_names
from tests.analysis.quotes import test_properties as long_sentences

from .figures import Cost, Figure, processor

_NAMES, _WORDS = 2_000, 16_000
_MARKS = {"opening": "“", "straight": '"', "nested": "“a ‘b c’ d” "}
_SENTENCES = {
    "reports": long_sentences.SAID,
    "marks": long_sentences.MARK,
    "frames": long_sentences.PAIR,
    "cues": long_sentences.CUES,
    "according": long_sentences.ACCORDING,
}


Work = Callable[[], object]


class Chain:
    """The steps on one text, each with what the earlier ones found."""

    def __init__(self, path: Path, share: float = 1.0) -> None:
        text = path.read_text("utf-8")
        self.article = Article.from_text(text[: round(share * len(text))])

    @cached_property
    def _parse(self) -> Parse:
        return self.parse()

    @cached_property
    def _found(self) -> Annotations:
        named = self._named()
        return Annotations(entities=named, quotes=self._said(named))

    def run_once(self) -> None:
        """Have everything there that a step needs, and every word list read."""
        self.dates()

    def parse(self) -> Parse:
        return parser().parse(self.article)

    def entities(self) -> object:
        return entities.link_speech(self.article, self._parse, self._named(), self._found.quotes)

    def quotes(self) -> object:
        return self._said(self._found.entities)

    def dates(self) -> object:
        return redate(self.article, self._parse, self._found)

    def _named(self) -> tuple[Entity, ...]:
        return entities.find(self.article, self._parse, pair_marks(self.article))

    def _said(self, found: tuple[Entity, ...]) -> tuple[Quote, ...]:
        return attribute(self.article, self._parse, pair_marks(self.article), found)


Step = Callable[[Chain], object]


def figures(large: Path) -> list[Figure]:
    """`large` is a text whose tenth is still an article."""
    whole, tenth = Chain(large), Chain(large, 0.1)
    steps: tuple[tuple[str, Step, float], ...] = (
        ("entities", Chain.entities, 0.25),
        ("quotes", Chain.quotes, 0.10),
        ("times and timeline", Chain.dates, 0.15),
    )
    return [
        *(
            Figure(f"{name}, large text", "the parse", reach, _of(whole, step), _of(whole))
            for name, step, reach in steps
        ),
        *(
            Figure(
                f"growth of {name}, large text",
                "its tenth, ten times",
                1.1,
                _of(whole, step),
                _of(tenth, step, divisor=0.1),
            )
            for name, step, _ in steps
        ),
        *(_growth(f"entities, {kind}", _names(kind), _NAMES) for kind in many_names.NAMES),
        *(
            _growth(f"quotes, one sentence of {kind}", _sentence(kind), _WORDS)
            for kind in _SENTENCES
        ),
        *(_growth(f"marks, all {kind}", _marks(kind), _WORDS) for kind in _MARKS),
    ]


@cache
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def _of(chain: Chain, step: Step = Chain.parse, divisor: float = 1.0) -> Cost:
    def prepare() -> Work:
        chain.run_once()
        return partial(step, chain)

    return processor(prepare, divisor)


def _growth(name: str, work: Callable[[int], Work], count: int) -> Figure:
    return Figure(
        f"growth of {name}",
        "a quarter, four times",
        1.5,
        processor(partial(work, count)),
        processor(partial(work, count // 4), divisor=0.25),
    )


def _names(kind: str) -> Callable[[int], Work]:
    def work(count: int) -> Work:
        article, parse = many_names.parsed([many_names.NAMES[kind](n) for n in range(count)])
        return lambda: entities.find(article, parse, ())

    return work


def _sentence(kind: str) -> Callable[[int], Work]:
    def work(count: int) -> Work:
        article, parse = long_sentences.parsed(_SENTENCES[kind], count)
        return lambda: attribute(article, parse, pair_marks(article), ())

    return work


def _marks(kind: str) -> Callable[[int], Work]:
    def work(count: int) -> Work:
        article = Article(_MARKS[kind] * count)
        return lambda: pair_marks(article)

    return work

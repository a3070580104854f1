"""Texts built to hurt the analysis: the whole of it takes a time that grows with the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

from reader.analysis.parse.parser import Parser
from reader.analysis.pipeline import annotate
from reader.article import Article

from .figures import Figure, processor
from .steps import Work, parser

_LENGTH = 100_000
_BEGINNINGS = ("Al", "Be", "Do", "Ka", "Lo", "Ma", "Ne", "Ro", "Sa", "To", "Vi", "Wa")
_ENDINGS = ("bert", "nard", "roline", "minic", "nesto", "bian", "stave", "rold", "seph", "tia")


def _names() -> Iterator[str]:
    """A name for each of 14,400 people."""
    parts = product(_BEGINNINGS, _ENDINGS, _BEGINNINGS, _ENDINGS)
    return (f"{one}{two} {three}{four}" for one, two, three, four in parts)


def _all_names(length: int) -> str:
    return "".join(f"{name} met the mayor on Monday.\n\n" for name in _names())[:length]


def _over_and_over(words: str) -> Callable[[int], str]:
    return lambda length: (words * (length // len(words) + 1))[:length]


TEXTS: dict[str, Callable[[int], str]] = {
    "names, each once": _all_names,
    "one name": _over_and_over("Mara Voss said that Mara Voss met Voss. "),
    "a paragraph without a full stop": _over_and_over("and she said that she would go on Monday "),
    "quotation marks": _over_and_over('"'),
    "nested marks": _over_and_over("((((“‘"),
    "nested marks and words": _over_and_over("(she “said ‘that "),
    "dates": _over_and_over("on Monday, 3 May 2013, or later "),
    "beginnings of dates in blanks": _over_and_over(
        "the month of" + " " * 2000 + "early" + "\n" * 2
    ),
    "numbers in words": _over_and_over("forty-"),
    "blanks": _over_and_over(" " * 999 + "a"),
    "lines of a word": _over_and_over("said\n"),
    "marks on one letter": lambda length: "a" + "\u0301" * length,
    "joined words": _over_and_over("semi-"),
}


def figures() -> list[Figure]:
    """One analysis of each text at full length, against a quarter of it four times."""
    return [
        Figure(
            f"growth of the whole analysis, {kind}",
            "a quarter, four times",
            1.5,
            processor(partial(_analysis, make, _LENGTH)),
            processor(partial(_analysis, make, _LENGTH // 4), divisor=0.25),
            most_rounds=3,
        )
        for kind, make in TEXTS.items()
    ]


def _analysis(make: Callable[[int], str], length: int) -> Work:
    text = make(length)
    ready: Parser = parser()

    def work() -> object:
        article = Article.from_text(text)
        return annotate(article, ready.parse(article))

    return work

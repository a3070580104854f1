"""The step's time grows with the text, whatever names it holds."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from reader import Article
from reader.analysis import entities
from reader.analysis.parse import Columns, NamedSpan, Parse


def parsed(names: list[str]) -> tuple[Article, Parse]:
    """A text of sentences "NAME said ." with its parse, made without a model."""
    columns, at = Columns(), 0
    for name in names:
        first = len(columns.start)
        columns.sentences.append(first)
        words = [*name.split(), "said", "."]
        verb = first + len(words) - 2
        for number, word in enumerate(words):
            token = first + number
            columns.start.append(at)
            columns.end.append(at + len(word))
            at += len(word) + 1
            columns.text.append(word)
            columns.lemma.append("say" if token == verb else word.lower())
            kind = {verb: ("VERB", "VBD", "ROOT"), verb + 1: ("PUNCT", ".", "punct")}
            pos, tag, dep = kind.get(token, ("PROPN", "NNP", "compound"))
            columns.pos.append(pos)
            columns.tag.append(tag)
            columns.dep.append("nsubj" if token == verb - 1 else dep)
            columns.head.append(verb if token >= verb - 1 else token + 1)
        columns.names.append(NamedSpan(first, verb, "PERSON"))
    article = Article(" ".join(f"{name} said ." for name in names))
    return article, Parse(article.text, columns)


def seconds(names: list[str]) -> float:
    article, parse = parsed(names)
    started = process_time()
    entities.find(article, parse, ())
    return process_time() - started


@pytest.mark.parametrize(
    "name",
    [
        lambda n: f"F{n}x Sur{n}y",
        lambda n: "John Smith" if n % 2 else "Smith",
        lambda n: f"F{n}x Smith" if n % 2 else "Smith",
        lambda n: f"John Sur{n}y" if n % 2 else "John",
        lambda n: f"Alpha Beta{n} Trust" if n % 2 else "Alpha",
    ],
    ids=["all different", "one name", "one surname", "one forename", "one beginning"],
)
def test_eight_times_the_names_take_less_than_twenty_times_as_long(
    name: Callable[[int], str],
) -> None:
    seconds([name(n) for n in range(50)])  # word lists are read once
    few = min(seconds([name(n) for n in range(250)]) for _ in range(3))
    many = min(seconds([name(n) for n in range(2000)]) for _ in range(2))
    assert many < 20 * few

"""Many names in one text, as they may share their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader import Article
from reader.analysis import entities
from reader.analysis.parse.columns import Columns, NamedSpan, Parse


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


NAMES: dict[str, Callable[[int], str]] = {
    "all different": lambda n: f"F{n}x Sur{n}y",
    "one name": lambda n: "John Smith" if n % 2 else "Smith",
    "one surname": lambda n: f"F{n}x Smith" if n % 2 else "Smith",
    "one forename": lambda n: f"John Sur{n}y" if n % 2 else "John",
    "one beginning": lambda n: f"Alpha Beta{n} Trust" if n % 2 else "Alpha",
}


@pytest.mark.parametrize(
    ("names", "mentioned"),
    [
        ("all different", [1] * 400),
        ("one name", [400]),
        ("one surname", [200] + [1] * 200),
        ("one forename", [200] + [1] * 200),
        ("one beginning", [200] + [1] * 200),
    ],
)
def test_every_name_finds_its_entity(names: str, mentioned: list[int]) -> None:
    article, parse = parsed([NAMES[names](n) for n in range(400)])
    found = entities.find(article, parse, ())
    assert [len(entity.mentions) for entity in found] == mentioned


def test_a_text_may_end_in_a_name_in_the_genitive() -> None:
    columns = Columns(
        start=[0, 3, 9, 15],
        end=[2, 8, 15, 17],
        text=["At", "night", "Lorcan", "'s"],
        lemma=["at", "night", "Lorcan", "'s"],
        pos=["ADP", "NOUN", "PROPN", "PART"],
        tag=["IN", "NN", "NNP", "POS"],
        dep=["ROOT", "pobj", "poss", "case"],
        head=[0, 0, 1, 2],
        sentences=[0],
        names=[NamedSpan(2, 4, "PERSON")],
    )
    article = Article("At night Lorcan's")
    found = entities.find(article, Parse(article.text, columns), ())
    assert [entity.name for entity in found] == ["Lorcan"]

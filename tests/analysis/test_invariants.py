"""Impossible analyses are told from possible ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from reader import Analyzer, Article
from reader.analysis import Annotations, Mention, Span
from reader.analysis.invariants import is_sound

TEXT = "“We will rebuild,” Mara Voss said on 3 May 2021. Ms. Voss left Tarn in 2020."


@pytest.fixture(scope="module")
def found(analyzer: Analyzer) -> Annotations:
    analysis = analyzer.analyze(Article.from_text(TEXT))
    return Annotations(
        entities=analysis.entities,
        quotes=analysis.quotes,
        times=analysis.times,
        timeline=analysis.timeline,
    )


def test_what_the_analysis_finds_is_sound(found: Annotations) -> None:
    assert found.entities
    assert found.quotes
    assert found.timeline
    assert is_sound(found, len(TEXT))
    assert not is_sound(found, len(TEXT) - 10)


def first(name: str, **values: object) -> Callable[[Annotations], Annotations]:
    """Changes the first annotation of a list."""

    def change(found: Annotations) -> Annotations:
        one, *others = getattr(found, name)
        return replace(found, **{name: (replace(one, **values), *others)})

    return change


def doubled(name: str) -> Callable[[Annotations], Annotations]:
    return lambda found: replace(found, **{name: (*getattr(found, name), *getattr(found, name))})


@pytest.mark.parametrize(
    "change",
    [
        first("entities", mentions=()),
        first("entities", mentions=(Mention(-5, 3, "name"),)),
        first("entities", mentions=(Mention(0, 2**62, "name"),)),
        first("entities", mentions=(Mention(4, 4, "name"),)),
        first("entities", adjectives=(Span(9, 8),)),
        first("quotes", content=()),
        first("quotes", cue=Span(0, 2**62)),
        first("quotes", speaker="E999"),
        first("quotes", same_as="Q999"),
        first("times", start=-1),
        first("timeline", time="T999"),
        first("timeline", entities=("E999",)),
        first("timeline", predicate=Span(-1, 2)),
        first("timeline", disagrees=("V999",)),
        doubled("entities"),
        doubled("timeline"),
    ],
)
def test_what_cannot_be_is_not_sound(
    found: Annotations, change: Callable[[Annotations], Annotations]
) -> None:
    assert not is_sound(change(found), len(TEXT))

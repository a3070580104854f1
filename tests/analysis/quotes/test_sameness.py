"""The same words quoted more than once."""

import pytest

from reader import Analyzer, Article


def same(analyzer: Analyzer, text: str) -> list[str | None]:
    return [quote.same_as for quote in analyzer.analyze(Article.from_text(text)).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Olsen said “the dam will hold for a century”. It is old.\n\n"
            "“The dam will hold for a century,” Olsen said.",
            [None, "Q1"],
            id="equal but for marks and capitals",
        ),
        pytest.param(
            "Olsen said “the dam will hold” in May.\n\n"
            "“We know that the dam will hold for a century,” Olsen said.",
            [None, "Q1"],
            id="part of longer words",
        ),
        pytest.param(
            "Olsen called it “the best dam of all”. “It is the best dam of all here,” Olsen said. "
            "The wall is old. “They say the best dam of all leaks,” Olsen said.",
            [None, "Q1", None],
            id="two longer ones are not the same for what they share",
        ),
        pytest.param(
            "Olsen said “the dam will hold for a century”.\n\n"
            "“The dam will hold for a century,” Berg said.",
            [None, None],
            id="another speaker",
        ),
        pytest.param(
            "Olsen said the dam would hold for a century. Olsen said the dam would hold.",
            [None, None],
            id="retold words are equal or not the same",
        ),
        pytest.param(
            "According to two aides, Olsen told the council that the dam “will not hold for ever”.",
            [None, None],
            id="who reports a report",
        ),
        pytest.param(
            "Olsen said “it is old”. “It is old,” Olsen said.", [None, None], id="too short"
        ),
    ],
)
def test_same_words(analyzer: Analyzer, text: str, expected: list[str | None]) -> None:
    assert same(analyzer, text) == expected


def test_somebody_in_the_headline_has_a_name_in_the_body(analyzer: Analyzer) -> None:
    text = (
        "Dam ‘will hold for a century’, says engineer\n\nThe dam is old.\n\n"
        "“The dam will hold for a century,” said Ada Olsen."
    )
    analysis = analyzer.analyze(Article.from_text(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    assert [names.get(quote.speaker or "") for quote in analysis.quotes] == ["Ada Olsen"] * 2


def test_whoever_is_named_for_the_words_elsewhere_speaks(analyzer: Analyzer) -> None:
    text = "“The dam will hold for long”\n\nIt is old.\n\n“The dam will hold for long,” said Olsen."
    first, second = analyzer.analyze(Article.from_text(text)).quotes
    assert first.source is None
    assert first.speaker == second.speaker
    assert first.description == second.description
    assert second.same_as == first.id

"""Things and events without a name that carry a story."""

from __future__ import annotations

import pytest

from reader import Article
from reader.analysis.analyzer import Analyzer
from reader.analysis.types import Form, Kind
from reader.collection import Collection

from .rows import entities


def things(analyzer: Analyzer, text: str) -> dict[str, list[str]]:
    """Each entity without a name, with all that means it."""
    return {
        entity.name: [text[m.start : m.end] for m in entity.mentions]
        for entity in entities(analyzer, text)
        if all(mention.form is not Form.NAME for mention in entity.mentions)
    }


def test_a_storm_is_one_entity_with_its_descriptions_and_pronouns(analyzer: Analyzer) -> None:
    text = (
        "Winter storm kills six\n\n"
        "HARROW (Wire) - A powerful winter storm hit the coast on Monday. It tore roofs off "
        "forty houses.\n\nOfficials said the storm killed six people. This storm was the worst "
        "in ten years."
    )
    found = things(analyzer, text)
    assert found == {
        "Winter storm": ["Winter storm", "A powerful winter storm", "the storm", "This storm"]
    }
    (storm,) = (e for e in entities(analyzer, text) if e.name == "Winter storm")
    assert storm.kind is Kind.OTHER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The council passed a bill on Monday. The bill bans glass on the beach. Ann Moss "
            "wrote the bill.",
            {"bill": ["a bill", "The bill", "the bill"]},
            id="a bill",
        ),
        pytest.param(
            "A rocket exploded on Monday because it had a leak. The rocket carried nobody.",
            {"rocket": ["A rocket", "it", "The rocket"]},
            id="two nouns and a pronoun",
        ),
        pytest.param("A storm hit Velm. The storm passed.", {}, id="two mentions are too few"),
        pytest.param(
            "A storm hit Velm. A new storm hit Harrow. A second storm hit Lorne.",
            {},
            id="three storms",
        ),
        pytest.param(
            "The 1991 agreement ended. Under the 2007 agreement both sides paid. The 2007 "
            "agreement ended too. Nobody kept the 2007 agreement.",
            {},
            id="years tell agreements apart",
        ),
        pytest.param(
            "A table stood in the hall. The table was old. Ann Moss sold the table.",
            {},
            id="what carries no story",
        ),
        pytest.param(
            "HMS Marlin sank off Velm. The ship carried coal. Divers found the ship on "
            "Monday. The ship lies deep.",
            {},
            id="a ship that has a name",
        ),
        pytest.param(
            "The new Falcon X9 rocket is tall. The Falcon X9 rocket is white. Ann Moss saw the "
            "Falcon X9 rocket.",
            {},
            id="a rocket with its name in front",
        ),
        pytest.param(
            "Petrel-2, a weather satellite, has called home. The satellite was lost in 2015. "
            "Ann Moss heard the satellite. The satellite is tired.",
            {},
            id="a satellite that has a name",
        ),
    ],
)
def test_what_is_a_thing(analyzer: Analyzer, text: str, expected: dict[str, list[str]]) -> None:
    assert things(analyzer, text) == expected


def test_a_report_that_speaks_stays_a_description(analyzer: Analyzer) -> None:
    text = (
        "The council published a report on Monday. The report said the bridge was unsafe. Ann "
        "Moss read the report."
    )
    analysis = analyzer.analyze(Article.from_text(text))
    assert things(analyzer, text)
    (quote,) = analysis.quotes
    assert (quote.speaker, quote.description) == (None, "The report")


def test_storms_of_two_articles_are_two(analyzer: Analyzer) -> None:
    text = "A storm hit {}. The storm killed six. The storm passed."
    analyses = {
        place: analyzer.analyze(Article.from_text(text.format(place))) for place in ("Oslo", "Rome")
    }
    cast = Collection(analyses).cast
    storms = [member for member in cast if member.name == "storm"]
    assert [len(member.figures) for member in storms] == [1, 1]

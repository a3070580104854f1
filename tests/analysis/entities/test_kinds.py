"""What kind a name is, by its words and its use."""

from __future__ import annotations

import pytest

from reader.analysis.analyzer import Analyzer

from .rows import entities, names


def kinds(analyzer: Analyzer, text: str) -> dict[str, str]:
    return {name: kind for name, (kind, _) in names(analyzer, text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zeb Harlan rose at dawn. Harlan's wife and Harlan's mother slept.",
            {"Zeb Harlan": "person"},
        ),
        ("The mayor of Velm and the streets of Velm were calm.", {"Velm": "place"}),
        ("Shares of Tarn fell; Tarn's shareholders sold.", {"Tarn": "organization"}),
        (
            "A bank was founded in Novi, Michigan. Ezra Moss, 58, of Broken Bow, sued it.",
            {
                "Novi": "place",
                "Michigan": "place",
                "Ezra Moss": "person",
                "Broken Bow": "place",
            },
        ),
        (
            "The Portland Hawks beat the Tacoma Tigers on Friday.",
            {"Portland Hawks": "organization", "Tacoma Tigers": "organization"},
        ),
        (
            "The Norland Policy Center said so. The Center for Rural Law agreed.",
            {"Norland Policy Center": "organization", "Center for Rural Law": "organization"},
        ),
        (
            "Delta Hydro, which owns the dam, denied it. The Saudi Gazette did not.",
            {"Delta Hydro": "organization", "Saudi Gazette": "organization"},
        ),
    ],
)
def test_words_and_use_settle_the_kind(
    analyzer: Analyzer, text: str, expected: dict[str, str]
) -> None:
    assert kinds(analyzer, text) == expected


def test_faiths_before_a_noun_are_adjectives_of_their_group(analyzer: Analyzer) -> None:
    text = "Muslim leaders met Catholic priests in Rome. Muslims prayed."
    assert {
        entity.name: [text[span.start : span.end] for span in entity.adjectives]
        for entity in entities(analyzer, text)
    } == {"Rome": [], "Muslims": ["Muslim"]}

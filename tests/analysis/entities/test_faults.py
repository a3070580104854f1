"""Kinds of fault that readers met, each in a text of our own with the rows that are right."""

from __future__ import annotations

import pytest

from reader.analysis.analyzer import Analyzer

from .rows import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "June Holt and April Stone met Jan Moore in May.",
            {"June Holt": "person", "April Stone": "person", "Jan Moore": "person"},
        ),
        (
            "The Roads Bill failed. The Bill had cost Premier Bill Hartley his seat.",
            {"Roads Bill": "law", "Bill Hartley": "person"},
        ),
        (
            "Shots were fired on Heron Close and in Quarry Lane, police said.",
            {"Heron Close": "facility", "Quarry Lane": "facility"},
        ),
        (
            "Dr Ida Marsh, PhD, OBE, opened the clinic with nurse Ben Achebe, RN.",
            {"Ida Marsh": "person", "Ben Achebe": "person"},
        ),
        (
            "Secretary of State for Roads and Harbours Nadine Foss resigned on Monday.",
            {"Nadine Foss": "person"},
        ),
        (
            "FILE PHOTO: A ship waits in Ohio, July 20, 2017.\n\nREUTERS/Jon Hale",
            {"Ohio": "place", "REUTERS": "organization", "Jon Hale": "person"},
        ),
        (
            "She won the shield with two clubs, Ostby in 2004 and Velm in 2010.",
            {"Ostby": "organization", "Velm": "organization"},
        ),
        (
            "Brewing company Orrick’s plan to build a hall drew anger.",
            {"Orrick": "organization"},
        ),
        (
            "Helena Lorne (Helena Maria Holt; born 3 May 1951) paints. Helena sells nothing.",
            {"Helena Maria Holt": "person"},
        ),
        (
            "Gareth Lowe-Pugh, 58, of Meadow Rise, Brecon, admitted theft.",
            {"Gareth Lowe-Pugh": "person", "Meadow Rise": "place", "Brecon": "place"},
        ),
        (
            "John Smythe II built the mill. His son, John Smythe III, sold it.",
            {"John Smythe II": "person", "John Smythe III": "person"},
        ),
        (
            "Arsenal beat Chelsea 2-1 at home, and Everton have sacked their coach.",
            {"Arsenal": "organization", "Chelsea": "organization", "Everton": "organization"},
        ),
        (
            "OrbiSoft sold PetraGrid to a rival, and PetraGrid lost half of its staff.",
            {"OrbiSoft": "organization", "PetraGrid": "organization"},
        ),
        (
            "Hurricane Odalys hit Florida on Friday and killed three people.",
            {"Hurricane Odalys": "event", "Florida": "place"},
        ),
        (
            "Doctors in Ohio treated Covid-19 and Ebola. She won the Nobel Prize.",
            {"Ohio": "place", "Covid-19": "other", "Ebola": "other", "Nobel Prize": "other"},
        ),
        (
            "Tarn Inc. was sold. Analysts like Tarn. The widow of Joost van der Linden left.",
            {"Tarn Inc.": "organization", "Joost van der Linden": "person"},
        ),
    ],
)
def test_rows_are_right(analyzer: Analyzer, text: str, expected: dict[str, str]) -> None:
    assert {name: kind for name, (kind, _) in names(analyzer, text).items()} == expected


def test_nothing_is_a_work_for_want_of_evidence(analyzer: Analyzer) -> None:
    text = "They spoke of Skelwith Grent at length, and then of Ormsgill."
    assert "work" not in {kind for kind, _ in names(analyzer, text).values()}

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


def test_a_number_behind_a_hyphen_is_a_product_s(analyzer: Analyzer) -> None:
    text = "Engineers launched Petrel-2 on Monday. Two Clevelanders cheered them."
    assert names(analyzer, text) == {
        "Petrel-2": ("product", ["Petrel-2"]),
        "Clevelanders": ("group", ["Clevelanders"]),
    }


def test_marks_hold_a_title_with_a_point_inside(analyzer: Analyzer) -> None:
    text = "Ann Moss spoke on CBS's ''Meet the Moment.'' She won."
    assert names(analyzer, text) == {
        "Ann Moss": ("person", ["Ann Moss"]),
        "CBS": ("organization", ["CBS"]),
        "Meet the Moment": ("work", ["Meet the Moment"]),
    }


def test_a_state_in_short_behind_a_comma_shows_a_place(analyzer: Analyzer) -> None:
    text = "The Van Ness, Calif., bank grew."
    assert names(analyzer, text) == {
        "Van Ness": ("place", ["Van Ness"]),
        "Calif.": ("place", ["Calif."]),
    }


def test_the_last_word_tells_a_firm_and_a_law(analyzer: Analyzer) -> None:
    text = (
        "The Gang of Nine backed the Freedom of Harbours Act. Moody's Analytics fell. "
        "Savings at Hartwell Capital grew."
    )
    assert names(analyzer, text) == {
        "Gang of Nine": ("organization", ["Gang of Nine"]),
        "Freedom of Harbours Act": ("law", ["Freedom of Harbours Act"]),
        "Moody's Analytics": ("organization", ["Moody's Analytics"]),
        "Hartwell Capital": ("organization", ["Hartwell Capital"]),
    }


def test_a_thing_beside_a_land_is_not_the_land(analyzer: Analyzer) -> None:
    text = "Russia, a smoking gun, denied it."
    assert [(e.name, len(e.mentions), e.roles) for e in entities(analyzer, text)] == [
        ("Russia", 1, ())
    ]


def test_a_legal_form_with_dots_shows_a_firm(analyzer: Analyzer) -> None:
    text = "Chase Harbor Bank N.A. sued in Ohio. Officials from Pfizer and Allergan met."
    assert names(analyzer, text) == {
        "Chase Harbor Bank N.A.": ("organization", ["Chase Harbor Bank N.A."]),
        "Ohio": ("place", ["Ohio"]),
        "Pfizer": ("organization", ["Pfizer"]),
        "Allergan": ("organization", ["Allergan"]),
    }


def test_what_stands_beside_tells_a_network_and_a_shore(analyzer: Analyzer) -> None:
    text = "Viewers of the Telvisa network left. They live in the Hamptons."
    assert names(analyzer, text) == {
        "Telvisa": ("organization", ["Telvisa"]),
        "Hamptons": ("place", ["Hamptons"]),
    }


def test_a_case_in_court_is_a_law(analyzer: Analyzer) -> None:
    text = "Judges cited Roe v. Wade and Brown v. Board of Education."
    assert names(analyzer, text) == {
        "Roe v. Wade": ("law", ["Roe v. Wade"]),
        "Brown v. Board of Education": ("law", ["Brown v. Board of Education"]),
    }


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The survey asked them again in Wave 4 and Wave 5.", "Wave 4", "other"),
        (
            "Ships turn slowly (Ostrander, 2001). Tides matter.",
            "Ostrander",
            "person",
        ),
        (
            "Dr. Berg studies the Velm language, which has six cases.",
            "Velm",
            "language",
        ),
        ("Ann Moss, the MP for North Harrow, has resigned.", "North Harrow", "place"),
        ("The A64 was closed on Monday after a crash.", "A64", "place"),
        ("The holders of Class B shares were paid.", "Class B", "other"),
        ("Ann Moss wrote it on Windows at home.", "Windows", "product"),
        ("Doctors in Ohio treated a child for Mpox.", "Mpox", "other"),
        ("He moved to Saint Lucia in May with his wife.", "Saint Lucia", "place"),
        ("They took her to the Queen Anne Hospital on Friday.", "Queen Anne Hospital", "facility"),
        (
            "Nurses lacked personal protective equipment (PPE). The PPE came late.",
            "PPE",
            "other",
        ),
    ],
)
def test_what_words_around_a_name_say(analyzer: Analyzer, text: str, name: str, kind: str) -> None:
    found = names(analyzer, text)
    assert found[name][0] == kind


def test_a_currency_beside_an_amount_names_nothing(analyzer: Analyzer) -> None:
    assert "SEK" not in names(analyzer, "Ann Moss paid SEK 300 for the boat and 20 DKK for oars.")


def test_a_department_has_the_acronym_of_its_field(analyzer: Analyzer) -> None:
    text = "The Department of Harbor Affairs hired six nurses. The HA has six nurses now."
    assert names(analyzer, text) == {
        "Department of Harbor Affairs": ("organization", ["Department of Harbor Affairs", "HA"])
    }

"""Who and what is named: spans, kinds, and which names mean the same."""

from __future__ import annotations

import pytest

from reader import Article
from reader.analysis.analyzer import Analyzer

from .rows import entities, names


def test_a_title_and_an_office_are_no_part_of_a_name(analyzer: Analyzer) -> None:
    text = (
        "Russian Defense Minister Sergei Orlov met the mayor of Lisbon on Monday. "
        "Orlov's visit lasted two days, and Mr. Orlov thanked Portugal for its help."
    )
    assert names(analyzer, text) == {
        "Sergei Orlov": ("person", ["Sergei Orlov", "Orlov", "Orlov"]),
        "Lisbon": ("place", ["Lisbon"]),
        "Portugal": ("place", ["Portugal"]),
    }


def test_a_forename_settles_a_surname_that_is_a_place(analyzer: Analyzer) -> None:
    text = (
        "Valeska Paris left the ship in March. Paris said that Church of Harmony officials "
        "had lied. The Church denied it."
    )
    assert names(analyzer, text) == {
        "Valeska Paris": ("person", ["Valeska Paris", "Paris"]),
        "Church of Harmony": ("organization", ["Church of Harmony", "Church"]),
    }


def test_an_acronym_in_brackets_a_nickname_and_a_hyphen(analyzer: Analyzer) -> None:
    text = (
        "Robert Hayes joined Northern Rail Authority (NRA) in 2004. The NRA later dismissed "
        'Hayes. "Bob Hayes was loyal," Maria Lopez-Garcia of the State Department said.'
    )
    assert names(analyzer, text) == {
        "Robert Hayes": ("person", ["Robert Hayes", "Hayes", "Bob Hayes"]),
        "Northern Rail Authority": ("organization", ["Northern Rail Authority", "NRA", "NRA"]),
        "Maria Lopez-Garcia": ("person", ["Maria Lopez-Garcia"]),
        "State Department": ("organization", ["State Department"]),
    }


def test_a_surname_of_two_people_goes_to_the_one_named_last(analyzer: Analyzer) -> None:
    text = (
        "John Adams and Mary Adams bought a farm in Ohio. In 2010 John Adams left. "
        "Mary Adams stayed. Adams sold the farm to Wong Kwok-hing."
    )
    assert names(analyzer, text) == {
        "John Adams": ("person", ["John Adams", "John Adams"]),
        "Mary Adams": ("person", ["Mary Adams", "Mary Adams", "Adams"]),
        "Ohio": ("place", ["Ohio"]),
        "Wong Kwok-hing": ("person", ["Wong Kwok-hing"]),
    }


def test_a_slip_of_one_letter_is_the_same_name(analyzer: Analyzer) -> None:
    text = (
        "Kristin Wilkins opened the show. Kristen Wilkins said it was a success. "
        "The Washington Post praised Wilkins in Washington."
    )
    assert names(analyzer, text) == {
        "Kristin Wilkins": ("person", ["Kristin Wilkins", "Kristen Wilkins", "Wilkins"]),
        "Washington Post": ("organization", ["Washington Post"]),
        "Washington": ("place", ["Washington"]),
    }


def test_a_dateline_and_the_names_of_countries(analyzer: Analyzer) -> None:
    text = (
        "PORT WILSON (AP) - IBM and Microsoft Corp. agreed on a merger, the U.S. said. "
        "The United States and Britain, together with the U.K., will review it. "
        "American officials said Microsoft was ready."
    )
    assert names(analyzer, text) == {
        "PORT WILSON": ("place", ["PORT WILSON"]),
        "AP": ("organization", ["AP"]),
        "IBM": ("organization", ["IBM"]),
        "Microsoft Corp.": ("organization", ["Microsoft Corp.", "Microsoft"]),
        "United States": ("place", ["U.S.", "United States"]),
        "Britain": ("place", ["Britain", "U.K."]),
    }


def test_an_adjective_of_nationality_is_a_relation_and_no_mention(analyzer: Analyzer) -> None:
    text = "France sent two ships. A French officer thanked the crews."
    (france,) = entities(analyzer, text)
    assert [text[a.start : a.end] for a in france.adjectives] == ["French"]
    assert [text[m.start : m.end] for m in france.mentions] == ["France"]


@pytest.mark.parametrize("text", ["", "\n\n", "…", "Mr.", "The", "'s", "A\n\nB", "(ABC)", "𝕳𝖎 Ω"])
def test_any_text_is_read(analyzer: Analyzer, text: str) -> None:
    analyzer.analyze(Article.from_text(text))


def test_headlines_in_title_case_and_capitals_name_only_whom_the_text_names(
    analyzer: Analyzer,
) -> None:
    text = (
        "LEADING SENATOR QUITS\n\nJim Harper left the Senate on Monday. Harper was 70.\n\n"
        "Why Harper Left The Senate After Ten Years\n\nFriends said Harper was ill."
    )
    found = names(analyzer, text)
    assert found["Jim Harper"] == ("person", ["Jim Harper", "Harper", "Harper", "Harper"])
    assert set(found) <= {"Jim Harper", "Senate"}


def test_an_office_swallows_no_organisation_and_a_newspaper_is_one(analyzer: Analyzer) -> None:
    text = (
        "Jeff Rathbone, the State Department spokesman, wrote to the Boston Globe. "
        "The Saudi Interior Ministry did not answer Rathbone."
    )
    found = names(analyzer, text)
    assert found["Jeff Rathbone"] == ("person", ["Jeff Rathbone", "Rathbone"])
    assert found["State Department"] == ("organization", ["State Department"])
    assert found["Boston Globe"] == ("organization", ["Boston Globe"])


def test_peoples_and_faiths_are_groups_and_languages_languages(analyzer: Analyzer) -> None:
    text = "Muslims and Christians met the Turks. Turkish officials came. Ann Moss speaks French."
    assert names(analyzer, text) == {
        "Muslims": ("group", ["Muslims"]),
        "Christians": ("group", ["Christians"]),
        "Turks": ("group", ["Turks"]),
        "Ann Moss": ("person", ["Ann Moss"]),
        "French": ("language", ["French"]),
    }


def test_a_place_inside_another_name_is_not_merged_with_it(analyzer: Analyzer) -> None:
    text = (
        "The New York Times moved to New York City. Staff of the Times like New York. "
        "The Kennedy Space Center is in Florida; Robert Kennedy was never there."
    )
    found = names(analyzer, text)
    assert found["New York Times"] == ("organization", ["New York Times", "Times"])
    assert found["New York City"] == ("place", ["New York City", "New York"])
    assert found["Robert Kennedy"] == ("person", ["Robert Kennedy"])
    assert found["Florida"] == ("place", ["Florida"])
    assert "Kennedy Space Center" in found


def test_a_party_and_state_behind_a_name_are_no_entity(analyzer: Analyzer) -> None:
    text = "Sen. Ted Marlow (R-Texas) spoke in Iowa. Marlow left."
    assert names(analyzer, text) == {
        "Ted Marlow": ("person", ["Ted Marlow", "Marlow"]),
        "Iowa": ("place", ["Iowa"]),
    }


def test_dates_amounts_and_bare_titles_are_no_entities(analyzer: Analyzer) -> None:
    text = "On Monday, the President paid $5 million for 12 percent. The Prime Minister agreed."
    assert names(analyzer, text) == {}


def test_a_head_word_alone_is_the_one_body_it_names(analyzer: Analyzer) -> None:
    text = (
        "The Northern Water Board met in June. Critics of the Department of Justice came too. "
        "They said the Board was slow."
    )
    assert names(analyzer, text) == {
        "Northern Water Board": ("organization", ["Northern Water Board", "Board"]),
        "Department of Justice": ("organization", ["Department of Justice"]),
    }


def test_a_capital_that_only_opens_a_sentence_makes_no_name(analyzer: Analyzer) -> None:
    text = "Wow, said Ann Moss. Huh. Sad! Moss left London."
    assert names(analyzer, text) == {
        "Ann Moss": ("person", ["Ann Moss", "Moss"]),
        "London": ("place", ["London"]),
    }


def test_a_surname_in_a_headline_waits_for_its_full_name(analyzer: Analyzer) -> None:
    text = (
        "Lane sells his fleet\n\nDonald Lane owns ten ships. His daughter Ivy Lane owns two. "
        "Mr. Lane will sell his."
    )
    assert names(analyzer, text) == {
        "Donald Lane": ("person", ["Lane", "Donald Lane", "Lane"]),
        "Ivy Lane": ("person", ["Ivy Lane"]),
    }


def test_a_company_without_its_legal_form_is_the_company(analyzer: Analyzer) -> None:
    text = (
        "A.L. Barrow Corp. was merged into Norcal Corp. on Friday. A.L. Barrow shares rose, and "
        "Norcal paid $82 million. General Grain Inc. lost; shares of General Grain fell."
    )
    assert names(analyzer, text) == {
        "A.L. Barrow Corp.": ("organization", ["A.L. Barrow Corp.", "A.L. Barrow"]),
        "Norcal Corp.": ("organization", ["Norcal Corp.", "Norcal"]),
        "General Grain Inc.": ("organization", ["General Grain Inc.", "General Grain"]),
    }


def test_the_place_in_a_body_s_name_is_not_the_body(analyzer: Analyzer) -> None:
    text = (
        "The Milbrook Historical Society opened in 1990. Children in Milbrook like it. "
        "Corvane Group owns it; Corvane paid."
    )
    assert names(analyzer, text) == {
        "Milbrook Historical Society": ("organization", ["Milbrook Historical Society"]),
        "Milbrook": ("place", ["Milbrook"]),
        "Corvane Group": ("organization", ["Corvane Group", "Corvane"]),
    }


def test_a_noun_beside_a_name_tells_its_kind(analyzer: Analyzer) -> None:
    text = (
        "The frigate Marlin reached the harbour on Friday. It carries Skylark, a radar that "
        "sees through fog. Farms in the Brackley valley were flooded."
    )
    assert {name: kind for name, (kind, _) in names(analyzer, text).items()} == {
        "Marlin": "product",
        "Skylark": "product",
        "Brackley": "place",
    }


def test_a_word_that_opens_the_name_of_land_is_no_body(analyzer: Analyzer) -> None:
    text = (
        "Nobody swims in Orrin Reservoir. The Orrin Society wants it drained. "
        "Visitors say that Orrin smells."
    )
    assert names(analyzer, text) == {
        "Orrin Reservoir": ("place", ["Orrin Reservoir"]),
        "Orrin Society": ("organization", ["Orrin Society"]),
        "Orrin": ("place", ["Orrin"]),
    }


def test_a_common_noun_that_opens_headline_and_text_is_no_name(analyzer: Analyzer) -> None:
    text = (
        "Drought empties reservoirs across the south\n\n"
        "Drought has emptied three reservoirs, the Southern Rivers Authority said."
    )
    assert names(analyzer, text) == {
        "Southern Rivers Authority": ("organization", ["Southern Rivers Authority"])
    }


def test_an_office_before_a_comma_makes_a_person_and_a_storm_is_none(analyzer: Analyzer) -> None:
    text = "The U.S. ambassador, Helen Park, left after Storm Agatha tore through the harbour."
    kinds = {name: kind for name, (kind, _) in names(analyzer, text).items()}
    assert kinds["Helen Park"] == "person"
    assert kinds["Storm Agatha"] == "event"


def test_an_adjective_is_no_name(analyzer: Analyzer) -> None:
    text = (
        "The rescue took an Orwellian turn, officials in Kuwaiti or Iraqi ports said. "
        "Many West African countries agreed."
    )
    assert names(analyzer, text) == {}


def test_a_department_has_two_forms_of_its_name(analyzer: Analyzer) -> None:
    text = (
        "The Department of Justice sued in Ohio. The Justice Department won. "
        "The Ministry of Foreign Affairs met the Foreign Ministry."
    )
    assert names(analyzer, text) == {
        "Department of Justice": (
            "organization",
            ["Department of Justice", "Justice Department"],
        ),
        "Ohio": ("place", ["Ohio"]),
        "Ministry of Foreign Affairs": (
            "organization",
            ["Ministry of Foreign Affairs", "Foreign Ministry"],
        ),
    }


def test_brackets_hold_another_name_of_a_building(analyzer: Analyzer) -> None:
    text = (
        "The Al-Bahr Mosque (Great Mosque of Tarvia) closed. "
        "The Great Mosque of Tarvia reopened on Monday."
    )
    assert names(analyzer, text) == {
        "Great Mosque of Tarvia": (
            "facility",
            ["Al-Bahr Mosque", "Great Mosque of Tarvia", "Great Mosque of Tarvia"],
        )
    }


def test_an_address_names_whose_website_it_is(analyzer: Analyzer) -> None:
    text = "Lena Harlan of Tarn News spoke, according to Tarn.com. Tarn reported it on Monday."
    assert names(analyzer, text) == {
        "Lena Harlan": ("person", ["Lena Harlan"]),
        "Tarn News": ("organization", ["Tarn News", "Tarn.com", "Tarn"]),
    }


def test_capitals_without_a_name_are_none(analyzer: Analyzer) -> None:
    text = "Super PACs hired a CEO for the IPO in Ohio. Doctors tested DNA and an ROV."
    assert names(analyzer, text) == {"Ohio": ("place", ["Ohio"])}


def test_a_place_before_a_hyphen_and_an_adjective_is_no_name(analyzer: Analyzer) -> None:
    text = "Israel-Syrian talks failed in Ohio."
    assert names(analyzer, text) == {"Ohio": ("place", ["Ohio"])}


def test_a_firm_goes_by_the_first_or_last_part_of_its_name(analyzer: Analyzer) -> None:
    text = "Anheuser-Busch Cos. rose. Shares of Anheuser fell. Adolph Coors Co. sued. Coors lost."
    assert names(analyzer, text) == {
        "Anheuser-Busch Cos": ("organization", ["Anheuser-Busch Cos", "Anheuser"]),
        "Adolph Coors Co.": ("organization", ["Adolph Coors Co.", "Coors"]),
    }


def test_what_is_between_two_lands_is_neither(analyzer: Analyzer) -> None:
    text = "Trucks wait on the China-Nepal border. Shipments crossed the Iraq-Kuwait border."
    assert names(analyzer, text) == {}


def test_the_west_is_not_west_virginia(analyzer: Analyzer) -> None:
    text = "Miners left West Virginia on Monday. Fires spread in the West."
    assert names(analyzer, text) == {
        "West Virginia": ("place", ["West Virginia"]),
        "West": ("place", ["West"]),
    }


def test_a_nationality_that_a_hyphen_ties_to_a_word_is_no_name(analyzer: Analyzer) -> None:
    text = "American-made and Russian-linked tools failed in Ohio."
    assert names(analyzer, text) == {"Ohio": ("place", ["Ohio"])}


def test_a_dot_left_out_makes_no_other_land(analyzer: Analyzer) -> None:
    text = "U.S embassies closed. The U.S. reopened them. Police held a Turk and two Danes."
    assert names(analyzer, text) == {
        "U.S": ("place", ["U.S", "U.S."]),
        "Turk": ("group", ["Turk"]),
        "Danes": ("group", ["Danes"]),
    }


def test_a_call_is_no_name_and_a_call_sign_a_station(analyzer: Analyzer) -> None:
    text = "“Hallelujah,” said Ann Lane on WKZW in Ohio. “Please,” said Lane."
    assert names(analyzer, text) == {
        "Ann Lane": ("person", ["Ann Lane", "Lane"]),
        "WKZW": ("organization", ["WKZW"]),
        "Ohio": ("place", ["Ohio"]),
    }


def test_a_department_s_acronym_turns_its_name(analyzer: Analyzer) -> None:
    text = "The Justice Department sued in Ohio. Lawyers for the DOJ won, said State Rep. Ann Moss."
    assert names(analyzer, text) == {
        "Justice Department": ("organization", ["Justice Department", "DOJ"]),
        "Ohio": ("place", ["Ohio"]),
        "Ann Moss": ("person", ["Ann Moss"]),
    }

"""Short names that several entities share."""

from __future__ import annotations

from reader.analysis.analyzer import Analyzer

from .rows import entities, names


def test_a_bare_surname_is_the_one_introduced_first(analyzer: Analyzer) -> None:
    text = (
        "Donald Lane won in Ohio. Lane thanked his wife, Ivy Lane. Voters like Lane. "
        "Ivy Lane smiled at Lane."
    )
    assert names(analyzer, text) == {
        "Donald Lane": ("person", ["Donald Lane", "Lane", "Lane", "Lane"]),
        "Ohio": ("place", ["Ohio"]),
        "Ivy Lane": ("person", ["Ivy Lane", "Ivy Lane"]),
    }


def test_what_is_said_tells_a_founder_from_the_firm(analyzer: Analyzer) -> None:
    text = (
        "Marta Bramble founded Bramble & Sons in Leeds. Shares of Bramble fell. Ms. Bramble wept."
    )
    assert names(analyzer, text) == {
        "Marta Bramble": ("person", ["Marta Bramble", "Bramble"]),
        "Bramble & Sons": ("organization", ["Bramble & Sons", "Bramble"]),
        "Leeds": ("place", ["Leeds"]),
    }


def test_mr_and_ms_of_one_surname_are_two(analyzer: Analyzer) -> None:
    text = "Mr. Kim met Ms. Kim. Kim Min-jun and Kim Soo-ah are rivals."
    found = [
        [text[m.start : m.end] for m in entity.mentions] for entity in entities(analyzer, text)
    ]
    assert found == [["Kim"], ["Kim"], ["Kim Min-jun"], ["Kim Soo-ah"]]


def test_the_house_is_not_the_white_house(analyzer: Analyzer) -> None:
    text = "The White House praised the bill on Monday. The House passed it."
    assert names(analyzer, text) == {
        "White House": ("organization", ["White House"]),
        "House": ("organization", ["House"]),
    }


def test_a_company_s_word_is_the_company_though_a_city_has_it(analyzer: Analyzer) -> None:
    text = "Hollister Foods Inc. rose. Shares of Hollister closed at 12."
    assert names(analyzer, text) == {
        "Hollister Foods Inc.": ("organization", ["Hollister Foods Inc.", "Hollister"])
    }


def test_an_acronym_may_leave_the_country_out(analyzer: Analyzer) -> None:
    text = (
        "The U.S. Fisheries and Harbor Service is slow. Ann Moss sued the FHS in Albany, N.Y. "
        "New York is large."
    )
    assert names(analyzer, text) == {
        "U.S. Fisheries and Harbor Service": (
            "organization",
            ["U.S. Fisheries and Harbor Service", "FHS"],
        ),
        "Ann Moss": ("person", ["Ann Moss"]),
        "Albany": ("place", ["Albany"]),
        "New York": ("place", ["N.Y.", "New York"]),
    }


def test_a_forename_is_no_place(analyzer: Analyzer) -> None:
    text = "Ivana Lane sued. Ivana lost in Dublin."
    assert names(analyzer, text) == {
        "Ivana Lane": ("person", ["Ivana Lane", "Ivana"]),
        "Dublin": ("place", ["Dublin"]),
    }


def test_two_people_whom_and_joins_are_two(analyzer: Analyzer) -> None:
    text = (
        "Omar Latif and Sami Nader fled. Latif was caught in Texas. Nader was not. "
        "Agents knew Latif and Nader well."
    )
    assert names(analyzer, text) == {
        "Omar Latif": ("person", ["Omar Latif", "Latif", "Latif"]),
        "Sami Nader": ("person", ["Sami Nader", "Nader", "Nader"]),
        "Texas": ("place", ["Texas"]),
    }


def test_another_name_that_the_text_gives_is_the_same(analyzer: Analyzer) -> None:
    text = (
        "The Harbor Guard, also known as Velm Watch, was founded in 1990 by Ann Moss, born Ann "
        "Stone. Velm Watch has ten boats in Ohio."
    )
    assert names(analyzer, text) == {
        "Velm Watch": ("organization", ["Harbor Guard", "Velm Watch", "Velm Watch"]),
        "Ann Moss": ("person", ["Ann Moss", "Ann Stone"]),
        "Ohio": ("place", ["Ohio"]),
    }


def test_no_surname_follows_king(analyzer: Analyzer) -> None:
    text = "Omar Hassan met King Hassan of Jordan on Friday. Hassan left, said Omar. Omar stayed."
    assert names(analyzer, text) == {
        "Omar Hassan": ("person", ["Omar Hassan", "Omar", "Omar"]),
        "Hassan": ("person", ["Hassan", "Hassan"]),
        "Jordan": ("place", ["Jordan"]),
    }


def test_a_king_goes_by_his_name_and_number(analyzer: Analyzer) -> None:
    text = (
        "Pope Silvan spoke in Rome. Later Silvan left. Queen Marta III waved. Queen Marta smiled."
    )
    assert names(analyzer, text) == {
        "Silvan": ("person", ["Silvan", "Silvan"]),
        "Rome": ("place", ["Rome"]),
        "Marta III": ("person", ["Marta III", "Marta"]),
    }


def test_an_office_tells_who_is_meant(analyzer: Analyzer) -> None:
    text = (
        "Hilda Harlan left. Hilda Harlan came. Hilda Harlan, wife of President Bill Harlan, wept. "
        "Critics said President Harlan was late."
    )
    assert names(analyzer, text) == {
        "Hilda Harlan": ("person", ["Hilda Harlan"] * 3),
        "Bill Harlan": ("person", ["Bill Harlan", "Harlan"]),
    }


def test_a_surname_is_not_whom_the_article_calls_by_the_forename(analyzer: Analyzer) -> None:
    text = (
        "Nico Perez swam. Nico ran. Nico slept. His father, Juan Perez, came home. "
        "Perez wept, and Nico smiled at Perez."
    )
    assert names(analyzer, text) == {
        "Nico Perez": ("person", ["Nico Perez", "Nico", "Nico", "Nico"]),
        "Juan Perez": ("person", ["Juan Perez", "Perez", "Perez"]),
    }


def test_a_committee_is_known_without_whose_it_is(analyzer: Analyzer) -> None:
    text = "The RNC Rules Committee met the RNC in Miami. The Rules Committee voted."
    assert names(analyzer, text) == {
        "RNC Rules Committee": ("organization", ["RNC Rules Committee", "Rules Committee"]),
        "RNC": ("organization", ["RNC"]),
        "Miami": ("place", ["Miami"]),
    }


def test_mr_with_the_surname_of_a_woman_is_another(analyzer: Analyzer) -> None:
    text = (
        "Michaela Orwin spoke in Ohio. Mr. Orwin, her husband, waited. Mr. Orwin smiled. "
        "Mr. Orwin left. Voters like Orwin."
    )
    found = [(entity.name, len(entity.mentions)) for entity in entities(analyzer, text)]
    assert found == [("Michaela Orwin", 2), ("Ohio", 1), ("Orwin", 5)]


def test_a_family_is_not_its_member(analyzer: Analyzer) -> None:
    text = "Hilda Harlan left Ohio. The Harlans sold a house. Hilda Harlan wept."
    assert names(analyzer, text) == {
        "Hilda Harlan": ("person", ["Hilda Harlan", "Hilda Harlan"]),
        "Ohio": ("place", ["Ohio"]),
        "Harlans": ("group", ["Harlans"]),
    }


def test_a_program_is_not_the_coalition_for_it(analyzer: Analyzer) -> None:
    text = "The EB-7 Harbor Coalition praised the EB-7 program. Investors like EB-7."
    assert names(analyzer, text) == {
        "EB-7 Harbor Coalition": ("organization", ["EB-7 Harbor Coalition"]),
        "EB-7": ("product", ["EB-7", "EB-7"]),
    }


def test_a_firm_named_before_its_founder_has_the_short_name(analyzer: Analyzer) -> None:
    text = (
        "Shares in Halden Semiconductor fell on Monday. Anneke Brandt took over from founder "
        "Joost Halden in 2023. The slump hit Halden’s market value. Halden declined to comment."
    )
    found = names(analyzer, text)
    assert found["Halden Semiconductor"] == (
        "organization",
        ["Halden Semiconductor", "Halden", "Halden"],
    )
    assert found["Joost Halden"] == ("person", ["Joost Halden"])

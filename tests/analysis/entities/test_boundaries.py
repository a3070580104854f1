"""Where names begin and end."""

from __future__ import annotations

from reader.analysis.analyzer import Analyzer

from .rows import names


def test_a_nickname_in_quotation_marks_is_inside_the_name(analyzer: Analyzer) -> None:
    text = (
        'Robert C. "Bobby" Hayes sued on Monday. Bobby Hayes and his lawyer left. Hayes lost. '
        "Ezra “Buck” Tillman won."
    )
    assert names(analyzer, text) == {
        'Robert C. "Bobby" Hayes': (
            "person",
            ['Robert C. "Bobby" Hayes', "Bobby Hayes", "Hayes"],
        ),
        "Ezra “Buck” Tillman": ("person", ["Ezra “Buck” Tillman"]),
    }


def test_an_epithet_is_no_part_of_a_name_that_stands_without_it(analyzer: Analyzer) -> None:
    text = "Crooked Ann Moss lied, a critic said. Ann Moss denied it on Friday."
    assert names(analyzer, text) == {"Ann Moss": ("person", ["Ann Moss", "Ann Moss"])}


def test_what_a_commission_is_concerned_with_belongs_to_its_name(analyzer: Analyzer) -> None:
    text = (
        "The Commission on Rural Debates met in Ohio. The Senate Subcommittee on Harbor Safety "
        "left."
    )
    assert names(analyzer, text) == {
        "Commission on Rural Debates": ("organization", ["Commission on Rural Debates"]),
        "Ohio": ("place", ["Ohio"]),
        "Senate Subcommittee on Harbor Safety": (
            "organization",
            ["Senate Subcommittee on Harbor Safety"],
        ),
    }


def test_a_possessive_parts_a_body_from_its_member(analyzer: Analyzer) -> None:
    text = "The Green Party's Jill Stone spoke in Leeds. Stone won."
    assert names(analyzer, text) == {
        "Green Party": ("organization", ["Green Party"]),
        "Jill Stone": ("person", ["Jill Stone", "Stone"]),
        "Leeds": ("place", ["Leeds"]),
    }


def test_an_office_is_cut_off_only_before_its_holder(analyzer: Analyzer) -> None:
    text = (
        "Labour MP Tom Reid was angry. The Republican party and the Democrats agreed with Reid. "
        "The crew of the fishing boat Southern Star left."
    )
    assert names(analyzer, text) == {
        "Tom Reid": ("person", ["Tom Reid", "Reid"]),
        "Republican party": ("organization", ["Republican party"]),
        "Democrats": ("group", ["Democrats"]),
        "Southern Star": ("product", ["Southern Star"]),
    }


def test_a_prefix_in_front_of_a_name_is_no_part_of_it(analyzer: Analyzer) -> None:
    text = "The Post-Cold War years were calm. The Cold War was not. Carl Osborn lost in Leeds."
    assert names(analyzer, text) == {
        "Cold War": ("event", ["Cold War", "Cold War"]),
        "Carl Osborn": ("person", ["Carl Osborn"]),
        "Leeds": ("place", ["Leeds"]),
    }


def test_well_known_names_of_several_words_are_one(analyzer: Analyzer) -> None:
    text = (
        "Doctors Without Borders runs a clinic. The WHO sent doctors to it, and Islamic State "
        "fighters left. A nurse wrote about the Freedom of Information Act."
    )
    assert names(analyzer, text) == {
        "Doctors Without Borders": ("organization", ["Doctors Without Borders"]),
        "WHO": ("organization", ["WHO"]),
        "Islamic State": ("organization", ["Islamic State"]),
        "Freedom of Information Act": ("law", ["Freedom of Information Act"]),
    }


def test_a_headline_that_ends_in_a_full_stop_names_nothing_new(analyzer: Analyzer) -> None:
    text = (
        "Angry Voters Abandon Harbor Plan After Long Debate In Ohio.\n\n"
        "Voters in Ohio said no to a plan for the harbor on Monday, after a long debate. Carl "
        "Osborn, who had fought for it, was sad."
    )
    assert names(analyzer, text) == {
        "Ohio": ("place", ["Ohio", "Ohio"]),
        "Carl Osborn": ("person", ["Carl Osborn"]),
    }


def test_a_forename_in_a_headline_completes_a_surname(analyzer: Analyzer) -> None:
    text = (
        "Angry Voters Cheer As Carly Osborn Wins Third Debate\n\n"
        "Osborn said on Monday that she was glad. Voters cheered Osborn in Ohio."
    )
    assert names(analyzer, text) == {
        "Carly Osborn": ("person", ["Carly Osborn", "Osborn", "Osborn"]),
        "Ohio": ("place", ["Ohio"]),
    }


def test_the_end_of_a_name_that_the_model_missed_belongs_to_it(analyzer: Analyzer) -> None:
    text = (
        "Reporters met at the NBA Finals in Ohio. Anna du Plessis left for South Florida. "
        "Critics of du Plessis wept."
    )
    assert names(analyzer, text) == {
        "NBA Finals": ("event", ["NBA Finals"]),
        "Ohio": ("place", ["Ohio"]),
        "Anna du Plessis": ("person", ["Anna du Plessis", "du Plessis"]),
        "South Florida": ("place", ["South Florida"]),
    }


def test_a_pageant_is_no_title_and_a_handle_no_name(analyzer: Analyzer) -> None:
    text = "Miss Universe winner Alicia Moss spoke. Follow Moss on Twitter @mossie for more."
    assert names(analyzer, text) == {
        "Miss Universe": ("event", ["Miss Universe"]),
        "Alicia Moss": ("person", ["Alicia Moss", "Moss"]),
        "Twitter": ("organization", ["Twitter"]),
    }


def test_a_state_behind_a_party_is_no_name(analyzer: Analyzer) -> None:
    text = "Gov. John Moss (R-Ohio) won in Ohio."
    assert names(analyzer, text) == {
        "John Moss": ("person", ["John Moss"]),
        "Ohio": ("place", ["Ohio"]),
    }


def test_a_possessive_parts_a_person_named_elsewhere_from_what_is_his(
    analyzer: Analyzer,
) -> None:
    text = "Unions fear Moss’s Pacific Trade Partnership. Lena Moss left on Monday."
    assert names(analyzer, text) == {
        "Lena Moss": ("person", ["Moss", "Lena Moss"]),
        "Pacific Trade Partnership": ("organization", ["Pacific Trade Partnership"]),
    }


def test_a_comma_parts_two_firms_where_one_stands_alone(analyzer: Analyzer) -> None:
    text = (
        "The deal went to Lazard, Halcyon Partners and Moss & Company. Halcyon Partners lost. "
        "Shares of Lazard fell."
    )
    assert names(analyzer, text) == {
        "Lazard": ("organization", ["Lazard", "Lazard"]),
        "Halcyon Partners": ("organization", ["Halcyon Partners", "Halcyon Partners"]),
        "Moss & Company": ("organization", ["Moss & Company"]),
    }


def test_a_possessive_parts_a_ruler_from_the_land(analyzer: Analyzer) -> None:
    text = "It reminds her of Harlan’s Germany."
    assert names(analyzer, text) == {
        "Harlan": ("person", ["Harlan"]),
        "Germany": ("place", ["Germany"]),
    }


def test_an_adjective_in_front_belongs_to_a_body_that_the_model_cut(analyzer: Analyzer) -> None:
    text = "The Canadian Bond Rating Service cut its rating in Ohio."
    assert names(analyzer, text) == {
        "Canadian Bond Rating Service": ("organization", ["Canadian Bond Rating Service"]),
        "Ohio": ("place", ["Ohio"]),
    }


def test_an_office_between_a_place_and_its_holder_is_in_no_name(analyzer: Analyzer) -> None:
    text = "Charlotte Mayor Jennifer Robins spoke on Monday."
    assert names(analyzer, text) == {
        "Charlotte": ("place", ["Charlotte"]),
        "Jennifer Robins": ("person", ["Jennifer Robins"]),
    }


def test_marks_and_shares_of_votes_are_in_no_name(analyzer: Analyzer) -> None:
    text = (
        "In a poll Ann Harlan had 41.2 and Lena Moss 40.1 percent. Moss 40.1 is less. "
        "“[W]e left Ohio,” she said. They lost Ohio."
    )
    assert names(analyzer, text) == {
        "Ann Harlan": ("person", ["Ann Harlan"]),
        "Lena Moss": ("person", ["Lena Moss", "Moss"]),
        "Ohio": ("place", ["Ohio", "Ohio"]),
    }


def test_what_a_saint_gave_the_name_to_is_one_name(analyzer: Analyzer) -> None:
    text = "Ann Moss prayed at St. Patrick's Cathedral in New York. Crowds left Little Havana."
    assert names(analyzer, text) == {
        "Ann Moss": ("person", ["Ann Moss"]),
        "St. Patrick's Cathedral": ("facility", ["St. Patrick's Cathedral"]),
        "New York": ("place", ["New York"]),
        "Little Havana": ("place", ["Little Havana"]),
    }

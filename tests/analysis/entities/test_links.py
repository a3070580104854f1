"""Descriptions, roles and pronouns, and whom they mean."""

from __future__ import annotations

from reader.analysis.analyzer import Analyzer
from reader.analysis.types import Entity, Form

from .rows import entities


def linked(analyzer: Analyzer, text: str) -> dict[str, list[str]]:
    """Every entity's descriptions and pronouns in text order; those without have none."""
    return {entity.name: _others(entity, text) for entity in entities(analyzer, text)}


def _others(entity: Entity, text: str) -> list[str]:
    return [text[m.start : m.end] for m in entity.mentions if m.form is not Form.NAME]


def roles(analyzer: Analyzer, text: str) -> dict[str, list[str]]:
    return {
        entity.name: [text[role.start : role.end] for role in entity.roles]
        for entity in entities(analyzer, text)
        if entity.roles
    }


def test_an_apposition_gives_a_role_that_later_names_her(analyzer: Analyzer) -> None:
    text = (
        "Maria Keller, a spokeswoman for the Harbor Trust, said on Friday that she would "
        "resign. Her decision surprised the trust. The spokeswoman had led it since 2009."
    )
    assert linked(analyzer, text) == {
        "Maria Keller": ["a spokeswoman", "she", "Her", "The spokeswoman"],
        "Harbor Trust": ["the trust"],
    }
    assert roles(analyzer, text) == {"Maria Keller": ["a spokeswoman for the Harbor Trust"]}


def test_gender_and_titles_part_two_people(analyzer: Analyzer) -> None:
    text = (
        "Senator Paul Winter met Anna Stone on Monday. He told her that the senator's office "
        "was closed. In his speech, Winter praised Stone."
    )
    assert linked(analyzer, text) == {
        "Paul Winter": ["He", "the senator", "his"],
        "Anna Stone": ["her"],
    }
    assert roles(analyzer, text) == {"Paul Winter": ["Senator"]}


def test_titles_keep_their_of_and_their_office(analyzer: Analyzer) -> None:
    text = (
        "Secretary of State Laura Finch and White House spokesman Dan Cole spoke. "
        "Former Bolton reporter Jill Marsh asked them."
    )
    assert roles(analyzer, text) == {
        "Laura Finch": ["Secretary of State"],
        "Dan Cole": ["White House spokesman"],
        "Jill Marsh": ["Former Bolton reporter"],
    }
    assert set(linked(analyzer, text)["White House"]) == set()


def test_the_company_is_the_one_that_acts(analyzer: Analyzer) -> None:
    text = (
        "Norland Steel Corp. bought Bay Mills in June. The company said it would keep all workers."
    )
    assert linked(analyzer, text) == {
        "Norland Steel Corp.": ["The company", "it"],
        "Bay Mills": [],
    }


def test_it_may_mean_nothing(analyzer: Analyzer) -> None:
    text = "It is clear that the storm will pass. It rained in Chicago on Monday."
    assert linked(analyzer, text) == {"Chicago": []}


def test_a_pronoun_for_someone_without_a_name_stays_open(analyzer: Analyzer) -> None:
    text = (
        "Boris Lane was a famous painter. He became a director in 1990. "
        "A woman saw Lane on Friday. She called the police."
    )
    assert linked(analyzer, text) == {"Boris Lane": ["a famous painter", "He", "a director"]}


def test_first_and_second_persons_in_quotes(analyzer: Analyzer) -> None:
    text = (
        '"I am tired," Paul Winter said. "My work is done." '
        'Anna Stone told Winter: "You must stay."'
    )
    assert linked(analyzer, text) == {"Paul Winter": ["I", "My", "You"], "Anna Stone": []}


def test_an_interview_has_one_voice_and_one_listener(analyzer: Analyzer) -> None:
    text = (
        "Dana Ortiz is a chess player. We spoke with Dana Ortiz in May.\n\n"
        "When did you start to play?\n\n"
        "I started when I was five. My father taught me. I loved it at once.\n\n"
        "Do you still play?\n\nYes, I play every day.\n"
    )
    assert linked(analyzer, text) == {
        "Dana Ortiz": ["a chess player", "you", "I", "I", "My", "me", "I", "you", "I"]
    }


def test_every_mention_says_why(analyzer: Analyzer) -> None:
    text = "Maria Keller, a lawyer, left. She said nothing. Keller is 40."
    (keller,) = entities(analyzer, text)
    assert [(text[m.start : m.end], m.rule_id) for m in keller.mentions] == [
        ("Maria Keller", "named-by-model"),
        ("a lawyer", "apposition"),
        ("She", "pronoun"),
        ("Keller", "surname"),
    ]


def test_a_description_before_a_name_brings_in_no_rival(analyzer: Analyzer) -> None:
    text = (
        "The Tessel Housing Trust wants to sell forty flats. Its chairwoman, Lena Harding, told "
        "tenants on Tuesday that repairs were late. Nobody would be moved twice, she said.\n\n"
        "She added that the Trust would pay for storage."
    )
    assert linked(analyzer, text) == {
        "Tessel Housing Trust": ["Its"],
        "Lena Harding": ["Its chairwoman", "she", "She"],
    }


def test_its_office_is_that_of_a_body(analyzer: Analyzer) -> None:
    text = (
        "The old mill burned down in March. The Bexley Conservation Society had warned of the "
        "wiring in the mill for a decade. Its president, Carl Osborn, wept on Friday."
    )
    assert linked(analyzer, text) == {
        "Bexley Conservation Society": ["Its"],
        "Carl Osborn": ["Its president"],
    }


def test_a_clause_behind_a_comma_does_not_restrict_a_description(analyzer: Analyzer) -> None:
    text = (
        "The Corran Ferry Trust met in Dublin. The trust, which owns two boats, is poor. "
        "The trust that paid for the pier is another."
    )
    assert linked(analyzer, text) == {"Corran Ferry Trust": ["The trust"], "Dublin": []}


def test_nouns_and_ranks_tell_one_office_from_another(analyzer: Analyzer) -> None:
    text = (
        "Karl Stein, the transport minister, spoke on Monday. The finance minister stayed away. "
        "The minister left early.\n\n"
        "Vice President Ruth Keller met him. The president was in Rome. The vice president smiled."
    )
    assert linked(analyzer, text) == {
        "Karl Stein": ["the transport minister", "The minister", "him"],
        "Ruth Keller": ["The vice president"],
        "Rome": [],
    }


def test_a_business_is_the_company_by_what_its_name_ends_in(analyzer: Analyzer) -> None:
    text = "Bexley Insurance opened in May. The company said on Friday that it was pleased."
    assert linked(analyzer, text) == {"Bexley Insurance": ["The company", "it"]}


def test_nobody_is_she_in_her_own_words(analyzer: Analyzer) -> None:
    text = (
        "Maria Keller left the choir in May, and she was sad.\n\n"
        "“The choir had changed. I told everyone that she was angry,” Keller said."
    )
    assert linked(analyzer, text) == {"Maria Keller": ["she", "I"]}


def test_a_shortened_title_is_the_office_that_later_names_her(analyzer: Analyzer) -> None:
    text = (
        "Gov. Rebecca Thorn's office closed on Monday. The governor urged residents of Bangor to "
        "stay indoors. She left on Friday. The governor from Ohio stayed."
    )
    assert linked(analyzer, text) == {
        "Rebecca Thorn": ["The governor", "She"],
        "Bangor": [],
        "Ohio": [],
    }


def test_relatives_and_ages_name_whom_they_were_said_of(analyzer: Analyzer) -> None:
    text = (
        "Carl Osborn, 34, was jailed on Friday. The 34-year-old had driven through a red light. "
        "His wife, Ann Osborn, 31, wept. His wife had asked for mercy."
    )
    assert linked(analyzer, text) == {
        "Carl Osborn": ["The 34-year-old", "His", "His"],
        "Ann Osborn": ["His wife", "His wife"],
    }


def test_a_name_s_ending_and_fame_tell_its_sort(analyzer: Analyzer) -> None:
    text = (
        "The Beacon Tribune reported the theft on Monday. The newspaper said that it would not "
        "name the thief. Qantas flies to Bombay. The airline is pleased."
    )
    assert linked(analyzer, text) == {
        "Beacon Tribune": ["The newspaper", "it"],
        "Qantas": ["The airline"],
        "Bombay": [],
    }


def test_roles_stand_in_lists_and_behind_as(analyzer: Analyzer) -> None:
    text = (
        "Hannah Weiss was an actress and a painter. She served as mayor of Leeds. "
        "In 2004 she was named as the ambassador to France."
    )
    assert roles(analyzer, text) == {
        "Hannah Weiss": ["an actress", "a painter", "mayor of Leeds", "the ambassador to France"]
    }


def test_a_subject_speaks_of_itself_and_emphasis_of_nobody(analyzer: Analyzer) -> None:
    text = (
        "Norway said it would send ships. Karl Stein himself will lead them. "
        "When it comes to ships, Norway is rich."
    )
    assert linked(analyzer, text) == {"Norway": ["it"], "Karl Stein": []}


def test_the_subject_of_a_participle_is_the_clause_s_own(analyzer: Analyzer) -> None:
    text = (
        "Carl Osborn left Leeds in May, and Paul Winter was sad. "
        "Placed in the care of Winter, he had wept."
    )
    assert linked(analyzer, text) == {"Carl Osborn": ["he"], "Leeds": [], "Paul Winter": []}


def test_a_headline_tells_who_is_interviewed(analyzer: Analyzer) -> None:
    text = (
        "Wikiposts interviews chess player Dana Ortiz on her life\n\nWhen did you start?\n\n"
        "I started when I was five. My father taught me. I loved it at once. I never stopped.\n"
    )
    assert linked(analyzer, text) == {"Dana Ortiz": ["her", "you", "I", "I", "My", "me", "I", "I"]}


def test_a_body_is_no_man_beside_it_and_a_camp_no_governor(analyzer: Analyzer) -> None:
    text = "The governor, a Democrat, flew to Tulsa, an unarmed man said."
    assert linked(analyzer, text) == {"Democrat": [], "Tulsa": []}


def test_who_says_something_says_it_of_himself(analyzer: Analyzer) -> None:
    text = "Carl Bell waited. Carl Bell ran Bell Foods. Peter Moss told Carl Bell that he was late."
    assert linked(analyzer, text)["Peter Moss"] == ["he"]


def test_another_of_its_sort_is_not_meant(analyzer: Analyzer) -> None:
    text = (
        "Tarn Foods Inc. fell. The company sold its mills. Analysts like the new company. "
        "John Moss, the Republican nominee, spoke. The nominee smiled. The Democratic nominee left."
    )
    found = linked(analyzer, text)
    assert found["Tarn Foods Inc."] == ["The company", "its"]
    assert found["John Moss"] == ["the Republican nominee", "The nominee"]


def test_the_other_words_of_a_name_tell_which_court_is_meant(analyzer: Analyzer) -> None:
    text = (
        "The Court of Appeals met in Leeds. The court adjourned. The district court disagreed. "
        "The appeals court won."
    )
    assert linked(analyzer, text)["Court of Appeals"] == ["The court", "The appeals court"]


def test_what_is_supposed_is_no_role(analyzer: Analyzer) -> None:
    text = (
        "If Ann Moss becomes mayor, Leeds will pay. Jill Stone would be president. "
        "Voters feared Ida Bell becoming mayor. "
        "Lena Harlan became a judge."
    )
    assert roles(analyzer, text) == {"Lena Harlan": ["a judge"]}


def test_a_ship_may_be_she(analyzer: Analyzer) -> None:
    text = (
        "Anna Lind owns a shop in Poole.\n\n"
        "The ferry Saint Brannoc left the port on Monday. Her crew of nine survived. "
        "She sank in an hour."
    )
    assert linked(analyzer, text) == {"Anna Lind": [], "Poole": [], "Saint Brannoc": ["Her"]}
    text = (
        "Anna Lind owns a shop in Poole.\n\n"
        "The Saint Brannoc left the port on Monday. Her crew of nine survived."
    )
    assert linked(analyzer, text)["Anna Lind"] == []


def test_a_woman_aboard_a_ship_is_she(analyzer: Analyzer) -> None:
    text = "Anna Lind boarded the ferry Marlin on Monday. She slept on her bunk."
    assert linked(analyzer, text) == {"Anna Lind": ["She", "her"], "Marlin": []}


def test_no_pronoun_means_the_agency_of_a_dateline(analyzer: Analyzer) -> None:
    text = "LEEDS (Reuters) - It began well. The agency was closed. Its staff left."
    assert linked(analyzer, text) == {"LEEDS": [], "Reuters": []}
    text = "Leeds (AFP) – It ended in tears. The agency said so."
    assert linked(analyzer, text) == {"Leeds": [], "AFP": []}


def test_an_apposition_has_the_weight_of_its_noun(analyzer: Analyzer) -> None:
    text = (
        "Carl Lind ran Bell Foods. Carl Lind smiled. Its top rainmaker, Paul Moss, sold his shares."
    )
    assert linked(analyzer, text)["Paul Moss"] == ["his"]


def test_a_comment_on_what_happened_is_no_description(analyzer: Analyzer) -> None:
    text = "A judge freed Ann Lane, a reversal of policy. Lena Moss, a confidante, wept."
    assert linked(analyzer, text) == {"Ann Lane": [], "Lena Moss": ["a confidante"]}


def test_a_list_behind_a_name_does_not_describe_it(analyzer: Analyzer) -> None:
    text = "In 1993 Harlan, her mother and her sister left. Ann Lane thanked his wife, Ida."
    assert "her mother" not in linked(analyzer, text)["Harlan"]
    assert linked(analyzer, text)["Ida"] == ["his wife"]


def test_it_is_clear_speaks_of_nothing(analyzer: Analyzer) -> None:
    text = "Houston sells no shares, and it is not clear what they would be worth."
    assert linked(analyzer, text) == {"Houston": []}


def test_of_two_who_are_interviewed_nobody_is_i(analyzer: Analyzer) -> None:
    text = (
        "Wikiposts interviews Carl Marsh on Monday\n\nWhat is it?\n\n"
        "I'm Carl Marsh, and I paint.\n\nAnd I'm Ida Bell. I write what I like and I read my mail."
    )
    assert "I" not in [word for words in linked(analyzer, text).values() for word in words]


def test_an_office_lasts_while_its_holder_is_spoken_of(analyzer: Analyzer) -> None:
    rain = "It rained in the hills. " * 8
    text = f"Ann Moss, the mayor of Leeds, spoke. {rain}Moss waited. {rain}The mayor left."
    assert linked(analyzer, text)["Ann Moss"] == ["the mayor", "The mayor"]
    text = f"Ann Moss, the mayor of Leeds, spoke. {rain}{rain}The mayor left."
    assert linked(analyzer, text)["Ann Moss"] == ["the mayor"]


def test_a_ship_is_the_ship_while_it_is_spoken_of(analyzer: Analyzer) -> None:
    rain = "It rained in the hills. " * 8
    text = f"The cruise ship Freewind left Leeds. {rain}Freewind sank. {rain}Nobody saw the ship."
    assert linked(analyzer, text)["Freewind"][-1] == "the ship"


def test_we_in_the_words_of_a_body_is_the_body(analyzer: Analyzer) -> None:
    text = '"We will mend our lamps," the Harbor Trust said. "We are glad," Angela Moss said.'
    assert linked(analyzer, text) == {"Harbor Trust": ["We", "our"], "Angela Moss": []}


def test_born_under_a_name_she_is_who_has_its_forename(analyzer: Analyzer) -> None:
    text = (
        "Eileen Farrow, the cookery writer, died on Tuesday. Her daughter, Ruth Marsh, said she "
        "had been ill. “She baked until Easter,” Marsh said.\n\nBorn Eileen Margaret Tasker in "
        "Bradford in 1932, she left school at 14 and worked in a bakery."
    )
    found = entities(analyzer, text)
    (she,) = [e for e in found if any(text[m.start :].startswith("she left") for m in e.mentions)]
    assert she.name == "Eileen Farrow"

"""Who says "I" and to whom, in letters, columns and transcripts."""

from __future__ import annotations

from reader.analysis.analyzer import Analyzer

from .test_links import linked


def test_each_letter_of_a_page_belongs_to_its_signer(analyzer: Analyzer) -> None:
    text = (
        "Letters\n\n"
        "Sir, I cross the old bridge each day. My bus has never been so late.\n\n"
        "Ada Olsen, Penrith\n\n"
        "I like the lamps, and I shall miss their light.\n— Karl Berg, Leeds\n"
    )
    assert linked(analyzer, text) == {
        "Ada Olsen": ["I", "My"],
        "Penrith": [],
        "Karl Berg": ["I", "I"],
        "Leeds": [],
    }


def test_a_letter_speaks_to_whom_it_greets(analyzer: Analyzer) -> None:
    text = (
        "Dear Ann Moss,\n\n"
        'You asked what I saw. "You were there," Karl Berg told me.\n\n'
        "Yours faithfully,\n\nPeter Harding\n"
    )
    found = linked(analyzer, text)
    assert found["Ann Moss"] == ["You"]
    assert found["Peter Harding"] == ["I", "You", "me"]


def test_the_author_of_a_column_says_i_and_is_quoted(analyzer: Analyzer) -> None:
    text = (
        "A week by the sea\n\nBy Angela Moss\n\n"
        'I went to the coast in May. The water was cold. "I never swim," said Karl Berg. '
        "I told him that my coat was warm.\n"
    )
    found = linked(analyzer, text)
    assert found["Angela Moss"] == ["I", "I", "my"]
    assert found["Karl Berg"] == ["I", "him"]


def test_a_name_in_the_byline_is_not_i_in_a_dialogue(analyzer: Analyzer) -> None:
    text = (
        "Ten minutes\n\nBy Angela Moss\n\nWhat do you do?\n\nI bake bread.\n\nFor whom?\n\n"
        "I bake for the town.\n\nAnd at night?\n\nI sleep.\n"
    )
    assert linked(analyzer, text) == {"Angela Moss": []}


def test_thanks_and_a_name_sign_nothing(analyzer: Analyzer) -> None:
    text = "I saw you there.\n\nThanks Judy.\n\nI know.\n"
    assert all(not said for said in linked(analyzer, text).values())


def test_one_who_gives_a_name_says_i(analyzer: Analyzer) -> None:
    one = "Good morning. My name is Angela Moss and I bake bread. My oven is old.\n"
    assert linked(analyzer, one) == {"Angela Moss": ["My", "I", "My"]}
    two = "I'm Angela Moss and I bake bread. I'm Peter Lane and I sell it.\n"
    assert all(not said for said in linked(analyzer, two).values())


def test_labels_of_a_transcript_say_i(analyzer: Analyzer) -> None:
    text = (
        "MODERATOR: What do you want?\n\nADA OLSEN: I want to leave. My home is far.\n\n"
        "MODERATOR: Why?\n\nADA OLSEN: I am tired.\n"
    )
    assert linked(analyzer, text) == {"ADA OLSEN": ["I", "My", "I"]}

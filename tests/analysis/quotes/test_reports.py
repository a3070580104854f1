"""Reported speech beyond the plain clause: asides, nouns, names, and where it ends."""

from collections.abc import Callable

import pytest

from .conftest import Said

Reader = Callable[[str], list[Said]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The dam, as one of the city’s engineers pointed out, normally holds for a century.",
            Said(
                "indirect",
                "one of the city’s engineers",
                "The dam | normally holds for a century",
            ),
            id="as he noted",
        ),
        pytest.param(
            "As Dana Reyes put it in a letter to the mayor, the dam is “a heap of wet sand.”",
            Said("mixed", "Dana Reyes", "the dam is “a heap of wet sand.”"),
            id="as she put it",
        ),
        pytest.param(
            "The bridge will close in May, per the harbour office.",
            Said("indirect", "the harbour office", "The bridge will close in May"),
            id="per",
        ),
        pytest.param(
            "The fair moved because, in the Courier’s words, “the old ground is a swamp.”",
            Said("direct", "the Courier", "“the old ground is a swamp.”"),
            id="in somebody’s words",
        ),
        pytest.param(
            "The bridge, in the opinion of many engineers, cannot be saved.",
            Said("indirect", "many engineers", "The bridge | cannot be saved"),
            id="in the opinion of",
        ),
        pytest.param(
            "Some of the doctors called Olsen a quack.",
            Said("indirect", "Some of the doctors", "Olsen a quack"),
            id="called somebody something",
        ),
        pytest.param(
            "His promise to mend the bridge was never kept.",
            Said("indirect", "His", "to mend the bridge"),
            id="promise",
        ),
        pytest.param(
            "The paper renewed its call for the mayor to resign.",
            Said("indirect", "its", "the mayor to resign"),
            id="call for",
        ),
        pytest.param(
            "Brandt told his supporters at a rally to “go and shut the gates.”",
            Said("mixed", "Brandt", "to “go and shut the gates.”"),
            id="told to",
        ),
        pytest.param(
            "The crowd broke into chants of “Down with the dam!”",
            Said("direct", "The crowd", "“Down with the dam!”"),
            id="chants",
        ),
        pytest.param(
            "She carried a sign with the words “Save our river now.”",
            Said("direct", "a sign", "“Save our river now.”"),
            id="inscription",
        ),
        pytest.param(
            "The harbour office recommended a second bridge over the Tarn.",
            Said("indirect", "The harbour office", "a second bridge over the Tarn"),
            id="recommended something",
        ),
        pytest.param(
            "A friend referred to Olsen as “the kindest captain on the river.”",
            Said("mixed", "A friend", "Olsen as “the kindest captain on the river.”"),
            id="referred to as",
        ),
        pytest.param(
            "Reyes said she wanted to speak to them and let them know that “it is over.”",
            Said(
                "mixed",
                "Reyes",
                "she wanted to speak to them and let them know that “it is over.”",
            ),
            id="two infinitives",
        ),
        pytest.param(
            "Reyes did not say when the dam would open.",
            Said("indirect", "Reyes", "when the dam would open"),
            id="when",
        ),
        pytest.param(
            "“It leaks,” Reyes said. “I would call it a sieve” for want of a better word.",
            Said(
                "mixed",
                "Reyes",
                "“It leaks,” | “I would call it a sieve” for want of a better word",
            ),
            id="quoted but for its end",
        ),
        pytest.param(
            "The office told its members this week it would close the bridge.",
            Said("indirect", "The office", "it would close the bridge"),
            id="when it was said",
        ),
        pytest.param(
            "Reyes noted that two things happened at once: The gates shut and the lights failed.",
            Said(
                "indirect",
                "Reyes",
                "that two things happened at once: The gates shut and the lights failed",
            ),
            id="colon in what was said",
        ),
        pytest.param(
            "Two clerks were hurt when a wall fell, the governor said, hours after the dam leaked.",
            Said("indirect", "the governor", "Two clerks were hurt when a wall fell"),
            id="a time behind the frame",
        ),
        pytest.param(
            "Reyes told the paper that ten were hurt, and that he expected the toll to rise.",
            Said("indirect", "Reyes", "that ten were hurt, and that he expected the toll to rise"),
            id="and that",
        ),
        pytest.param(
            "Pell said that the room had “gone quiet”, and that he had been told as much.",
            Said(
                "mixed", "Pell", "that the room had “gone quiet”, and that he had been told as much"
            ),
            id="and that, behind marks",
        ),
        pytest.param(
            "Dr Mistry told the coroner Mrs Partridge would probably have lived.",
            Said("indirect", "Dr Mistry", "Mrs Partridge would probably have lived"),
            id="a hearer before a title",
        ),
        pytest.param(
            "She told the jury Smith was a liar.",
            Said("indirect", "She", "Smith was a liar"),
            id="a hearer before a name",
        ),
        pytest.param(
            "Reyes had told staff that she “could not breathe”, her sister told the court.",
            Said("mixed", "her sister", "Reyes had told staff that she “could not breathe”"),
            id="what somebody retells",
        ),
        pytest.param(
            "Olsen said the dam would hold, but not to worry.",
            Said("indirect", "Olsen", "the dam would hold, but not to worry"),
            id="but without a verb of its own",
        ),
        pytest.param(
            "Olsen said the villagers had given four petitions, but in vain.",
            Said("indirect", "Olsen", "the villagers had given four petitions, but in vain"),
            id="but without any verb",
        ),
        pytest.param(
            "The fire, said the chief fire officer, Helen Marsh, had started in the loft.",
            Said(
                "indirect",
                "the chief fire officer, Helen Marsh",
                "The fire | had started in the loft",
            ),
            id="said X between subject and verb",
        ),
        pytest.param(
            "The boat was found on Sunday after the search was called off, according to the port.",
            Said(
                "indirect",
                "the port",
                "The boat was found on Sunday after the search was called off",
            ),
            id="according to behind a subordinate clause",
        ),
        pytest.param(
            "The minister called it “the finest warning of all” and left for the coast.",
            Said("direct", "The minister", "it “the finest warning of all”"),
            id="and did something, behind marks",
        ),
    ],
)
def test_one_report(said: Reader, text: str, expected: Said) -> None:
    assert said(text) == [expected]


def test_what_was_said_ends_where_another_report_begins(said: Reader) -> None:
    text = "Olsen stressed that the bridge was safe, and engineers warned that it moved."
    assert said(text) == [
        Said("indirect", "Olsen", "that the bridge was safe"),
        Said("indirect", "engineers", "that it moved"),
    ]


def test_an_accuser_is_who_speaks_and_no_thing(said: Reader) -> None:
    text = "Berg said the depot was being used for ammunition and accused the army of “hiding”."
    assert said(text) == [
        Said("indirect", "Berg", "the depot was being used for ammunition"),
        Said("mixed", "Berg", "the army of “hiding”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Olsen said the firm would close, with Berg saying that it would not.",
        "Olsen said the firm would close, while Berg has predicted that it would not.",
    ],
)
def test_a_report_ends_where_somebody_else_is_set_against_it(said: Reader, text: str) -> None:
    assert [(quote.source, quote.content) for quote in said(text)] == [
        ("Olsen", "the firm would close"),
        ("Berg", "that it would not"),
    ]


def test_a_report_ends_at_a_semicolon_before_another(said: Reader) -> None:
    text = "Officials said they doubted the claim; one said the army had lost its tanks."
    assert [quote.content for quote in said(text)] == [
        "they doubted the claim",
        "the army had lost its tanks",
    ]


def test_a_finite_verb_joined_to_a_bare_one_shares_the_cues_subject(said: Reader) -> None:
    text = "Berg said the plan would ruin the town, and called it “a gift to nobody at all.”"
    assert said(text) == [
        Said("indirect", "Berg", "the plan would ruin the town"),
        Said("mixed", "Berg", "it “a gift to nobody at all.”"),
    ]


def test_who_is_asked_in_an_aside_does_not_ask(said: Reader) -> None:
    text = "Berg, asked if he would run again, said that he would not."
    assert [quote.source for quote in said(text) if "would not" in quote.content] == ["Berg"]
    assert not [quote for quote in said(text) if "again" in quote.content]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is worth noting that the bridge is old.", id="expletive"),
        pytest.param("I think the bridge is safe, and I believe it will stay.", id="the author"),
        pytest.param("She has a week to decide whether the bridge must close.", id="not yet"),
        pytest.param("Berg’s weekly radio show is called “River Talk.”", id="called by nobody"),
        pytest.param("Berg wrote the song “Cold River” in a day.", id="song"),
        pytest.param("One after another, the companies declared bankruptcy.", id="object"),
    ],
)
def test_nobody_is_quoted(said: Reader, text: str) -> None:
    assert said(text) == []


def test_a_title_before_a_frame_is_not_what_the_frame_reports(said: Reader) -> None:
    text = "In his book, “The Long Crossing,” Karl Berg suggested looking at the river first."
    assert said(text) == [Said("indirect", "Karl Berg", "looking at the river first")]


def test_a_nickname_parts_no_speaker_from_a_cue(said: Reader) -> None:
    text = "The paper likened Olsen to Karl “Kalle” Berg and said the boy was a hero."
    assert all("Kalle" not in quote.content for quote in said(text))


def test_the_name_right_before_a_cue_speaks(said: Reader) -> None:
    text = (
        "In a meeting with the board of the Harlow Courier Brandt said "
        "that the dam may need to be rebuilt."
    )
    (quote,) = said(text)
    assert quote.content == "that the dam may need to be rebuilt"
    assert quote.source.endswith("Brandt")

"""Reports that are none, and what is reported as not said."""

import pytest

from reader import Analyzer, Article
from reader.analysis import Analysis


def reports(analyzer: Analyzer, text: str) -> list[tuple[str, str]]:
    """The polarity and the words of each quote."""
    analysis: Analysis = analyzer.analyze(Article.from_text(text))
    return [
        (quote.polarity.value, " | ".join(text[at.start : at.end] for at in quote.content))
        for quote in analysis.quotes
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Critics may say that the dam is a waste of money.", id="modal"),
        pytest.param("The mayor can claim that the dam is safe.", id="possible"),
        pytest.param("The builders wanted to say that the dam was safe.", id="wanted"),
        pytest.param("It is hard to say that the dam is safe.", id="hard to say"),
        pytest.param("The plan lets the mayor act without saying that it is urgent.", id="without"),
        pytest.param("If the engineers say that the dam leaks, it will close.", id="condition"),
        pytest.param("No firm can claim ignorance if it is fined.", id="if is no question"),
        pytest.param("She was told to leave the dam at once.", id="the hearer of an order"),
        pytest.param("Baker stole from dying aunt, court told", id="the hearer in a headline"),
        pytest.param("She is joking, I think.", id="an author in doubt"),
        pytest.param("Everything went according to plan.", id="according to a plan"),
        pytest.param("Ada Olsen proposed just that in 2013.", id="that without a clause"),
        pytest.param("Commenting on the plan, Ada Olsen left the hall.", id="a comment on a thing"),
        pytest.param("A clerk, who asked not to be named, left the hall.", id="no name, please"),
        pytest.param("The aim was to study snails and figure out what they ate.", id="an aim"),
        pytest.param("Mill owner promises wages after blaze", id="an object of one word"),
        pytest.param("The clerk found a door and a boat painted blue.", id="found something so"),
        pytest.param("A clerk pleaded poverty for fear of thieves.", id="for a reason"),
        pytest.param("Ada Olsen pointed to a man in the hall.", id="pointed to somebody"),
        pytest.param("Asked whether the dam leaked, the clerk left.", id="asked whether"),
        pytest.param("Asked on Monday what she meant, Olsen left the hall.", id="asked what"),
        pytest.param("Pressed on whether the dam leaked, Olsen left the hall.", id="pressed on"),
        pytest.param("The mayor backed the plan that she proposed in May.", id="proposed a thing"),
        pytest.param("Critics will say that the dam is a waste of money.", id="critics will say"),
        pytest.param("I have never heard anyone say that the dam is safe.", id="anyone say"),
        pytest.param("I say that the dam is safe.", id="the author’s own words"),
        pytest.param("It is expected that the dam will leak.", id="what is expected by nobody"),
        pytest.param("The plane promises lower costs for all.", id="a thing promises"),
        pytest.param("The program encourages towns to mend their dams.", id="a program"),
        pytest.param("The clerk was asked about the leaking dam.", id="the hearer of a question"),
        pytest.param("The fall in the lake shows that the dam leaks.", id="a fact shows"),
        pytest.param("This experience would remind him of the old dam.", id="a fact reminds"),
        pytest.param("The rule hits someone who claims that the dam leaks.", id="anybody"),
        pytest.param("The law hits someone who omitted to say that it leaks.", id="omitted"),
        pytest.param("It is not clear who said that the dam was safe.", id="who is asked for"),
        pytest.param("Nor did she realize that the dam leaked.", id="not thought"),
        pytest.param("The law covers so-called “metadata” for two years.", id="so-called"),
        pytest.param(
            "Ada Voss: Norland drops fraud inquiry\n\nProsecutors dropped a case against Ada Voss.",
            id="a headline about somebody",
        ),
    ],
)
def test_no_report(analyzer: Analyzer, text: str) -> None:
    assert reports(analyzer, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Voss did not say when the dam would open.", "when the dam would open"),
        ("The minister never said that the dam was safe.", "that the dam was safe"),
        ("Voss declined to say whether she would run.", "to say whether she would run"),
        ("Voss refused to confirm whether it leaked.", "whether it leaked"),
        ("The ministry would not comment on the case.", "the case"),
        ("She could not say whether the dam was safe.", "whether the dam was safe"),
        ("Nobody said that the dam was safe.", "that the dam was safe"),
    ],
)
def test_not_said(analyzer: Analyzer, text: str, content: str) -> None:
    assert reports(analyzer, text) == [("not_said", content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Reyes did not only say that the dam leaked.", "that the dam leaked"),
        ("Reyes went on to say that the dam leaked.", "that the dam leaked"),
        ("A survey shows that the dam has cracks.", "that the dam has cracks"),
        ("The minister would say that the dam was safe.", "that the dam was safe"),
        ("After saying that the dam was safe, the minister left.", "that the dam was safe"),
        ("Olsen asked if the dam was safe.", "if the dam was safe"),
        ("Some residents, who said they were afraid, left.", "they were afraid"),
    ],
)
def test_said_all_the_same(analyzer: Analyzer, text: str, content: str) -> None:
    assert reports(analyzer, text) == [("said", content)]


def test_a_headline_by_somebody_who_speaks_below_is_a_quote(analyzer: Analyzer) -> None:
    text = "Ada Voss: Norland must drop the case\n\nNorland should do so now, Ada Voss said."
    assert ("said", "Norland must drop the case") in reports(analyzer, text)


def test_who_is_told_by_nobody_says_nothing(analyzer: Analyzer) -> None:
    text = "One clerk said how she had been thrown into the job, and told to read out old notes."
    assert [polarity for polarity, _ in reports(analyzer, text)] == ["said"]


def test_who_is_told_does_not_tell(analyzer: Analyzer) -> None:
    text = "Olsen said she had asked for the plans in May but was told there was no time."
    assert reports(analyzer, text) == [
        ("said", "she had asked for the plans in May but was told there was no time")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Berg and Olsen disagree on that; she believes the dam will leak.",
            ["the dam will leak"],
        ),
        (
            "The council announced the start of a vote to suggest names for the dam.",
            ["the start of a vote to suggest names for the dam"],
        ),
        ("Olsen called for reforms.", ["reforms"]),
        ("Olsen denied it.", []),
    ],
)
def test_what_is_reported_ends_where_it_ends(
    analyzer: Analyzer, text: str, expected: list[str]
) -> None:
    assert [words for _, words in reports(analyzer, text)] == expected


def test_a_phrase_after_a_pause_is_not_what_was_said(analyzer: Analyzer) -> None:
    text = "His office said later that he would fly to the dam on Friday, weather permitting."
    ((_, words),) = reports(analyzer, text)
    assert words.startswith("that he would fly to the dam")


def test_who_is_asked_does_not_ask(analyzer: Analyzer) -> None:
    text = "Galen’s cousin, Karl Berg, when asked if he knew, said that he did not."
    (said,) = analyzer.analyze(Article.from_text(text)).quotes
    assert said.speaker is not None

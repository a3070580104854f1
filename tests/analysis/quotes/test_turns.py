"""Whose turn it is: pronouns and ages go on with whoever spoke; speakers without a name."""

import pytest

from reader import Analyzer, Article


def speakers(analyzer: Analyzer, text: str) -> list[str | None]:
    """Who says each quote: an entity's name, a description in brackets, or nobody."""
    analysis = analyzer.analyze(Article.from_text(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    return [
        names.get(quote.speaker or "") or (f"({quote.description})" if quote.description else None)
        for quote in analysis.quotes
    ]


PROFILE = """Bronagh Keane runs early. “Being early is rude,” she says.

“I was told so by everyone,” Keane says.

Keane grew up in Athlone. “The town was grey,” she says.

It was a nun, Anna Daly, who put her on a stage. Fame came late.

For years, she says, she held the coats."""


def test_who_alone_is_interviewed_goes_on_after_somebody_is_told_of(analyzer: Analyzer) -> None:
    assert speakers(analyzer, PROFILE) == ["Bronagh Keane"] * 4


def test_i_in_an_interview_is_who_is_interviewed(analyzer: Analyzer) -> None:
    text = PROFILE.replace("Fame came late.", "Fame came late. “I had a voice like a crow.”")
    assert speakers(analyzer, text)[3] == "Bronagh Keane"
    assert speakers(analyzer, text.replace("“I had", "“She had"))[3] is None


def test_whoever_has_spoken_keeps_a_turn_in_an_interview(analyzer: Analyzer) -> None:
    text = PROFILE.replace("Fame came late.", "Daly said it was a joke.")
    assert speakers(analyzer, text)[-1] == "Anna Daly"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Tarn Water Board said it had shut the sluice. “The wall is cracked,” it added.",
            ["Tarn Water Board", "Tarn Water Board"],
            id="it added",
        ),
        pytest.param(
            "The Tarn Water Board said it had shut the sluice. “We are sorry,” they said.",
            ["Tarn Water Board", "Tarn Water Board"],
            id="a body may be they",
        ),
        pytest.param(
            "Sergeant Quill said the gate was open. “Somebody left it so,” he added.",
            ["Quill", "Quill"],
            id="a rank and a surname",
        ),
        pytest.param(
            "Jorge Santos joined the crew on Monday. The 56-year-old said: “I am glad to be home.”",
            ["Jorge Santos"],
            id="an age goes on with whoever acts",
        ),
        pytest.param(
            "Maria Olsen said the mayor, Berta Quist, was late. “She is always late,” she said.",
            ["Maria Olsen", "Maria Olsen"],
            id="who spoke before who is spoken of",
        ),
        pytest.param(
            "Ida Holt sued her label. Holt was cheered on Monday. “At no point did we stop Ida,” "
            "they said.",
            ["(her label)"],
            id="the one body that the text speaks of",
        ),
        pytest.param(
            "Councillor Karl Berg said the dam was safe. “It has stood for years,” the father of "
            "two said.",
            ["Karl Berg", "Karl Berg"],
            id="a father of two who has just spoken",
        ),
        pytest.param(
            "Ada Olsen said the river rose. According to her, the dam held.",
            ["Ada Olsen", "Ada Olsen"],
            id="according to her",
        ),
        pytest.param(
            "The paper quoted an unnamed commander as saying the city would fall soon.",
            ["(an unnamed commander)"],
            id="quoted somebody as saying",
        ),
        pytest.param(
            "Founder and chief executive Ada Olsen said that the firm would close.",
            ["Ada Olsen"],
            id="one person in two offices",
        ),
        pytest.param(
            "The mayor and Governor Karl Berg said that the firm would close.",
            ["(The mayor and Governor Karl Berg)"],
            id="two people, one with an office",
        ),
        pytest.param("Baker ‘stole from a dying aunt’, court told", [None], id="the hearer"),
        pytest.param(
            "LEEDS, England, 3 June 2025 – Tarrant Foods plc (LSE: TARF) today announced that it "
            "proposes to close its factory.",
            ["(Tarrant Foods plc (LSE: TARF))"],
            id="no dateline speaks",
        ),
        pytest.param(
            "Revenue Minister Karl Berg said the dam was safe. “It has stood for years,” the "
            "Minister said. Ada Olsen said it leaked. “It is old,” the minister said.",
            ["Karl Berg", "Karl Berg", "Ada Olsen", "(the minister)"],
            id="the office of who has just spoken",
        ),
        pytest.param(
            "Karl Berg said that he was sorry, while Ada Olsen, the mayor, asked how she was to "
            "pay for it.",
            ["Karl Berg", "Ada Olsen"],
            id="while somebody else asks",
        ),
        pytest.param(
            "Someone in the balcony shouted: “Resign at once, the lot of you!”",
            ["(Someone in the balcony)"],
            id="somebody described",
        ),
        pytest.param(
            "Ada Olsen is sixty and runs a bakery. Young bakers write to her, she says, asking "
            "whether they should take unpaid work. “I tell them to ask the plumber first.”",
            ["Ada Olsen", "(Young bakers)", "Ada Olsen"],
            id="who reports goes on, not who is reported",
        ),
        pytest.param(
            "Ada Olsen said the dam was safe. “It has stood for years,” the father of two said.",
            ["Ada Olsen", "(the father of two)"],
            id="a father is no Ada",
        ),
        pytest.param(
            "Karl Berg said the dam was safe. A mother of three stood by. Berg left. “It leaks,” "
            "the mother of three said.",
            ["Karl Berg", "(the mother of three)"],
            id="somebody told of before is not whoever spoke last",
        ),
        pytest.param(
            "Karl Berg said the dam was safe. “It has stood for years,” the judge said.",
            ["Karl Berg", "(the judge)"],
            id="an office is another’s",
        ),
        pytest.param(
            "Karl Berg was fined in May. The 46-year-old told police he had mended the dam.",
            ["Karl Berg"],
            id="an age tells police",
        ),
        pytest.param(
            "It was a farmer, Karl Berg, who let her in. He told her that the dam leaked.",
            ["Karl Berg"],
            id="it was somebody who",
        ),
        pytest.param(
            "Two men came, and one of them, Rep. Karl Berg of Ardle, said the dam leaked.",
            ["Karl Berg"],
            id="one of them with a title",
        ),
        pytest.param(
            "Her opposition counterpart, Karl Berg, said: “The dam leaks every spring.”",
            ["Karl Berg"],
            id="a counterpart",
        ),
        pytest.param(
            "The report, Karl Berg said, was late.", ["Karl Berg"], id="no report is Karl Berg"
        ),
        pytest.param(
            "Additional Commissioner (Dams) Ada Olsen, who was in court, said the dam leaked.",
            ["Ada Olsen"],
            id="brackets between office and name",
        ),
        pytest.param(
            "ARDLE, Norland, May 3, 2024 – Harlow Mills AG (ARD: HRW) today announced good results "
            "from its study of dams.",
            ["Harlow Mills AG"],
            id="no time announces",
        ),
        pytest.param(
            "The bench was not impressed. It observed that the dam had leaked for years.",
            ["(The bench)"],
            id="a bench observes",
        ),
        pytest.param(
            "Karl Berg recalls a night in May. “I begged her,” he says. “She said, ‘Karl, it "
            "leaks.’”",
            ["Karl Berg"],
            id="who retells how he was addressed",
        ),
        pytest.param(
            "Rex Dunmore, the singer, has died. Dunmore was ill for years.\n\n“He was good,” said "
            "the drummer Colin Marsh.\n\nBorn Reginald Pike in Ardle in 1946, he left school "
            "at 15. “It was that or sing,” he said.",
            ["Colin Marsh", "Rex Dunmore"],
            id="born with another name",
        ),
        pytest.param(
            "“The dam leaks,” says Ada Olsen. “It is old,” says Karl Berg.\n\nWho built it?\n\n"
            "“It was there when I came.”",
            ["Ada Olsen", "Karl Berg", None],
            id="one of two answers",
        ),
        pytest.param(
            "‘It can’t hold’: Ada Olsen on the old dam\n\nThe dam was built in 1901.",
            ["Ada Olsen"],
            id="words and name in a headline",
        ),
        pytest.param(
            "Karl Berg said he was asleep. “There was no bell,” said the delivery driver, who "
            "lives by the dam.",
            ["Karl Berg", "Karl Berg"],
            id="a trade that was not told before",
        ),
        pytest.param(
            "Karl Berg said he was asleep. “There was no bell,” the boy’s father said.",
            ["Karl Berg", "(the boy’s father)"],
            id="the father of somebody",
        ),
        pytest.param(
            "Karl Berg said he was asleep. “There was no bell,” the deputy mayor said.",
            ["Karl Berg", "(the deputy mayor)"],
            id="an office that was not told before",
        ),
        pytest.param(
            "Ardle director of cricket Karl Berg said the pitch was dry.",
            ["Karl Berg"],
            id="a field between office and name",
        ),
        pytest.param(
            "The wife of the actor Karl Berg said the pitch was dry.",
            ["(The wife of the actor Karl Berg)"],
            id="whose wife it is",
        ),
        pytest.param(
            "“The dam is ours and so is the road,” the spokesman, Major Karl Berg, said by phone.",
            ["Karl Berg"],
            id="by phone",
        ),
        pytest.param(
            "“Berg is always late,” he said. Karl Berg left.",
            [None],
            id="who is talked of does not speak",
        ),
        pytest.param(
            "Ida Holt sued her label and the council. “At no point did we stop Ida,” they said.",
            [None],
            id="one of two bodies",
        ),
        pytest.param(
            "“The gate is shut,” said Quarry.",
            ["Quarry"],
            id="a stop is no part of who speaks",
        ),
        pytest.param(
            "But one of those who lost her home, retired teacher Ada Hopkin, said it was late. "
            "“I slept in a car,” the 71-year-old said.",
            ["Ada Hopkin", "Ada Hopkin"],
            id="a name behind a trade",
        ),
        pytest.param(
            "Judge Eleanor Whitmore KC said the man would go to prison.",
            ["Eleanor Whitmore"],
            id="an honour is no part of a name",
        ),
        pytest.param(
            "SURAT: Seven workers were hurt on Monday. Police said the mill was closed.",
            ["(Police)"],
            id="a dateline does not speak",
        ),
        pytest.param(
            "Paul Marsh disagreed. “Karl Trent is a poor mayor, and Trent has lied to the council "
            "all along,” he said.",
            ["Paul Marsh"],
            id="nobody talks of himself by name",
        ),
        pytest.param(
            "An engineer said the gate was stuck. “It has not moved for years,” he said.",
            ["(An engineer)", "(An engineer)"],
            id="somebody without a name",
        ),
        pytest.param(
            "Two officials said the dam was safe. They also said the road was open.",
            ["(Two officials)", "(Two officials)"],
            id="several without a name",
        ),
        pytest.param(
            "The letter called the dam a risk. It demanded that the council act.",
            ["(The letter)", "(The letter)"],
            id="a document",
        ),
        pytest.param(
            "Karl Berg said the dam was safe. Ada Olsen asked Karl Berg for the plans. "
            "“You will have them by noon,” he said.",
            ["Karl Berg", "Ada Olsen", "Karl Berg"],
            id="who is asked answers",
        ),
        pytest.param(
            "The choir spoke out. “We did not sing,” they said in a statement.",
            ["(The choir)"],
            id="whoever spoke out",
        ),
        pytest.param(
            "Ada Olsen said the dam was safe. “It will hold,” he said.",
            ["Ada Olsen", None],
            id="no turn against gender",
        ),
        pytest.param(
            "Ada Olsen opened the gate. The pipes were old. “It was time,” it said.",
            [None],
            id="a person is not it",
        ),
        pytest.param(
            "The head of the inquiry, Karl Berg, said the dam was safe.",
            ["Karl Berg"],
            id="a name beside an office",
        ),
    ],
)
def test_turns(analyzer: Analyzer, text: str, expected: list[str | None]) -> None:
    assert speakers(analyzer, text) == expected


def test_a_description_is_the_words_without_what_they_lead_to(analyzer: Analyzer) -> None:
    text = "The plan met critics, who argued that it would cost too much."
    assert speakers(analyzer, text) == ["(critics)"]


def test_the_pronoun_of_a_report_means_the_speaker(analyzer: Analyzer) -> None:
    text = (
        "Paul Marsh disagreed. “Karl Trent is a poor mayor, and Trent has lied to the council "
        "all along,” he said."
    )
    analysis = analyzer.analyze(Article.from_text(text))
    (quote,) = analysis.quotes
    meant = [
        entity.id
        for entity in analysis.entities
        for mention in entity.mentions
        if quote.source and (mention.start, mention.end) == (quote.source.start, quote.source.end)
    ]
    assert meant == [quote.speaker]

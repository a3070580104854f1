"""Who said what: the phenomena, each in a small article of its own."""

from collections.abc import Callable

import pytest

from reader.analysis.analyzer import Analyzer
from reader.analysis.types import Certainty, Sense
from reader.article import Article

from .conftest import Said

Reader = Callable[[str], list[Said]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The mayor said the bridge was “a disgrace to the whole town” and must close.",
            Said(
                "mixed",
                "The mayor",
                "the bridge was “a disgrace to the whole town” and must close",
            ),
            id="fragment in a reported clause",
        ),
        pytest.param(
            "“The bridge is safe,” gurgled Maria Olsen, who runs the ferry.",
            Said("direct", "Maria Olsen, who runs the ferry", "“The bridge is safe,”"),
            id="a verb no list has",
        ),
        pytest.param(
            "“Tear it down,” said the mayor on Monday.",
            Said("direct", "the mayor", "“Tear it down,”"),
            id="inverted order",
        ),
        pytest.param(
            "“They shouted ‘never again’ at us,” Maria Olsen said.",
            Said("direct", "Maria Olsen", "“They shouted ‘never again’ at us,”"),
            id="quotation in quotation",
        ),
        pytest.param(
            "Maria Olsen had one message: “Close the bridge before winter comes.”",
            Said("direct", "Maria Olsen", "“Close the bridge before winter comes.”"),
            id="colon",
        ),
        pytest.param(
            "Maria Olsen, a former captain who once swam the river, said: “The bridge is safe.”",
            Said(
                "direct",
                "Maria Olsen, a former captain who once swam the river",
                "“The bridge is safe.”",
            ),
            id="source with apposition and relative clause",
        ),
        pytest.param(
            "“Oh, the river runs cold,” sings Maria Olsen.",
            Said("direct", "Maria Olsen", "“Oh, the river runs cold,”"),
            id="cue that is no verb of speech",
        ),
        pytest.param(
            "Maria Olsen criticised the plan. “It will ruin every ferry on the river.”",
            Said("direct", "Maria Olsen", "“It will ruin every ferry on the river.”"),
            id="source one sentence back",
        ),
        pytest.param(
            "“The bridge must close at once,” the letter reads.",
            Said("direct", "the letter", "“The bridge must close at once,”"),
            id="document",
        ),
        pytest.param(
            "“We built it in a year.\n\n“We will mend it in a month,” Maria Olsen said.",
            Said(
                "direct",
                "Maria Olsen",
                "“We built it in a year.\n\n“We will mend it in a month,”",
            ),
            id="re-opened paragraph",
        ),
        pytest.param(
            "“The bridge is safe,” Olsen said. “We tested it twice.”",
            Said("direct", "Olsen", "“The bridge is safe,” | “We tested it twice.”"),
            id="same speaker goes on",
        ),
        pytest.param(
            "“The bridge,” Olsen said, “is safe.”",
            Said("direct", "Olsen", "“The bridge,” | “is safe.”"),
            id="frame inside the quotation",
        ),
        pytest.param(
            "“The bridge is safe. We tested it twice.” — Maria Olsen",
            Said("direct", "Maria Olsen", "“The bridge is safe. We tested it twice.”"),
            id="dash",
        ),
        pytest.param(
            "Maria Olsen called the bridge “an accident waiting to happen.”",
            Said("mixed", "Maria Olsen", "the bridge “an accident waiting to happen.”"),
            id="called it",
        ),
        pytest.param(
            "He told reporters: “No comment at this time.” Then he left.",
            Said("direct", "He", "“No comment at this time.”"),
            id="pronoun before a colon",
        ),
        pytest.param(
            "“Why close it now?” Olsen asked.",
            Said("direct", "Olsen", "“Why close it now?”"),
            id="question",
        ),
        pytest.param(
            "The bridge will close in May, according to the harbour office.",
            Said("indirect", "the harbour office", "The bridge will close in May"),
            id="according to",
        ),
        pytest.param(
            "The bridge will close in May, the harbour office said on Monday.",
            Said("indirect", "the harbour office", "The bridge will close in May"),
            id="content before its cue",
        ),
        pytest.param(
            "The bridge, Olsen said, was never tested.",
            Said("indirect", "Olsen", "The bridge | was never tested"),
            id="frame inside the clause",
        ),
        pytest.param(
            "Maria Olsen promised to repair the bridge before winter.",
            Said("indirect", "Maria Olsen", "to repair the bridge before winter"),
            id="infinitive",
        ),
        pytest.param(
            "The council announced plans to close the bridge.",
            Said("indirect", "The council", "plans to close the bridge"),
            id="nominal announcement",
        ),
        pytest.param(
            "Officials asked whether the bridge could carry lorries.",
            Said("indirect", "Officials", "whether the bridge could carry lorries"),
            id="question clause",
        ),
    ],
)
def test_one_quote(said: Reader, text: str, expected: Said) -> None:
    assert said(text) == [expected]


def test_headline_in_single_marks(said: Reader) -> None:
    text = "Mayor: ‘The bridge is safe’\n\nThe bridge over the Tarn is being tested this week."
    assert said(text) == [Said("direct", "Mayor", "‘The bridge is safe’")]


def test_transcript(said: Reader) -> None:
    text = "OLSEN: The bridge is safe. We tested it.\n\nREPORTER: How often?"
    assert [(quote.source, quote.content) for quote in said(text)] == [
        ("OLSEN", "The bridge is safe. We tested it"),
        ("REPORTER", "How often?"),
    ]


def test_trailing_participle_is_a_report_of_its_own(said: Reader) -> None:
    text = "Olsen said the bridge was safe, adding that she had tested it herself."
    assert said(text) == [
        Said("indirect", "Olsen", "the bridge was safe"),
        Said("indirect", "Olsen", "that she had tested it herself"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “people's bridge” opened in 1990.",
        "In the film “The Long Bridge,” Olsen plays a captain.",
        "Karl “Kalle” Olsen crossed the bridge on foot.",
        "The bridge closed in May.",
    ],
)
def test_no_quote(said: Reader, text: str) -> None:
    assert said(text) == []


def test_nothing_settles_the_source(said: Reader) -> None:
    text = "Nobody came. “The bridge is safe and always was.” It rained."
    assert said(text) == [Said("direct", "", "“The bridge is safe and always was.”")]


def test_speaker_is_the_entity_behind_a_pronoun(analyzer: Analyzer) -> None:
    text = "Maria Olsen won the vote. She said the bridge would stay."
    analysis = analyzer.analyze(Article.from_text(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    assert [names.get(quote.speaker or "") for quote in analysis.quotes] == ["Maria Olsen"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Ada Olsen and Karl Berg", None),
        ("Ada Olsen, a captain and pilot,", "Ada Olsen"),
        ("The Ministry of Justice and Security", "Ministry of Justice and Security"),
    ],
)
def test_nobody_speaks_alone_for_several(
    analyzer: Analyzer, source: str, speaker: str | None
) -> None:
    analysis = analyzer.analyze(Article.from_text(f"{source} said the bridge was safe."))
    names = {entity.id: entity.name for entity in analysis.entities}
    assert [names.get(quote.speaker or "") for quote in analysis.quotes] == [speaker]


def test_participle_after_with_has_its_own_source(said: Reader) -> None:
    text = "The bridge may close, with engineers warning that it moves."
    assert said(text) == [Said("indirect", "engineers", "that it moves")]


def test_section_title_in_marks_is_no_quote(said: Reader) -> None:
    text = "The bridge is old.\n\n“It moves,” Olsen said.\n\n‘All Bets Are Off.’\n\nIt rained."
    assert said(text) == [Said("direct", "Olsen", "“It moves,”")]


def test_quote_tells_its_reason(analyzer: Analyzer) -> None:
    text = "“The bridge is safe,” Maria Olsen wrote. “It stood a century,” gurgled Karl Berg."
    first, second = analyzer.analyze(Article.from_text(text)).quotes
    assert (first.sense, first.rule_id, first.certainty) == (
        Sense.WRITING,
        "quote-frame-after",
        Certainty.SETTLED,
    )
    assert (second.rule_id, second.certainty) == ("quote-position-after", Certainty.LIKELY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The vote follows yesterday’s announcement by the ministry that the bridge is unsafe.",
            "the ministry",
            id="a day and an agent",
        ),
        pytest.param(
            "The vote follows last week’s claim by Maria Olsen that the bridge is safe.",
            "Maria Olsen",
            id="a week and an agent",
        ),
        pytest.param(
            "Maria Olsen’s claim that the bridge is safe was wrong.",
            "Maria Olsen",
            id="a person",
        ),
    ],
)
def test_a_time_in_the_possessive_is_no_source(said: Reader, text: str, expected: str) -> None:
    assert [quote.source for quote in said(text)] == [expected]


def test_a_report_of_a_report_gives_both_and_the_words_to_the_one_who_spoke(said: Reader) -> None:
    text = "According to the Courier, Maria Olsen said the bridge was “a disgrace to us all.”"
    assert said(text) == [
        Said(
            "mixed",
            "the Courier",
            "Maria Olsen said the bridge was “a disgrace to us all.”",
        ),
        Said("mixed", "Maria Olsen", "the bridge was “a disgrace to us all.”"),
    ]


def test_a_name_in_apposition_belongs_to_the_source(said: Reader) -> None:
    text = "They carry a piano, which, according to the head teacher, Anna Berg, now needs tuning."
    assert [quote.source for quote in said(text)] == ["the head teacher, Anna Berg"]


def test_refusing_to_comment_is_no_speech(said: Reader) -> None:
    text = "The ferry company refused to comment on the price of the new bridge."
    assert said(text) == []


def test_a_statement_before_a_semicolon_is_not_what_the_next_clause_expects(said: Reader) -> None:
    text = (
        "The bridge was to open in May; after two delays the city now expects to open it in June."
    )
    assert all("May" not in quote.content for quote in said(text))


def test_a_source_stops_at_its_own_cue(said: Reader) -> None:
    text = "The vote comes on the heels of reports suggesting a meeting between Olsen and Berg."
    assert [quote.source for quote in said(text)] == ["reports"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            "“Close the bridge before the winter comes,” the letter read.",
            "the letter",
            id="a cue that parsers take for a noun",
        ),
        pytest.param(
            "“Should we close the bridge?” a reporter can be heard asking Olsen.",
            "a reporter",
            id="a cue behind a verb of hearing",
        ),
    ],
)
def test_frames_whose_verb_is_hard_to_see(said: Reader, text: str, source: str) -> None:
    assert [(quote.kind, quote.source) for quote in said(text)] == [("direct", source)]


def test_the_title_of_a_programme_is_not_said(said: Reader) -> None:
    text = "“The bridge is safe,” Mr. Olsen said on Harrow Radio’s “Talk of the Town.”"
    assert said(text) == [Said("direct", "Mr. Olsen", "“The bridge is safe,”")]


def test_the_title_of_a_book_belongs_to_the_source(said: Reader) -> None:
    text = "Olsen bought the ferry for a song, according to his book “The Art of Mooring.”"
    assert [quote.content for quote in said(text)] == ["Olsen bought the ferry for a song"]


def test_a_participle_goes_past_the_clause_of_a_noun(said: Reader) -> None:
    text = (
        "Olsen denied the notion that a closure is coming, "
        "explaining that the bridge was only painted."
    )
    explained = [quote for quote in said(text) if "painted" in quote.content]
    assert [quote.source for quote in explained] == ["Olsen"]


def test_a_relative_clause_names_somebody_in_marks(said: Reader) -> None:
    text = "The guests included Mike Berg, who called their son “an American hero.”"
    assert [quote.source for quote in said(text)] == ["Mike Berg, who"]


def test_what_a_colon_parts_from_a_clause_is_not_its_content(said: Reader) -> None:
    text = "‘We are in shock, horrified’: A village feels the cold.\n\nThe bridge fell on Monday."
    assert "A village" not in [quote.source for quote in said(text)]


def test_who_is_asked_is_not_who_asks(said: Reader) -> None:
    text = "Asked whether he regretted it, Olsen said that the bridge was safe."
    sources = {quote.content: quote.source for quote in said(text)}
    assert sources["that the bridge was safe"] == "Olsen"
    assert sources.get("whether he regretted it", "") == ""


def test_an_office_is_no_cue(said: Reader) -> None:
    text = "Berg said that Olsen called it “the gold rush” of ferries as secretary of state."
    assert "state" not in {quote.source for quote in said(text)}
    assert all("Berg" in quote.source for quote in said(text))

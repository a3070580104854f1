"""Quotes in other layouts than a news paragraph: headlines, interviews, posts, signatures."""

from collections.abc import Callable

import pytest

from reader import Analyzer, Article

from .conftest import Said

Reader = Callable[[str], list[Said]]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        pytest.param(
            "Ferry Owners Say Bridge Will Kill Trade",
            Said("indirect", "Ferry Owners", "Bridge Will Kill Trade"),
            id="clause",
        ),
        pytest.param(
            "Mayor Vows To Close Bridge Before Winter",
            Said("indirect", "Mayor", "To Close Bridge Before Winter"),
            id="infinitive",
        ),
        pytest.param(
            "Angry at Delays, Olsen Calls On Berg To Resign",
            Said("indirect", "Olsen", "Berg To Resign"),
            id="behind a comma",
        ),
        pytest.param(
            "Report: Bridge to open in May.",
            Said("indirect", "Report", "Bridge to open in May"),
            id="colon and full stop",
        ),
        pytest.param(
            "Court: ‘No Case to Answer’ for Ferry Captain",
            Said("mixed", "Court", "‘No Case to Answer’ for Ferry Captain"),
            id="colon and single marks",
        ),
    ],
)
def test_headlines(said: Reader, headline: str, expected: Said) -> None:
    text = f"{headline}\n\nThe bridge over the Tarn has been closed for two years."
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "headline",
    [
        "Harlow Post Opens Bridge Exhibition In May",
        "Live: The bridge opens today.",
    ],
)
def test_headlines_that_report_nothing(said: Reader, headline: str) -> None:
    assert said(f"{headline}\n\nThe bridge over the Tarn is old.") == []


def test_interview_with_names(said: Reader) -> None:
    text = (
        "Harlow Times: Why did you leave the navy?\n\n"
        "Dana Reyes: I was tired. It was time.\n\n"
        "Harlow Times: Did you miss it?\n\n"
        "Dana Reyes: Never."
    )
    assert said(text) == [
        Said("indirect", "Harlow Times", "Why did you leave the navy?"),
        Said("indirect", "Dana Reyes", "I was tired. It was time"),
        Said("indirect", "Harlow Times", "Did you miss it?"),
        Said("indirect", "Dana Reyes", "Never"),
    ]


@pytest.mark.parametrize("stop", [":", "."])
def test_questions_and_answers(said: Reader, stop: str) -> None:
    text = f"Dana Reyes on the flood\n\nQ{stop} When did you see it?\n\nA{stop} Around six."
    assert [quote.content for quote in said(text)] == ["When did you see it?", "Around six"]


def test_a_list_of_facts_is_no_interview(said: Reader) -> None:
    text = (
        "Who stands in May\n\n"
        "Party: Greens\n\nAge: forty\n\n"
        "Party: Liberals\n\nAge: fifty\n\n"
        "Why vote at all? Nobody knows."
    )
    assert said(text) == []


def test_a_signature_speaks_for_the_quotation_above_it_alone(said: Reader) -> None:
    text = (
        "“The dam will hold for another century.” – Dana Reyes, chief engineer\n\n"
        "“We are not afraid of the water.”\n\n"
        "— Tom Brandt, mayor of Harlow\n\n"
        "“I have seen it leak with my own eyes.”"
    )
    assert said(text) == [
        Said(
            "direct",
            "Dana Reyes, chief engineer",
            "“The dam will hold for another century.”",
        ),
        Said("direct", "Tom Brandt, mayor of Harlow", "“We are not afraid of the water.”"),
        Said("direct", "", "“I have seen it leak with my own eyes.”"),
    ]


def test_a_post_is_signed_by_its_account(said: Reader) -> None:
    text = (
        "The mayor had news.\n\n"
        "The bridge is closed until Monday. Stay safe! — Maria Olsen (@mariaolsen) May 4, 2019"
    )
    assert said(text) == [
        Said("indirect", "Maria Olsen", "The bridge is closed until Monday. Stay safe!")
    ]


def test_a_frame_stays_in_its_brackets(said: Reader) -> None:
    text = "Dana Reyes laughed (“I never said any of that!”) and walked away."
    assert said(text) == [Said("direct", "Dana Reyes", "“I never said any of that!”")]
    text = "Brandt [“no friend of mine,” she said of him] left early."
    assert said(text) == [Said("direct", "she", "“no friend of mine,”")]


def test_a_cue_in_brackets_frames_nothing_outside(said: Reader) -> None:
    text = (
        "The trick, says Carl Anton, is that she was “one of the kindest of all,” "
        "not for her looks (think Ada Olsen and Karl Berg) but for her wit."
    )
    assert {quote.source for quote in said(text)} == {"Carl Anton"}


def test_marks_glued_to_words(said: Reader) -> None:
    text = "Brandt said,“Look, the gate is stuck.” “I saw it,”said Reyes."
    assert said(text) == [
        Said("direct", "Brandt", "“Look, the gate is stuck.”"),
        Said("direct", "Reyes", "“I saw it,”"),
    ]


def test_british_marks(said: Reader) -> None:
    text = (
        "‘We cannot go on like this,’ said Marta Lind, the council’s leader. "
        "‘The voters’ patience is gone.’\n\n"
        "‘He told me, “I shall never sign it,” and he meant it,’ Lind added."
    )
    assert said(text) == [
        Said(
            "direct",
            "Marta Lind, the council’s leader",
            "‘We cannot go on like this,’ | ‘The voters’ patience is gone.’",
        ),
        Said("direct", "Lind", "‘He told me, “I shall never sign it,” and he meant it,’"),
    ]


def test_guillemets_either_way(said: Reader) -> None:
    text = "« We shall see », said Pierre Lambert.\n\nAnne Moreau answered: »Nobody believes him.«"
    assert said(text) == [
        Said("direct", "Pierre Lambert", "« We shall see »"),
        Said("direct", "Anne Moreau", "»Nobody believes him.«"),
    ]


def test_several_paragraphs_of_one_speaker(said: Reader) -> None:
    text = "“First comes the water.\n\n“Then you hear it.\n\n“Then you run,” Reyes said."
    assert said(text) == [
        Said("direct", "Reyes", "“First comes the water.\n\n“Then you hear it.\n\n“Then you run,”")
    ]


def test_a_quotation_that_another_follows_at_once_is_somebody_elses(said: Reader) -> None:
    text = "“Do you regret what you did?” “No, never,” said Reyes."
    assert said(text) == [
        Said("direct", "", "“Do you regret what you did?”"),
        Said("direct", "Reyes", "“No, never,”"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "Votes\n\nAnd from Karl Holt:\n\n“I am glad that the dam is gone.”",
            "Karl Holt",
            "“I am glad that the dam is gone.”",
            id="handed over in a line above",
        ),
        pytest.param(
            "Votes\n\nAnd from Karl Holt: “I am glad that the dam is gone.”",
            "Karl Holt",
            "“I am glad that the dam is gone.”",
            id="handed over in the line",
        ),
        pytest.param(
            "From the desk of Mara Quist, chief economist.\n\n"
            "“We will build another when the rates are low enough.”",
            "Mara Quist, chief economist",
            "“We will build another when the rates are low enough.”",
            id="from the desk of",
        ),
        pytest.param(
            "Row\n\n‘We have waited for years. The council did nothing.\n\n"
            "‘Now we will act,’ said Ada Berg.",
            "Ada Berg",
            "‘We have waited for years. The council did nothing.\n\n‘Now we will act,’",
            id="single marks open over paragraphs",
        ),
        pytest.param(
            "Ada Berg looked up. “You will get half of”—she tapped the seal—“nothing at all.”",
            "she",
            "“You will get half of” | “nothing at all.”",
            id="a gesture between dashes",
        ),
        pytest.param(
            "“I never” — she pauses at the river — “wanted to leave this place,” Ada Berg said.",
            "Ada Berg",
            "“I never” | “wanted to leave this place,”",
            id="a gesture before the cue",
        ),
        pytest.param(
            "Exit\n\nKarl Berg was sacked.\n\nI can’t thank this man enough.\n\n"
            "— Deo (@deo_official) November 19, 2019\n\nIt rained.",
            "Deo",
            "I can’t thank this man enough",
            id="a post signed in a paragraph of its own",
        ),
    ],
)
def test_layouts_of_other_papers(
    said: Callable[[str], list[Said]], text: str, source: str, content: str
) -> None:
    assert [(quote.source, quote.content) for quote in said(text)] == [(source, content)]


def said(analyzer: Analyzer, text: str) -> list[tuple[str, str | None]]:
    """The words of each quote and who says them, by name or description."""
    analysis = analyzer.analyze(Article.from_text(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    return [
        (
            text[quote.content[0].start : quote.content[-1].end],
            names.get(quote.speaker or "", quote.description),
        )
        for quote in analysis.quotes
    ]


def test_letters_of_a_page_belong_to_whoever_signs_them(analyzer: Analyzer) -> None:
    text = (
        "Letters\n\nSir, The old lamps must stay. They have served us for years.\n\n"
        "Ada Olsen, Penrith\n\nI do not agree with the council.\n\nKarl Berg\nLeeds\n"
    )
    assert said(analyzer, text) == [
        ("Sir, The old lamps must stay. They have served us for years", "Ada Olsen"),
        ("I do not agree with the council", "Karl Berg"),
    ]


def test_a_name_below_one_piece_of_prose_signs_nothing(analyzer: Analyzer) -> None:
    text = "Storm\n\nI saw the storm. It was loud.\n\nAda Olsen, Penrith\n\nThe storm hit Leeds.\n"
    assert said(analyzer, text) == []


def test_answers_stand_below_the_names_of_a_vox_pop(analyzer: Analyzer) -> None:
    text = (
        "What do you think of the lamps?\n\nAda Olsen, 34, baker, Leeds\n\nI never see them.\n\n"
        "Karl Berg, 61, retired\n\n“They are too bright.”\n\nMay Lind, student\n\n"
        "We all love them.\n"
    )
    assert said(analyzer, text) == [
        ("I never see them", "Ada Olsen"),
        ("“They are too bright.”", "Karl Berg"),
        ("We all love them", "May Lind"),
    ]


def test_a_post_stands_below_its_account(analyzer: Analyzer) -> None:
    text = (
        "Reaction\n\nFans were quick to answer.\n\nAda Olsen (@ada_olsen) · May 4, 2019\n\n"
        "Best game I have ever seen!\n\n@karl_berg 5h\n\nNever again.\n\nThe club was happy.\n"
    )
    assert said(analyzer, text) == [
        ("Best game I have ever seen!", "Ada Olsen"),
        ("Never again", "@karl_berg"),
    ]


def test_labels_with_full_names_that_say_i_are_a_transcript(analyzer: Analyzer) -> None:
    text = "Ann Lane: I was there.\n\nKarl Berg: I saw nothing.\n\nAnn Lane: I did.\n"
    assert [who for _, who in said(analyzer, text)] == ["Ann Lane", "Karl Berg", "Ann Lane"]


def test_a_gesture_between_halves_is_whoever_is_named_behind(analyzer: Analyzer) -> None:
    text = "“It was half of”—she laughed—“nothing,” Ada Olsen said."
    assert [who for _, who in said(analyzer, text)] == ["Ada Olsen", "Ada Olsen"]


def test_bold_questions_are_asked_by_nobody_and_answered_by_the_person_introduced(
    said: Reader,
) -> None:
    text = (
        "The harbour pilot Dana Reyes left the navy last year. We spoke with her on the quay.\n\n"
        "**Why did you leave?**\n\nI was tired. It was time.\n\n"
        "**Did you miss it?**\n\nNever. I have the harbour.\n\n"
        "**And your boat?**\n\nMy boat is older than I am.\n"
    )
    assert said(text) == [
        Said("indirect", "Dana Reyes", "I was tired. It was time"),
        Said("indirect", "Dana Reyes", "Never. I have the harbour"),
        Said("indirect", "Dana Reyes", "My boat is older than I am"),
    ]


def test_no_quote_begins_with_the_mark_of_a_list_or_the_clock_of_a_live_report(
    said: Reader,
) -> None:
    text = (
        "18:40 — The main points:\n\n"
        "• The bridge will open in May, the harbour office said.\n"
        "• The ferry has been sold, Dana Reyes said.\n\n"
        "17:05 — Trains will not run before Thursday, the railway said.\n\n"
        "16:30 — It rains on the quay.\n"
    )
    assert [one.content for one in said(text)] == [
        "The bridge will open in May",
        "The ferry has been sold",
        "Trains will not run before Thursday",
    ]

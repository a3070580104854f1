"""The quotes pane."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from reader.analysis import (
    Annotations,
    Certainty,
    Kind,
    Polarity,
    Quote,
    QuoteKind,
    Span,
)
from reader.reading import EntityFocus, QuoteFocus
from reader.tui.line import Heading
from reader.tui.lists.quoted_words import set_pieces, words_of
from reader.tui.lists.quotes import QuotesPane
from tests.tui.lists.panes import PaneApp, screen
from tests.tui.readings import HARBOUR, PUBLISHED, Words, harbour, reading_of


async def test_a_row_tells_who_by_which_cue_and_the_words() -> None:
    pane = QuotesPane(harbour())
    async with PaneApp(pane).run_test(size=(44, 30)) as pilot:
        await pilot.pause()
        assert screen(pane) == [
            " ● Mara Olsen said",
            "   “The boats are back, and they will",
            "   stay,”",
            " ● Tor Vik denied",
            "   that the ferry had been sold",
            " ● Tor Vik told                     likely",
            "   that the company “has no plans” to",
            "   raise fares before 2026",
            " ◦ a fisherman complained",
            "   “Nobody asked us,”",
            " ● Tor Vik according to             likely",
            "   repairs took several weeks",
        ]


def test_verbatim_and_retold_words_have_different_looks_and_no_mark_is_added() -> None:
    reading = harbour()
    shown = {
        quote.id: words_of(reading.article.text, quote) for quote in reading.annotations.quotes
    }
    assert shown["Q1"] == [("“The boats are back, and they will stay,”", "quote")]
    assert shown["Q2"] == [("that the ferry had been sold", "indirect")]
    assert shown["Q3"] == [
        ("that the company ", "indirect"),
        ("“has no plans”", "quote"),
        (" to raise fares before 2026", "indirect"),
    ]


@given(st.text(st.sampled_from("ab “”\"'‘’«»„.é日\n"), min_size=1, max_size=60), st.data())
def test_what_is_shown_is_the_articles_own_characters(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(text)))
    kind = data.draw(st.sampled_from(QuoteKind))
    quote = Quote(id="Q1", kind=kind, content=(Span(0, end),))
    shown = "".join(piece.text for piece in words_of(text, quote))
    assert shown.split() == text[:end].split()


def test_an_interruption_is_an_ellipsis_of_its_own() -> None:
    words = Words("“One thing,” she said, “and another.”")
    quote = Quote(
        id="Q1",
        kind=QuoteKind.DIRECT,
        content=(words.place("“One thing,”"), words.place("“and another.”")),
    )
    assert words_of(words.text, quote) == [
        ("“One thing,”", "quote"),
        (" … ", "dim"),
        ("“and another.”", "quote"),
    ]


def test_looks_stay_with_their_characters_over_line_ends() -> None:
    words = Words("he said it was “plainly wrong” to go")
    quote = Quote(
        id="Q1", kind=QuoteKind.MIXED, content=(words.place("it was “plainly wrong” to"),)
    )
    lines = set_pieces(words_of(words.text, quote), 14, 9, 2)
    assert [[tuple(piece) for piece in line.pieces] for line in lines] == [
        [("  ", ""), ("it was", "indirect")],
        [("  ", ""), ("“plainly", "quote")],
        [("  ", ""), ("wrong”", "quote"), (" to", "indirect")],
    ]


@pytest.mark.parametrize(
    ("certainty", "shown"),
    [
        (Certainty.SETTLED, " ◦ a fisherman complained"),
        (Certainty.UNKNOWN, " ? unknown complained"),
    ],
)
async def test_a_speaker_that_is_no_entity_is_plain(certainty: Certainty, shown: str) -> None:
    found = harbour().annotations
    quote = Quote(
        id="Q1",
        kind=QuoteKind.DIRECT,
        content=found.quotes[3].content,
        cue=found.quotes[3].cue,
        source=found.quotes[3].source,
        certainty=certainty,
    )
    pane = QuotesPane(reading_of(HARBOUR, Annotations(quotes=(quote,))))
    async with PaneApp(pane).run_test(size=(44, 30)) as pilot:
        await pilot.pause()
        assert screen(pane)[0] == shown


async def test_by_speaker_the_one_with_most_words_comes_first_with_a_share() -> None:
    pane = QuotesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 30)) as pilot:
        pane.focus()
        await pilot.press("s")
        assert screen(pane) == [
            " ● Tor Vik  66% ━━━━━━━━",
            "   that the ferry had been sold",
            "   that the company “has no plans” to raise fares before",
            "   2026",
            "   repairs took several weeks",
            " ● Mara Olsen  25% ━━━",
            "   “The boats are back, and they will stay,”",
            " ◦ a fisherman  9% ━",
            "   “Nobody asked us,”",
        ]
        await pilot.press("s")
        assert screen(pane)[0] == " ● Mara Olsen said"


async def test_under_an_entity_stands_what_it_said_and_then_what_was_said_about_it() -> None:
    reading = harbour()
    pane = QuotesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 30)) as pilot:
        reading.focus_on(EntityFocus("Almar Line"))
        await pilot.pause()
        headings = [row.line(40).text for row in pane.row_list.rows if isinstance(row, Heading)]
        assert headings == [" about Almar Line  1"]
        reading.focus_on(EntityFocus("Tor Vik"))
        await pilot.pause()
        headings = [row.line(40).text for row in pane.row_list.rows if isinstance(row, Heading)]
        assert headings == [" by Tor Vik  3"]


LONG = Words("“" + "These are many words. " * 40 + "This is the end.” Rilke said.")
LONG_QUOTE = Quote(id="Q1", kind=QuoteKind.DIRECT, content=(Span(0, LONG.text.index(" Rilke")),))


async def test_a_long_quote_opens_by_key_and_in_focus() -> None:
    reading = reading_of(LONG.text, Annotations(quotes=(LONG_QUOTE,)))
    pane = QuotesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 8)) as pilot:
        pane.focus()
        await pilot.pause()
        assert len(screen(pane)) == 3
        assert screen(pane)[2].endswith("…")
        await pilot.press("x")
        pane.row_list.scroll_end(animate=False)
        await pilot.pause()
        assert screen(pane)[-1].endswith("This is the end.”")
        await pilot.press("x")
        assert len(screen(pane)) == 3
        reading.focus_on(QuoteFocus("Q1"))
        await pilot.pause()
        pane.row_list.scroll_end(animate=False)
        await pilot.pause()
        assert screen(pane)[-1].endswith("This is the end.”")


async def test_copying_gives_the_words_with_speaker_title_and_date() -> None:
    pane = QuotesPane(harbour())
    app = PaneApp(pane)
    async with app.run_test(size=(60, 30)) as pilot:
        pane.focus()
        await pilot.press("y")
        assert app.copied == (
            "“The boats are back, and they will stay,”\n"
            "— Mara Olsen, Ferry returns to Port Almar after two years, Friday 3 May 2024"
        )


async def test_a_copy_says_no_more_than_is_known() -> None:
    reading = reading_of(LONG.text, Annotations(quotes=(LONG_QUOTE,)), published=None)
    reading.article = replace(reading.article, source=None)
    pane = QuotesPane(reading)
    app = PaneApp(pane)
    async with app.run_test(size=(60, 30)) as pilot:
        pane.focus()
        await pilot.press("y")
        assert app.copied.endswith("This is the end.”\n— unknown")
        assert str(PUBLISHED.year) not in app.copied


async def test_typing_filters_by_speaker_and_by_words() -> None:
    pane = QuotesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 30)) as pilot:
        pane.focus()
        await pilot.press("f", *"olsen")
        assert [row.quote.id for row in pane.row_list.rows] == ["Q1"]
        await pilot.press("escape", "f", *"ferry had")
        assert [row.quote.id for row in pane.row_list.rows] == ["Q2"]
        await pilot.press("escape", "f", *"fisherman")
        assert [row.quote.id for row in pane.row_list.rows] == ["Q4"]


async def test_the_full_name_of_the_speaker_stands_where_the_text_says_she() -> None:
    words = Words("Ane Lund left. “I am tired,” she said.")
    lund = words.entity("Ane Lund", Kind.PERSON, words.mention("Ane Lund"), words.mention("she"))
    quote = Quote(
        id="Q1",
        kind=QuoteKind.DIRECT,
        content=(words.place("“I am tired,”"),),
        cue=words.place("said"),
        source=words.place("she"),
        speaker="Ane Lund",
        certainty=Certainty.SETTLED,
    )
    pane = QuotesPane(reading_of(words.text, Annotations(entities=(lund,), quotes=(quote,))))
    async with PaneApp(pane).run_test(size=(60, 30)) as pilot:
        await pilot.pause()
        assert screen(pane) == [" ● Ane Lund said", "   “I am tired,”"]


async def test_a_speaker_without_a_name_has_a_sign_and_dim_words() -> None:
    quote = structs.replace(harbour().annotations.quotes[3], description="a fisherman")
    pane = QuotesPane(reading_of(HARBOUR, Annotations(quotes=(quote,))))
    async with PaneApp(pane).run_test(size=(44, 30)) as pilot:
        await pilot.pause()
        assert screen(pane)[0] == " ◦ a fisherman complained"


async def test_what_was_not_said_is_marked() -> None:
    words = Words("Voss declined to say when it would end.")
    quote = Quote(
        id="Q1",
        kind=QuoteKind.INDIRECT,
        content=(words.place("when it would end"),),
        cue=words.place("say"),
        source=words.place("Voss"),
        certainty=Certainty.SETTLED,
        polarity=Polarity.NOT_SAID,
    )
    pane = QuotesPane(reading_of(words.text, Annotations(quotes=(quote,))))
    async with PaneApp(pane).run_test(size=(44, 30)) as pilot:
        await pilot.pause()
        assert screen(pane)[0].split() == ["◦", "Voss", "say", "×", "not", "said"]


async def test_the_same_words_are_one_row_that_opens_whole_in_focus() -> None:
    text = "“It will hold” Voss said. “It will hold for a hundred years or more,” Voss said."
    words = Words(text)
    first = Quote(id="Q1", kind=QuoteKind.DIRECT, content=(words.place("“It will hold”"),))
    whole = words.place("“It will hold for a hundred years or more,”")
    again = Quote(id="Q2", kind=QuoteKind.DIRECT, content=(whole,), same_as="Q1")
    reading = reading_of(text, Annotations(quotes=(first, again)))
    pane = QuotesPane(reading)
    async with PaneApp(pane).run_test(size=(44, 30)) as pilot:
        await pilot.pause()
        assert screen(pane)[0].split() == ["?", "unknown", "2", "places"]
        assert "hundred years" in " ".join(screen(pane))
        reading.focus_on(QuoteFocus("Q1"))
        await pilot.pause()
        assert pane.chosen() == "Q1"
        assert "hundred" not in " ".join(screen(pane))

"""The inspector."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from enum import StrEnum
from importlib.resources import files

import pytest

from reader.analysis import (
    Annotations,
    Bound,
    Certainty,
    Form,
    Kind,
    Modality,
    Polarity,
    Quote,
    QuoteKind,
    Sense,
)
from reader.article import Origin
from reader.reading import (
    EntityFocus,
    EventFocus,
    Passage,
    QuoteFocus,
    Reading,
    Ready,
)
from reader.reading.rivals import Against
from reader.tui.lists.inspector import Inspector
from reader.tui.lists.phrases import phrase
from tests.tui.lists.panes import PaneApp, screen, title
from tests.tui.readings import HARBOUR, Words, harbour, harbour_annotations, reading_of

NOWHERE = HARBOUR.index("\n\n")


def away() -> Reading:
    """The article with the caret where nothing is marked."""
    reading = harbour()
    reading.move_caret(NOWHERE)
    return reading


async def test_an_entity_shows_roles_names_reasons_and_every_mention_in_its_sentence() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.focus_on(EntityFocus("Mara Olsen"))
        await pilot.pause()
        assert screen(pane) == [
            " Mara Olsen  person",
            " role      the harbour mistress of Port Almar · stands beside the",
            "           name",
            " called    Mara Olsen ×1 · found by the model",
            "           the harbour mistress ×1 · stands beside the name",
            "           Olsen ×1 · the surname",
            "           She ×1 · pronoun",
            " 4 mentions · 2 by name, 1 by description, 1 by pronoun",
            " 1 ¶ 1                             Mara Olsen, the harbour mistress…",
            " 2 ¶ 1            Mara Olsen, the harbour mistress of Port Almar, re…",
            " 3 ¶ 1     …ck, and they will stay,” Olsen said.",
            " 4 ¶ 1                                She took over in March 2019.",
        ]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            34,
            [
                " called    Tarn ×3 · a short",
                "           form of the name (2),",
                "           another name that the",
                "           text gives (1)",
                "           Tarn Group ×1 · found",
                "           by the model",
            ],
        ),
        (
            60,
            [
                " called    Tarn ×3 · a short form of the name (2), another",
                "           name that the text gives (1)",
                "           Tarn Group ×1 · found by the model",
            ],
        ),
    ],
)
async def test_each_name_says_why_it_means_the_entity(width: int, shown: list[str]) -> None:
    words = Words("Tarn Group fell. Tarn rose, Tarn slept, Tarn won.")
    mentions = (
        words.mention("Tarn Group", rule="found by the model"),
        words.mention("Tarn", rule="a short form of the name"),
        words.mention("Tarn", rule="a short form of the name"),
        words.mention("Tarn", rule="another name that the text gives"),
    )
    firm = words.entity("Tarn Group", Kind.ORGANIZATION, *mentions)
    pane = Inspector(reading := reading_of(words.text, Annotations(entities=(firm,))))
    async with PaneApp(pane).run_test(size=(width, 30)) as pilot:
        reading.focus_on(EntityFocus(firm.id))
        await pilot.pause()
        assert screen(pane)[1 : 1 + len(shown)] == shown


async def test_a_quote_shows_speaker_cue_rule_certainty_and_all_words() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(40, 30)) as pilot:
        reading.focus_on(QuoteFocus("Q1"))
        await pilot.pause()
        assert screen(pane) == [
            " Quote  direct",
            " speaker   Mara Olsen",
            " source    Olsen",
            " cue       said · speech",
            " why       clause-after",
            " certainty settled",
            " words     “The boats are back, and",
            "           they will stay,”",
        ]


async def test_a_time_under_the_caret_shows_value_days_and_reason() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(60, 40)) as pilot:
        reading.move_caret(HARBOUR.index("next year"))
        await pilot.pause()
        assert screen(pane)[:5] == [
            " next year  time expression",
            " because   the year after publication, 2024",
            " TIMEX3    DATE 2025",
            " means     1 Jan 2025 to 31 Dec 2025",
            " Almar Line may buy a second ferry  event",
        ]


async def test_an_event_shows_date_modality_people_and_clause() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(90, 40)) as pilot:
        reading.focus_on(EventFocus("V7"))
        await pilot.pause()
        assert screen(pane)[:6] == [
            " company has no plans to raise fares  event",
            " when      2026 · before then",
            " sign      × denied: it did not happen",
            " status    denied",
            " with      ■ Almar Line",
            " clause    the company “has no plans” to raise fares before 2026",
        ]


async def test_choosing_a_fact_puts_the_caret_where_the_article_tells_it() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.focus_on(EntityFocus("Mara Olsen"))
        pane.focus()
        await pilot.press("G", "enter")
        await pilot.pause()
        assert reading.caret == HARBOUR.index("She took")
        assert reading.focus == EntityFocus("Mara Olsen")


async def test_the_panel_follows_the_caret() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.move_caret(HARBOUR.index("Norwegian"))
        await pilot.pause()
        assert screen(pane)[0] == " Norwegian  group"
        reading.move_caret(NOWHERE)
        await pilot.pause()
        assert screen(pane)[0].startswith("  Nothing here to explain.")


async def test_a_hidden_panel_shows_what_is_in_focus_once_it_is_opened() -> None:
    reading = away()
    pane = Inspector(reading)
    pane.display = False
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.focus_on(QuoteFocus("Q1"))
        await pilot.pause()
        pane.display = True
        await pilot.pause()
        assert title(pane) == "Why"
        assert screen(pane)[:2] == [" Quote  direct", " speaker   Mara Olsen"]


async def test_a_selection_leaves_what_is_under_the_caret() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.move_caret(HARBOUR.index("Norwegian"))
        reading.focus_on(Passage(0, 20))
        await pilot.pause()
        assert screen(pane)[0] == " Norwegian  group"


async def test_facts_can_be_filtered() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.focus_on(EntityFocus("Mara Olsen"))
        pane.focus()
        await pilot.press("f", *"surname")
        assert screen(pane) == [
            "           Olsen ×1 · the surname",
            " 3 ¶ 1     …ck, and they will stay,” Olsen said.",
        ]


async def test_mentions_of_one_form_are_listed_alone() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(76, 30)) as pilot:
        reading.focus_on(EntityFocus("Mara Olsen"))
        pane.focus()
        shown = []
        for _ in range(4):
            await pilot.press("s")
            lines = screen(pane)
            first = next(n for n, line in enumerate(lines) if "mentions" in line) + 1
            shown.append([line.split()[0] for line in lines[first:] if line.strip()])
        assert shown == [["1", "3"], ["2"], ["4"], ["1", "2", "3", "4"]]


async def test_a_mention_in_a_document_with_pages_tells_its_page() -> None:
    article = replace(
        harbour().article,
        origin=(Origin(0, 60, 0, 60, page=4), Origin(60, len(HARBOUR), 60, len(HARBOUR), page=5)),
    )
    reading = Reading(article)
    reading.receive(harbour_annotations(), Ready())
    reading.move_caret(NOWHERE)
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(76, 30)) as pilot:
        reading.focus_on(EntityFocus("Mara Olsen"))
        await pilot.pause()
        shown = [line[1:7] for line in screen(pane) if " p. " in line[:8]]
        assert shown == ["1 p. 4", "2 p. 4", "3 p. 5", "4 p. 5"]


async def test_a_quote_tells_what_spoke_against_others_nearby() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(96, 30)) as pilot:
        reading.focus_on(QuoteFocus("Q2"))
        await pilot.pause()
        assert screen(pane)[-2:] == [
            " not by    ■ Almar Line · is in the sentence, but the cue has another subject",
            "           ● Mara Olsen · is named before, but another source is nearer",
        ]


async def test_an_event_tells_the_words_of_its_date_and_the_steps_to_the_day() -> None:
    reading = away()
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(96, 40)) as pilot:
        reading.focus_on(EventFocus("V6"))
        await pilot.pause()
        steps = (" dated", " because", " means")
        assert [line for line in screen(pane) if line.startswith(steps)] == [
            " dated by  next year",
            " because   the year after publication, 2024",
            " means     1 Jan 2025 to 31 Dec 2025",
        ]


async def test_an_entity_with_thousands_of_mentions_is_shown_at_once() -> None:
    words = Words("it " * 20_000)
    mentions = tuple(words.mention("it") for _ in range(20_000))
    thing = words.entity("it", Kind.PRODUCT, *mentions)
    reading = reading_of(words.text, Annotations(entities=(thing,)))
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.focus_on(EntityFocus("it"))
        await pilot.pause()
        assert screen(pane)[1] == " called    it ×20000 · found by the model"


def test_values_have_phrases_and_unknown_ones_show_as_they_are() -> None:
    assert phrase("form", "nominal") == "description"
    assert phrase("form", "some new value") == "some new value"
    assert phrase("no such topic", "value") == "value"


@pytest.mark.parametrize(
    ("topic", "names"),
    [
        ("bound", Bound),
        ("certainty", Certainty),
        ("against", Against),
        ("form", Form),
        ("forms", Form),
        ("modality", Modality),
        ("polarity", Polarity),
        ("sense", Sense),
    ],
)
def test_every_value_of_the_types_has_a_phrase(topic: str, names: type[StrEnum]) -> None:
    table = tomllib.loads(files("reader.tui.lists").joinpath("phrases.toml").read_text("utf-8"))
    assert table[topic].keys() == {name.value for name in names}


async def test_a_quote_nobody_is_named_for_is_unknown() -> None:
    words = Words("“No names here,” ran the headline.")
    quote = Quote(
        id="Q1",
        kind=QuoteKind.DIRECT,
        content=(words.place("“No names here,”"),),
        rule="nothing in the text says who speaks",
    )
    reading = reading_of(words.text, Annotations(quotes=(quote,)))
    pane = Inspector(reading)
    async with PaneApp(pane).run_test(size=(70, 30)) as pilot:
        reading.focus_on(QuoteFocus("Q1"))
        await pilot.pause()
        assert screen(pane)[1:4] == [
            " speaker   unknown",
            " why       nothing in the text says who speaks",
            " certainty unknown",
        ]

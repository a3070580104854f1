"""The timeline pane."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec import structs

from reader.analysis import Annotations
from reader.reading import EntityFocus, EventFocus, Reading
from reader.tui.harmless import cells
from reader.tui.lists.axis import Axis
from reader.tui.lists.timeline import TimelinePane
from tests.tui.lists.panes import PaneApp, screen, title
from tests.tui.readings import HARBOUR, Words, harbour, harbour_annotations, reading_of


async def test_a_row_tells_when_on_which_side_of_today_and_what() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        await pilot.pause()
        assert screen(pane) == [
            "         1991 ● storm destroyed the old quay",
            "     Mar 2019 ● Mara Olsen took over",
            " Aug–Oct 2022 ┃ divers cleared the wreck",
            "   3 May 2024 ◉ Ferry returns to Port Almar",
            "   3 May 2024 ◉ Mara Olsen reopened the quay",
            "         2025 ◌ Almar Line may buy a second ferry",
            "        ←2026 × company has no plans to raise fares",
        ]


async def test_where_there_is_room_a_headline_has_all_its_lines_and_else_two() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(24, 30)) as pilot:
        await pilot.pause()
        assert not any("…" in line for line in screen(pane))
        await pilot.resize_terminal(24, 12)
        await pilot.pause()
        assert any("…" in line for line in screen(pane))
        await pilot.resize_terminal(24, 30)
        await pilot.pause()
        assert not any("…" in line for line in screen(pane))


async def test_the_title_says_which_key_shows_the_times_that_are_hidden() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert title(pane) == "Timeline  7 events  t 2 more"
        pane.focus()
        await pilot.press("t")
        assert title(pane).startswith("▎Timeline  9 events  all times")


async def test_at_34_columns_nothing_overflows() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(34, 20)) as pilot:
        pane.focus()
        for _ in range(7):
            await pilot.press("j")
            assert all(cells(line) <= 34 for line in screen(pane))
        assert screen(pane)[:2] == ["     1991 ● storm destroyed the", "          │ old quay"]
        assert title(pane).startswith("▎Timeline  7 events")


async def test_a_narrow_pane_leaves_out_the_year_of_publication_and_no_words() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(30, 16)) as pilot:
        await pilot.pause()
        assert screen(pane) == [
            "     1991 ● storm destroyed",
            "          │ the old quay",
            " Mar 2019 ● Mara Olsen took",
            "          │ over",
            "  Aug–Oct ┃ divers cleared",
            "          │ the wreck",
            "    3 May ◉ Ferry returns to",
            "          │ Port Almar",
            "    3 May ◉ Mara Olsen",
            "          │ reopened the qu…",
            "     2025 ◌ Almar Line may",
            "          │ buy a second fe…",
            "    ←2026 × company has no",
            "          │ plans to raise…",
        ]


async def test_a_wide_pane_shows_who_took_part_and_the_sentence() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(200, 20)) as pilot:
        await pilot.pause()
        row = next(line for line in screen(pane) if "Mara Olsen took over" in line)
        assert re.search("took over +Mara Olsen +She took over in March 2019", row)
    async with PaneApp(TimelinePane(harbour())).run_test(size=(110, 20)) as pilot:
        await pilot.pause()
        row = next(line for line in screen(pilot.app.pane) if "Mara Olsen took over" in line)
        assert row.split("took over")[1].strip() == "Mara Olsen"


async def test_a_filter_that_leaves_nothing_says_so_and_not_that_times_are_hidden() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        pane.focus()
        await pilot.press("f", *"zebra")
        assert screen(pane) == ["  No events with “zebra”. esc closes the filter."]


async def test_the_open_row_shows_all_of_its_headline_and_the_articles_own_date() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(34, 20)) as pilot:
        pane.focus()
        await pilot.press("j", "j")
        assert screen(pane)[3:6] == [
            "  Aug–Oct ┃ divers cleared the",
            "          │ wreck",
            "          │ August to October 20…",
        ]
        await pilot.press("G")
        assert screen(pane)[-1] == "          │ 2026 · before · deni…"


async def test_the_open_row_tells_what_is_less_than_certain() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        pane.focus()
        await pilot.press("G")
        assert screen(pane)[-1] == "              │ 2026 · before · denied"
        await pilot.press("k")
        assert screen(pane)[-2] == "              │ next year · possible"


async def test_modality_stands_beside_the_headline_where_there_is_room() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert screen(pane)[5].endswith("may buy a second ferry                     possible")


async def test_the_day_of_publication_is_a_row_of_its_own_where_no_event_marks_it() -> None:
    reading = harbour()
    pane = TimelinePane(reading)
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        reading.focus_on(EntityFocus("Mara Olsen"))
        await pilot.pause()
        assert screen(pane) == [
            "   Mar 2019 ● Mara Olsen took over",
            " 3 May 2024 ◉ published",
            " 3 May 2024 ◉ Mara Olsen reopened the quay",
        ]


async def test_a_stretch_that_began_before_publication_stands_before_it() -> None:
    found = harbour_annotations()
    century = structs.replace(
        found.timeline[3], time="T3", earliest=date(2000, 1, 1), latest=date(2099, 12, 31)
    )
    pane = TimelinePane(reading_of(HARBOUR, Annotations(timeline=(century,))))
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        await pilot.pause()
        assert screen(pane)[-1] == "   3 May 2024 ◉ published"


async def test_without_a_publication_date_nothing_is_past_or_future() -> None:
    reading = reading_of(HARBOUR, harbour_annotations(), published=None)
    pane = TimelinePane(reading)
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        await pilot.pause()
        dated = [line for line in screen(pane) if "Ferry returns" not in line]
        assert not any("○" in line or "◉" in line or "published" in line for line in dated)


async def test_the_news_itself_is_marked_published_even_where_the_day_is_unknown() -> None:
    news = structs.replace(harbour_annotations().timeline[3], earliest=None, latest=None)
    pane = TimelinePane(reading_of(HARBOUR, Annotations(timeline=(news,)), published=None))
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        await pilot.pause()
        assert screen(pane) == [" published ◉ Ferry returns to Port Almar"]


async def test_what_nothing_dates_has_a_sign_of_its_own_and_says_so_when_opened() -> None:
    news = structs.replace(harbour_annotations().timeline[3], told=True)
    other = structs.replace(news, id="V9", headline="Ferry sank", disagrees=(news.id,))
    reading = reading_of(HARBOUR, Annotations(timeline=(news, other)), published=None)
    pane = TimelinePane(reading)
    async with PaneApp(pane).run_test(size=(70, 20)) as pilot:
        await pilot.pause()
        rows = screen(pane)
        assert "◎ Ferry returns to Port Almar" in rows[0]
        assert rows[1].endswith("disputed")
        reading.focus_on(EventFocus("V9"))
        await pilot.pause()
        assert any("other reports differ" in row for row in screen(pane))


def relative() -> Reading:
    words = Words("The mayor left last week.")
    found = harbour_annotations().timeline[1]
    time = words.time("T2", "last week", "XXXX-WXX")
    place = words.place("The mayor left last week")
    event = type(found)(
        id="V1", time="T2", start=place.start, end=place.end, headline="mayor left", times=("T2",)
    )
    return reading_of(words.text, Annotations(times=(time,), timeline=(event,)), published=None)


async def test_a_date_that_nothing_resolves_is_shown_in_the_articles_words() -> None:
    pane = TimelinePane(relative())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        await pilot.pause()
        assert screen(pane) == [" last week ◌ mayor left"]


async def test_durations_sets_and_vague_times_come_by_key() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        pane.focus()
        await pilot.press("t")
        assert title(pane).startswith("▎Timeline  9 events  all times")
        assert screen(pane)[-2:] == [
            " every spring ◌ Norwegian inspectors visit",
            " several wee… ◌ repairs took several weeks",
        ]
        await pilot.press("t")
        assert title(pane).startswith("▎Timeline  7 events")


async def test_only_vague_times_are_hidden_and_the_pane_says_how_to_see_them() -> None:
    found = harbour_annotations()
    vague = Annotations(times=found.times, timeline=found.timeline[-2:])
    pane = TimelinePane(reading_of(HARBOUR, vague))
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        pane.focus()
        await pilot.pause()
        words = "No dated events. t shows 2 other times."
        assert " ".join(screen(pane)).split() == words.split()


@pytest.mark.parametrize(("presses", "first"), [(0, "V1"), (1, "V4"), (2, "V1")])
async def test_sorting_goes_by_date_and_by_text(presses: int, first: str) -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        pane.focus()
        await pilot.press(*["s"] * presses)
        assert pane.row_list.rows[0].event.id == first


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("wreck", ["V3"]), ("may 2024", ["V4", "V5"]), ("next y", ["V6"]), ("2019-03", ["V2"])],
)
async def test_typing_filters_by_headline_and_date(typed: str, expected: list[str]) -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        pane.focus()
        await pilot.press("f", *(" " if key == " " else key for key in typed))
        found = [ident for ident in pane.painter.idents(pane.row_list.rows) if ident]
        assert found == expected


async def test_an_event_in_focus_shows_even_if_it_is_vague() -> None:
    reading = harbour()
    pane = TimelinePane(reading)
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        reading.focus_on(EventFocus("V9"))
        await pilot.pause()
        assert pane.row_list.cursor == "V9"
        assert screen(pane)[-2:] == [
            " several wee… ◌ repairs took several weeks",
            "              │ several weeks · reported",
        ]


async def test_the_axis_shows_the_events_and_the_day_of_publication() -> None:
    pane = TimelinePane(harbour())
    async with PaneApp(pane).run_test(size=(56, 20)) as pilot:
        await pilot.pause()
        axis = pane.query_one(Axis).render_line(0).text.strip()
        assert axis == "1991▃┄┄┄┄┄┄┄ 2019▃┄┄┄┄┄┄┄ 2022▃┄┄┄┄┄┄┄ ◉2024▅─ 2025▅"

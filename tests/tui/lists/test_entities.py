"""The entities pane."""

from __future__ import annotations

import pytest

from reader.analysis import Annotations, Entity, Form, Kind, Mention
from reader.reading import EntityFocus, Passage
from reader.tui.glyphs import glyphs
from reader.tui.harmless import cells
from reader.tui.lists.entities import EntitiesPane, KindBar
from tests.tui.lists.panes import PaneApp, screen, title
from tests.tui.readings import HARBOUR, Words, crowd, harbour, reading_of


def names(pane: EntitiesPane) -> list[str]:
    return [row.entity.name for row in pane.row_list.rows]


async def test_a_row_tells_kind_name_count_places_and_role() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert screen(pane)[0] == " ● Mara Olsen  4 ▅▁▃▃▁▁▁▁▁▁▁  the harbour mistress of Port…"
        assert screen(pane)[2] == " ■ Almar Line  3 ▁▁▁▃▁▃▁▁▃▁▁"


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (34, " ● Mara Olsen  4 ▅▅▁▁▁▁"),
        (24, " ● Mara Olsen  4"),
        (16, " ● Mara Ol…  4"),
    ],
)
async def test_a_narrow_pane_lets_role_and_places_go_first(width: int, row: str) -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        assert screen(pane)[0] == row


async def test_a_role_without_room_is_told_when_its_row_opens() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(34, 20)) as pilot:
        pane.focus()
        await pilot.pause()
        assert screen(pane)[1] == "   the harbour mistress of Port…"


async def test_sorting_goes_by_count_then_first_mention_then_name() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        pane.focus()
        orders = [names(pane)]
        notes = []
        for _ in range(3):
            await pilot.press("s")
            orders.append(names(pane))
            notes.append(pane.order_note())
        assert orders[1][:2] == ["Port Almar", "Mara Olsen"]
        assert orders[2] == ["Almar Line", "Mara Olsen", "Norwegian", "Port Almar", "Tor Vik"]
        assert orders[3] == orders[0]
        assert notes == ["by first mention", "by name", ""]


async def test_the_entity_in_focus_stays_first_in_every_order() -> None:
    reading = harbour()
    pane = EntitiesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        reading.focus_on(EntityFocus("Port Almar"))
        pane.focus()
        await pilot.press("s", "s")
        assert names(pane) == ["Port Almar", "Mara Olsen"]


async def test_typing_filters_by_name_alias_and_role_until_escape() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        pane.focus()
        await pilot.press("f", *"MISTRESS")
        assert names(pane) == ["Mara Olsen"]
        assert "1 of 5" in title(pane)
        await pilot.press("enter", "s")
        assert names(pane) == ["Mara Olsen"]
        await pilot.press("escape")
        assert len(names(pane)) == 5
        assert pane.row_list.has_focus


async def test_escape_while_typing_leaves_the_filter_and_not_the_focus() -> None:
    reading = harbour()
    pane = EntitiesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        reading.focus_on(EntityFocus("Mara Olsen"))
        pane.focus()
        await pilot.press("f", "v", "escape")
        assert reading.focus == EntityFocus("Mara Olsen")
        await pilot.press("escape")
        assert reading.focus is None


async def test_a_filter_that_nothing_matches_says_so() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        pane.focus()
        await pilot.press("f", *"zebra")
        assert screen(pane) == ["  No entities with “zebra”. esc closes the filter."]


async def test_arrows_pick_out_one_kind_after_the_other() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        pane.focus()
        await pilot.press("right")
        assert names(pane) == ["Mara Olsen", "Tor Vik"]
        assert "2 of 5  people" in title(pane)
        await pilot.press("right")
        assert names(pane) == ["Almar Line"]
        await pilot.press("left", "left", "left")
        assert names(pane) == ["Norwegian"]
        await pilot.press("escape")
        assert len(names(pane)) == 5


async def test_a_click_on_the_bar_picks_a_kind() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        bar = pane.query_one(KindBar)
        assert bar.render_line(0).text.split() == ["all", "●", "2", "■", "1", "▲", "1", "◆", "1"]
        await pilot.click(bar, offset=(bar.render_line(0).text.index("▲"), 0))
        await pilot.pause()
        assert names(pane) == ["Port Almar"]


@pytest.mark.parametrize("width", [20, 26, 29, 34, 60, 120])
async def test_the_bar_of_kinds_never_overflows_and_always_shows_the_one_picked(width: int) -> None:
    words = Words("One of every kind.")
    place = words.place("One")
    found = tuple(
        Entity(
            id=kind.value,
            name=kind.value,
            kind=kind,
            mentions=(Mention(place.start, place.end, Form.NAME),) * 12,
        )
        for kind in Kind
    )
    pane = EntitiesPane(reading_of(words.text, Annotations(entities=found)))
    async with PaneApp(pane).run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        bar = pane.query_one(KindBar)
        for _ in range(len(Kind) + 1):
            shown = bar.render_line(0).text
            assert cells(shown) <= width
            assert pane.kind is None or glyphs().kinds[pane.kind] in shown
            pane.action_kind(1)
            await pilot.pause()


async def test_the_whole_of_a_name_that_was_cut_is_told_when_its_row_opens() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(14, 20)) as pilot:
        pane.focus()
        await pilot.pause()
        assert screen(pane)[:3] == [" ● Mara…   4", "   Mara", "   Olsen"]


async def test_a_wide_pane_shows_the_sentence_that_first_names_each() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(200, 20)) as pilot:
        await pilot.pause()
        row = next(line for line in screen(pane) if "Tor Vik" in line)
        assert HARBOUR[HARBOUR.index("Tor Vik") :][:40].split("\n")[0] in row


async def test_a_short_pane_keeps_its_lines_for_rows() -> None:
    pane = EntitiesPane(harbour())
    async with PaneApp(pane).run_test(size=(60, 7)) as pilot:
        await pilot.pause()
        assert not pane.query_one(KindBar).display
        assert len(screen(pane)) == 5


async def test_the_counts_are_those_inside_a_selection() -> None:
    reading = harbour()
    pane = EntitiesPane(reading)
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        for end in range(60, 130, 7):
            reading.focus_on(Passage(HARBOUR.index("Mara"), end))
            await pilot.pause()
        assert [(row.entity.name, row.count) for row in pane.row_list.rows] == [
            ("Mara Olsen", 2),
            ("Port Almar", 1),
        ]


async def test_hostile_names_are_shown_harmless() -> None:
    words = Words("\x1b[2J\u202eEvil\u202c [red]Corp[/red] spoke.")
    evil = words.entity("\x1b[2J\u202eEvil\u202c", Kind.PERSON, words.mention("Evil"))
    corp = words.entity("[red]Corp[/red]", Kind.ORGANIZATION, words.mention("Corp"))
    pane = EntitiesPane(reading_of(words.text, Annotations(entities=(evil, corp))))
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        shown = "\n".join(screen(pane))
        assert "[red]Corp[/red]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown


async def test_names_of_mentions_can_be_typed_too() -> None:
    words = Words("Benedikt Holm came. Ben stayed.")
    holm = words.entity(
        "Benedikt Holm",
        Kind.PERSON,
        words.mention("Benedikt Holm"),
        words.mention("Ben", 2),
        words.mention("came", 1, Form.PRONOUN),
    )
    pane = EntitiesPane(reading_of(words.text, Annotations(entities=(holm,))))
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        pane.focus()
        await pilot.press("f", *"came")
        assert names(pane) == []
        await pilot.press("escape", "f", *"ben")
        assert names(pane) == ["Benedikt Holm"]


async def test_fifty_thousand_entities_open_and_filter() -> None:
    pane = EntitiesPane(crowd(50_000))
    async with PaneApp(pane).run_test(size=(60, 20)) as pilot:
        pane.focus()
        await pilot.press("f", *"4999")
        await pilot.pause()
        assert names(pane)[0] == "Person 4999"
        assert title(pane).startswith("▎Entities  15 of 50000")

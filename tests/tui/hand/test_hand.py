"""Correcting, highlighting and noting by keys and mouse, at both sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import OptionList, Static

from reader.analysis import Annotations, By, Colour, Kind
from reader.article import Article
from reader.corrections import Remark
from reader.library.library import Library
from reader.reading import EntityFocus, EventFocus, NoteFocus, Passage, QuoteFocus, Ready
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.hand.menu import ActMenu
from reader.tui.hand.note import NoteDialog
from reader.tui.lists.inspector import Inspector
from reader.tui.lists.notes import NotesPane
from tests.corrections.acts import at
from tests.tui.lists.panes import screen as painted
from tests.tui.readings import HARBOUR, Words, harbour, harbour_annotations

IN = Words(HARBOUR)
SIZES = pytest.mark.parametrize("size", [(80, 24), (200, 60)])


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return made()


def made(*, keeps_library: bool = True) -> ReaderApp:
    return ReaderApp(harbour().article, settings=Settings(), keeps_library=keeps_library)


async def begin(app: ReaderApp, pilot) -> None:
    await pilot.pause(0.2)
    app.reading.receive(harbour_annotations(), Ready())
    await pilot.pause(0.1)


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause(0.1)


def entity(app: ReaderApp, ident: str):
    return app.reading.index.entities.get(ident)


@SIZES
async def test_a_row_is_renamed_in_two_keys_and_its_letters(app, size):
    async with app.run_test(size=size) as pilot:
        await begin(app, pilot)
        await press(pilot, "2")
        row = app.screen.query_one("EntitiesPane").row_list.cursor
        await press(pilot, "c", "n", "ctrl+u", *"Nova", "enter")
        assert entity(app, row).name == "Nova"
        assert entity(app, row).by is By.PERSON
        await press(pilot, "u")
        assert entity(app, row).by is By.MACHINE
        await press(pilot, "ctrl+r")
        assert entity(app, row).name == "Nova"


async def test_a_merge_takes_four_keys_and_all_panes_follow(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        app.reading.focus_on(EntityFocus("Mara Olsen"))
        await press(pilot, "2", "c", "m", *"vik", "enter")
        assert entity(app, "Mara Olsen") is None
        assert app.reading.index.quotes["Q1"].speaker == "Tor Vik"
        assert app.reading.focus == EntityFocus("Tor Vik")


@SIZES
async def test_a_speaker_who_is_no_entity(app, size):
    async with app.run_test(size=size) as pilot:
        await begin(app, pilot)
        app.reading.focus_on(QuoteFocus("Q1"))
        await press(pilot, "3", "c", "s", *"the clerk", "enter")
        quote = app.reading.index.quotes["Q1"]
        assert (quote.speaker, quote.description) == (None, "the clerk")
        pane = app.screen.query_one("QuotesPane")
        assert any(
            "the clerk" in line.text
            for row in pane.row_list.rows
            for line in pane.painter.lines(row, 60, opened=False)
        )


async def test_what_the_caret_stands_on_and_tab_for_what_is_around_it(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.reading.move_caret(IN.place("He", 1).start)
        await press(pilot, "c")
        assert isinstance(app.screen, ActMenu)
        first = app.screen.query_one(".title").render().plain
        await press(pilot, "tab")
        second = app.screen.query_one(".title").render().plain
        assert first == "entity: Tor Vik"
        assert second != first
        await press(pilot, "tab", "escape")
        assert not isinstance(app.screen, ActMenu)


async def test_a_selection_becomes_an_entity_by_mouse(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        place = IN.place("a fisherman")
        app.reading.focus_on(Passage(place.start, place.end))
        await press(pilot, "c")
        await pilot.click("OptionList", offset=(3, 0))
        await press(pilot, *"person", "enter")
        (new,) = [one for one in app.reading.annotations.entities if one.name == "a fisherman"]
        assert new.kind is Kind.PERSON
        assert app.reading.index.quotes["Q4"].speaker == new.id


async def test_dates_are_asked_for_until_they_can_be_read(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.reading.move_caret(IN.place("March 2019").start)
        await press(pilot, "c", "d", *"soon", "enter")
        assert "is not a date" in app.screen.query_one(".problem").render().plain
        await press(pilot, "ctrl+u", *"May 2020", "enter")
        assert app.reading.index.times["T2"].value == "2020-05"
        assert str(app.reading.index.events["V2"].earliest) == "2020-05-01"


@SIZES
async def test_highlight_and_note_take_part_in_focus(app, size):
    async with app.run_test(size=size) as pilot:
        await begin(app, pilot)
        place = IN.place("reopened the quay")
        app.reading.focus_on(Passage(place.start, place.end))
        await press(pilot, "M", "g")
        (note,) = app.reading.index.notes
        assert (note.start, note.end, note.colour) == (place.start, place.end, Colour.GREEN)
        await press(pilot, "A", *"why now", "tab", *"quay, ", *"news", "ctrl+s")
        (note,) = app.reading.index.notes
        assert (note.text, note.tags, note.colour) == ("why now", ("quay", "news"), Colour.GREEN)
        app.reading.focus_on(None)
        await press(pilot, "5", "enter")
        assert app.reading.focus == NoteFocus(note.id)
        assert [row.quote.id for row in app.reading.quotes()] == []
        app.reading.focus_on(EntityFocus("Tor Vik"))
        await press(pilot)
        assert app.screen.query_one(NotesPane).row_list.count == 0


async def test_an_entry_deleted_in_the_pane_comes_back(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        app.reading.move_caret(IN.place("Mara Olsen").start)
        await press(pilot, "M", "enter", "5")
        assert len(app.reading.index.notes) == 1
        await press(pilot, "x")
        assert len(app.reading.index.notes) == 0
        await press(pilot, "u")
        assert len(app.reading.index.notes) == 1


async def test_escape_leaves_a_note_and_says_first_what_would_be_lost(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await press(pilot, "A", "escape")
        assert not isinstance(app.screen, NoteDialog)
        await press(pilot, "A", *"half a thou", "escape")
        assert "Not saved yet" in str(app.screen.query_one(".problem", Static).render())
        await press(pilot, "g", "escape")  # what is new since the warning is asked for again
        assert isinstance(app.screen, NoteDialog)
        await press(pilot, "escape")
        assert not isinstance(app.screen, NoteDialog)
        assert not app.reading.index.notes
        await press(pilot, "A", *"whole", "escape", "ctrl+s")
        assert [note.text for note in app.reading.index.notes] == ["whole"]


async def test_reasons_follow_the_cursor_through_the_lists_and_back_to_the_article(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        await press(pilot, "3", "enter", "j", "i")
        pane, reasons = app.screen.query_one("QuotesPane"), app.screen.query_one(Inspector)
        assert [one.id for one in reasons.subjects()] == [pane.row_list.cursor]
        await press(pilot, "j")
        assert [one.id for one in reasons.subjects()] == [pane.row_list.cursor]
        assert app.reading.focused.id != pane.row_list.cursor
        await press(pilot, "2")
        rows = app.screen.query_one("EntitiesPane").row_list
        assert [one.id for one in reasons.subjects()] == [rows.cursor]
        assert rows.current.entity.name in painted(reasons)[0]
        reasons.focus()
        await press(pilot, "j")
        assert [one.id for one in reasons.subjects()] == [rows.cursor]
        await press(pilot, "1")
        assert app.reading.focused in reasons.subjects()


async def test_the_row_that_is_explained_stays_in_sight(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await begin(app, pilot)
        await press(pilot, "3", "G", "i")
        rows = app.screen.query_one("QuotesPane").row_list
        await pilot.pause(0.1)
        speaker = rows.current.speaker
        shown = painted(app.screen.query_one("QuotesPane"))
        assert any(speaker.name in line for line in shown)


async def test_reasons_of_a_speaker_that_a_person_set_are_the_persons(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        await press(pilot, "3", "c", "s", *"Tor Vik", "enter", "i")
        told = painted(app.screen.query_one(Inspector))
        assert told[:3] == [" Quote  direct", " corrected by you", " speaker   Tor Vik"]
        assert " before    Mara Olsen · clause-after" in told
        assert not any(line.startswith((" why", " certainty")) for line in told)


async def test_people_and_bodies_are_offered_first_as_speakers(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        await press(pilot, "3", "c", "s")
        rows = app.screen.query_one(OptionList).options
        kinds = [str(row.prompt).split(" ×")[0].split()[-1] for row in rows]
        places = [number for number, kind in enumerate(kinds) if kind == "place"]
        others = [n for n, kind in enumerate(kinds) if kind in {"person", "organization", "group"}]
        assert places
        assert others
        assert max(others) < min(places)


async def test_the_next_run_has_it_all(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.reading.focus_on(EntityFocus("Tor Vik"))
        await press(pilot, "2", "c", "n", "ctrl+u", *"Torvald", "enter", "A", *"who", "ctrl+s")
    app.leave_article()
    again = made()
    async with again.run_test(size=(80, 24)) as pilot:
        await begin(again, pilot)
        assert entity(again, "Tor Vik").name == "Torvald"
        assert [note.text for note in again.reading.index.notes] == ["who"]
        await press(pilot, "B", *"who")
        await pilot.pause(0.4)
        assert again.screen.query_one("OptionList").option_count == 1
    again.leave_article()


async def test_another_analysis_does_not_overwrite_a_person(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.reading.focus_on(EntityFocus("Tor Vik"))
        await press(pilot, "2", "c", "n", "ctrl+u", *"Torvald", "enter")
        app.reading.receive(harbour_annotations(), Ready())
        assert entity(app, "Tor Vik").name == "Torvald"


async def test_without_a_library_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    app = made(keeps_library=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await press(pilot, "A", *"mine", "ctrl+s")
        assert [note.text for note in app.reading.index.notes] == ["mine"]
    app.leave_article()
    assert not (tmp_path / "data").exists()
    assert Library(tmp_path / "no.sqlite").articles() == []


async def test_what_was_said_of_names_is_offered_in_the_next_article(app, tmp_path):
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        app.reading.focus_on(EntityFocus("Mara Olsen"))
        await press(pilot, "2", "c", "m", *"vik", "enter")
    app.leave_article()
    article = Article.from_text("Another report, of another day.\n\n" + HARBOUR)
    again = ReaderApp(article, settings=Settings(), keeps_library=True)
    shift = article.text.index(HARBOUR)
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        again.reading.receive(moved(shift), Ready())
        await press(pilot, "5")
        assert entity(again, "Mara Olsen") is not None
        assert len(again.hand.work.offers()) == 1
        await press(pilot, "enter")
        assert entity(again, "Mara Olsen") is None
        assert again.hand.work.offers() == []
        await press(pilot, "u")
        await press(pilot, "5", "t")
        assert "Tor Vik = Mara Olsen" in (tmp_path / "data/reading-room/always.txt").read_text()
        assert entity(again, "Mara Olsen") is None
    again.leave_article()


def moved(shift: int) -> Annotations:
    """The entities of the harbour, further down."""
    return Annotations(
        entities=tuple(
            replace(
                one,
                roles=(),
                mentions=tuple(
                    replace(m, start=m.start + shift, end=m.end + shift) for m in one.mentions
                ),
            )
            for one in harbour_annotations().entities
        )
    )


async def test_commands_in_an_imported_note_never_reach_the_terminal(app):
    hostile = Remark(
        id="h", place=at("reopened the quay"), text="a\x1b]0;x\x07b", tags=("\x1b[2J",)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.hand.work.take([hostile])
        await press(pilot, "5", "a")
        shown = app.screen.query_one("TextArea").text + app.screen.query_one("Input").value
        assert shown.isprintable()
        await press(pilot, "escape")
        rows = app.screen.query_one(NotesPane).row_list
        lines = [
            line.text for row in rows.rows for line in rows._painter.lines(row, 60, opened=True)
        ]
        assert all(line.isprintable() for line in lines)


async def test_what_is_confirmed_on_the_screen_is_on_the_disk(app, tmp_path):
    told: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.tell = told.append
        app.reading.move_caret(IN.place("March 2019").start)
        await press(pilot, "c", "x")
        await pilot.pause(0.3)
        assert told == ["“March 2019” is not a time. u undoes it."]
        library = Library()
        assert [one.corrections for one in library.articles()] == [1]
        await press(pilot, "u")
        await pilot.pause(0.3)
        assert told[1:] == ["Undone: “March 2019” is not a time."]
        assert [one.corrections for one in library.articles()] == [0]
        await press(pilot, "u")
        assert told[2:] == ["There is nothing to undo."]


async def test_an_entry_that_was_mended_has_a_sign(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        app.reading.focus_on(EventFocus("V2"))
        await press(pilot, "4", "c", "h", "ctrl+u", *"took the post", "enter", "i")
        pane = app.screen.query_one("TimelinePane")
        lines = [pane.painter.lines(row, 60, opened=False)[0].text for row in pane.row_list.rows]
        assert any("✎took the post" in line for line in lines), lines
        facts = app.screen.query_one("Inspector").row_list.rows
        assert any(getattr(fact, "label", "") == "corrected" for fact in facts)


async def test_a_correction_of_the_last_run_is_taken_back_in_this_one(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.reading.focus_on(EntityFocus("Tor Vik"))
        await press(pilot, "2", "c", "n", "ctrl+u", *"Torvald", "enter")
    app.leave_article()
    again = made()
    async with again.run_test(size=(80, 24)) as pilot:
        await begin(again, pilot)
        assert entity(again, "Tor Vik").name == "Torvald"
        await press(pilot, "u")
        assert entity(again, "Tor Vik").name == "Tor Vik"
    again.leave_article()
    third = made()
    async with third.run_test(size=(80, 24)) as pilot:
        await begin(third, pilot)
        await press(pilot, "ctrl+r")
        assert entity(third, "Tor Vik").name == "Torvald"
    third.leave_article()


async def test_two_windows_show_what_either_does(app):
    other = made()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        async with other.run_test(size=(80, 24)) as second:
            await begin(other, second)
            with app._context():
                await press(pilot, "A", *"seen", "ctrl+s")
            for _ in range(50):
                await second.pause(0.1)
                if other.reading.index.notes:
                    break
            assert [note.text for note in other.reading.index.notes] == ["seen"]
    app.leave_article()
    other.leave_article()

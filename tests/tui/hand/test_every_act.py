"""Every act of correction: in four keys at most, and by mouse; undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.corrections import types as made
from reader.reading import EntityFocus, EventFocus, Passage, QuoteFocus, Ready
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.article.pane import ArticlePane
from reader.tui.hand.acts import ACTS
from reader.tui.hand.menu import ActMenu
from reader.tui.lists.row_list import RowList
from tests.tui.readings import HARBOUR, Words, harbour, harbour_annotations

IN = Words(HARBOUR)
MOST_KEYS = 4
SIZES = pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=["80x24", "200x60"])


class Case(NamedTuple):
    """Where one is, the letter of the act, what is typed and pressed then, what comes of it."""

    place: Callable[[ReaderApp], str]
    letter: str
    then: tuple[str, ...]
    correction: type


def entity(app: ReaderApp) -> str:
    app.reading.focus_on(EntityFocus("Tor Vik"))
    return "2"


def quote(app: ReaderApp) -> str:
    app.reading.focus_on(QuoteFocus("Q1"))
    return "3"


def event(app: ReaderApp) -> str:
    app.reading.focus_on(EventFocus("V2"))
    return "4"


def time(app: ReaderApp) -> str:
    app.reading.move_caret(IN.place("March 2019").start)
    return ""


def mention(app: ReaderApp) -> str:
    app.reading.move_caret(IN.place("He", 1).start)
    return ""


def selection(words: str) -> Callable[[ReaderApp], str]:
    def select(app: ReaderApp) -> str:
        place = IN.place(words)
        app.reading.focus_on(Passage(place.start, place.end))
        return ""

    return select


CASES = {
    "entity: rename": Case(entity, "n", ("ctrl+u", "=Nova", "enter"), made.Rename),
    "entity: kind": Case(entity, "k", ("=place", "enter"), made.Retype),
    "entity: merge": Case(entity, "m", ("=olsen", "enter"), made.Merge),
    "entity: split off a mention": Case(mention, "s", ("=!", "enter"), made.Split),
    "entity: split off a name": Case(entity, "a", ("enter",), made.Split),
    "entity: a mention means nobody": Case(mention, "d", (), made.NoMention),
    "entity: role": Case(entity, "r", ("ctrl+u", "=pilot", "enter"), made.SetRole),
    "entity: nobody": Case(entity, "x", (), made.Nobody),
    "quote: speaker": Case(quote, "s", ("=vik", "enter"), made.SetSpeaker),
    "quote: speaker in words": Case(quote, "s", ("=the clerk", "enter"), made.SetSpeaker),
    "quote: kind": Case(quote, "k", ("=mixed", "enter"), made.SetQuoteKind),
    "quote: none": Case(quote, "x", (), made.NoQuote),
    "time: date": Case(time, "d", ("=May 2020", "enter"), made.SetDate),
    "time: none": Case(time, "x", (), made.NoTime),
    "event: headline": Case(event, "h", ("ctrl+u", "=took the post", "enter"), made.SetHeadline),
    "event: date": Case(event, "d", ("=2020", "enter"), made.SetEventDate),
    "event: hide": Case(event, "x", (), made.HideEvent),
    "selection: entity": Case(selection("a fisherman"), "e", ("=person", "enter"), made.NewEntity),
    "selection: mention": Case(selection("a fisherman"), "m", ("=vik", "enter"), made.AddMention),
    "selection: quote": Case(selection("a fisherman"), "q", ("=vik", "enter"), made.NewQuote),
    "selection: borders": Case(selection("The boats are back"), "w", (), made.SetWords),
    "selection: date": Case(selection("a fisherman"), "d", ("=2020", "enter"), made.SetDate),
    "selection: entry": Case(
        selection("a fisherman"), "t", ("enter", "=2020", "enter"), made.NewEvent
    ),
}
EVERY = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return ReaderApp(harbour().article, settings=Settings(), keeps_library=True)


async def begin(app: ReaderApp, pilot, case: Case) -> None:
    await pilot.pause(0.2)
    app.reading.receive(harbour_annotations(), Ready())
    await pilot.pause(0.1)
    if pane := case.place(app):
        await pilot.press(pane)
    await pilot.pause(0.1)


async def go_on(pilot, steps: tuple[str, ...]) -> None:
    for step in steps:
        await pilot.press(*(step[1:] if step.startswith("=") else (step,)))
    await pilot.pause(0.1)


async def check(app: ReaderApp, pilot, case: Case, before) -> None:
    (correction,) = (one for one in app.hand.work.corrections if isinstance(one, case.correction))
    assert app.hand.work.open == ()
    after = app.reading.annotations
    assert after != before
    await pilot.press("u")
    assert app.reading.annotations == before
    await pilot.press("ctrl+r")
    assert app.reading.annotations == after
    assert correction in app.hand.work.corrections


def test_every_act_is_tried():
    assert {(case.letter, case.correction) for case in CASES.values()}
    letters = sorted(act.letter for acts in ACTS.values() for act in acts)
    assert letters == sorted(
        case.letter for name, case in CASES.items() if name != "quote: speaker in words"
    )


@SIZES
@EVERY
async def test_four_keys_are_enough(app, case, size):
    keys = ["c", case.letter, *(step for step in case.then if not step.startswith("="))]
    assert len(keys) <= MOST_KEYS
    async with app.run_test(size=size) as pilot:
        await begin(app, pilot, case)
        before = app.reading.annotations
        await go_on(pilot, ("c", case.letter, *case.then))
        await check(app, pilot, case, before)
    app.leave_article()


@SIZES
@EVERY
async def test_the_mouse_does_it_too(app, case, size):
    async with app.run_test(size=size) as pilot:
        await begin(app, pilot, case)
        before = app.reading.annotations
        await click_right(app, pilot, case)
        menu = app.screen
        assert isinstance(menu, ActMenu)
        letters = [entry.letter for entry in menu._pages[0].entries]
        await pilot.click("OptionList", offset=(5, letters.index(case.letter)))
        await pilot.pause(0.1)
        await go_on(pilot, case.then)
        await check(app, pilot, case, before)
    app.leave_article()


async def click_right(app: ReaderApp, pilot, case: Case) -> None:
    """Click what the case is about with the right button."""
    if case.place in (entity, quote, event):
        rows = app.screen.focused
        assert isinstance(rows, RowList)
        line = rows._layout.top(rows._cursor) - rows.scroll_offset.y
        await pilot.click(rows, offset=(4, line), button=3)
    else:
        focus = app.reading.focus
        at = focus.start if isinstance(focus, Passage) else app.reading.caret
        pane = app.screen.query_one(ArticlePane)
        number = pane.rows.number(at)
        x = pane.column + pane.rows.row(number).column(at)
        await pilot.click(pane, offset=(x, number - pane.top), button=3)
    await pilot.pause(0.1)

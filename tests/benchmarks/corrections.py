"""A thousand corrections of a text of a megabyte, applied; and one more on the screen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import date
from functools import cache, partial

from textual.screen import Screen

from reader.analysis import Kind
from reader.article import Article
from reader.corrections import Correction, Days, Finder, Namer, apply
from reader.corrections.types import (
    HideEvent,
    Merge,
    NoQuote,
    Rename,
    Retype,
    SetDate,
    SetHeadline,
    SetSpeaker,
)
from reader.library.keeper import text_hash
from reader.reading import Reading
from reader.reading.handwork import Handwork
from reader.settings import Settings
from reader.tui.app import ReaderApp
from tests.tui.readings import crowd

from .figures import Figure, processor

_DAYS = Days("2001", date(2001, 1, 1), date(2001, 12, 31))
_MEGABYTE = 7_000
"""Entities, quotes, dates and events each: as many as a megabyte of the samples has."""
_FILL = "Nothing else is told here. " * 28_000
_CORRECTIONS = 1_000
_SHOULD_TAKE = 0.050
_FRAME = 1 / 60
_FEW = 30


@cache
def corrected_crowd() -> tuple[Reading, list[Correction]]:
    """A reading of a megabyte and a thousand corrections of it, of eight sorts by turns."""
    reading = crowd(_MEGABYTE)
    reading.article = Article.from_text(reading.article.text + _FILL)
    annotations, namer = (
        reading.annotations,
        Namer(reading.article.text, text_hash(reading.article.text)),
    )
    step = _MEGABYTE // _CORRECTIONS
    made: list[Correction] = []
    for number in range(_CORRECTIONS):
        at = number * step
        entity = namer.entity(annotations.entities[at])
        other = namer.entity(annotations.entities[at + 1])
        quote = namer.quote(annotations.quotes[at])
        time = annotations.times[at]
        event = namer.event(annotations.timeline[at], time)
        when = namer.anchor(time.start, time.end)
        ident = f"c{number}"
        made.append(
            (
                Rename(id=ident, entity=entity, name="Another"),
                Retype(id=ident, entity=entity, kind=Kind.WORK),
                Merge(id=ident, entity=entity, into=other),
                SetSpeaker(id=ident, quote=quote, speaker=other),
                NoQuote(id=ident, quote=quote),
                SetDate(id=ident, place=when, days=_DAYS),
                SetHeadline(id=ident, event=event, headline="otherwise"),
                HideEvent(id=ident, event=event),
            )[number % 8]
        )
    return reading, made


def _application() -> Callable[[], object]:
    reading, made = corrected_crowd()
    finder = Finder(reading.article.text, text_hash(reading.article.text))
    return lambda: apply(reading.annotations, made, reading.article, finder)


def _one_more() -> Callable[[], object]:
    """A correction beside a thousand others, and the rows of all panes after it."""
    reading, made = corrected_crowd()
    shown = Reading(reading.article)
    shown.receive(reading.annotations, reading.status)
    shown.handwork = Handwork(shown, text_hash(reading.article.text))
    shown.handwork.load(made)
    entity = shown.handwork.name.entity(shown.annotations.entities[-1])

    def correct() -> None:
        assert shown.handwork is not None
        shown.handwork.correct(Rename(id="more", entity=entity, name="Another"))
        for rows in (shown.entities, shown.quotes, shown.timeline):
            rows()

    return correct


def _on_screen(key: str, reading: Reading, spare: float = 0.0, *, is_first: bool = False) -> float:
    """Processor time from a key to the first picture after it.

    After the first correction of an article another picture makes room for the pane of notes.
    """

    async def run() -> float:
        app = ReaderApp(reading.article, settings=Settings())
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(0.5)
            app.reading.receive(reading.annotations, reading.status)
            await pilot.pause(0.5)
            entity, other = map(app.hand.work.name.entity, app.reading.annotations.entities[:2])
            if not is_first:
                app.hand.work.correct(Rename(id="before", entity=other, name="Other"))
            app.hand.work.correct(Rename(id="more", entity=entity, name="Another"))
            app.hand.work.undo()
            await pilot.pause(0.5)
            painted: list[float] = []
            display = app._display

            def noted(screen: Screen[object], picture: object) -> None:
                display(screen, picture)
                painted.append(time.process_time())

            app._display = noted  # type: ignore[method-assign]  # Textual tells of no picture
            started = time.process_time()
            await pilot.press(key)
            await pilot.pause()
            return painted[0] - started + spare

    return asyncio.run(run())


def _on_screen_of(
    of: Callable[[], Reading], key: str, spare: float = 0.0, *, is_first: bool = False
) -> float:
    return _on_screen(key, of(), spare, is_first=is_first)


def _seen() -> list[Figure]:
    return [
        Figure(
            f"correction on the screen after its last key, {name}",
            "a page key and one frame",
            1.0,
            partial(_on_screen_of, of, "ctrl+r", is_first=is_first),
            partial(_on_screen_of, of, "pagedown", _FRAME),
        )
        for name, of, is_first in (
            ("small article", lambda: crowd(_FEW), False),
            ("small article, the first one", lambda: crowd(_FEW), True),
            ("text of 1 MB", lambda: corrected_crowd()[0], False),
            ("text of 1 MB, the first one", lambda: corrected_crowd()[0], True),
        )
    ]


def figures() -> list[Figure]:
    """What corrections cost."""
    return [
        *_seen(),
        Figure(
            "apply 1,000 corrections to a text of 1 MB",
            "50 ms of processor time",
            1.0,
            processor(_application),
            lambda: _SHOULD_TAKE,
        ),
        Figure(
            "one more correction in a text of 1 MB, with the rows of all panes",
            "100 ms of processor time",
            1.0,
            processor(_one_more),
            lambda: 2 * _SHOULD_TAKE,
        ),
    ]

"""What updates of the analysis do to the reading."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader import Article
from reader.analysis import Annotations, Problem
from reader.reading import (
    Analysing,
    Failed,
    Reading,
    Ready,
)
from reader.reading.session import Event
from reader.settings import Settings
from reader.tui.analysis_updates import AnalysisUpdate, apply
from reader.tui.app import ReaderApp
from reader.worker.protocol import Failed as AnalysisFailed
from reader.worker.protocol import (
    Finished,
    Notice,
    Partial,
    Progress,
)

GERMAN = "Die Boote fahren ab Montag wieder zu den Inseln, sagte die Reederei. " * 5
ONE_LOST = Annotations(problems=(Problem(0, 5, "Too odd."),))


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Boats.", Progress(3, 6), Analysing(3, 6)),
        ("Boats.", Partial(Annotations()), Analysing()),
        ("Boats.", AnalysisFailed("The model is gone."), Failed("The model is gone.")),
        ("Boats.", Finished(Annotations(), None, "m"), Ready()),
        (
            "Boats.",
            Finished(ONE_LOST, None, "m"),
            Ready("One passage could not be analysed; the rest is complete."),
        ),
        (
            GERMAN,
            Finished(Annotations(), None, "m"),
            Ready("This does not read like English, the one language that is analysed."),
        ),
    ],
)
def test_an_update_becomes_the_status(text: str, event: object, status: object) -> None:
    reading = Reading(Article(text))
    assert apply(reading, event) == ""  # type: ignore[arg-type]
    assert reading.status == status


def test_a_notice_is_handed_on_and_changes_nothing() -> None:
    reading = Reading(Article("Boats."))
    assert apply(reading, Notice("The disk is full.")) == "The disk is full."
    assert reading.status == Analysing()


class Boats(ReaderApp):
    """The app with an article whose analysis is told by the test."""

    def __init__(self) -> None:
        super().__init__(Article("Boats leave on Monday."), settings=Settings())
        self.reading.report(Analysing())

    async def hear(self, pilot: Pilot[object], *events: Event) -> object:
        """The status after an update."""
        for event in events:
            self.post_message(AnalysisUpdate(None, event))
        await pilot.pause()
        return self.reading.status


async def typing_in(pilot: Pilot[object]) -> None:
    while not pilot.app.query("EntitiesPane"):
        await pilot.pause()
    await pilot.press("j")


async def test_updates_wait_while_somebody_types_except_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.tui.analysis_updates._PAUSE", 60.0)
    monkeypatch.setattr("reader.tui.analysis_updates._LONGEST_WAIT", 60.0)
    app = Boats()
    async with app.run_test() as pilot:
        await typing_in(pilot)
        assert await app.hear(pilot, Progress(1, 9), Partial(Annotations())) == Analysing()
        assert await app.hear(pilot, Progress(2, 9), Finished(Annotations(), None, "m")) == Ready()
        assert await app.hear(pilot, AnalysisFailed("Gone.")) == Failed("Gone.")


@pytest.mark.parametrize(("pause", "longest"), [(0.01, 60.0), (60.0, 0.01)])
async def test_the_latest_update_comes_in_a_pause_or_when_it_has_waited_long_enough(
    monkeypatch: pytest.MonkeyPatch, pause: float, longest: float
) -> None:
    monkeypatch.setattr("reader.tui.analysis_updates._PAUSE", pause)
    monkeypatch.setattr("reader.tui.analysis_updates._LONGEST_WAIT", longest)
    app = Boats()
    async with app.run_test() as pilot:
        await typing_in(pilot)
        status = await app.hear(pilot, Progress(1, 9), Progress(2, 9))
        while status != Analysing(2, 9):
            status = await app.hear(pilot)


async def test_an_update_is_shown_at_once_when_nobody_types() -> None:
    app = Boats()
    async with app.run_test() as pilot:
        while not pilot.app.query("EntitiesPane"):
            await pilot.pause()
        assert await app.hear(pilot, Progress(1, 9)) == Analysing(1, 9)

"""What news of the analysis does to the reading."""

from __future__ import annotations

import pytest

from reader import Article
from reader.analysis import Annotations, Problem
from reader.analysis.protocol import Failed as AnalysisFailed
from reader.analysis.protocol import Finished, Notice, Partial, Progress
from reader.reading import Analysing, Failed, Reading, Ready
from reader.tui.news import take

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
def test_news_becomes_the_status(text: str, event: object, status: object) -> None:
    reading = Reading(Article(text))
    assert take(reading, event) == ""  # type: ignore[arg-type]
    assert reading.status == status


def test_a_notice_is_handed_on_and_changes_nothing() -> None:
    reading = Reading(Article("Boats."))
    assert take(reading, Notice("The disk is full.")) == "The disk is full."
    assert reading.status == Analysing()

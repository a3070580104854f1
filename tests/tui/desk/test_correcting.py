"""Correcting the cast: what a person says of somebody holds in every article of the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis import Kind
from reader.library.library import Library
from reader.reading.background import Background, Work
from reader.tui.desk.screen import DeskScreen
from reader.tui.desk.together import CastPane
from reader.tui.hand.menu import ActMenu

from .test_desk import FILES, Fire, analyses, furnished  # noqa: F401

LIMIT = 1_000_000


@pytest.fixture
def desk(analyses, monkeypatch, tmp_path: Path) -> Fire:  # noqa: F811
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = Fire(analyses)
    made.keeps_library = True
    monkeypatch.setattr(made.turning, "begin", lambda: None)
    return made


async def begin(app: Fire, pilot) -> None:
    """The background of a desk, with analyses that are known."""
    await furnished(pilot, collected=False)
    turning = app.turning
    turning._background = Background(
        lambda told: app.call_later(turning._take, told),
        lambda collection: app.call_later(turning._bring, collection),
        limit=LIMIT,
        names=[sheet.name for sheet in app.desk.sheets],
        correct=turning._corrections(),
    )
    for name, (article, found) in app.known.items():
        app.desk.sheets[app.desk.number_of(name)].article = article
        turning._background.take(Work(name, None, article, found))
    app.analysed()
    await settled(app, pilot)


async def settled(app: Fire, pilot) -> None:
    for _ in range(10):
        await pilot.pause(0.05)


def names(app: Fire) -> dict[str, set[str]]:
    return {m.name: {f.document for f in m.figures} for m in app.desk.collection.cast}


async def row_of(app: Fire, pilot, name: str) -> None:
    """Put the cursor on somebody in the list of the cast."""
    if not isinstance(app.screen, DeskScreen):
        await pilot.press("L")
        await pilot.pause(0.2)
    await pilot.press("2")
    await pilot.pause(0.1)
    rows = app.screen.query_one(CastPane).row_list
    place = next(n for n, row in enumerate(rows.rows) if row.what.name == name)
    rows._move_to(place)
    await pilot.pause(0.1)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_name_and_a_kind_hold_in_every_article(desk, size):
    async with desk.run_test(size=size) as pilot:
        await begin(desk, pilot)
        several = next(name for name, where in names(desk).items() if len(where) == len(FILES))
        await row_of(desk, pilot, several)
        await pilot.press("c")
        assert isinstance(desk.screen, ActMenu)
        await pilot.press("n", "ctrl+u", *"Novak", "enter")
        await settled(desk, pilot)
        assert names(desk)["Novak"] == {path.stem for path in FILES}
        assert several not in names(desk)
        await row_of(desk, pilot, "Novak")
        await pilot.press("c", "k", *"law", "enter")
        await settled(desk, pilot)
        assert next(m for m in desk.desk.collection.cast if m.name == "Novak").kind is Kind.LAW
    desk.leave_article()
    desk.turning.close()
    kept = Library().articles()
    assert [one.corrections for one in kept] == [2] * len(FILES)


async def test_a_merge_makes_one_of_two_and_a_split_two_of_one(desk):
    async with desk.run_test(size=(200, 60)) as pilot:
        await begin(desk, pilot)
        before = names(desk)
        one, other = (
            next(name for name in before if name.endswith(end)) for end in ("Okafor", "Lund")
        )
        await row_of(desk, pilot, one)
        await pilot.press("c", "m", *other, "enter")
        await settled(desk, pilot)
        assert one not in names(desk)
        assert names(desk)[other] == before[one] | before[other]
        present = desk.desk.sheet.name
        shared = next(n for n, where in names(desk).items() if present in where and len(where) > 1)
        await row_of(desk, pilot, shared)
        await pilot.press("c", "s", *"Zora Quell", "enter")
        await settled(desk, pilot)
        assert names(desk)["Zora Quell"] == {present}
    desk.leave_article()
    desk.turning.close()


async def test_the_next_desk_has_it_before_an_article_is_opened(desk, analyses):  # noqa: F811
    async with desk.run_test(size=(200, 60)) as pilot:
        await begin(desk, pilot)
        several = next(name for name, where in names(desk).items() if len(where) == len(FILES))
        await row_of(desk, pilot, several)
        await pilot.press("c", "n", "ctrl+u", *"Novak", "enter")
        await settled(desk, pilot)
        correct = desk.turning._corrections()
        for path in FILES:
            article, found = analyses[path.stem]
            told = correct(found, article, str(path))
            assert "Novak" in {entity.name for entity in told.entities}
    desk.leave_article()
    desk.turning.close()

"""Whatever is typed into a line, the reader goes on, and nothing of it commands the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input, Static

from reader.article import Article
from reader.export.registry import FORMATS
from reader.named import from_home, is_there
from reader.settings import Settings
from reader.sources.sought import Opening
from reader.tui.app import ReaderApp
from reader.tui.doors import Doors
from reader.tui.hand.asking import AskDays, AskLine, ChooseEntity
from reader.tui.screens.choice import Choice, ChoiceDialog
from reader.tui.screens.date import DateDialog
from reader.tui.screens.export import ExportDialog
from reader.tui.screens.files import FilePicker
from reader.tui.screens.open import OpenDialog
from reader.tui.screens.start import StartScreen

from ..hostile_names import NAMES

ARTICLE = Article.from_text("The ferry sails\n\nThe ferry sails again, Mara Voss said.\n")
DIALOGS: dict[str, Callable[[ReaderApp], Screen[object]]] = {
    "open": lambda app: OpenDialog(app.doors),
    "start": StartScreen,
    "browse": lambda _: FilePicker(Path()),
    "export": lambda _: ExportDialog(FORMATS["json"], Path("ferry.json")),
    "date": lambda app: DateDialog(app.reading.article),
    "days": lambda _: AskDays("When"),
    "name": lambda _: AskLine("Called", "", "enter keeps it"),
    "who": lambda _: ChooseEntity("Who", (), is_free=True),
    "list": lambda _: ChoiceDialog("Which", [Choice("one")]),
}


@pytest.mark.parametrize("dialog", DIALOGS)
async def test_every_name_is_taken_or_refused(
    dialog: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    app = ReaderApp(ARTICLE, settings=Settings(), opening=Opening())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for oddity, make in NAMES.items():
            apart = folder / oddity.replace(",", "")
            apart.mkdir()
            name = make(apart)
            if oddity == "a pipe" and dialog in {"open", "start"}:
                continue  # its writer is waited for: tested with the sources
            screen = DIALOGS[dialog](app)
            app.push_screen(screen)
            await pilot.pause()
            screen.query_one(Input).value = name
            await pilot.press("enter", "enter")
            await _answered(app.doors)
            assert app.is_running
            assert all(_is_harmless(str(line.render())) for line in app.screen.query(Static))
            while app.screen is not app.get_default_screen():
                await app.pop_screen()
    assert app.crash is None
    assert {path.name for path in folder.iterdir()} == {name.replace(",", "") for name in NAMES}


async def _answered(doors: Doors) -> None:
    await doors._app.workers.wait_for_complete()
    await asyncio.sleep(0)


def _is_harmless(text: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in text)


@pytest.mark.parametrize("name", ["~nosuchuser/x", "x" * 300, "a\0b", "half\ud800"])
def test_a_name_that_cannot_be_is_not_there(name: str) -> None:
    assert not is_there(from_home(name))

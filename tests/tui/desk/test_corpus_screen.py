"""A corpus in the interface: lists that page, a person's quotes, and the way to an article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reader.article import Article
from reader.cli import main
from reader.reading.session import AnalysisSession
from reader.settings import Settings
from reader.sources.sought import Opening
from reader.tui.app import ReaderApp
from reader.tui.desk import corpus as corpus_module
from reader.tui.desk.corpus import CorpusScreen
from reader.tui.lists.row_list import RowList
from reader.tui.screens.reading import ReadingScreen
from tests.corpus.samples import write_articles

pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    articles = write_articles(folder / "articles", 9)
    assert main(["analyze", str(articles), "-o", str(folder / "out"), "--processes", "1"]) == 0
    return folder / "out"


async def listed(pilot) -> RowList:
    while not isinstance(pilot.app.screen, CorpusScreen):
        await pilot.pause()
    rows = pilot.app.screen.query_one(RowList)
    while not rows.rows:
        await pilot.pause(0.02)
    await pilot.pause()
    return rows


def app_of(corpus: Path) -> ReaderApp:
    return ReaderApp(None, settings=Settings(), opening=Opening(None, corpus=str(corpus)))


async def test_a_corpus_begins_with_its_people_and_leads_to_what_they_said(corpus: Path) -> None:
    async with app_of(corpus).run_test(size=(100, 30)) as pilot:
        rows = await listed(pilot)
        assert "Ilsa Maddern" in rows.render_line(0).text
        await pilot.press("enter")
        while "gate" not in rows.render_line(0).text:
            await pilot.pause(0.02)
        texts = [rows.render_line(y).text for y in range(len(rows.rows))]
        assert len(texts) == 3
        assert all("Ilsa Maddern" in text for text in texts)
        await pilot.press("escape")
        while len(rows.rows) == 3:
            await pilot.pause(0.02)
        assert len(await_rows(rows)) == 9


def await_rows(rows: RowList) -> list[object]:
    return list(rows.rows)


async def test_an_event_leads_to_its_article_with_the_caret_on_it(corpus: Path) -> None:
    async with app_of(corpus).run_test(size=(100, 30)) as pilot:
        rows = await listed(pilot)
        await pilot.press("3")
        while "opened lock" not in rows.render_line(0).text:
            await pilot.pause(0.02)
        await pilot.press("enter")
        while not isinstance(pilot.app.screen, ReadingScreen) or not pilot.app.reading.caret:
            await pilot.pause(0.02)
        reading = pilot.app.reading
        assert "opened lock" in reading.article.text[reading.caret :][:60]
        assert reading.annotations.entities
        await pilot.press("L")
        assert isinstance(pilot.app.screen, CorpusScreen)


async def test_an_article_of_a_corpus_is_not_analysed_again(corpus: Path) -> None:
    asked: list[str] = []

    def analyse(article: Article, offset: int) -> AnalysisSession:
        asked.append(article.text)
        return AnalysisSession(article, offset=offset)

    app = ReaderApp(
        None, settings=Settings(), analyse=analyse, opening=Opening(None, corpus=str(corpus))
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await listed(pilot)
        await pilot.press("3", "enter")
        while not app.screen.query("TimelinePane") or not app.reading.annotations.entities:
            await pilot.pause(0.02)
        await pilot.pause(0.3)
        assert asked == []
        app.redate(app.reading.article.with_date(date(2001, 1, 1)))
        assert asked == [app.reading.article.text]


async def test_lists_come_in_pages(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_module, "_PAGE", 2)
    monkeypatch.setattr(corpus_module, "_NEAR_THE_END", 0)
    async with app_of(corpus).run_test(size=(100, 8)) as pilot:
        rows = await listed(pilot)
        await pilot.press("2")
        while len(rows.rows) < 2:
            await pilot.pause(0.02)
        for _ in range(60):
            await pilot.press("G")
            await pilot.pause(0.02)
        assert len(rows.rows) == 9


async def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    (tmp_path / "corpus.json").write_text("{}", encoding="utf-8")
    async with app_of(tmp_path).run_test(size=(160, 30)) as pilot:
        while not isinstance(pilot.app.screen, CorpusScreen):
            await pilot.pause()
        while "has no tables" not in pilot.app.screen.query("PaneTitle").last().render_line(0).text:
            await pilot.pause(0.02)

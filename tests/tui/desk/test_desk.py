"""Several articles: turning, walking, going back, and what they say together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader import Analyzer, Article
from reader.analysis import Annotations
from reader.collection import Collection
from reader.reading import EntityFocus, EventFocus, Passage, PeriodFocus, Ready
from reader.reading.desk import Desk, State
from reader.reading.plan import Plan
from reader.settings import Settings
from reader.sources.sought import Found, Opening
from reader.tui.app import ReaderApp
from reader.tui.desk.articles import ArticlesPane
from reader.tui.desk.screen import DeskScreen
from reader.tui.desk.side import AllCast, AllEvents, AllQuotes
from reader.tui.desk.together import CastPane, SayingsPane, StoryPane
from reader.tui.lists.entities import EntitiesPane
from reader.tui.lists.row_list import RowList
from reader.tui.screens.reading import ReadingScreen
from reader.tui.window.footer import Footer
from reader.tui.window.header import Header

MILL_FIRE = Path(__file__).parents[3] / "assets" / "articles" / "mill-fire"
FILES = sorted(MILL_FIRE.glob("*.txt"))


@pytest.fixture(scope="module")
def analyses(analyzer: Analyzer) -> dict[str, tuple[Article, Annotations]]:
    found = {}
    for path in FILES:
        article = Article.from_text(path.read_text("utf-8"), source=path.name)
        found[path.stem] = article, analyzer.analyze(article)
    return found


async def go_to(pilot: Pilot[object], rows: RowList[Any], ident: str) -> None:
    """Move the cursor down to a row."""
    for _ in range(rows.count):
        if rows.cursor == ident:
            return
        await pilot.press("j")
    assert rows.cursor == ident


class Fire(ReaderApp):
    """The app with three reports of one fire; the test brings the analyses."""

    def __init__(self, analyses: dict[str, tuple[Article, Annotations]]) -> None:
        self.known = analyses
        first = Found(analyses["courier"][0], str(FILES[0]))
        super().__init__(
            first.article,
            settings=Settings(),
            opening=Opening(first),
            plan=Plan(tuple(str(path) for path in FILES)),
        )

    @property
    def desk(self) -> Desk:
        assert self.turning is not None
        return self.turning.desk

    def analysed(self) -> None:
        """Bring in what the background would."""
        for name, (article, found) in self.known.items():
            sheet = self.desk.sheets[self.desk.number_of(name) or 0]
            sheet.article = article
            self.desk.report(sheet, State.READY)
            if sheet.reading is not None:
                sheet.reading.receive(found, Ready())
        collection = Collection()
        for name, (_, found) in self.known.items():
            collection = collection.with_article(name, found)
        self.desk.receive(collection)


@pytest.fixture
def app(analyses: dict[str, tuple[Article, Annotations]], monkeypatch: pytest.MonkeyPatch) -> Fire:
    made = Fire(analyses)
    monkeypatch.setattr(made.turning, "begin", lambda: None)
    return made


async def furnished(pilot, *, collected: bool = True) -> None:
    while not pilot.app.screen.query("TimelinePane"):
        await pilot.pause()
    if collected:
        pilot.app.analysed()
    await pilot.pause()
    await pilot.pause()


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause()


def title(app: ReaderApp) -> str:
    return app.reading.article.title or ""


async def test_the_keys_turn_to_the_next_article_and_back(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        await press(pilot, ")")
        assert title(app).startswith("Mill owner")
        await press(pilot, ")", ")")
        assert title(app).startswith("What the Harrow Mill fire")
        await press(pilot, "(")
        assert title(app).startswith("Mill owner")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_header_says_which_of_several_articles_it_is(
    app: Fire, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await furnished(pilot)
        assert "1 of 3 " in app.screen.query_one(Header).line(size[0]).text
        await press(pilot, ")")
        assert "2 of 3 " in app.screen.query_one(Header).line(size[0]).text
        if size[0] >= 120:
            assert "L articles" in app.screen.query_one(Footer).line(size[0]).text


async def test_an_article_stays_as_it_was_left(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        entity = app.reading.entities()[0].entity.id
        app.reading.focus_on(EntityFocus(entity))
        app.reading.move_caret(50)
        await press(pilot, ")", "(")
        assert (app.reading.focus, app.reading.caret) == (EntityFocus(entity), 50)


async def test_esc_goes_back_across_articles(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        await press(pilot, ")")
        app.reading.focus_on(EntityFocus(app.known["gazette"][1].entities[0].id))
        await press(pilot, "escape")
        assert title(app).startswith("Mill owner")
        assert app.reading.focus is None
        await press(pilot, "escape")
        assert title(app).startswith("Fire guts")


async def test_one_step_back_undoes_one_act_across_articles(app: Fire) -> None:
    async with app.run_test(size=(100, 16)) as pilot:
        await furnished(pilot)
        reading = app.reading
        entity = reading.entities()[0].entity.id
        await press(pilot, "pagedown")
        first = reading.here
        reading.focus_on(EntityFocus(entity))
        await press(pilot, ")")
        other = app.reading.entities()[0].entity.id
        app.reading.focus_on(EntityFocus(other))
        await press(pilot, "(", "G")
        assert app.reading is reading
        last = reading.here
        await press(pilot, "alt+left")
        assert app.reading is not reading
        assert app.reading.focus == EntityFocus(other)
        await press(pilot, "alt+left")
        assert app.reading.focus is None
        await press(pilot, "alt+left")
        assert (app.reading, app.reading.focus) == (reading, EntityFocus(entity))
        await press(pilot, "alt+left")
        assert (reading.focus, reading.here) == (None, first)
        await press(pilot, *["alt+right"] * 4)
        assert (app.reading, reading.here) == (reading, last)


async def test_a_new_step_forgets_the_articles_ahead(app: Fire) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await furnished(pilot)
        reading = app.reading
        await press(pilot, ")", "alt+left")
        reading.focus_on(EntityFocus(reading.entities()[0].entity.id))
        await press(pilot, "alt+right")
        assert app.reading is reading


async def test_walking_mentions_goes_on_in_the_next_article(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        marsh = next(e for e in app.known["courier"][1].entities if e.name == "Helen Marsh")
        app.reading.focus_on(EntityFocus(marsh.id))
        app.reading.move_caret(marsh.mentions[-1].start)
        await press(pilot, "n")
        await pilot.pause()
        assert title(app).startswith("Mill owner")
        assert app.reading.focused is not None
        assert app.reading.focused.name == "Helen Marsh"
        assert app.reading.caret == app.reading.focused.mentions[0].start
        await press(pilot, "N")
        await pilot.pause()
        assert title(app).startswith("Fire guts")
        assert app.reading.caret == marsh.mentions[-1].start


async def test_strips_have_a_cell_for_each_article(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        row_list = app.screen.query_one(EntitiesPane).query_one(RowList)
        lines = [row_list.render_line(y).text for y in range(row_list.size.height)]
        agnes = next(line for line in lines if "Agnes Thorley" in line)
        assert "▃▁▁" in agnes


@pytest.mark.parametrize(("width", "is_beside"), [(149, False), (150, True)])
async def test_the_articles_stand_beside_where_there_is_room(
    app: Fire, width: int, is_beside: bool
) -> None:
    async with app.run_test(size=(width, 40)) as pilot:
        await furnished(pilot)
        assert bool(app.screen.query_one(ArticlesPane).region.area) is is_beside


async def test_the_list_shows_titles_and_goes_to_the_chosen_article(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        await press(pilot, "L")
        assert isinstance(app.screen, DeskScreen)
        row_list = app.screen.query_one(ArticlesPane).query_one(RowList)
        assert "Fire guts Harrow Mill" in row_list.render_line(0).text
        await press(pilot, "j", "j", "enter")
        assert isinstance(app.screen, ReadingScreen)
        assert title(app).startswith("What the Harrow Mill fire")


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_timeline_of_all_shows_what_reports_disagree_about(
    app: Fire, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await furnished(pilot)
        await press(pilot, "L", "3")
        pane = app.screen.query_one(StoryPane)
        entry = next(r for r in pane.row_list.rows if r.what.disagreements)
        await go_to(pilot, pane.row_list, str(entry.number))
        await pilot.pause()
        lines = "\n".join(pane.row_list.render_line(y).text for y in range(20))
        assert "number: 4 workers (gazette), 6 workers (courier)" in lines


async def test_a_quote_shows_what_another_article_cut_and_leads_there(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        await press(pilot, "L", "4")
        pane = app.screen.query_one(SayingsPane)
        lines = " ".join(pane.row_list.render_line(y).text for y in range(18))
        lines = " ".join(lines.replace("▎", "").split())
        assert "-but the wool was dry and the floors were oak,-" in lines
        await press(pilot, "enter")
        await pilot.pause()
        assert title(app).startswith("Mill owner")
        assert app.reading.article.text[app.reading.caret :].startswith("“We had water")


async def test_a_member_of_the_cast_leads_to_its_mention(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot)
        await press(pilot, "L", "2")
        pane = app.screen.query_one(CastPane)
        tom = next(row for row in pane.row_list.rows if row.what.name == "Tom Marsh")
        await go_to(pilot, pane.row_list, str(tom.number))
        await press(pilot, "enter")
        await pilot.pause()
        assert title(app).startswith("Mill owner")
        assert app.reading.article.text[app.reading.caret :].startswith("Tom Marsh")


def shown(pane: RowList, rows: int = 20) -> str:
    return "\n".join(pane.render_line(y).text for y in range(rows))


async def test_the_lists_are_narrowed_to_one_member_of_the_cast(app: Fire) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await furnished(pilot)
        await press(pilot, "L", "2")
        screen = app.screen
        cast, story = screen.query_one(CastPane), screen.query_one(StoryPane)
        sayings = screen.query_one(SayingsPane)
        everything = len(story.row_list.rows), len(sayings.row_list.rows)
        marsh = next(row for row in cast.row_list.rows if row.what.name == "Helen Marsh")
        await press(pilot, "g", *"j" * list(cast.row_list.rows).index(marsh), "t")
        assert 0 < len(sayings.row_list.rows) < everything[1]
        assert all(marsh.number in row.what.speakers for row in sayings.row_list.rows)
        assert len(story.row_list.rows) < everything[0]
        assert all(marsh.number in row.what.members for row in story.row_list.rows)
        days = [row.what.day for row in sayings.row_list.rows if row.what.day]
        assert days == sorted(days)
        assert "only Helen Marsh" in screen.query("PaneTitle").first().render_line(0).text
        await press(pilot, "escape")
        assert (len(story.row_list.rows), len(sayings.row_list.rows)) == everything
        await press(pilot, "escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_an_entity_in_focus_is_the_one_that_the_lists_are_about(app: Fire) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await furnished(pilot)
        marsh = next(e for e in app.known["courier"][1].entities if e.name == "Helen Marsh")
        app.reading.focus_on(EntityFocus(marsh.id))
        await press(pilot, "L")
        member = app.desk.member("courier", marsh.id)
        sayings = app.screen.query_one(SayingsPane).row_list.rows
        assert len({row.what.versions[0].document for row in sayings}) >= 1
        assert all(member in row.what.speakers for row in sayings)


async def test_an_article_says_what_is_new_in_it(app: Fire) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await furnished(pilot)
        await press(pilot, "L")
        rows = app.screen.query_one(ArticlesPane).row_list
        lines = shown(rows, 12).splitlines()
        news = [line for line in lines if line.strip(" ▎").startswith("new")]
        collection = app.desk.collection
        assert collection is not None
        assert len(news) == 2
        first = min(collection.news, key=lambda name: app.desk.number_of(name) or 0)
        found = collection.news[first]
        assert collection.cast[found.members[0]].name in news[0]
        assert "quote" in news[0]


async def test_what_is_not_analysed_yet_can_be_read(app: Fire) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await furnished(pilot, collected=False)
        await press(pilot, ")")
        while not title(app).startswith("Mill owner"):
            await pilot.pause()
        await press(pilot, "L")
        assert app.screen.query_one(CastPane).why_empty() == "analysing …"


async def test_a_failure_is_one_article_s(app: Fire) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await furnished(pilot)
        app.desk.report(app.desk.sheets[2], State.FAILED, "It holds\x1b[31m nothing.")
        await press(pilot, "L")
        row_list = app.screen.query_one(ArticlesPane).query_one(RowList)
        text = "\n".join(row_list.render_line(y).text for y in range(9))
        assert "nothing." in text
        assert "\x1b" not in text


async def test_one_article_has_no_desk(analyses: dict[str, tuple[Article, Annotations]]) -> None:
    app = ReaderApp(analyses["courier"][0], settings=Settings())
    async with app.run_test(size=(160, 40)) as pilot:
        await furnished(pilot, collected=False)
        assert not app.screen.query(ArticlesPane)
        await press(pilot, ")", "L")
        assert isinstance(app.screen, ReadingScreen)


def test_names_on_a_desk_are_unique() -> None:
    desk = Desk(["a/note.txt", "b/note.txt", "https://example.org/note"])
    assert len({sheet.name for sheet in desk.sheets}) == 3
    assert desk.sheets[0].name == "note"


async def test_the_side_panes_tell_of_all_articles_and_of_one_again(app: Fire) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await furnished(pilot)
        await press(pilot, "2", "a")
        cast, quotes = app.screen.query_one(AllCast), app.screen.query_one(AllQuotes)
        collection = app.desk.collection
        assert collection is not None
        assert len(cast.row_list.rows) == len(collection.cast)
        assert cast.has_focus_within
        assert not app.screen.query_one(EntitiesPane).display
        everything = len(quotes.row_list.rows)
        marsh = next(row for row in cast.row_list.rows if row.what.name == "Helen Marsh")
        await go_to(pilot, cast.row_list, str(marsh.number))
        lines = shown(cast.row_list)
        assert "courier " in lines
        assert " · gazette " in lines
        await press(pilot, "enter")
        assert isinstance(app.reading.focus, EntityFocus)
        assert 0 < len(quotes.row_list.rows) < everything
        assert all(marsh.number in row.what.speakers for row in quotes.row_list.rows)
        await press(pilot, "escape")
        assert len(quotes.row_list.rows) == everything
        await press(pilot, "a")
        assert not app.screen.query(AllCast)
        assert app.screen.query_one(EntitiesPane).has_focus_within


async def test_a_row_of_all_articles_leads_from_report_to_report(app: Fire) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await furnished(pilot)
        await press(pilot, "3", "a")
        quotes = app.screen.query_one(AllQuotes)
        twice = next(row for row in quotes.row_list.rows if len(row.what.versions) > 1)
        documents = [version.document for version in twice.what.versions]
        seen = []
        for _ in documents:
            quotes = app.screen.query_one(AllQuotes)
            await go_to(pilot, quotes.row_list, str(twice.number))
            await press(pilot, "enter")
            await pilot.pause()
            seen.append(app.desk.sheet.name)
            await press(pilot, "3")
        assert set(seen) == set(documents)


async def test_somebody_of_another_article_is_met_there(app: Fire) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await furnished(pilot)
        await press(pilot, "2", "a")
        cast = app.screen.query_one(AllCast)
        here = app.desk.sheet.name
        other = next(
            row
            for row in cast.row_list.rows
            if all(figure.document != here for figure in row.what.figures)
        )
        await go_to(pilot, cast.row_list, str(other.number))
        await press(pilot, "enter")
        await pilot.pause()
        assert app.desk.sheet.name == other.what.figures[0].document
        assert isinstance(app.reading.focus, EntityFocus)
        assert app.screen.query_one(AllCast).row_list.rows


async def test_a_selection_narrows_the_panes_of_all_articles(app: Fire) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await furnished(pilot)
        await press(pilot, "2", "a")
        cast, quotes = app.screen.query_one(AllCast), app.screen.query_one(AllQuotes)
        events = app.screen.query_one(AllEvents)
        panes = (cast, quotes, events)
        everything = [len(pane.row_list.rows) for pane in panes]
        text = app.reading.article.text
        start = text.index("“We had water")
        app.reading.focus_on(Passage(start, start + 40))
        await pilot.pause()
        (said,) = quotes.row_list.rows
        assert {v.document for v in said.what.versions} == {"courier", "gazette", "observer"}
        assert 0 < len(events.row_list.rows) < everything[2]
        assert quotes.counts() == f"1 of {everything[1]}"
        assert "selection" in quotes.focus_note()
        assert [row.entity.name for row in app.reading.entities()] == [
            row.what.name for row in cast.row_list.rows
        ]
        app.reading.back()
        await pilot.pause()
        assert [len(pane.row_list.rows) for pane in panes] == everything


async def test_a_period_leaves_the_events_of_all_articles_in_it(app: Fire) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await furnished(pilot)
        await press(pilot, "2", "a")
        events = app.screen.query_one(AllEvents)
        app.reading.focus_on(PeriodFocus(date(2026, 3, 19), date(2026, 3, 20)))
        await pilot.pause()
        documents = {t.document for row in events.row_list.rows for t in row.what.tellings}
        assert documents == {"courier", "gazette", "observer"}
        days = {row.what.earliest for row in events.row_list.rows}
        assert days <= {date(2026, 3, 19), date(2026, 3, 20)}


async def test_an_event_in_focus_leaves_whoever_takes_part(app: Fire) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        await furnished(pilot)
        await press(pilot, "2", "a")
        cast, events = app.screen.query_one(AllCast), app.screen.query_one(AllEvents)
        everything = len(events.row_list.rows)
        event = next(e for e in app.reading.index.events.values() if len(e.entities) > 1)
        app.reading.focus_on(EventFocus(event.id))
        await pilot.pause()
        assert len(cast.row_list.rows) == len(event.entities)
        assert len(events.row_list.rows) == everything

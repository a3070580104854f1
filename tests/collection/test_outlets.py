"""Three invented stories, each told by three outlets: what a collection should find in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reader import Analyzer, Article
from reader.collection import Change, Collection, Entry, Matter, Saying, differences
from reader.collection.words import amounts

_FOLDER = Path(__file__).parent / "outlets"


@pytest.fixture(scope="module")
def told(analyzer: Analyzer) -> Collection:
    collection = Collection()
    for path in sorted(_FOLDER.glob("*.txt")):
        article = Article.from_text(path.read_text("utf-8"), source=path.name)
        collection = collection.with_article(path.stem, analyzer.analyze(article))
    return collection


def _entry(told: Collection, *reports: tuple[str, str]) -> Entry:
    """The one entry with these reports, each an article and words of its headline."""
    found = [
        entry
        for entry in told.timeline
        if all(
            any(t.document == name and words in t.headline for t in entry.tellings)
            for name, words in reports
        )
    ]
    assert len(found) == 1
    return found[0]


def _saying(told: Collection, words: str) -> Saying:
    found = [s for s in told.quotes if any(words in v.text for v in s.versions)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("Anita Rao", "mayor-argus mayor-record mayor-wire"),
        ("Viktor Salas", "mayor-argus mayor-record mayor-wire"),
        ("Joan Whitlock", "mayor-argus mayor-record"),
        ("Paul Dunmore", "mayor-argus mayor-wire"),
        ("Dunmore Bridgeworks", "mayor-argus mayor-record mayor-wire"),
        ("Tarnby", "mayor-argus mayor-record mayor-wire"),
        ("Elin Moberg", "ferry-herald ferry-post ferry-times"),
        ("Gareth Pryce", "ferry-herald ferry-post ferry-times"),
        ("Douglas Reeve", "ferry-post ferry-times"),
        ("Ansel Ferries", "ferry-herald ferry-post ferry-times"),
        ("Marine Accident Bureau", "ferry-herald ferry-post ferry-times"),
        ("Ingrid Solheim", "brewery-dispatch brewery-ledger brewery-markets"),
        ("Alan Fitch", "brewery-ledger brewery-markets"),
        ("Halvorsen Group", "brewery-dispatch brewery-ledger brewery-markets"),
        ("Kestrel Brewing Co.", "brewery-dispatch brewery-ledger brewery-markets"),
    ],
)
def test_one_name_is_one_member_over_all_outlets(
    told: Collection, name: str, articles: str
) -> None:
    member = next(member for member in told.cast if member.name == name)
    assert [figure.document for figure in member.figures] == articles.split()


def test_a_place_is_called_as_prose_writes_it(told: Collection) -> None:
    assert "Port Ansel" in {member.name for member in told.cast}
    assert "PORT ANSEL" not in {member.name for member in told.cast}


@pytest.mark.parametrize(
    ("reports", "matter", "words"),
    [
        (
            (("ferry-herald", "ran aground"), ("ferry-post", "ran aground")),
            Matter.NUMBER,
            {"212 people", "221 people"},
        ),
        (
            (("ferry-herald", "passengers were"), ("ferry-post", "passengers were")),
            Matter.NUMBER,
            {"9 people", "14 people"},
        ),
        (
            (("mayor-argus", "resigned"), ("mayor-wire", "resigned"), ("mayor-record", "resigned")),
            Matter.DATE,
            {"2026-02-02", "2026-02-03"},
        ),
        (
            (("mayor-wire", "hold an election"), ("mayor-record", "elect a new mayor")),
            Matter.DATE,
            {"2026-04-14", "2026-04-21"},
        ),
    ],
)
def test_outlets_that_contradict_each_other_are_one_entry_that_says_so(
    told: Collection, reports: tuple[tuple[str, str], ...], matter: Matter, words: set[str]
) -> None:
    disagreements = _entry(told, *reports).disagreements
    assert [(d.matter, set(d.words)) for d in disagreements] == [(matter, words)]


@pytest.mark.parametrize(
    "reports",
    [
        (
            ("ferry-herald", "investigation"),
            ("ferry-post", "investigation"),
            ("ferry-times", "inve"),
        ),
        (("brewery-ledger", "made the offer"), ("brewery-markets", "made its offer")),
        (("mayor-argus", "in a report"), ("mayor-record", "published her report")),
    ],
)
def test_outlets_that_agree_are_one_entry_without_a_disagreement(
    told: Collection, reports: tuple[tuple[str, str], ...]
) -> None:
    entry = _entry(told, *reports)
    assert entry.disagreements == ()


def test_nothing_else_is_said_to_disagree(told: Collection) -> None:
    assert sum(len(entry.disagreements) for entry in told.timeline) == 4


def test_stories_are_kept_apart(told: Collection) -> None:
    for entry in told.timeline:
        assert len({t.document.partition("-")[0] for t in entry.tellings}) == 1


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("every file in this building", {"mayor-record", "mayor-wire"}),
        ("not a headline", {"mayor-argus", "mayor-record", "mayor-wire"}),
        ("offered the best price", {"mayor-argus", "mayor-wire"}),
        ("ship lost her steering", {"ferry-herald", "ferry-post", "ferry-times"}),
        ("sorry", {"ferry-herald", "ferry-times"}),
        ("has the brands", {"brewery-dispatch", "brewery-ledger", "brewery-markets"}),
    ],
)
def test_a_quote_of_several_outlets_is_one_row(
    told: Collection, words: str, articles: set[str]
) -> None:
    assert {version.document for version in _saying(told, words).versions} == articles


def test_a_quote_of_another_speaker_says_so(told: Collection) -> None:
    saying = _saying(told, "not a headline")
    assert [told.cast[n].name for n in saying.speakers] == ["Viktor Salas", "Ben Achterberg"]
    assert not saying.is_told_alike


def test_words_that_were_put_in_are_shown(told: Collection) -> None:
    saying = _saying(told, "sorry")
    pieces = differences(saying.versions[0].text, saying.versions[1].text)
    changed = [(p.before, p.after) for p in pieces if p.change is not Change.SAME]
    assert ("the passengers", "them") in changed
    assert any(before == "deeply" for before, _ in changed)


def test_two_firms_whose_shares_fall_are_two_events(analyzer: Analyzer) -> None:
    words = (
        "{} shares closed at ${}, up 20 cents in trading on the London Stock Exchange on Monday."
    )
    texts = {
        "a": words.format("Velmar Foods Inc.", 20),
        "b": words.format("Corrin Steel Corp.", 31),
    }
    collection = Collection(
        {
            name: analyzer.analyze(Article.from_text(text, published=date(2026, 3, 4)))
            for name, text in texts.items()
        }
    )
    assert all(len(entry.tellings) == 1 for entry in collection.timeline)


def test_a_year_and_a_day_of_a_month_count_nothing() -> None:
    assert amounts("the Aug. 7 blasts killed many in 1998 killed") == ()
    assert [a.value for a in amounts("7 people and 1,998 people")] == [7, 1998]

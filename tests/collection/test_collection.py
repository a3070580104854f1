from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Analyzer, Article
from reader.collection import Change, Collection, Matter, cast_data, differences, timeline_data
from reader.collection.news import in_order

from .samples import mill_fire


@pytest.fixture(scope="module")
def fire(analyzer: Analyzer) -> Collection:
    return mill_fire(analyzer)


def _member(collection: Collection, name: str) -> int:
    return next(n for n, member in enumerate(collection.cast) if member.name == name)


def test_a_person_has_one_entity_of_each_article(fire: Collection) -> None:
    marsh = fire.cast[_member(fire, "Helen Marsh")]
    assert [(f.document, f.name) for f in marsh.figures] == [
        ("courier", "Helen Marsh"),
        ("gazette", "Helen Marsh"),
        ("observer", "Marsh"),
    ]


def test_a_namesake_in_one_article_is_somebody_else(fire: Collection) -> None:
    assert len(fire.cast[_member(fire, "Tom Marsh")].figures) == 1


def test_one_event_is_one_entry_with_all_its_reports(fire: Collection) -> None:
    entry = next(e for e in fire.timeline if len(e.tellings) == 3)
    assert {telling.document for telling in entry.tellings} == {"courier", "gazette", "observer"}
    assert str(entry.earliest) == "2026-03-10"


def test_reports_that_disagree_say_so_in_their_words(fire: Collection) -> None:
    entry = next(e for e in fire.timeline if len(e.tellings) == 3)
    assert {(d.matter, d.words) for d in entry.disagreements} == {
        (Matter.DATE, ("2026-03-10", "2026-03-09")),
        (Matter.NUMBER, ("4 workers", "6 workers")),
    }


def test_the_same_words_are_one_quote_with_what_was_cut(fire: Collection) -> None:
    saying = next(s for s in fire.quotes if "that roof" in s.versions[0].text)
    assert [version.document for version in saying.versions] == ["courier", "gazette", "observer"]
    cut = [
        piece.before
        for piece in differences(saying.versions[0].text, saying.versions[1].text)
        if piece.change is Change.CUT
    ]
    assert cut == ["but the wool was dry and the floors were oak,"]


def test_a_word_that_was_changed_is_found(fire: Collection) -> None:
    saying = next(s for s in fire.quotes if "in writing" in s.versions[0].text)
    changed = [
        (piece.before, piece.after)
        for piece in differences(saying.versions[0].text, saying.versions[1].text)
        if piece.change is Change.CHANGED
    ]
    assert changed == [("three times", "twice")]


def test_one_speaker_over_time(fire: Collection) -> None:
    days = [saying.day for saying in fire.quotes_by(_member(fire, "Helen Marsh"))]
    assert days == sorted(days)
    assert len(days) == 2


def test_articles_that_share_nothing_stay_as_they_are(analyzer: Analyzer) -> None:
    texts = {"a": "Ann Roe left Velm on 3 May 2020.", "b": "Jon Pike reached Corrin on 4 May 2020."}
    collection = Collection(
        {name: analyzer.analyze(Article.from_text(text)) for name, text in texts.items()}
    )
    assert all(len(member.figures) == 1 for member in collection.cast)
    assert all(len(entry.tellings) == 1 for entry in collection.timeline)


def test_an_article_can_be_analysed_anew(fire: Collection, analyzer: Analyzer) -> None:
    again = fire.with_article("gazette", analyzer.analyze(Article.from_text("Nobody came.")))
    documents = {figure.document for member in again.cast for figure in member.figures}
    assert documents == {"courier", "observer"}


def test_the_exports_name_articles_and_ids(fire: Collection) -> None:
    cast = cast_data(fire.cast)
    known = {
        (name, entity.id) for name, found in fire.analyses.items() for entity in found.entities
    }
    members = [tuple(member) for group in cast for member in group["members"]]
    assert set(members) == known
    assert len(members) == len(known)
    for entry in timeline_data(fire.timeline, fire.cast):
        for mention in entry["mentions"]:
            text = fire.analyses[mention["document"]].document.text
            assert 0 <= mention["start"] < mention["end"] <= len(text)


@given(st.text(alphabet="ab ’'\n.", max_size=40), st.text(alphabet="ab ’'\n.", max_size=40))
def test_the_pieces_are_the_words_of_both_versions(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert " ".join(p.before for p in pieces if p.before) == " ".join(before.split())
    assert " ".join(p.after for p in pieces if p.after) == " ".join(after.split())


def test_what_is_new_in_an_article_no_earlier_one_says(fire: Collection) -> None:
    order = [*fire.news]
    assert len(order) == len(fire.analyses) - 1
    seen = {name for name in fire.analyses if name not in order}
    for name in order:
        new = fire.news[name]
        assert all(
            fire.cast[n].figures[0].document == name
            or not seen & {figure.document for figure in fire.cast[n].figures}
            for n in new.members
        )
        fresh = [s for s in fire.quotes if not seen & {v.document for v in s.versions}]
        assert new.quotes == sum(name in {v.document for v in s.versions} for s in fresh)
        seen.add(name)
    everything = {n for new in fire.news.values() for n in new.members}
    assert len(everything) == sum(len(new.members) for new in fire.news.values())


def test_articles_are_in_order_of_their_days_where_all_have_one() -> None:
    early, late = date(2026, 3, 1), date(2026, 3, 2)
    assert in_order({"b": late, "a": early}) == ["a", "b"]
    assert in_order({"b": late, "a": None}) == ["b", "a"]

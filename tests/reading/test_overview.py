"""What the overview counts, of one article, of several, and of one against the others."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Analyzer, Article
from reader.analysis import Annotations, Entity, Form, Kind, Mention, TimeExpression, TimeType
from reader.collection import Collection
from reader.reading.index import Index
from reader.reading.overview import (
    Material,
    OverviewArticle,
    Sort,
    Stop,
    Unit,
    countries,
    figures,
    histogram,
    speakers,
    triangle,
)

from ..tui.readings import HARBOUR, harbour_annotations

MILL_FIRE = sorted((Path(__file__).parents[2] / "assets/articles/mill-fire").glob("*.txt"))


def material(found: Annotations, text: str = HARBOUR, published: date | None = None) -> Material:
    return Material([OverviewArticle("", text, Index(found), published)])


@pytest.fixture
def harbour() -> Material:
    return material(harbour_annotations())


@pytest.fixture(scope="module")
def fire(analyzer: Analyzer) -> Material:
    collection = Collection()
    for path in MILL_FIRE:
        article = Article.from_text(path.read_text("utf-8"), source=path.name)
        collection = collection.with_article(path.stem, analyzer.analyze(article))
    return Material.of_collection(collection)


def test_speakers_by_words_direct_and_retold_apart(harbour):
    found = {speaker.label: speaker for speaker in speakers(harbour)}
    assert found["Mara Olsen"].direct == 8
    assert found["Mara Olsen"].retold == 0
    assert found["Tor Vik"].retold == 10
    assert [stop.ident for stop in found["Tor Vik"].quotes] == ["Q2", "Q3", "Q5"]
    assert found["a fisherman"].who is None
    assert found["a fisherman"].sort is Sort.PERSON
    assert found["Tor Vik"].sort is Sort.PERSON


def test_every_quote_has_one_source(harbour):
    told = [stop.ident for speaker in speakers(harbour) for stop in speaker.quotes]
    assert sorted(told) == sorted(quote.id for quote in harbour_annotations().quotes)


def dated(*days: date) -> list[TimeExpression]:
    return [
        TimeExpression(
            id=f"T{n}", start=n, end=n + 1, type=TimeType.DATE, value="", earliest=day, latest=day
        )
        for n, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("days", "unit", "first"),
    [
        ((date(2024, 5, 3), date(2024, 5, 9)), Unit.DAY, date(2024, 5, 3)),
        ((date(2024, 1, 31), date(2024, 5, 9)), Unit.MONTH, date(2024, 1, 1)),
        ((date(1991, 6, 1), date(2024, 5, 9)), Unit.YEAR, date(1991, 1, 1)),
    ],
)
def test_the_histogram_takes_the_finest_unit_that_fits(days, unit, first):
    found, bins = histogram(material(Annotations(times=tuple(dated(*days)))))
    assert found is unit
    assert bins[0].first == first
    assert sum(step.count for step in bins) == len(days)


def test_the_crowded_year_is_shown_by_its_months():
    days = [date(1991, 6, 1), *(date(2024, month, 3) for month in range(1, 9))]
    _, bins = histogram(material(Annotations(times=tuple(dated(*days)))))
    assert [(step.first.year, step.first.month) for step in bins] == [
        (1991, 1),
        *((2024, month) for month in range(1, 9)),
    ]
    assert (bins[0].last - bins[0].first).days == 364
    assert all((step.last - step.first).days < 31 for step in bins[1:])


@given(st.lists(st.dates(), max_size=20), st.none() | st.dates())
def test_every_date_falls_into_one_step(days, published):
    _, bins = histogram(material(Annotations(times=tuple(dated(*days))), published=published))
    assert sum(step.count for step in bins) == len(days)
    assert all(before.last < after.first for before, after in pairwise(bins))
    assert not days or published is None or any(step.has_publication for step in bins)


def test_who_shares_a_sentence_with_whom(harbour):
    made = triangle(harbour)
    assert made.shared["Mara Olsen", "Port Almar"] == 1
    assert made.shared["Tor Vik", "Almar Line"] == 2
    assert ("Port Almar", "Tor Vik") not in made.shared


def test_peoples_and_places_by_country(harbour):
    found = {c.name: [place.who.name for place in c.places] for c in countries(harbour)}
    assert found == {"Norway": ["Norwegian"], "": ["Port Almar"]}


def test_figures_lead_to_what_is_not_settled(harbour):
    found = {figure.label: figure for figure in figures(harbour)}
    assert found["quotes without a name"].stops == (Stop("", "Q4"),)
    assert found["words"].value == "108"


def test_nothing_found_is_no_error():
    empty = material(Annotations(), "")
    assert speakers(empty) == []
    assert histogram(empty) == (Unit.DAY, [])
    assert triangle(empty).shared == {}
    assert figures(empty)
    assert countries(empty) == []


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("a spokeswoman for the harbour", Sort.PERSON),
        ("officials", Sort.PERSON),
        ("the leaked report", Sort.DOCUMENT),
        ("court documents", Sort.DOCUMENT),
        ("police", Sort.BODY),
        ("the company", Sort.BODY),
        ("what was", Sort.UNKNOWN),
    ],
)
def test_words_for_a_source_say_what_kind_it_is(words, sort):
    (quote,) = (q for q in harbour_annotations().quotes if q.id == "Q4")
    from msgspec.structs import replace

    found = Annotations(quotes=(replace(quote, description=words, speaker=None),))
    assert speakers(material(found))[0].sort is sort


def placed(text: str, *names: str) -> Material:
    entities = [
        Entity(
            id=name,
            name=name,
            kind=Kind.PLACE,
            mentions=(Mention(text.index(name), text.index(name) + len(name), Form.NAME),),
        )
        for name in names
    ]
    return material(Annotations(entities=tuple(entities)), text)


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("It rained in Manchester, New Hampshire, all day.", ["Manchester"], "United States"),
        ("It rained in Lyon all day.", ["Lyon"], "France"),
        ("It rained in London all day.", ["London"], "United Kingdom"),
        ("It rained in London, Ontario, all day.", ["London"], "Canada"),
        ("It rained in Birmingham all day.", ["Birmingham"], ""),
        ("The United Kingdom saw rain in Birmingham.", ["United Kingdom", "Birmingham"],
         "United Kingdom"),
        ("Rain fell in Birmingham, not in Spain.", ["Birmingham", "Spain"], ""),
        ("It rained in Alabama all day.", ["Alabama"], "United States"),
        ("It rained in New York all day.", ["New York"], "United States"),
        ("It rained in Port Almar all day.", ["Port Almar"], ""),
        ("It rained in the Hague, of course.", ["Hague"], ""),
    ],
)  # fmt: skip
def test_a_city_lies_where_the_text_or_its_size_says(text, names, country):
    found = {place.who.name: c.name for c in countries(placed(text, *names)) for place in c.places}
    city = next(name for name in names if name not in ("United Kingdom", "Spain"))
    assert found[city] == country


def test_several_articles_are_counted_as_one(fire):
    names = {document.name for document in fire.documents}
    words = {f.label: f.value for f in figures(fire)}
    assert words["articles"] == str(len(MILL_FIRE))
    said = speakers(fire)
    assert len({speaker.label for speaker in said if speaker.who}) == len(
        [speaker for speaker in said if speaker.who]
    )
    assert {stop.document for speaker in said for stop in speaker.quotes} <= names
    assert sum(len(speaker.quotes) for speaker in said) == sum(
        len(d.index.annotations.quotes) for d in fire.documents
    )
    assert int(words["events with differing reports"]) == 3
    _, bins = histogram(fire)
    assert all(sum(count for _, count in step.documents) == step.count for step in bins)


def test_who_is_in_several_articles_is_one_in_the_triangle(fire):
    made = triangle(fire)
    assert len({who.key for who in made.entities}) == len(made.entities)
    for pair, stops in made.stops.items():
        assert made.shared[pair] >= len(stops)
        for one, other in stops:
            index = next(d.index for d in fire.documents if d.name == one.document)
            assert {one.ident, other.ident} <= index.ids
    whole = {key: places for key, places in fire.stops.items() if len(places) > 1}
    assert whole


def test_one_article_and_the_others_are_the_whole(fire):
    name = fire.documents[0].name
    one, others = fire.only(name), fire.without(name)
    told = sum(s.words for m in (one, others) for s in speakers(m))
    assert told == sum(speaker.words for speaker in speakers(fire))


def test_words_are_counted_alike_whole_and_in_pieces():
    text = "Mr. Oak said it’s well-known. “Is it?” she asked!\tNo…\n" * 9_000
    whole, part = (figures(material(Annotations(), made))[:5] for made in (text, text[:54]))
    assert whole[0].value == "99,000"
    assert part[0].value == "11"
    assert whole[2].value == "36,000"

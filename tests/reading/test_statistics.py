"""What the overview counts, on a short article made by hand."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import Annotations, TimeExpression, TimeType
from reader.reading.index import Index
from reader.reading.statistics import (
    Unit,
    countries,
    figures,
    histogram,
    speakers,
    triangle,
)

from ..tui.readings import HARBOUR, harbour_annotations


@pytest.fixture
def index() -> Index:
    return Index(harbour_annotations())


def test_speakers_by_words_direct_and_retold_apart(index):
    found = {speaker.label: speaker for speaker in speakers(index, HARBOUR)}
    assert found["Mara Olsen"].direct == 8
    assert found["Mara Olsen"].retold == 0
    assert found["Tor Vik"].retold == 10
    assert found["Tor Vik"].quotes == ("Q2", "Q3", "Q5")
    assert found["a fisherman"].entity is None


def test_every_quote_has_one_source(index):
    told = [name for speaker in speakers(index, HARBOUR) for name in speaker.quotes]
    assert sorted(told) == sorted(quote.id for quote in index.annotations.quotes)


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
    found, bins = histogram(dated(*days), None)
    assert found is unit
    assert bins[0].first == first
    assert sum(step.count for step in bins) == len(days)


@given(st.lists(st.dates(), max_size=20), st.none() | st.dates())
def test_every_date_falls_into_one_step(days, published):
    _, bins = histogram(dated(*days), published)
    assert sum(step.count for step in bins) == len(days)
    assert all(before.last < after.first for before, after in pairwise(bins))
    assert not days or published is None or any(step.has_publication for step in bins)


def test_who_shares_a_sentence_with_whom(index):
    made = triangle(index, HARBOUR)
    assert made.shared["Mara Olsen", "Port Almar"] == 1
    assert made.shared["Tor Vik", "Almar Line"] == 2
    assert ("Port Almar", "Tor Vik") not in made.shared


def test_peoples_and_places_by_country(index):
    found = {country.name: [e.name for e in country.entities] for country in countries(index)}
    assert found == {"Norway": ["Norwegian"], "": ["Port Almar"]}


def test_figures_lead_to_what_is_not_settled(index):
    found = {figure.label: figure for figure in figures(index, HARBOUR)}
    assert found["quotes without a name"].ids == ("Q4",)
    assert found["words"].value == "108"


def test_nothing_found_is_no_error():
    index = Index(Annotations())
    assert speakers(index, "") == []
    assert histogram([], None) == (Unit.DAY, [])
    assert triangle(index, "").shared == {}
    assert figures(index, "")

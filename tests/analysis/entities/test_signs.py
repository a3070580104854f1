"""Signs of kinds, and names that need no model, on parses written by hand."""

from __future__ import annotations

import pytest

from reader.analysis.grouping.people import of_one_generation
from reader.analysis.kinds import surroundings, usage, weighing, wording
from reader.analysis.names.judging import is_compatriot, is_degree
from reader.analysis.names.months import people_with_months
from reader.analysis.names.offices import people_behind_offices
from reader.analysis.syntax.name import Name
from reader.analysis.types import Kind

from .parses import parsed, tokens

SACKED = """
Norbury NNP nsubj sacked
have VBP aux sacked
sacked VBN ROOT sacked
Berg NNP dobj sacked
"""


SCORED = "scored VBD ROOT scored\nagainst IN prep scored\nVelm NNP pobj against"


def test_a_name_with_a_plural_verb_is_a_team_s() -> None:
    assert usage.takes_plural_verb(parsed(SACKED), 0)
    assert not usage.takes_plural_verb(parsed(SACKED.replace("have VBP", "has VBZ")), 0)
    assert not usage.takes_plural_verb(parsed(SACKED.replace("Norbury NNP", "Norburys NNPS")), 0)
    joined = "Ann NNP nsubj ran\nand CC cc Ann\nIda NNP conj Ann\nare VBP aux ran\nran VBP ROOT ran"
    assert not usage.takes_plural_verb(parsed(joined), 0)


@pytest.mark.parametrize(
    ("rows", "head", "expected"),
    [
        ("Velm NNP nsubj beat\nbeat VBD ROOT beat\nOstby NNP dobj beat", 0, True),
        ("Velm NNP nsubj beat\nbeat VBD ROOT beat\nOstby NNP dobj beat", 2, True),
        (SCORED, 2, True),
        (SCORED.replace("against", "in"), 2, False),
        ("the DT det coach\nVelm NNP compound coach\ncoach NN ROOT coach", 1, True),
        ("the DT det mayor\nVelm NNP compound mayor\nmayor NN ROOT mayor", 1, False),
    ],
)  # fmt: skip
def test_how_a_name_is_used_shows_a_team(rows: str, head: int, expected: bool) -> None:
    assert usage.is_team(parsed(rows), head) is expected


def test_a_month_is_a_forename_before_a_surname_alone() -> None:
    def found(rows: str) -> list[tuple[int, int]]:
        return [(name.first, name.last) for name in people_with_months(tokens(rows))]

    assert found("Jan NNP compound Moore\nMoore NNP nsubj left\nleft VBD ROOT left") == [(0, 2)]
    assert (
        found("in IN prep left\nMay NNP compound Moore\nMoore NNP nsubj left\nleft VBD ROOT left")
        == []
    )
    assert (
        found("5 CD nummod Moore\nMay NNP compound Moore\nMoore NNP nsubj left\nleft VBD ROOT left")
        == []
    )
    assert found(
        "May MD aux leave\nMoore NNP nsubj leave\nleave VB ROOT leave\nsoon RB advmod leave"
    ) == [(0, 2)]
    assert found("May NNP compound Act\nAct NNP nsubj left\nleft VBD ROOT left") == []
    assert found("may MD aux leave\nMoore NNP nsubj leave\nleave VB ROOT leave") == []


def test_a_person_behind_an_office_is_cut_from_what_it_is_of() -> None:
    rows = """
    Director NNP compound Strand
    of IN prep Director
    Public NNP compound Prosecution
    Prosecution NNP pobj of
    Eva NNP compound Strand
    Strand NNP nsubj left
    left VBD ROOT left
    """
    (strand,) = people_behind_offices(tokens(rows))
    assert (strand.first, strand.last, strand.title) == (4, 6, 0)
    land = rows.replace("Public", "New").replace("Prosecution", "Zealand")
    assert list(people_behind_offices(tokens(land))) == []
    body = rows.replace("Public", "Trade").replace("Prosecution", "Commission")
    assert [(n.first, n.last) for n in people_behind_offices(tokens(body))] == [(2, 4), (4, 6)]
    assert list(people_behind_offices(tokens(rows.replace("Director", "Street")))) == []


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("tarn inc", "legal-form"),
        ("harp close", "head-road"),
        ("cyclone mirela", "opening-event"),
        ("ann lane", "forename-first"),
        ("west ardle", "doubtful-forename-first"),
        ("bolton rovers", "head-organization"),
        ("arsenal", "known-organization"),
        ("covid-19", "known-other"),
        ("beresford", "surname-alone"),
        ("orthopathy", "other-ending-alone"),
        ("clevelanders", "townspeople"),
    ],
)
def test_the_words_of_a_name_give_signs(name: str, sign: str) -> None:
    assert sign in set(wording.signs(tuple(name.split())))


def test_signs_around_a_name() -> None:
    rows = "the DT det ship\nship NN ROOT ship\nWren NNP appos ship"
    assert "product-noun-before" in surroundings.signs(parsed(rows), Name(2, 3, "", ""))
    rows = "sued VBD ROOT sued\nVantaGrid NNP dobj sued\n3-1 CD dep sued"
    signs = surroundings.signs(parsed(rows), Name(1, 2, "", ""))
    assert {"capital-inside", "score-behind", "used-as-organization"} <= set(signs)
    assert surroundings.of_model(parsed(rows), Name(1, 2, "ORG", "")) == ["model-ORG"]
    assert surroundings.of_model(parsed(rows), Name(0, 2, "", "")) == [
        "model-silent-of-several-words"
    ]


def test_weights_add_up_and_a_hint_settles_nothing() -> None:
    assert weighing.best({}) is Kind.UNKNOWN
    assert weighing.best({Kind.PERSON: 0.8, Kind.PLACE: 0.1}) is Kind.UNKNOWN
    assert weighing.best({Kind.PERSON: 0.9, Kind.PLACE: 1.1}) is Kind.PLACE
    assert weighing.weigh({"no such sign": 3.0}) == {}
    once, twice = (weighing.weigh({"legal-form": n})[Kind.ORGANIZATION] for n in (1.0, 2.0))
    assert twice == pytest.approx(2 * once)
    assert once > 10


def test_generations_degrees_and_compatriots() -> None:
    assert not of_one_generation(("ann", "moss", "ii"), ("ann", "moss", "iii"))
    assert of_one_generation(("ann", "moss"), ("ann", "moss", "jr."))
    assert [is_degree(word) for word in ("PhD", "O.B.E.", "phd", "Ann")] == [
        True,
        True,
        False,
        False,
    ]
    assert [is_compatriot(word) for word in ("irishwoman", "frenchman", "fireman", "irish")] == [
        True,
        True,
        False,
        False,
    ]

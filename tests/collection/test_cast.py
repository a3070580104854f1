from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import Kind
from reader.collection import Figure, build_cast

from .samples import figures, groups, told

BODY, PLACE, WORK = Kind.ORGANIZATION, Kind.PLACE, Kind.WORK
BESIDE = ("Ilsa Maddern", ("Port Corrin", PLACE))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nadia Petrova", "nadia petrova"),
        ("Nadia Petrova", "Nadia K. Petrova"),
        ("Robert Ashdown", "Bob Ashdown"),
        ("Robert Ashdown", "R. Ashdown"),
        ("Mohammed Sadiqi", "Muhammad Sadiqi"),
        ("Kestrin Vandermeer", "Kestrin Vandermeir"),
        ('Luis "Chico" Barrantes', "Chico Barrantes"),
        ("Nadia Petrova", "Governor Nadia Petrova"),
    ],
)
def test_a_person_is_one_under_several_full_names(one: str, other: str) -> None:
    assert {f"a: {one}", f"b: {other}"} in groups(
        figures("a", one, *BESIDE), figures("b", other, *BESIDE)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nadia Petrova", "Irina Petrova"),
        ("John Q. Hallam", "John B. Hallam"),
        ("Maria Hallam", "Mario Hallam"),
        ("Peter Hallam", "Peter Hollis"),
    ],
)
def test_two_people_stay_apart(one: str, other: str) -> None:
    assert {f"a: {one}", f"b: {other}"} not in groups(
        figures("a", one, *BESIDE), figures("b", other, *BESIDE)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Corvane Group", BODY), ("Corvane Group plc", BODY)),
        (("Halden Water Board", BODY), ("HWB", BODY)),
        (("Halden Water Board", BODY), ("the Halden Water Board", WORK)),
        (("U.S.", PLACE), ("United States", PLACE)),
        (("U.S. Coast Survey", BODY), ("United States Coast Survey", BODY)),
        (("Harbour Committees Board", BODY), ("Harbour Committee Board", BODY)),
        (("Edinburgh Gannets", BODY), ("Gannets", BODY)),
        (("Mount Fellan", PLACE), ("Mt. Fellan", PLACE)),
    ],
)
def test_a_body_or_place_is_one_under_several_names(
    one: tuple[str, Kind], other: tuple[str, Kind]
) -> None:
    found = groups(figures("a", one, *BESIDE), figures("b", other, *BESIDE))
    assert {f"a: {one[0]}", f"b: {other[0]}"} in found


def test_a_surname_is_the_person_whom_its_company_tells() -> None:
    found = groups(
        figures("a", "Ruth Hallam", "Ilsa Maddern", ("Port Corrin", PLACE)),
        figures("b", "Tom Hallam", "Jonas Weller", ("Velm", PLACE)),
        figures("c", "Hallam", "Jonas Weller", ("Velm", PLACE)),
    )
    assert {"b: Tom Hallam", "c: Hallam"} in found
    assert {"a: Ruth Hallam"} in found


def test_a_surname_beside_two_who_have_it_stays_open() -> None:
    found = groups(
        figures("a", "Ruth Hallam", *BESIDE),
        figures("b", "Tom Hallam", *BESIDE),
        figures("c", "Hallam", *BESIDE),
    )
    assert {"c: Hallam"} in found


def test_an_article_that_keeps_two_people_apart_is_believed() -> None:
    found = groups(figures("a", "Nadia Petrova", *BESIDE), figures("b", "Petrova", "Nadia Petrova"))
    assert {"a: Nadia Petrova", "b: Nadia Petrova"} in found


def test_one_name_of_two_people_is_told_by_what_they_are() -> None:
    found = groups(
        [told("a", 1, "Tom Hallam", roles="the goalkeeper")],
        [told("b", 1, "Tom Hallam", roles="a professor of geology")],
        [told("c", 1, "Tom Hallam", roles="goalkeeper"), *figures("c", "x")[1:]],
    )
    assert {"b: Tom Hallam"} in found


def test_company_joins_what_one_field_after_another_would_part() -> None:
    """An athlete who went into politics is one person."""
    found = groups(
        [told("a", 1, "Tom Hallam", roles="the goalkeeper")],
        [told("b", 1, "Tom Hallam", roles="a senator")],
    )
    assert {"a: Tom Hallam", "b: Tom Hallam"} in found


def test_a_kind_that_one_article_gets_wrong_is_outvoted() -> None:
    cast = build_cast(
        [
            *figures("a", ("Gannets", BODY)),
            *figures("b", ("Gannets", BODY)),
            *figures("c", ("Gannets", Kind.PERSON)),
        ]
    )
    assert [(member.kind, len(member.figures)) for member in cast] == [(BODY, 3)]


def test_a_club_is_not_its_town() -> None:
    found = groups(
        figures("a", ("Edinburgh", PLACE)),
        figures("b", ("Edinburgh", PLACE)),
        figures("c", ("Edinburgh", BODY)),
    )
    assert {"c: Edinburgh"} in found


def test_an_article_tells_an_alias_for_all() -> None:
    found = groups(
        [Figure("a", "E1", "Northern Lights Society", BODY, ("Northern Lights Society", "Aurora"))],
        figures("b", ("Aurora", BODY)),
    )
    assert {"a: Northern Lights Society", "b: Aurora"} in found


NAMES = st.sampled_from(
    [
        "Ann Roe",
        "A. Roe",
        "Roe",
        "Tom Roe",
        "Velm",
        "ROE",
        "Velm Rowing Club",
        "VRC",
        "",
        "—",
        "U.S.",
    ]
)


@given(
    st.lists(
        st.lists(st.tuples(NAMES, st.sampled_from(list(Kind))), max_size=5, unique=True),
        max_size=6,
    )
)
def test_every_figure_has_exactly_one_place_in_the_cast(
    articles: list[list[tuple[str, Kind]]],
) -> None:
    every = [
        figure
        for number, article in enumerate(articles)
        for figure in figures(f"article {number}", *article)
    ]
    cast = build_cast(every)
    placed = [figure for member in cast for figure in member.figures]
    assert sorted((f.document, f.id) for f in placed) == sorted((f.document, f.id) for f in every)
    assert build_cast(every) == cast

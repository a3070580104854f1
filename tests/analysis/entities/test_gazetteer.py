"""Countries of cities: a name alone and one of many are looked up in two ways, with one answer."""

from __future__ import annotations

import pytest

from reader.analysis.knowledge.gazetteer import located, region


@pytest.mark.parametrize("is_one_of_many", [False, True])
@pytest.mark.parametrize(
    ("name", "settled"),
    [
        ("London", "GB"),
        ("the Florida", "US"),
        ("Nova Scotia", "CA"),
        ("Andorra la Vella", "AD"),
        ("Ondo", "NG"),
        ("Harrowford", ""),
        ("", ""),
    ],
)
def test_a_city_or_region_lies_in_one_country(
    name: str, settled: str, is_one_of_many: bool
) -> None:
    assert located(name, is_one_of_many=is_one_of_many)[0] == settled


@pytest.mark.parametrize("is_one_of_many", [False, True])
def test_a_name_of_several_cities_stays_open(is_one_of_many: bool) -> None:
    code, possible = located("Córdoba", is_one_of_many=is_one_of_many)
    assert code == ""
    assert sorted(possible) == ["AR", "ES", "MX"]


def test_regions_are_those_of_three_countries() -> None:
    assert [region(name) for name in ("Texas", "Tasmania", "Ontario", "Bavaria")] == [
        "US",
        "AU",
        "CA",
        "",
    ]

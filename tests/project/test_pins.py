"""Needs that no pin meets are found."""

from __future__ import annotations

from typing import Any

import pytest

from . import pins


def package(name: str, version: str, *needs: str) -> dict[str, Any]:
    return {"metadata": {"name": name, "version": version, "requires_dist": [*needs]}}


@pytest.fixture(autouse=True)
def _project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "_needs_of_the_project", lambda: ["Alpha>=1"])


def test_what_is_pinned_in_a_version_that_suits_is_not_missing() -> None:
    packages = [
        package("alpha", "1.2", "beta-x~=2.0", "gamma; extra == 'fast'"),
        package("Beta_X", "2.3"),
    ]
    assert [*pins.missing(packages, "3.14")] == []


def test_a_need_of_one_python_version_is_missing_there_alone() -> None:
    packages = [package("alpha", "1.2", "delta; python_version >= '3.13'")]
    assert [*pins.missing(packages, "3.12")] == []
    assert [*pins.missing(packages, "3.14")] == [
        'alpha 1.2 needs delta; python_version >= "3.13", pinned is None'
    ]


def test_a_pin_of_another_version_is_told() -> None:
    assert [*pins.missing([package("alpha", "0.9")], "3.11")] == [
        "the project needs Alpha>=1, pinned is 0.9"
    ]

"""The licences of the pinned packages."""

from __future__ import annotations

import pytest

from .licences import is_allowed, licence, main, pinned


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 AND MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT OR GPL-3.0-only)", True),
        ("not stated", False),
    ],
)
def test_one_accepted_choice_is_enough_and_all_its_parts_must_be(
    expression: str, allowed: bool
) -> None:
    assert is_allowed(expression) is allowed


def test_every_pinned_package_states_a_licence_that_is_accepted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main() == 0, capsys.readouterr().out
    assert len(capsys.readouterr().out.splitlines()) == len([*pinned()])
    assert licence("textual") == "MIT"

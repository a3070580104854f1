"""Each step finds in a parse that is written out what its case says, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from . import STEPS, cases, found_in, parse_of

CASES = [pytest.param(step, case, id=case["text"][:50]) for step in STEPS for case in cases(step)]


@pytest.mark.parametrize(("step", "case"), CASES)
def test_a_step_finds_what_the_case_says(step: str, case: dict[str, Any]) -> None:
    assert found_in(step, parse_of(case)) == case["found"]

"""A few damaged files of each format; `python -m tests.sources.damage` makes fifty of each."""

from __future__ import annotations

import time

import pytest

from .damage import SLOWEST, damaged, outcome, samples

SOUND = samples()


@pytest.mark.parametrize("name", sorted(SOUND))
def test_damaged_files_end_in_an_article_or_a_sentence(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for bad in damaged(name, SOUND[name], 12):
        started = time.perf_counter()
        assert outcome(name, bad)
        assert time.perf_counter() - started < SLOWEST
    assert capfd.readouterr().err == ""

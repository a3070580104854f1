"""A part of the matrix in which every size, terminal and way to end comes up."""

from __future__ import annotations

from pathlib import Path

import pytest

from .matrix import (
    ENDS,
    SIZES,
    TERMINALS,
    TEXT,
    Run,
    check,
    every_pair,
    everything,
)


@pytest.mark.parametrize("run", every_pair(), ids=str)
def test_the_article_can_be_read_and_the_terminal_is_given_back(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text(TEXT)
    check(run, article)


def test_nothing_is_left_out() -> None:
    runs = list(every_pair())
    assert {run.size for run in runs} == set(SIZES)
    assert {run.terminal for run in runs} == set(TERMINALS)
    assert {run.end for run in runs} == set(ENDS)
    assert len(everything()) == len(SIZES) * len(TERMINALS) * len(ENDS)

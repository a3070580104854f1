"""Mutants differ from the module in one place of one function, and tests notice them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants.planting import functions_of, key, mutants
from tests.patience import seconds

ROOT = Path(__file__).parents[2]
SOURCE = '''
"""A module."""

LIMIT = 3


def small(number: int) -> bool:
    """Whether a number is small."""
    return number < LIMIT and number != 2


class Shelf:
    """Holds books."""

    def room(self, books: list[str]) -> list[str]:
        """The books that fit."""
        return [book for book in books if len(book) < 10]
'''


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "module.py"
    path.write_text(SOURCE)
    return path


def test_every_mutant_changes_one_function(module: Path) -> None:
    own = {key(code): code for code in functions_of(compile(SOURCE, str(module), "exec"))}
    found = mutants(module, 100, seed=0)
    assert {mutant.function[0] for mutant in found} == {"small", "Shelf.room"}
    assert all(mutant.code != own[mutant.function] for mutant in found)
    assert {mutant.change.split(":")[0] for mutant in found} == {
        "and/or swapped",
        "comparison flipped",
        "constant changed",
        "filter negated",
        "returns None",
    }


def test_a_seed_gives_the_same_sample(module: Path) -> None:
    def changes(seed: int) -> list[str]:
        return [mutant.change for mutant in mutants(module, 3, seed)]

    assert changes(1) == changes(1) != changes(2)


def test_the_command_tells_what_tests_kill() -> None:
    command = [sys.executable, "-m", "tests.mutants", "reader/analysis/syntax/clefts.py"]
    options = ["--count", "4", "--by-hand", "--tests", "tests/analysis/syntax"]
    done = subprocess.run(
        [*command, *options],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=seconds(120),
    )
    assert "of   4  reader/analysis/syntax/clefts.py" in done.stdout
    assert "fails without" not in done.stdout

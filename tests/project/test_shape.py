"""The limits that keep the project easy to find one's way in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_MODULES = 24
MOST_LINES = 420
STILL_TOO_LARGE = {
    "reader/sources": 45,
    "reader/analysis/times/rules/calendar.py": 440,
    "reader/analysis/times/rules/units.py": 460,
    "reader/analysis/knowledge/names.py": 450,
}
"""What has to be split, with the size that it may not exceed until then."""


def modules() -> Iterator[Path]:
    """All modules of the package."""
    return (ROOT / "reader").rglob("*.py")


def limit(path: Path, usual: int) -> int:
    """The most modules of a folder, or lines of a module."""
    return STILL_TOO_LARGE.get(path.relative_to(ROOT).as_posix(), usual)


@pytest.mark.parametrize(
    "folder",
    sorted({module.parent for module in modules()}),
    ids=lambda folder: folder.relative_to(ROOT).as_posix(),
)
def test_a_folder_holds_no_more_modules_than_one_can_overlook(folder: Path) -> None:
    assert len([*folder.glob("*.py")]) <= limit(folder, MOST_MODULES)


def test_no_module_is_too_long_to_read() -> None:
    lengths = {module: len(module.read_text("utf-8").splitlines()) for module in modules()}
    assert not [path for path, length in lengths.items() if length > limit(path, MOST_LINES)]

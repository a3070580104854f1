"""The limits that keep the project easy to find one's way in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_MODULES = 24
MOST_LINES = 420
LONGEST_FUNCTION = 50
STILL_TOO_LONG = {
    "reader/tui/overview/screen.py:compose": 55,
}
"""Functions that have to be split, with the lines that they may not exceed until then."""
KEPT = {
    ".ci", ".git", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
    "README.md", "assets", "constraints.txt", "docs", "pyproject.toml", "reader", "scripts",
    "tests",
}  # fmt: skip
"""What the top folder holds; a file that a test writes there is seen at once."""


def modules() -> Iterator[Path]:
    """All modules of the package."""
    return (ROOT / "reader").rglob("*.py")


@pytest.mark.parametrize(
    "folder",
    sorted({module.parent for module in modules()}),
    ids=lambda folder: folder.relative_to(ROOT).as_posix(),
)
def test_a_folder_holds_no_more_modules_than_one_can_overlook(folder: Path) -> None:
    assert len([*folder.glob("*.py")]) <= MOST_MODULES


def test_no_module_is_too_long_to_read() -> None:
    lengths = {module: len(module.read_text("utf-8").splitlines()) for module in modules()}
    assert not [path for path, length in lengths.items() if length > MOST_LINES]


def test_the_top_folder_holds_nothing_but_what_belongs_there() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    found = {path.name for path in ROOT.iterdir() if path.name not in KEPT}
    made = {name for name in found for pattern in ignored if fnmatch(name, pattern.rstrip("/"))}
    assert found == made


def functions() -> Iterator[tuple[str, int]]:
    """Each function by module and name, and its lines without those of its docstring."""
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[1 if ast.get_docstring(node) and len(node.body) > 1 else 0]
                lines = (node.end_lineno or 0) - first.lineno + 1
                yield f"{module.relative_to(ROOT).as_posix()}:{node.name}", lines


def test_no_function_is_too_long_to_read() -> None:
    assert not [
        name for name, lines in functions() if lines > STILL_TOO_LONG.get(name, LONGEST_FUNCTION)
    ]

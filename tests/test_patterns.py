"""Regular expressions take a time that grows with the text, as far as their form tells.

What tells too little (runs of what a pattern itself repeats) is measured by
`python -m tests.benchmarks "growth of the whole analysis"`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from reader.patterns import Pattern

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for path in (ROOT / "reader").rglob("*.py") if path.name != "__main__.py")
SEARCHES = {"search", "finditer", "findall", "sub", "subn", "split"}
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
FROM_HERE_LONG = 1000


def patterns_of(path: Path) -> dict[str, re.Pattern[str]]:
    """The compiled patterns of a module by their names."""
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    members = vars(import_module(name))
    return {name: made for name, made in _compiled(members) if isinstance(made, re.Pattern)}


def _compiled(members: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The members of a module, and what its tables hold, each late pattern as it will be."""
    for name, member in members.items():
        yield name, member.compiled if isinstance(member, Pattern) else member
        if isinstance(member, tuple):
            rows = (row if isinstance(row, tuple) else (row,) for row in member)
            for number, one in enumerate(chain.from_iterable(rows)):
                yield f"{name}, {number}", one.compiled if isinstance(one, Pattern) else one


def searched_in(path: Path) -> set[str]:
    """The names of patterns with which a module searches, rather than match at one place."""
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {
        node.value.id
        for node in calls
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.attr in SEARCHES
    }


def is_endless(node: tuple[Any, Any]) -> bool:
    operation, argument = node
    return operation in REPEATS and argument[1] >= FROM_HERE_LONG


def inner(node: tuple[Any, Any]) -> Iterator[list[tuple[Any, Any]]]:
    """The sequences of nodes directly inside a node."""
    operation, argument = node
    if operation in REPEATS or operation is codes.POSSESSIVE_REPEAT:
        yield list(argument[2])
    elif operation is codes.SUBPATTERN:
        yield list(argument[-1])
    elif operation is codes.BRANCH:
        yield from map(list, argument[1])
    elif operation in (codes.ASSERT, codes.ASSERT_NOT):
        yield list(argument[1])


def nodes(sequence: list[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for node in sequence:
        yield node
        for deeper in inner(node):
            yield from nodes(deeper)


def begins_endlessly(sequence: list[tuple[Any, Any]]) -> bool:
    """Whether a search would run through the same characters from each of them, and then fail."""
    for place, node in enumerate(sequence):
        if is_endless(node):
            return place + 1 < len(sequence)
        operation, argument = node
        if operation is codes.BRANCH or operation is codes.SUBPATTERN:
            return any(
                begins_endlessly([*deeper, *sequence[place + 1 :]]) for deeper in inner(node)
            )
        if not (operation in REPEATS and argument[0] == 0):
            return False
    return False


def is_ambiguous(sequence: list[tuple[Any, Any]]) -> bool:
    """Whether an endless repetition holds another with nothing between that parts them."""
    for node in nodes(sequence):
        if is_endless(node):
            (body,) = inner(node)
            repeats = [one for one in nodes(body) if is_endless(one)]
            if repeats and body[0][0] not in (codes.LITERAL, codes.IN):
                return True
    return False


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_begins_with_an_endless_run_is_only_matched_at_one_place(path: Path) -> None:
    searched = searched_in(path)
    for name, pattern in patterns_of(path).items():
        sequence = list(parser.parse(pattern.pattern, pattern.flags))
        assert not (name in searched and begins_endlessly(sequence)), name
        assert not is_ambiguous(sequence), name


@pytest.mark.parametrize(
    ("pattern", "begins", "ambiguous"),
    [
        (r"\s+or later", True, False),
        (r",?\s+or later", True, False),
        (r"(?:\s+|-)olds?", True, False),
        (r"\s+", False, False),
        (r"or\s+later", False, False),
        (r"(?:a+)+b", True, True),
        (r"\w+(?:-\w+)*", True, False),
    ],
)
def test_the_form_of_a_pattern_tells(pattern: str, begins: bool, ambiguous: bool) -> None:
    sequence = list(parser.parse(pattern))
    assert (begins_endlessly(sequence), is_ambiguous(sequence)) == (begins, ambiguous)

"""Run tests on mutants: one process forked for each, with the code of one function exchanged."""

from __future__ import annotations

import copy
import functools
import gc
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

import pytest
from hypothesis import Phase, settings

from .planting import Mutant, key, mutants

_Line = tuple[str, int]

LEAST_PATIENCE = 20.0
"""Seconds after which a mutant that still runs is taken for an endless loop, at the least."""


@dataclass
class Outcome:
    """What became of the mutants of one module."""

    path: Path
    killed: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many were tried."""
        return len(self.killed) + len(self.survived)


class Killing:
    """A plugin of pytest that runs the collected tests on mutants instead of once."""

    def __init__(
        self,
        paths: list[Path],
        count: int,
        seed: int,
        *,
        by_hand: bool,
        told: Callable[[str], None],
    ) -> None:
        """`by_hand` leaves out the tests that ask for the model."""
        self.outcomes = [Outcome(path) for path in paths]
        self._files = {str(path) for path in paths}
        self._count, self._seed = count, seed
        self._by_hand = by_hand
        self._told = told
        self._in_child = False
        self._failed = False
        self._imported: set[_Line] = set()
        self._tests: dict[_Line, list[tuple[float, int]]] = defaultdict(list)
        self._watching = self._watch(self._imported)
        self._watching.__enter__()

    @contextmanager
    def _watch(self, seen: set[_Line]) -> Iterator[None]:
        """Note the lines of the modules that run."""
        files = self._files

        def call(frame: FrameType, _: str, __: object) -> Callable[..., Any] | None:
            return line if frame.f_code.co_filename in files else None

        def line(frame: FrameType, event: str, _: object) -> Callable[..., Any]:
            if event == "line":
                seen.add((frame.f_code.co_filename, frame.f_lineno))
            return line

        before = sys.gettrace()
        sys.settrace(call)
        try:
            yield
        finally:
            sys.settrace(before)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self._by_hand:
            items[:] = [
                item for item in items if "analyzer" not in getattr(item, "fixturenames", ())
            ]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed = True
            if self._in_child:
                os._exit(1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._watching.__exit__(None, None, None)
        _without_shrinking()
        if not self._by_hand:
            _parse_once()
        items = list(session.items)
        self._run_once(items)
        functions = _functions(self._files)
        for outcome in self.outcomes:
            self._kill(outcome, items, functions)
        return True

    def _run_once(self, items: list[pytest.Item]) -> None:
        """Which lines each test runs, and how long it takes; a test that fails is left out."""
        for index, item in enumerate(items):
            _forget(self._files)
            seen: set[_Line] = set()
            self._failed = False
            start = time.monotonic()
            with self._watch(seen):
                _run(item)
            took = time.monotonic() - start
            if self._failed:
                self._told(f"fails without a mutant: {item.nodeid}")
                continue
            for line in seen:
                self._tests[line].append((took, index))

    def _kill(
        self,
        outcome: Outcome,
        items: list[pytest.Item],
        functions: dict[tuple[str, str, int], list[FunctionType]],
    ) -> None:
        first: list[int] = []  # tests that killed others, which are likely to kill again
        for mutant in mutants(outcome.path, 20 * self._count, self._seed):
            if outcome.total == self._count:
                break
            holders = functions.get((str(outcome.path), *mutant.function), [])
            lines = [(str(outcome.path), line) for line in mutant.lines]
            timed = sorted({entry for line in lines for entry in self._tests[line]})
            if not timed and self._imported.intersection(lines):
                continue  # it runs when the module is imported, before a mutant is planted
            order = [index for _, index in timed]
            order.sort(key=lambda index: index not in first)
            patience = max(LEAST_PATIENCE, 10 * sum(took for took, _ in timed))
            tests = [items[index] for index in order]
            killer = self._killer(mutant, holders, tests, patience) if tests else None
            if killer is None:
                outcome.survived.append(mutant)
                self._told(f"survived {outcome.path.name}:{mutant.line} {mutant.change}")
            else:
                outcome.killed.append(mutant)
                first = [order[killer], *first[:9]]

    def _killer(
        self,
        mutant: Mutant,
        holders: list[FunctionType],
        tests: list[pytest.Item],
        patience: float,
    ) -> int | None:
        """Which of the tests kills the mutant, if one does."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            self._suffer(mutant, holders, tests, writing)
        os.close(writing)
        status = _end_of(child, patience)
        with os.fdopen(reading, "rb") as pipe:
            run = len(pipe.read())
        return None if status == 0 else max(run - 1, 0)

    def _suffer(
        self,
        mutant: Mutant,
        holders: list[FunctionType],
        tests: list[pytest.Item],
        progress: int,
    ) -> None:
        """In the child: plant the fault, run the tests until one fails, and end."""
        self._in_child = True
        try:
            for holder in holders:
                holder.__code__ = mutant.code
            _forget(None)
            for test in tests:
                os.write(progress, b".")
                _run(test)
        except BaseException:  # noqa: BLE001  # a fault may raise anything
            os._exit(2)
        os._exit(0)


def _run(item: pytest.Item) -> None:
    """One test, after which fixtures of the whole session stay set up."""
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=item.session)


def _end_of(child: int, patience: float) -> int:
    """The exit status of a child; it is killed when patience ends, which counts as a failure."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -1


def _functions(files: set[str]) -> dict[tuple[str, str, int], list[FunctionType]]:
    """The function objects of the modules, by file, name and line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename in files:
            found[thing.__code__.co_filename, *key(thing.__code__)].append(thing)
    return found


def _forget(files: set[str] | None) -> None:
    """Empty the caches of functions of these files, or all of the package's."""
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper):
            code = getattr(thing.__wrapped__, "__code__", None)
            file = code.co_filename if code else ""
            if file in files if files is not None else "/reader/" in file:
                thing.cache_clear()


def _without_shrinking() -> None:
    """Let hypothesis stop at the first failure, and try fewer examples, the same each time."""
    settings.register_profile(
        "mutants",
        settings(
            deadline=None,
            database=None,
            derandomize=True,
            max_examples=25,
            phases=(Phase.explicit, Phase.generate),
        ),
    )
    settings.load_profile("mutants")


def _parse_once() -> None:
    """Keep what the pipeline says of a text: a mutant of a later step does not change it."""
    from reader.analysis.parse.parser import Parser

    parse = Parser.columns
    kept: dict[Any, Any] = {}

    def columns(self: Parser, text: str, spans: Any) -> Any:
        asked = (self.model, text, *map(tuple, places := list(spans)))
        if asked not in kept:
            kept[asked] = parse(self, text, places)
        return copy.deepcopy(kept[asked])

    Parser.columns = columns  # type: ignore[method-assign]

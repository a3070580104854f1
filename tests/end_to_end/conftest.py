"""A sample article whose analysis is in the cache already, so that no worker has to start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from reader.analysis import DEFAULT_MODEL
from reader.library.cache import Cache, Entry
from reader.library.provenance import key_of
from reader.sources.loading import load

from ..tui.readings import HARBOUR, harbour
from .terminal import Terminal, reader

Open = Callable[..., Terminal]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with the sample article; its analysis is in the cache of this test."""
    path = tmp_path / "harbour-2024-05-03.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    entry = Entry(harbour().annotations, f"{DEFAULT_MODEL} 3.8.0")
    Cache().put(key_of(load(str(path)), DEFAULT_MODEL), entry)
    return path


@pytest.fixture
def start() -> Iterator[Open]:
    """Runs reader with the arguments given, in a terminal that is cleaned up afterwards."""
    with ExitStack() as stack:

        def run(*arguments: str | Path, **options: object) -> Terminal:
            return stack.enter_context(Terminal(reader(*arguments), **options))

        yield run

"""What is made from all shards together: the cast and the timeline of a corpus."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from .. import __version__
from ..analysis.types import Analysis
from ..collection import Figure, Member, build_cast, cast_data, figures, in_several, timeline_data
from ..collection.timeline import Telling, build_timeline, tellings
from ..files import UNFINISHED
from .shards import Store
from .spool import Spool

SMALL = 2_000
"""Articles of which all events are compared at once; of more, month by month."""

Tell = Callable[[str], None]
Numbers = dict[str, dict[str, int]]


class _Read(msgspec.Struct, frozen=True):
    name: str
    error: str | None = None
    analysis: Analysis | None = None


def finish(store: Store, tell: Tell = lambda _: None) -> list[Member]:
    """Write `cast.json` and `timeline.json`, and the manifest as complete; returns the cast."""
    manifest = store.manifest()
    tell("Finding the cast")
    articles = failures = 0
    found: list[Figure] = []
    for record in _records(store):
        failures += record.error is not None
        articles += record.analysis is not None
        if record.analysis is not None:
            found += figures(record.name, record.analysis)
    cast = build_cast(found)
    _write_list(store.folder / "cast.json", cast_data(cast))
    tell("Finding the timeline")
    entries = _timeline(store, numbers_of(cast), cast, articles)
    _write_list(store.folder / "timeline.json", entries)
    store.write_manifest(
        msgspec.structs.replace(
            manifest,
            program=__version__,
            articles=articles,
            failures=failures,
            complete=True,
        )
    )
    return cast


def numbers_of(cast: list[Member]) -> Numbers:
    """For each article, the number in the cast of each of its entities."""
    found: Numbers = {}
    for number, member in enumerate(cast):
        for figure in member.figures:
            found.setdefault(figure.document, {})[figure.id] = number
    return found


def _records(store: Store) -> Iterator[_Read]:
    for name in store.manifest().shards:
        yield from store.read(name, _Read)


def _timeline(
    store: Store, numbers: Numbers, cast: list[Member], articles: int
) -> Iterator[dict[str, object]]:
    """The entries in order of time; of many articles those of one month after the other."""
    shared = in_several(cast)
    with Spool(store.folder, Telling) as months:
        for record in _records(store):
            if record.analysis is not None:
                member = numbers.get(record.name, {})
                for telling in tellings(record.name, record.analysis, member, shared):
                    months.add(_month(telling) if articles > SMALL else "", telling)
        for month in months.in_order():
            yield from timeline_data(build_timeline(months.read(month)), cast)


def _month(telling: Telling) -> str:
    day = telling.earliest or telling.latest
    return day.isoformat()[:7] if day else "~"  # after all digits


def _write_list(path: Path, items: Iterable[object]) -> None:
    """Write a list one item a line, whole or not at all, holding one item at a time."""
    beside = path.with_name(path.name + UNFINISHED)
    with beside.open("w", encoding="utf-8", errors="replace") as file:
        _list_into(file, items)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _list_into(file: IO[str], items: Iterable[object]) -> None:
    file.write("[")
    for number, item in enumerate(items):
        file.write(",\n" if number else "\n")
        file.write(json.dumps(item, ensure_ascii=False))
    file.write("\n]\n")

"""From files to the shards of a corpus: what is there already stays, the rest is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from ..article.errors import ArticleError
from ..library.provenance import edition_of
from ..sources.loading import fetch
from .inputs import Input, digest, digest_of, list_inputs
from .pool import Done, Shard
from .shards import Manifest, Store
from .work import ShardTask

INPUTS_OF_SHARD = 24
"""How many files a shard has. What a kill costs, at most, is the shards that are open."""


class ShardRunner(Protocol):
    """Whoever makes shards: a pool of processes here, or a cluster."""

    def run(self, shards: Iterator[Shard]) -> Iterator[Done]:
        """The shards as they are done, in any order."""
        ...


class CorpusProgress(Struct, frozen=True):
    """How far it has come: inputs done in this run and before, of how many, and failures."""

    done: int
    before: int
    total: int
    failures: int = 0


def analyse(
    places: Sequence[str],
    folder: Path,
    *,
    runner: ShardRunner,
    model: str,
    dates: dict[str, date] | None = None,
    limit: int,
    tell: Callable[[CorpusProgress], None] = lambda _: None,
) -> Store:
    """Make the shards of a corpus in `folder` and write its manifest.

    Files whose version is in a shard already are not analysed again; shards with files that
    are no longer there or have changed are dropped. Raises CorpusError and ModelError.
    """
    store = Store(folder)
    inputs = list_inputs(places, dates)
    store.prepare()
    edition = edition_of(model)
    kept, todo = _sorted_out(store, inputs, edition, limit)
    before = len(inputs) - len(todo)
    tell(CorpusProgress(0, before, len(inputs)))
    done = failures = 0
    made: list[str] = []
    for finished in runner.run(_shards(todo, edition, limit)):
        store.put(finished.shard.name, finished.data)
        made.append(finished.shard.name)
        done += finished.shard.size
        failures += store.failures(finished.shard.name)
        tell(CorpusProgress(done, before, len(inputs), failures))
    names = _in_order(store, kept + made)
    store.write_manifest(Manifest(model=model, edition=edition, shards=tuple(names)))
    return store


def _sorted_out(
    store: Store, inputs: Sequence[Input], edition: str, limit: int
) -> tuple[list[str], list[Input]]:
    """The shards that hold good, and the inputs that none of them has; other shards are deleted."""
    wanted = {one.name: one for one in inputs}
    kept: list[str] = []
    have: set[str] = set()
    for name in store.names():
        covered = store.covered(name)
        good = covered and all(
            inner in wanted
            and inner not in have
            and _version(wanted[inner], edition, limit) == known
            for inner, known in covered.items()
        )
        if good:
            kept.append(name)
            have.update(covered)
        else:
            store.path(name).unlink(missing_ok=True)
    return kept, [one for one in inputs if one.name not in have]


def _version(one: Input, edition: str, limit: int) -> str:
    return _task(one, edition, limit).digest


def _shards(inputs: Sequence[Input], edition: str, limit: int) -> Iterator[Shard]:
    """The inputs by shards, each named by the versions of its inputs."""
    rest = iter(inputs)
    while some := list(islice(rest, INPUTS_OF_SHARD)):
        tasks = [_task(one, edition, limit) for one in some]
        name = digest_of(task.digest for task in tasks)
        yield Shard(name, len(some), partial(list, tasks))


def _task(one: Input, edition: str, limit: int) -> ShardTask:
    """An input with its bytes, or with the sentence that says why it cannot be read."""
    try:
        raw = fetch(one.path, published=one.published, limit=limit)
    except ArticleError as error:
        return ShardTask(one.name, digest(one, b"", edition), None, str(error))
    return ShardTask(one.name, digest(one, raw.data, edition), raw)


def _in_order(store: Store, names: Sequence[str]) -> list[str]:
    """Shards in order of their first input: the same whatever order they were made in."""
    firsts = {name: min(store.covered(name), default="") for name in names}
    return sorted(names, key=lambda name: (firsts[name], name))

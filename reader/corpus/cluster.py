"""The same shards on a Dask cluster: its scheduler, its retries, its dashboard.

Dask unpickles what it is sent: use it in a closed network, with TLS where others are in it.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import version
from itertools import islice
from typing import Any

from .. import __version__
from ..library.provenance import contents
from .errors import CorpusError
from .pool import Done, Shard
from .work import run_shard

_RETRIES = 3
_AHEAD = 2
_PATIENCE = 30.0


class DaskCluster:
    """Makes shards on the workers of a Dask scheduler. Close it at the end.

    Raises CorpusError where there is no scheduler, or its workers have other versions.
    """

    def __init__(self, address: str, model: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise CorpusError(
                "A scheduler needs Dask: install it with pip install 'reading-room[cluster]'."
            ) from None
        try:
            connect: Any = Client
            self._client: Any = connect(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CorpusError(
                f"No scheduler answers at {address}: start one with dask scheduler."
            ) from error
        self._model = model
        self._check()

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()

    def run(self, shards: Iterator[Shard]) -> Iterator[Done]:
        """The shards as they are done, in any order; two more are open than there are threads."""
        import distributed

        opened: dict[str, Shard] = {}
        finished: Any = distributed.as_completed
        done = finished((), loop=self._client.loop)
        for shard in islice(shards, self._threads() + _AHEAD):
            done.add(self._submit(shard, opened))
        for future in done:
            shard = opened.pop(future.key)
            yield Done(shard, self._result(future, shard))
            for more in islice(shards, 1):
                done.add(self._submit(more, opened))

    def _submit(self, shard: Shard, opened: dict[str, Shard]) -> Any:
        key = f"reader-{shard.name}"
        opened[key] = shard
        return self._client.submit(
            run_shard, shard.tasks(), self._model, key=key, retries=_RETRIES, pure=False
        )

    def _result(self, future: Any, shard: Shard) -> bytes:
        try:
            data: bytes = future.result()
        except Exception as error:
            raise CorpusError(
                f"The cluster cannot make the shard {shard.name} ({error}): look at its workers, "
                "then run the same command again; what is done stays."
            ) from error
        return data

    def _threads(self) -> int:
        return sum(self._client.nthreads().values()) or 1

    def _check(self) -> None:
        """See that all workers have this program, so that shards are the same wherever made."""
        own = versions(self._model)
        self._client.wait_for_workers(1, timeout=_PATIENCE)
        for worker, theirs in self._client.run(versions, self._model).items():
            for what, mine in own.items():
                if theirs.get(what) != mine:
                    raise CorpusError(
                        f"The worker {worker} has {what} {theirs.get(what)}, this machine has "
                        f"{mine}: install the same on both."
                    )


def versions(model: str) -> dict[str, str]:
    """What must be the same on every machine for the same shards."""
    return {
        "reader": f"{__version__} ({contents()[:12]})",
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "spaCy": version("spacy"),
        "NumPy": version("numpy"),
        "pipeline": f"{model} {version(model)}",
    }

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from threading import Thread

import pytest

from reader.analysis import DEFAULT_MODEL
from reader.corpus.analyse import analyse
from reader.corpus.cluster import DaskCluster
from reader.corpus.errors import CorpusError
from reader.corpus.finish import finish
from reader.corpus.pool import Pool

from .samples import contents, write_articles

distributed = pytest.importorskip("distributed")

LIMIT = 32_000_000


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_corpus(tmp_path: Path) -> None:
    articles = [str(write_articles(tmp_path / "in", 120))]
    pool = Pool(DEFAULT_MODEL, 1)
    here = analyse(articles, tmp_path / "here", runner=pool, model=DEFAULT_MODEL, limit=LIMIT)
    finish(here)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as local:
        cluster = DaskCluster(local.scheduler_address, DEFAULT_MODEL)
        with distributed.Client(local.scheduler_address, set_as_default=False) as client:
            pids = list(client.run(os.getpid).values())
        Thread(target=_kill_soon, args=(pids[0],), daemon=True).start()
        there = analyse(
            articles, tmp_path / "there", runner=cluster, model=DEFAULT_MODEL, limit=LIMIT
        )
        cluster.close()
    finish(there)
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def _kill_soon(pid: int) -> None:
    time.sleep(1.0)
    os.kill(pid, signal.SIGKILL)


@pytest.mark.filterwarnings("ignore")
def test_no_scheduler_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.corpus.cluster._PATIENCE", 0.5)
    with pytest.raises(CorpusError, match="No scheduler answers"):
        DaskCluster("tcp://127.0.0.1:9", DEFAULT_MODEL)

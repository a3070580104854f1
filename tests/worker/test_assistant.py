"""The second process: it gives what the first would, and its death costs only time."""

import os
import signal
import subprocess
from array import array
from collections import deque
from queue import SimpleQueue

import pytest

from reader.analysis import DEFAULT_MODEL
from reader.analysis.parse.columns import Columns, NamedSpan
from reader.analysis.parse.gathering import Gathering
from reader.analysis.parse.parser import Parser
from reader.article import Article
from reader.worker import assistant as module
from reader.worker.assistant import Assistant, pack, unpack
from tests.patience import seconds

SENTENCES = "Ada Lovelace went to Turin on Monday. “We can't stay,” she told the BBC. "
ARTICLE = Article("\n\n".join([SENTENCES * 40] * 5))


def test_packed_columns_come_back_the_same():
    columns = Columns(
        start=array("i", [0, 4]),
        end=array("i", [3, 70_000]),
        text=["The", "the"],
        lemma=["the", "the"],
        pos=["DET", "DET"],
        tag=["DT", "DT"],
        dep=["det", "ROOT"],
        head=array("i", [1, 1]),
        sentences=array("i", [0]),
        names=[NamedSpan(0, 2, "ORG")],
    )
    assert unpack(pack(columns)) == columns
    assert unpack(pack(Columns())) == Columns()


def test_the_results_are_those_of_this_process():
    todo = deque(Gathering(ARTICLE).order)
    results = SimpleQueue()
    Assistant(ARTICLE, DEFAULT_MODEL, todo, results.put)
    gathered = {}
    while (result := results.get(timeout=seconds(60))) is not None:
        index, pieces, problems = result
        assert not problems
        gathered[index] = pieces
    parser = Parser(DEFAULT_MODEL)
    expected = enumerate(Gathering(ARTICLE).batches)
    assert gathered == {i: parser.columns(ARTICLE.text, batch) for i, batch in expected}


@pytest.mark.parametrize("when", ["at once", "later"])
def test_the_batch_of_a_killed_assistant_goes_back(monkeypatch, when):
    started = []
    popen = subprocess.Popen

    def start(*arguments, **options):
        started.append(popen(*arguments, **options))
        if when == "at once":
            started[0].kill()
        return started[0]

    monkeypatch.setattr(module.subprocess, "Popen", start)
    order = Gathering(ARTICLE).order
    todo = deque(order)
    results = SimpleQueue()
    Assistant(ARTICLE, DEFAULT_MODEL, todo, results.put)
    done = []
    while (result := results.get(timeout=seconds(60))) is not None:
        done.append(result[0])
        os.kill(started[0].pid, signal.SIGKILL)
    assert sorted([*done, *todo]) == order
    assert todo


def test_an_assistant_that_cannot_start_is_no_harm(monkeypatch):
    monkeypatch.setattr(module, "command", lambda name: ["/nonexistent/interpreter"])
    todo = deque([0, 1])
    results = SimpleQueue()
    Assistant(ARTICLE, DEFAULT_MODEL, todo, results.put)
    assert results.get(timeout=seconds(60)) is None
    assert list(todo) == [0, 1]

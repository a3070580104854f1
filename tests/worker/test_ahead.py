"""The process that analyses, begun before the interface is there: each time in a program alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ..patience import seconds

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs copies of processes")

_BEGIN = """
import os, sys, time
from reader.analysis import DEFAULT_MODEL
from reader.article import Article
from reader.worker import ahead
from tests.end_to_end.processes import is_alive

os.sched_getaffinity = lambda _: {{0, 1}}
ahead.begin(DEFAULT_MODEL, lambda: {needed})
from reader.reading.session import AnalysisSession
from reader.worker.protocol import Finished

def analyse():
    session = AnalysisSession(Article.from_text("Ada Moss resigned. “No,” said Ada Moss."))
    try:
        for event in session.events():
            if isinstance(event, Finished):
                return [entity.name for entity in event.annotations.entities]
    finally:
        session.close()

pid = ahead._begun[0].process.pid
"""


def run(code: str, *, needed: bool = True) -> str:
    program = _BEGIN.format(needed=needed) + code
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds(60),
    )
    assert done.stderr == ""
    return done.stdout


def test_the_process_that_was_begun_makes_the_analysis() -> None:
    told = run("print(analyse(), is_alive(pid), ahead.taken())")
    assert told == "['Ada Moss'] True None\n"


def test_one_that_is_not_needed_ends_and_another_is_started_when_it_is() -> None:
    ended = "\nwhile is_alive(pid): time.sleep(0.01)\n"
    assert run(ended + "print(analyse())", needed=False) == "['Ada Moss']\n"


def test_it_is_ended_where_nobody_asks_for_it() -> None:
    assert run("ahead.end(); print(is_alive(pid))") == "False\n"
    assert run("ahead.end(); ahead.end(); print(analyse())") == "['Ada Moss']\n"


def test_it_ends_with_its_reader_also_while_it_loads() -> None:
    pid = int(run("print(pid)"))
    code = f"""
import time
from tests.end_to_end.processes import is_alive
while is_alive({pid}): time.sleep(0.01)
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=seconds(30))


def test_nothing_is_begun_where_there_is_one_processor() -> None:
    code = """
import os
from reader.worker import ahead
os.sched_getaffinity = lambda _: {0}
ahead.begin("model", lambda: True)
print(ahead.taken())
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "None\n"

"""The worker process: started, heard, stopped, and told about when it fails."""

import os
import sys
import time
from datetime import date
from queue import Empty, SimpleQueue

import pytest

from reader.analysis import DEFAULT_MODEL, Annotations
from reader.article import Article
from reader.worker.client import Worker
from reader.worker.protocol import (
    Analyse,
    Failed,
    Finished,
    Progress,
    Reply,
)
from tests.patience import seconds

from .children import (
    ANSWERS_EVERY_REQUEST,
    CRASHES,
    HANGS,
    IS_KILLED,
    TALKS_NONSENSE,
    child,
)

ARTICLE = Article("Ada Lovelace went to Turin.", published=date(2020, 5, 1))
_HANGS_FOR = round(seconds(2))


class Talk:
    """A worker and the replies it delivered."""

    def __init__(self, command: list[str] | None, patience: float = 30.0) -> None:
        self.heard: SimpleQueue[Reply] = SimpleQueue()
        request = Analyse(ARTICLE, DEFAULT_MODEL)
        self.worker = Worker(request, self.heard.put, patience=patience, command=command)

    def next(self) -> Reply:
        return self.heard.get(timeout=seconds(60))


@pytest.fixture
def talk(request):
    made = Talk(*request.param) if isinstance(request.param, tuple) else Talk(request.param)
    yield made
    made.worker.stop()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + seconds(10)
    while is_running(pid):
        assert time.monotonic() < deadline, "the process still runs"
        time.sleep(0.01)


@pytest.mark.parametrize("talk", [ANSWERS_EVERY_REQUEST], indirect=True)
def test_an_answer_and_one_for_another_date(talk):
    assert talk.next() == Finished(Annotations(), date(2020, 5, 1), "model 1")
    talk.worker.redate(ARTICLE.with_date(None).dating)
    assert talk.next() == Finished(Annotations(), None, "model 1")


@pytest.mark.parametrize("talk", [IS_KILLED], indirect=True)
def test_a_killed_process_is_told(talk):
    assert talk.next() == Progress(1, 10)
    assert talk.next() == Failed("The analysis was killed; the computer may be out of memory.")


@pytest.mark.parametrize("talk", [CRASHES], indirect=True)
def test_a_crash_is_told_with_the_last_words(talk):
    assert talk.next() == Failed(
        "The analysis ended unexpectedly: ImportError: no module of that name"
    )


@pytest.mark.parametrize("talk", [(HANGS, _HANGS_FOR)], indirect=True)
def test_a_hanging_process_is_stopped_and_told(talk):
    assert talk.next() == Progress(1, 10)
    assert talk.next() == Failed(
        f"The analysis gave no sign of life for {_HANGS_FOR} s and was stopped."
    )


@pytest.mark.parametrize("talk", [(ANSWERS_EVERY_REQUEST, seconds(1))], indirect=True)
def test_a_process_with_nothing_to_do_is_not_taken_for_hanging(talk):
    talk.next()
    with pytest.raises(Empty):
        talk.heard.get(timeout=seconds(1.5))
    talk.worker.redate(ARTICLE.with_date(None).dating)
    assert talk.next() == Finished(Annotations(), None, "model 1")


@pytest.mark.parametrize("talk", [TALKS_NONSENSE], indirect=True)
def test_damaged_answers_end_the_worker(talk):
    assert isinstance(talk.next(), Failed)


@pytest.mark.parametrize("talk", [["/nonexistent/interpreter"]], indirect=True)
def test_a_process_that_cannot_start_is_told(talk):
    assert talk.next() == Failed("The analysis cannot be started: No such file or directory.")
    talk.worker.redate(ARTICLE.with_date(None).dating)  # and does no harm


def test_a_stopped_worker_says_nothing_more_and_leaves_no_process():
    talk = Talk(child("say(Failed(str(os.getpid()))); time.sleep(60)"))
    pid = int(talk.next().message)
    talk.worker.stop()
    wait_until_gone(pid)
    with pytest.raises(Empty):
        talk.heard.get(timeout=0.2)


def test_processes_started_by_the_worker_are_stopped_with_it():
    starts_another = child(
        "import subprocess\n"
        "other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "say(Failed(str(other.pid))); time.sleep(60)"
    )
    talk = Talk(starts_another)
    pid = int(talk.next().message)
    talk.worker.stop()
    wait_until_gone(pid)


def test_the_worker_ends_with_its_reader():
    code = (
        "import sys, time\n"
        "from reader.article import Article\n"
        "from reader.worker.protocol import Analyse\n"
        "from reader.worker import host\n"
        "from reader.worker.client import Worker\n"
        "worker = Worker(Analyse(Article('Hello.'), 'm'), lambda reply: None)\n"
        "print(host._session._host._process.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    import subprocess

    reader = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert reader.stdout is not None
    pid = int(reader.stdout.readline())
    reader.kill()
    reader.wait()
    reader.stdout.close()
    wait_until_gone(pid)


def test_a_flood_of_complaints_is_bounded_and_does_not_block():
    floods = child(
        "sys.stderr.write('moan\\n' * 200_000); sys.stderr.flush()\n"
        "say(Progress(1, 1)); sys.exit('the last word')"
    )
    talk = Talk(floods)
    assert talk.next() == Progress(1, 1)
    assert talk.next() == Failed("The analysis ended unexpectedly: the last word")


def test_an_article_larger_than_a_pipe_is_sent_while_the_process_is_still_starting():
    slow = child("time.sleep(0.2); say(Progress(len(asked.article.text), 0))")
    heard: SimpleQueue[Reply] = SimpleQueue()
    text = "word " * 400_000
    worker = Worker(Analyse(Article(text), DEFAULT_MODEL), heard.put, command=slow)
    assert heard.get(timeout=seconds(60)) == Progress(len(text), 0)
    worker.stop()


def test_nothing_in_the_current_folder_is_imported(tmp_path, monkeypatch):
    (tmp_path / "spacy.py").write_text("raise SystemExit('imported from the current folder')")
    monkeypatch.chdir(tmp_path)
    talk = Talk(None)
    replies = [talk.next(), talk.next()]
    talk.worker.stop()
    assert [type(reply) for reply in replies] == [Progress, Finished]


@pytest.mark.parametrize("talk", [HANGS], indirect=True)
def test_a_process_that_ends_while_it_is_stopped_is_stopped(talk, monkeypatch):
    assert talk.next() == Progress(1, 10)
    process = talk.worker._process
    process.kill()
    wait_until_gone(process.pid)
    talk.worker._ended = False
    # Popen does not know of the end yet where another thread is just asking for it.
    monkeypatch.setattr(process, "poll", lambda: None)
    talk.worker.stop()

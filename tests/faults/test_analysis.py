"""The analysis goes on, or says why not, when its process, memory or disk is taken away."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

from reader.article import Article
from reader.reading.session import AnalysisSession
from reader.worker.channel import command
from reader.worker.protocol import Failed, Finished

ARTICLE = Article("Ada Lovelace went to Turin on Monday.\n\nShe met Charles Babbage.")


def until_the_end(events):
    return next(event for event in events if isinstance(event, Finished | Failed))


def test_a_worker_killed_at_its_work_is_told_and_a_retry_succeeds():
    session = AnalysisSession(ARTICLE, command=command("reader.worker.serve"))
    assert session.begin() is None
    events = session.events()
    os.kill(session._worker._process.pid, signal.SIGKILL)
    assert until_the_end(events) == Failed(
        "The analysis was killed; the computer may be out of memory."
    )
    session.retry()
    assert isinstance(until_the_end(events), Finished)
    session.close()


def test_too_little_memory_is_a_sentence_and_not_a_crash():
    serve = shlex.join(command("reader.worker.serve"))
    session = AnalysisSession(ARTICLE, command=["sh", "-c", f"ulimit -v 300000; exec {serve}"])
    failed = until_the_end(session.events())
    session.close()
    assert isinstance(failed, Failed)
    assert "\n" not in failed.message


def test_a_disk_that_fills_up_in_the_middle_of_a_write_leaves_nothing_half_done(tmp_path: Path):
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from reader.analysis import Annotations, Problem\n"
        "from reader.library.cache import Cache, Entry\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "cache.put('small', Entry(Annotations(), 'm'))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "large = Entry(Annotations(problems=(Problem(0, 1, 'x' * 100_000),)), 'm')\n"
        "try:\n"
        "    cache.put('large', large)\n"
        "except OSError:\n"
        "    sys.exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode == 7
    assert [path.name for path in tmp_path.iterdir()] == ["small.analysis"]

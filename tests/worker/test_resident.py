"""The process that stays ready: found, asked, ended, and not trusted where it should not be."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from tempfile import mkdtemp

import pytest

from reader.analysis import DEFAULT_MODEL
from reader.article import Article
from reader.cli import main
from reader.settings import seconds_of, settings_path
from reader.worker import host, resident
from reader.worker.client import Worker
from reader.worker.host_messages import Accepted, Condition
from reader.worker.protocol import Analyse, Failed, Finished, Reply
from tests.patience import seconds

ARTICLE = Article("Ada Lovelace went to Turin.")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stays ready on Linux alone")


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime folder of its own, with a name that is short enough for a socket."""
    folder = Path(mkdtemp(prefix="r"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    resident.stop()
    shutil.rmtree(folder, ignore_errors=True)


def started(idle: float = 60.0) -> Condition:
    found = resident.start(DEFAULT_MODEL, idle)
    assert found is not None
    return found


def answered() -> Condition:
    """What the process answers once it is not busy with warming up."""
    found: list[Condition] = []

    def ask() -> bool:
        found.extend(filter(None, [resident.condition()]))
        return bool(found)

    until(ask)
    return found[0]


def until(passes: Callable[[], object]) -> None:
    end = time.monotonic() + seconds(30)
    while not passes():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "Z"


def analysed() -> Reply:
    heard: SimpleQueue[Reply] = SimpleQueue()
    worker = Worker(Analyse(ARTICLE, DEFAULT_MODEL), heard.put)
    try:
        while not isinstance(reply := heard.get(timeout=seconds(60)), Finished | Failed):
            pass
    finally:
        worker.stop()
    return reply


def test_articles_are_analysed_by_copies_of_it_and_nothing_of_them_stays() -> None:
    before = started()
    host.end()
    found = analysed()
    assert isinstance(found, Finished)
    assert "Ada Lovelace" in {entity.name for entity in found.annotations.entities}
    assert host._session._host is None  # no process of this session was needed
    until(lambda: (now := resident.condition()) and now.open == 0)
    after = resident.condition()
    assert after is not None
    assert (after.pid, after.articles) == (before.pid, 1)
    memory = (Path("/proc") / str(after.pid) / "mem").open("rb")
    with memory, (Path("/proc") / str(after.pid) / "maps").open() as maps:
        for line in maps:
            where, rights, *_ = line.split()
            if rights.startswith("rw") and "[v" not in line:
                start, end = (int(part, 16) for part in where.split("-"))
                memory.seek(start)
                assert b"Lovelace went to Turin" not in memory.read(end - start)


def test_there_is_one_a_user() -> None:
    first = started()
    assert started().pid == first.pid
    env = {**os.environ, resident.IDLE: "60"}
    code = "from reader.worker.resident_process import main; main()"
    other = subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert other.returncode == 1
    assert b"The process cannot stay ready" in other.stderr


def test_it_ends_by_itself_and_takes_its_socket_with_it() -> None:
    found = started(idle=1.0)
    until(lambda: is_gone(found.pid))
    assert not os.path.lexists(resident.socket_path())
    assert resident.described() == "No background process is running."


def test_a_killed_one_is_as_good_as_none_and_another_can_be_started() -> None:
    found = started()
    os.kill(found.pid, signal.SIGKILL)
    until(lambda: is_gone(found.pid))
    assert os.path.lexists(resident.socket_path())
    assert resident.condition() is None
    assert isinstance(analysed(), Finished)
    assert started().pid != found.pid


def test_one_that_is_killed_while_it_works_is_told() -> None:
    found = started()
    heard: SimpleQueue[Reply] = SimpleQueue()
    worker = Worker(Analyse(Article("Mara Voss spoke. " * 4_000), DEFAULT_MODEL), heard.put)
    heard.get(timeout=seconds(60))
    copies = [
        int(pid)
        for pid in (Path("/proc") / str(found.pid) / "task" / str(found.pid) / "children")
        .read_text()
        .split()
    ]
    for pid in (found.pid, *copies):
        os.kill(pid, signal.SIGKILL)
    while not isinstance(reply := heard.get(timeout=seconds(60)), Failed):
        pass
    assert reply.message == "The analysis ended unexpectedly"
    worker.stop()
    assert isinstance(analysed(), Finished)


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o777])
def test_a_folder_that_others_can_look_into_is_not_used(mode: int) -> None:
    started()
    resident.folder().chmod(mode)
    assert resident.condition() is None
    assert isinstance(analysed(), Finished)
    resident.folder().chmod(0o700)
    assert resident.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_others_are_not_answered_and_not_trusted(runtime: Path) -> None:
    started()
    path = resident.socket_path()
    for opened in (runtime, path.parent):
        opened.chmod(0o755)
    path.chmod(0o777)
    code = (
        "import os, socket, sys\n"
        "os.setuid(12345)\n"
        "peer = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)\n"
        "peer.connect(sys.argv[1])\n"
        "try: peer.send(b'\\x81\\xa4type\\xa3Ask')\n"
        "except OSError: pass\n"
        "try: print(peer.recv(1000))\n"
        "except ConnectionResetError: print(b'')\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"b''\n"
    os.chown(path.parent, 12345, 12345)
    path.parent.chmod(0o700)
    assert resident.condition() is None
    os.chown(path.parent, 0, 0)


def test_one_of_another_version_is_left_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    found = started()
    monkeypatch.setattr(resident, "edition_of", lambda _: "another")
    assert resident.converse(DEFAULT_MODEL) is None
    until(lambda: is_gone(found.pid))
    assert isinstance(analysed(), Finished)


def test_one_that_does_not_answer_is_not_waited_for() -> None:
    found = started()
    os.kill(found.pid, signal.SIGSTOP)
    before = time.monotonic()
    assert resident.converse(DEFAULT_MODEL) is None
    assert time.monotonic() - before < seconds(2)
    os.kill(found.pid, signal.SIGKILL)


def test_nonsense_does_it_no_harm() -> None:
    found = started()
    for nonsense in (b"x", b"\xc1" * 1000, b"\x81\xa4type\xa8Converse"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as peer:
            peer.connect(str(resident.socket_path()))
            peer.send(nonsense)
            assert peer.recv(100) == b""
    now = resident.condition()
    assert now is not None
    assert now.pid == found.pid


def test_it_is_started_and_ended_from_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--stop-worker"]) == 0
    assert capsys.readouterr().out == "No background process is running.\n"
    assert main(["--keep-ready"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Process ")
    assert said.endswith("it ends after 10 min without work.\n")
    assert main(["--stop-worker"]) == 0
    assert capsys.readouterr().out == "The process has stopped.\n"
    assert resident.condition() is None


def test_the_setting_makes_the_process_of_a_session_stay() -> None:
    host.end()
    host.stay_ready(60)
    try:
        assert isinstance(analysed(), Finished)
        first = answered()
        host.end()
        assert isinstance(analysed(), Finished)
        second = answered()
        assert (second.pid, second.articles) == (first.pid, 2)
    finally:
        host.stay_ready(0)


@pytest.mark.parametrize(
    ("time", "expected"), [("10 min", 600), ("10min", 600), ("90 s", 90), ("1 h", 3600)]
)
def test_times_of_the_settings(time: str, expected: int) -> None:
    assert seconds_of(time) == expected


@pytest.mark.parametrize("time", ["10", "0 min", "ten min", "10 min ", "-1 h", "1.5 h"])
def test_what_is_no_time_is_refused(time: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(f'keep_ready = "{time}"')
    assert main(["--stop-worker"]) == 2
    assert 'keep_ready must be a time in quotation marks, such as "10 min"' in (
        capsys.readouterr().err
    )


def test_the_end_is_told_before_it_comes() -> None:
    started()
    assert isinstance(resident._asked(resident.Stop(), []), Accepted)

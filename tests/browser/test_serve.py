"""The reader served to a real browser, and what it refuses to others."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

TEXT = """Ferry strike ends after two weeks

The strike at Port Halden is over, Mara Voss said on Monday. Nobody at the quay had slept much.
"""
HOSTILE = "a'; touch owned; echo 'b.txt"
PATIENCE = 60.0


class Served:
    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        (folder / name).write_text(TEXT)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", "--no-cache", "--serve", name],
            cwd=folder,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                "XDG_CONFIG_HOME": str(folder / "config"),
            },
        )
        said = self.process.stderr.readline()
        self.address = re.search(r"http://\S+", said)[0]

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def children(self) -> list[int]:
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in path.read_text().split()]


@pytest.fixture(params=["ferry.txt", HOSTILE])
def served(request, tmp_path) -> Iterator[Served]:
    made = Served(tmp_path, request.param)
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.wait()
    made.process.stderr.close()


class Window:
    """A page of the browser and what the program has sent to it."""

    def __init__(self, browser, address: str) -> None:
        self.page = browser.new_page(viewport={"width": 1000, "height": 600})
        self.got, self.asked, self.said = b"", [], []
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._take))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(address)

    def _take(self, frame) -> None:
        self.got += frame if isinstance(frame, bytes) else frame.encode()

    def until(self, words: str) -> None:
        """Wait for words; the program colours each of them apart."""
        end = time.monotonic() + PATIENCE
        while words.encode() not in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", self.got):
            assert time.monotonic() < end, f"{words!r} never came"
            self.page.wait_for_timeout(50)


def gone(process: int) -> bool:
    """Whether a process ends, after some patience."""
    end = time.monotonic() + PATIENCE
    while Path(f"/proc/{process}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    return not Path(f"/proc/{process}").exists()


def test_the_article_is_read_in_the_browser(browser, served):
    window = Window(browser, served.address)
    window.until("Port Halden")
    window.page.keyboard.press("V")  # nobody has to click first
    window.until("Who speaks")
    window.page.keyboard.press("V")
    window.page.mouse.move(120, 60)
    window.page.mouse.down()
    window.page.mouse.move(400, 80, steps=5)
    window.page.mouse.up()
    window.until("selected")
    window.page.keyboard.press("?")
    window.until("paragraph")
    assert not (served.folder / "owned").exists()
    host = urlsplit(served.address).netloc
    assert {urlsplit(url).netloc for url in window.asked if not url.startswith("data:")} == {host}
    assert window.said == [], window.said
    (child,) = served.children()
    window.page.keyboard.press("Escape")
    window.page.wait_for_timeout(1_000)  # a terminal takes esc and a letter at once for alt
    window.page.keyboard.press("q")
    window.page.locator("body.-closed").wait_for(state="attached")
    assert gone(child)
    window.page.close()
    assert served.end() == 0


def test_a_visitor_can_open_and_write_nothing(browser, served):
    window = Window(browser, served.address)
    window.until("Port Halden")
    window.page.locator("#terminal").click()
    before = sorted(served.folder.iterdir())
    for key in ("o", "e", "Enter", "Enter"):
        window.page.keyboard.press(key)
    window.page.keyboard.press("?")
    window.until("paragraph")
    assert sorted(served.folder.iterdir()) == before
    window.page.close()


def test_leaving_the_page_and_ending_the_server_leave_no_process(browser, served):
    window = Window(browser, served.address)
    window.until("Port Halden")
    (child,) = served.children()
    assert served.end() == 0
    assert gone(child)
    window.page.close()


def answer(served: Served, path: str, **headers: str) -> int:
    parts = urlsplit(served.address)
    connection = HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): headers[name] for name in headers}
    )
    try:
        return connection.getresponse().status
    finally:
        connection.close()


def test_strangers_are_refused(served):
    parts = urlsplit(served.address)
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    assert answer(served, parts.path) == 200
    assert answer(served, "/") == 404
    assert answer(served, "/static/js/textual.js") == 404
    assert answer(served, f"{parts.path}download/x") == 404
    assert answer(served, parts.path, Host="evil.example") == 403
    assert answer(served, f"{parts.path}ws", **upgrade) == 403
    assert answer(served, f"{parts.path}ws", Origin="http://evil.example", **upgrade) == 403
    assert served.children() == []
    assert answer(served, f"{parts.path}ws", Origin=f"http://{parts.netloc}", **upgrade) == 101

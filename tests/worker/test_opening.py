"""Getting and reading sources: pages kept, lists chosen from, and a process that may die."""

from __future__ import annotations

import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from reader.article import Article
from reader.article.errors import ArticleError
from reader.library.pages import Pages
from reader.sources import Container, Entry
from reader.sources.sought import short_name
from reader.worker.opening import Opener, choose
from reader.worker.opening_client import SourceReader
from reader.worker.opening_messages import (
    BeingRead,
    Fetching,
    Opened,
    OpeningReply,
    Refused,
    Web,
)
from tests.patience import seconds

from ..sources.servers import Server, serving

TEXT = b"Ferry sails again\n\nThe ferry to Port Halden sails again, Mara Voss said.\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving() as made:
        yield made


def opened(opener: Opener, address: str) -> tuple[Article, str]:
    found, notice = opener.read(opener.get(address))
    assert isinstance(found, Article)
    return found, notice


def test_a_page_is_asked_for_once_and_then_kept(server: Server) -> None:
    address = server.give("/2024/05/03/ferry", TEXT, "text/plain")
    article, notice = opened(Opener(Web()), address)
    assert article.text == TEXT.decode()
    assert (article.url, notice) == (address, "")
    again, notice = opened(Opener(Web()), address)
    assert again == article
    assert notice.startswith("This page was saved on ")
    assert notice.endswith("--refresh fetches it again.")
    assert len(server.seen) == 1
    assert server.seen[0].headers["User-Agent"].startswith("reader/")
    opened(Opener(Web(refresh=True)), address)
    assert len(server.seen) == 2


def test_what_was_kept_opens_offline_and_nothing_else_does(server: Server) -> None:
    address = server.give("/a", TEXT, "text/plain")
    opened(Opener(Web()), address)
    offline = Opener(Web(offline=True, refresh=True))
    assert opened(offline, address)[0].text == TEXT.decode()
    with pytest.raises(ArticleError, match="offline"):
        offline.get(server.url("/b"))
    assert len(server.seen) == 1


def test_nothing_is_kept_where_that_is_not_wanted(server: Server, tmp_path: Path) -> None:
    address = server.give("/a", TEXT, "text/plain")
    opened(Opener(Web(keep=False)), address)
    opened(Opener(Web(keep=False)), address)
    assert len(server.seen) == 2
    assert not list(tmp_path.rglob("*.page"))
    assert Pages().clear() == 0


def test_what_is_kept_is_the_owners_alone(server: Server, tmp_path: Path) -> None:
    opened(Opener(Web()), server.give("/a", TEXT, "text/plain"))
    (kept,) = tmp_path.rglob("*.page")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/2024/05/ferry.html?x=1#top", "news.example/2024/05/ferry.html"),
        ("https://news.example/", "news.example"),
        (f"https://news.example/{'a' * 200}.html", f"news.example/…{'a' * 103}.html"),
    ],
)
def test_a_page_has_a_short_name(address: str, expected: str) -> None:
    assert short_name(address) == expected


def entry(*, is_summary: bool, url: str | None) -> Entry:
    return Entry("Ferry", lambda: Article("Summary."), url=url, is_summary=is_summary)


def test_an_entry_that_is_a_summary_leads_to_its_page(server: Server) -> None:
    address = server.give("/a", TEXT, "text/plain")
    summary, whole, lost = (
        Container("feed", "a feed", [made])
        for made in (
            entry(is_summary=True, url=address),
            entry(is_summary=False, url=address),
            entry(is_summary=True, url=server.url("/gone")),
        )
    )
    opener = Opener(Web())
    found, notice = choose(opener, whole, 0)
    assert (found, notice, len(server.seen)) == (Article("Summary."), "", 0)
    found, notice = choose(opener, summary, 0)
    assert isinstance(found, Article)
    assert (found.text, notice) == (TEXT.decode(), "")
    found, notice = choose(opener, lost, 0)
    assert found == Article("Summary.")
    assert notice.startswith("This is the summary in the feed. ")
    assert "no such page" in notice


# The process


Start = Callable[..., SourceReader]


@pytest.fixture
def heard() -> SimpleQueue[OpeningReply]:
    return SimpleQueue()


@pytest.fixture
def start(heard: SimpleQueue[OpeningReply]) -> Iterator[Start]:
    made: list[SourceReader] = []

    def run(**options: object) -> SourceReader:
        made.append(SourceReader(Web(keep=False), heard.put, **options))  # type: ignore[arg-type]
        return made[-1]

    yield run
    for one in made:
        one.close()


def last(heard: SimpleQueue[OpeningReply]) -> OpeningReply:
    while isinstance(reply := heard.get(timeout=seconds(30)), BeingRead | Fetching):
        pass
    return reply


def test_bytes_become_an_article_in_the_process(start: Start, heard) -> None:
    reader = start()
    reader.open("ferry.txt", data=TEXT, source="ferry.txt")
    first = last(heard)
    assert isinstance(first, Opened)
    assert (first.article.text, first.article.source) == (TEXT.decode(), "ferry.txt")
    reader.open("bad.bin", data=bytes(range(256)) * 20, source="bad.bin")
    second = last(heard)
    assert isinstance(second, Refused)
    assert "bad.bin" in second.message
    assert second.number == first.number + 1


def test_an_address_is_fetched_with_progress(start: Start, heard, server: Server) -> None:
    address = server.give("/a", TEXT, "text/plain")
    start().open(address)
    seen = []
    while not isinstance(reply := heard.get(timeout=seconds(30)), Opened):
        seen.append(type(reply))
    assert Fetching in seen
    assert seen[-1] is BeingRead
    assert reply.article.url == address


def dying(code: str) -> list[str]:
    return [sys.executable, "-c", f"import os, sys, time; sys.stdin.buffer.read(4); {code}"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("os.kill(os.getpid(), 11)", "Reading this was ended by signal 11"),
        ("os._exit(3)", "Reading this ended unexpectedly (exit code 3)"),
        ("print('rubbish' * 1000)", "Reading this"),
        ("time.sleep(60)", "took more than 0.3 s"),
    ],
)
def test_a_process_that_dies_or_hangs_is_told_in_one_sentence(
    start: Start, heard, code: str, said: str
) -> None:
    reader = start(command=dying(code), patience=0.3)
    reader.open("a.pdf", data=b"%PDF-")
    reply = last(heard)
    assert isinstance(reply, Refused)
    assert said in reply.message
    assert reply.message.endswith(".")


def test_after_a_death_the_next_source_is_read(start: Start, heard) -> None:
    reader = start()
    reader.open("a.txt", data=TEXT, source="a.txt")
    last(heard)
    assert reader._process is not None
    reader._process.kill()
    while not reader._process.has_ended:
        time.sleep(0.01)
    reader.open("b.txt", data=TEXT, source="b.txt")
    assert isinstance(last(heard), Opened)


def test_what_cannot_be_started_is_said(start: Start, heard) -> None:
    start(command=["/nowhere/python"]).open("a.txt", data=TEXT)
    reply = last(heard)
    assert isinstance(reply, Refused)
    assert "cannot be started" in reply.message


def test_what_is_given_up_is_never_heard_of(start: Start, heard, server: Server) -> None:
    server.answers["/slow"] = lambda _: time.sleep(5)
    reader = start()
    reader.open(server.url("/slow"))
    while not server.seen:
        time.sleep(0.01)
    reader.cancel()
    reader.open("a.txt", data=TEXT, source="a.txt")
    reply = last(heard)
    assert isinstance(reply, Opened)
    assert reply.article.source == "a.txt"

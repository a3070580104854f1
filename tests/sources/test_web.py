"""The one door to the web: what it asks for, what it refuses, and how it says so."""

from __future__ import annotations

import gzip
import shutil
import socket
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from reader.article.errors import ArticleError
from reader.sources.addresses import is_public
from reader.sources.policy import Policy
from reader.sources.sought import is_address
from reader.sources.visiting import Visitor
from reader.sources.web import fetch
from tests.patience import seconds

from .servers import Server, make_certificate, serving

PAGE = b"<html><title>Ferry sails</title><p>The ferry sails again.</p></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def refusal(address: str, policy: Policy | None = None) -> str:
    with pytest.raises(ArticleError) as refused:
        fetch(address, policy)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_page_comes_with_its_type_address_and_time(server: Server) -> None:
    told: list[tuple[int, int | None]] = []
    page = fetch(server.give("/a", PAGE), tell=lambda done, total: told.append((done, total)))
    assert (page.body, page.media_type) == (PAGE, "text/html; charset=utf-8")
    assert page.address == server.url("/a")
    assert abs(page.fetched.timestamp() - time.time()) < 60
    assert told[-1] == (len(PAGE), len(PAGE))


def test_only_what_is_needed_is_sent(server: Server) -> None:
    server.give("/b", PAGE, Set_Cookie="id=1")
    server.send_on("/a", "/b")
    fetch(server.url("/a#part"), Policy(program="reader/1"))
    fetch(server.url("/b?q=1"))
    for request in server.seen:
        sent = {name.lower(): value for name, value in request.headers.items()}
        assert sent.pop("user-agent") in ("reader/1", "reader")
        assert set(sent) == {"host", "accept", "accept-encoding", "connection"}
    assert [request.path for request in server.seen] == ["/a", "/b", "/b?q=1"]


@pytest.mark.parametrize("address", ["ftp://a.example/x", "file:///etc/passwd", "data:text/html,x"])
def test_other_schemes_are_refused(address: str) -> None:
    assert "neither http nor https" in refusal(address)


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http:///path", "https://a:b:c/"])
def test_what_is_no_address_is_refused(address: str) -> None:
    assert "not a web address" in refusal(address)


def test_a_password_in_an_address_is_refused(server: Server) -> None:
    assert "password" in refusal(f"http://me:secret@127.0.0.1:{server.port}/")
    assert not server.seen


def test_five_redirects_are_followed_and_no_more(server: Server) -> None:
    server.give("/0", PAGE)
    for number in range(1, 7):
        server.send_on(f"/{number}", f"/{number - 1}")
    assert fetch(server.url("/5")).address == server.url("/0")
    assert "redirected more than 5 times" in refusal(server.url("/6"))


def test_a_redirect_to_another_scheme_is_refused(server: Server) -> None:
    assert "neither http nor https" in refusal(server.send_on("/a", "file:///etc/passwd"))


def public_but(private: str) -> Policy:
    """A policy to which 127.0.0.1 is public, and a name leads to a private address."""
    addresses = {"inside.example": [private], "both.example": ["127.0.0.1", private]}
    return Policy(
        resolve=lambda host, port: addresses.get(host, ["127.0.0.1"]),
        is_public=lambda address: address == "127.0.0.1",
    )


@pytest.mark.parametrize("host", ["inside.example", "both.example"])
def test_no_redirect_leads_from_outside_to_the_inside(server: Server, host: str) -> None:
    server.give("/secret", PAGE)
    address = server.send_on("/a", server.url("/secret", host))
    assert "inside a private network" in refusal(address, public_but("127.0.0.2"))
    assert [request.path for request in server.seen] == ["/a"]


def test_a_private_address_that_a_person_opens_is_opened(server: Server) -> None:
    server.give("/b", PAGE)
    assert fetch(server.send_on("/a", "/b")).body == PAGE  # from inside to inside


def test_the_connection_goes_to_the_address_that_was_checked(server: Server) -> None:
    server.give("/a", PAGE)
    answers = iter([["127.0.0.1"], ["192.0.2.1"]])
    policy = Policy(resolve=lambda host, port: next(answers), is_public=lambda address: True)
    assert fetch(server.url("/a", "news.example"), policy).body == PAGE
    assert next(answers) == ["192.0.2.1"]  # the name was looked up once
    assert server.seen[0].headers["Host"] == f"news.example:{server.port}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
        ("nonsense", False),
    ],
)
def test_which_addresses_are_public(address: str, expected: bool) -> None:
    assert is_public(address) is expected


def test_a_large_page_is_refused_before_it_comes(server: Server) -> None:
    server.give("/a", b"x" * 100, Content_Length="20000000")
    assert "larger than 10 MB" in refusal(server.url("/a"))


def test_a_page_that_unpacks_to_too_much_is_refused(server: Server) -> None:
    bomb = gzip.compress(b"x" * 30_000_000)
    assert len(bomb) < 100_000
    assert "larger than 10 MB" in refusal(server.give("/a", bomb, Content_Encoding="gzip"))


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("identity", PAGE),
    ],
    ids=["gzip", "deflate", "bare deflate", "identity"],
)
def test_packed_pages_are_unpacked(server: Server, packing: str, packed: bytes) -> None:
    assert fetch(server.give("/a", packed, Content_Encoding=packing)).body == PAGE


@pytest.mark.parametrize(
    ("packing", "packed"),
    [("gzip", b"no gzip"), ("br", b"x"), ("gzip", b"")],
    ids=["damaged", "unknown", "empty"],
)
def test_damaged_packing_is_said(server: Server, packing: str, packed: bytes) -> None:
    address = server.give("/a", packed, Content_Encoding=packing)
    if packed:
        assert "damaged" in refusal(address)
    else:
        assert fetch(address).body == b""


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "asks for a user name and password"),
        (402, "requires payment"),
        (403, "refuses access to this program"),
        (404, "has no such page"),
        (410, "has removed the page"),
        (418, "did not send a page"),
        (429, "has had too many requests"),
        (451, "cannot show the page"),
        (503, "has a server error"),
    ],
)
def test_each_status_has_its_sentence(server: Server, status: int, said: str) -> None:
    assert said in refusal(server.refuse("/a", status))


def test_a_closed_port_and_an_unknown_host_are_told_apart() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "refuses connections" in refusal(f"http://127.0.0.1:{port}/")

    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert "There is no site nowhere.example" in refusal(
        "http://nowhere.example/", Policy(resolve=unknown)
    )


def drip(request: BaseHTTPRequestHandler) -> None:
    """An answer that never ends and never pauses for long."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        request.wfile.write(b"X-More: 1\r\n")
        request.wfile.flush()
        time.sleep(0.05)


def test_a_server_that_never_ends_is_left_after_the_time_in_all(server: Server) -> None:
    server.answers["/a"] = drip
    began = time.monotonic()
    said = refusal(server.url("/a"), Policy(total_seconds=0.5))
    assert "took too long" in said
    assert time.monotonic() - began < seconds(5)


def test_a_silent_server_is_left_after_a_while(server: Server) -> None:
    server.answers["/a"] = lambda _: time.sleep(5)
    assert "took too long" in refusal(server.url("/a"), Policy(read_seconds=0.2))


def test_a_name_server_that_says_nothing_is_not_waited_for() -> None:
    policy = Policy(resolve=lambda host, port: time.sleep(5) or [], connect_seconds=0.1)
    assert "does not answer" in refusal("http://slow.example/", policy)


def test_an_answer_that_breaks_off_is_said(server: Server) -> None:
    server.give("/a", PAGE, Content_Length="5000")
    assert "broke the connection" in refusal(server.url("/a"))


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl for a certificate")
def test_certificates_are_checked_and_further_ones_can_be_named(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path)
    with serving(certificate=certificate) as server:
        server.give("/a", PAGE)
        local = Policy(resolve=lambda host, port: ["127.0.0.1"])
        assert "cannot be trusted" in refusal(server.url("/a", "localhost"), local)
        vouched = replace(local, certificates=str(certificate))
        assert fetch(server.url("/a", "localhost"), vouched).body == PAGE
        assert "cannot be trusted" in refusal(server.url("/a", "other.example"), vouched)
    missing = replace(local, certificates=str(tmp_path / "none.pem"))
    assert "cannot be read" in refusal("https://localhost:1/", missing)


def test_a_proxy_is_used_where_one_is_named_and_that_is_said(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["http://news.example/a"] = lambda request: (
        request.send_response(200),
        request.end_headers(),
        request.wfile.write(PAGE),
    )
    page = fetch("http://news.example/a", Policy(proxy=server.url("")))
    assert (page.body, page.notice) == (PAGE, "The proxy resolves host names.")
    monkeypatch.setenv("http_proxy", server.url(""))
    assert fetch("http://news.example/a").body == PAGE
    server.send_on("http://news.example/b", "http://169.254.169.254/secret")
    assert "inside a private network" in refusal("http://news.example/b")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert fetch(server.give("/direct", PAGE)).notice == ""
    assert "neither http nor https" in refusal(
        "http://news.example/a", Policy(proxy="socks5://127.0.0.1:1")
    )


def test_offline_nothing_is_asked_for(server: Server) -> None:
    server.give("/a", PAGE)
    assert "offline" in refusal(server.url("/a"), Policy(offline=True))
    with pytest.raises(ArticleError, match="offline"):
        Visitor(Policy(offline=True)).fetch(server.url("/a"))
    assert not server.seen


def test_a_list_is_visited_with_pauses_and_by_the_rules_of_the_site(server: Server) -> None:
    server.give("/robots.txt", b"User-agent: *\nDisallow: /private\n", "text/plain")
    server.give("/a", PAGE)
    server.give("/private/b", PAGE)
    slept: list[float] = []
    visitor = Visitor(sleep=slept.append)
    assert visitor.fetch(server.url("/a")).body == PAGE
    with pytest.raises(ArticleError, match=r"robots\.txt"):
        visitor.fetch(server.url("/private/b"))
    visitor.fetch(server.url("/a"))
    assert [request.path for request in server.seen] == ["/robots.txt", "/a", "/a"]
    assert len(slept) == 2
    assert all(0.5 < seconds <= 1 for seconds in slept)


def test_a_page_of_a_list_that_leads_on_obeys_the_rules_there(server: Server) -> None:
    server.give("/robots.txt", b"User-agent: *\nDisallow: /private\n", "text/plain")
    server.give("/private/b", PAGE)
    server.give("/open", PAGE)
    server.send_on("/a", "/private/b")
    server.send_on("/c", "/open")
    slept: list[float] = []
    visitor = Visitor(sleep=slept.append)
    with pytest.raises(ArticleError, match=r"robots\.txt"):
        visitor.fetch(server.url("/a"))
    assert "/private/b" not in [request.path for request in server.seen]
    assert visitor.fetch(server.url("/c")).body == PAGE
    assert len(slept) >= 3


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (503, False)])
def test_without_rules_a_site_is_open_unless_it_is_broken(
    server: Server, status: int, allowed: bool
) -> None:
    server.refuse("/robots.txt", status)
    server.give("/a", PAGE)
    visitor = Visitor(sleep=lambda _: None)
    if allowed:
        assert visitor.fetch(server.url("/a")).body == PAGE
    else:
        with pytest.raises(ArticleError, match=r"robots\.txt"):
            visitor.fetch(server.url("/a"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://news.example/a\n", True),
        ("HTTP://news.example", True),
        ("See https://news.example/a", False),
        ("https://news.example/a\nhttps://news.example/b", False),
        ("ftp://news.example", False),
        ("", False),
    ],
)
def test_what_is_nothing_but_an_address(text: str, expected: bool) -> None:
    assert is_address(text) is expected

"""The one module that opens connections: it gets the page at an address that a person opened.

Only http and https, at most five redirects, never from a public to a private address, always
connected at the address that was checked. No cookies, no referrer, nothing that a page refers to.
`docs/opening.md` has the whole policy.
"""

from __future__ import annotations

import socket
import ssl
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from ..article.errors import ArticleError, shown
from .addresses import LONGEST, names_itself_private
from .policy import MEGABYTE, FetchedPage, Policy, SentOn, Tell, anywhere, quietly
from .unpacking import unpacked

_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.8"
_REDIRECTS = {301, 302, 303, 307, 308}


def fetch(
    address: str, policy: Policy | None = None, tell: Tell = quietly, sent_on: SentOn = anywhere
) -> FetchedPage:
    """The page at an address that a person opened.

    `sent_on` gets each address that a site leads on to. Raises ArticleError, one sentence.
    """
    policy = policy or Policy()
    name = brief(shown(address))
    if policy.offline:
        raise ArticleError(
            f"{name} is not fetched because the network is turned off: leave out --offline, or set "
            "offline to false in the settings."
        )
    url = _checked(address, name)
    clock = _Clock(policy)
    is_from_public = False
    for _ in range(policy.redirects + 1):
        hop = _hop(url, policy, is_from_public, clock)
        is_from_public = hop.is_public
        with closing(_Pool(url, policy, hop, clock)) as pool:
            found = pool.get(url, tell)
        if isinstance(found, FetchedPage):
            return found
        url = _checked(str(found), brief(shown(str(found))))
        sent_on(str(url))
    raise ArticleError(
        f"{name} was redirected more than {policy.redirects} times: open the final address itself."
    )


def rules_of(address: str) -> tuple[str, str]:
    """The host of an address and where its rules for programs are. Raises ArticleError."""
    url = _checked(address, brief(shown(address)))
    return url.host, str(url.copy_with(path="/robots.txt", query=None))


class UnavailableError(ArticleError):
    """The server answers, but not with a page."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class _Clock:
    """How long each step of one fetch may still take."""

    def __init__(self, policy: Policy) -> None:
        self._until = time.monotonic() + policy.total_seconds

    def cap(self, seconds: float | None) -> float:
        """So many seconds, or fewer where less is left in all. Raises ReadTimeout at the end."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if seconds is None else min(seconds, left)


@dataclass(frozen=True)
class _Hop:
    """Where the next request goes: the addresses that were checked, or a proxy."""

    addresses: Sequence[str]
    is_public: bool
    proxy: str | None


def _hop(url: httpx.URL, policy: Policy, is_from_public: bool, clock: _Clock) -> _Hop:
    host = url.host
    proxy = _proxy_for(url, policy)
    if proxy is not None:
        if is_from_public and names_itself_private(host, policy.is_public):
            raise _leads_inside(host)
        return _Hop((), True, proxy)
    found = _resolved(host, url.port or (443 if url.scheme == "https" else 80), policy, clock)
    public = [address for address in found if policy.is_public(address)]
    if is_from_public and len(public) < len(found):
        raise _leads_inside(host)
    return _Hop(public or found, bool(public), None)


def _leads_inside(host: str) -> ArticleError:
    return ArticleError(
        f"The page redirects to {shown(host)}, an address inside a private network: "
        "open that address itself if you trust it."
    )


def _resolved(host: str, port: int, policy: Policy, clock: _Clock) -> Sequence[str]:
    """The addresses of a host, asked for in a thread because nothing else limits the time."""
    answers: SimpleQueue[Sequence[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put((policy.resolve or _resolve)(host, port))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=clock.cap(policy.connect_seconds))
    except (Empty, httpcore.TimeoutException):
        raise _silent(host) from None
    if isinstance(found, OSError) or not found:
        raise ArticleError(
            f"There is no site {shown(host)}, or no connection to the internet: check both."
        )
    return found


def _resolve(host: str, port: int) -> list[str]:
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def _proxy_for(url: httpx.URL, policy: Policy) -> str | None:
    """The proxy that requests go through; the setting counts before the variables."""
    if proxy_bypass(url.host):
        return None
    known = getproxies()
    proxy = policy.proxy or known.get(url.scheme) or known.get("all")
    if proxy and not proxy.lower().startswith(("http://", "https://")):
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        if not proxy.startswith("http"):
            raise ArticleError("The proxy is neither http nor https: name one that is.")
    return proxy or None


class _Backend(httpcore.NetworkBackend):
    """Connects at addresses that were checked, whatever the name means by now."""

    def __init__(self, addresses: Sequence[str], policy: Policy, clock: _Clock) -> None:
        self._addresses = addresses
        self._policy = policy
        self._clock = clock
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address that takes one."""
        del timeout
        failure: Exception = httpcore.ConnectError("no address")
        for address in self._addresses or [host]:
            seconds = self._clock.cap(self._policy.connect_seconds)
            try:
                plain = self._plain.connect_tcp(
                    address, port, seconds, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(plain, self._clock)
        raise failure


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends when the time in all does."""

    def __init__(self, plain: httpcore.NetworkStream, clock: _Clock) -> None:
        self._plain = plain
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._plain.read(max_bytes, self._clock.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._plain.write(buffer, self._clock.cap(timeout))

    def close(self) -> None:
        self._plain.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        seconds = self._clock.cap(timeout)
        return _Stream(self._plain.start_tls(ssl_context, server_hostname, seconds), self._clock)

    def get_extra_info(self, info: str) -> object:
        return self._plain.get_extra_info(info)


class _Pool:
    """The connection for one request."""

    def __init__(self, url: httpx.URL, policy: Policy, hop: _Hop, clock: _Clock) -> None:
        self._policy = policy
        self._clock = clock
        self._host = url.host
        self._is_proxied = hop.proxy is not None
        context = _certificates(policy) if url.scheme == "https" or hop.proxy else None
        backend = _Backend(hop.addresses, policy, clock)
        self._pool: httpcore.ConnectionPool
        if hop.proxy is None:
            self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=backend)
        else:
            self._pool = _proxied(hop.proxy, context, backend)

    def close(self) -> None:
        """End the connection."""
        self._pool.close()

    def get(self, url: httpx.URL, tell: Tell) -> FetchedPage | httpx.URL:
        """The page, or the address that the server sends the reader on to."""
        try:
            return self._get(url, tell)
        except (httpcore.ConnectTimeout, httpcore.PoolTimeout):
            raise _silent(self._host) from None
        except httpcore.TimeoutException:
            raise ArticleError(
                f"{shown(self._host)} took too long to send the page: try again later."
            ) from None
        except (httpcore.ConnectError, httpcore.ProxyError, ssl.SSLError) as error:
            raise _unreachable(self._host, error) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, zlib.error):
            raise ArticleError(
                f"{shown(self._host)} broke the connection or sent damaged data: try again later."
            ) from None

    def _get(self, url: httpx.URL, tell: Tell) -> FetchedPage | httpx.URL:
        seconds = self._policy.read_seconds
        timeouts = dict.fromkeys(("connect", "pool"), self._policy.connect_seconds)
        request = httpcore.Request(
            "GET",
            httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=[
                (b"Host", url.netloc),
                (b"User-Agent", self._policy.program.encode()),
                (b"Accept", _ACCEPT.encode()),
                (b"Accept-Encoding", b"gzip, deflate"),
                (b"Connection", b"close"),
            ],
            extensions={"timeout": {**timeouts, "read": seconds, "write": seconds}},
        )
        answer = self._pool.handle_request(request)
        with closing(answer):
            response = httpx.Response(answer.status, headers=answer.headers)
            if response.status_code in _REDIRECTS and "location" in response.headers:
                return _joined(url, response.headers["location"])
            _refuse_status(response.status_code, self._host)
            body = self._body(answer, response, tell)
        notice = "The proxy resolves host names." if self._is_proxied else ""
        media_type = response.headers.get("content-type", "")
        return FetchedPage(str(url), media_type, body, datetime.now(UTC), notice)

    def _body(self, answer: httpcore.Response, response: httpx.Response, tell: Tell) -> bytes:
        """The bytes of the page, unpacked; no more than a little over the limit at any time."""
        limit = self._policy.limit
        packed = response.headers.get("content-encoding", "").strip().lower()
        length = response.headers.get("content-length", "")
        total = int(length) if length.isdigit() and not packed else None
        if total is not None and total > limit:
            raise self._too_large()
        body = bytearray()
        for piece in unpacked(_pieces(answer), packed):
            body += piece
            if len(body) > limit:
                raise self._too_large()
            tell(len(body), total)
        return bytes(body)

    def _too_large(self) -> ArticleError:
        return ArticleError(
            f"The page from {shown(self._host)} is larger than "
            f"{self._policy.limit / MEGABYTE:g} MB: save it with a browser and open the file."
        )


def _pieces(answer: httpcore.Response) -> Iterator[bytes]:
    yield from answer.iter_stream()


def _proxied(
    address: str, context: ssl.SSLContext | None, backend: httpcore.NetworkBackend
) -> httpcore.HTTPProxy:
    try:
        proxy = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise ArticleError("The address of the proxy is not valid: correct the setting.") from error
    named = (proxy.username, proxy.password) if proxy.username else None
    bare = proxy.copy_with(username=None, password=None)
    return httpcore.HTTPProxy(
        str(bare), proxy_auth=named, ssl_context=context, network_backend=backend
    )


def _certificates(policy: Policy) -> ssl.SSLContext:
    """A context that checks certificates: the system's authorities, certifi's and the user's."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    if policy.certificates:
        try:
            context.load_verify_locations(policy.certificates)
        except (OSError, ssl.SSLError) as error:
            raise ArticleError(
                f"The certificates in {shown(policy.certificates)} cannot be read: "
                "correct the setting certificates."
            ) from error
    return context


def _checked(address: str, name: str) -> httpx.URL:
    """An address that may be asked for. Raises ArticleError."""
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise ArticleError(f"{name} is not a web address: check it.") from None
    if url.scheme not in ("http", "https"):
        raise ArticleError(f"{name} is neither http nor https: only those are opened.")
    if not url.host or len(address) > LONGEST:
        raise ArticleError(f"{name} is not a web address: check it.")
    if url.userinfo:
        raise ArticleError(f"{brief(shown(url.host))} contains a password: leave it out.")
    return url.copy_with(fragment=None)


def _joined(url: httpx.URL, location: str) -> httpx.URL:
    try:
        return url.join(location)
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise ArticleError(
            f"{shown(url.host)} redirects to something that is not an address: open another page."
        ) from None


_STATUS = {
    401: "asks for a user name and password: save the page with a browser and open the file",
    402: "requires payment: save the page with a browser if you have access",
    403: "refuses access to this program: save the page with a browser and open the file",
    404: "has no such page: check the address",
    410: "has removed the page: look for it elsewhere",
    429: "has had too many requests: try again later",
    451: "cannot show the page for legal reasons: look for it elsewhere",
}


def _refuse_status(status: int, host: str) -> None:
    if status == httpx.codes.OK:
        return
    said = _STATUS.get(status) or (
        "has a server error: try again later"
        if status >= 500
        else "did not send a page: check the address"
    )
    raise UnavailableError(f"{shown(host)} {said} (status {status}).", status)


def _silent(host: str) -> ArticleError:
    return ArticleError(f"{shown(host)} does not answer: try again later.")


def _unreachable(host: str, error: BaseException) -> ArticleError:
    """Why no connection could be made, from the chain of what went wrong."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return ArticleError(
                f"The certificate of {shown(host)} cannot be trusted ({cause.verify_message}): "
                "nothing was fetched; to trust its authority, add it with the setting certificates."
            )
        if isinstance(cause, ssl.SSLError):
            return ArticleError(f"{shown(host)} offers no secure connection: check the address.")
        if isinstance(cause, ConnectionRefusedError):
            return ArticleError(f"{shown(host)} refuses connections: check the address.")
        cause = cause.__cause__ or cause.__context__
    return ArticleError(f"{shown(host)} cannot be reached: check the address and the connection.")


_LONGEST_NAME = 300


def brief(name: str) -> str:
    """An address that leaves room for a sentence about it."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"

"""A web server for one visitor's browser at a time each, one process of the reader a visitor.

It listens on 127.0.0.1 under a path nobody can guess. Requests must name its own host, and
WebSockets must come from its own page, so that no other page in the browser reaches it.
"""

from __future__ import annotations

import asyncio
import secrets
import shlex
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import aiohttp_jinja2
import jinja2
import textual_serve
from aiohttp import web
from textual_serve.server import Server

from ..article.errors import shown
from ..named import brief

LOCAL = "127.0.0.1"
_TOKEN_BYTES = 16
_SHUTDOWN_SECONDS = 2.0
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ServingError(Exception):
    """The reader cannot be served; the message says why in one sentence."""


class ReaderServer(Server):
    """Textual's server with our page, our checks, and a command that no shell can misread."""

    def __init__(self, arguments: Sequence[str], host: str, port: int, title: str) -> None:
        """`arguments` are those of the reader that each visitor gets."""
        command = shlex.join([sys.executable, "-m", "reader", "--served", *arguments])
        super().__init__(command, host=host, port=port, title=title)
        self.token = secrets.token_urlsafe(_TOKEN_BYTES)

    @property
    def address(self) -> str:
        """What to type into a browser on this machine."""
        return f"{self.public_url}/{self.token}/"

    def application(self) -> web.Application:
        """The server under its path; every other path is not found."""
        inside = web.Application()
        aiohttp_jinja2.setup(inside, loader=jinja2.FileSystemLoader(Path(__file__).parent))
        static = Path(textual_serve.__file__).parent / "static"
        inside.add_routes(
            [
                web.get("/", self.handle_index, name="index"),
                web.get("/focus.js", _focus),
                web.get("/ws", self.handle_websocket, name="websocket"),
                web.static("/static", static, name="static"),
            ]
        )
        outside = web.Application(middlewares=[self._guard])
        outside.add_subapp(f"/{self.token}/", inside)
        return outside

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what names another host, or comes from another page."""
        if request.host not in self._hosts():
            raise web.HTTPForbidden(text="This server does not go by that name.\n")
        origin = request.headers.get("Origin")
        is_socket = request.headers.get("Upgrade", "").lower() == "websocket"
        if (is_socket or origin) and origin not in {f"http://{host}" for host in self._hosts()}:
            raise web.HTTPForbidden(text="This server answers its own page only.\n")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    def _hosts(self) -> set[str]:
        names = {self.host, "localhost"} if self.host == LOCAL else {self.host}
        return {f"{name}:{self.port}" for name in names}


async def _focus(_: web.Request) -> web.FileResponse:
    """The script that gives the keyboard to the terminal."""
    return web.FileResponse(Path(__file__).with_name("focus.js"))


def serve(
    arguments: Sequence[str],
    *,
    title: str,
    host: str = LOCAL,
    port: int = 0,
    tell: Callable[[str], None] = print,
) -> None:
    """Serve until a signal comes; `port` 0 takes a free one. `tell` gets the address.

    Raises ServingError where the port cannot be had.
    """
    try:
        socket.getaddrinfo(host, port)  # refuses what create_server leaves a socket behind for
        listening = socket.create_server((host, port))
    except (OSError, OverflowError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ServingError(
            f"Port {port} of {brief(host)} cannot be used ({shown(reason)}): name another."
        ) from error
    server = ReaderServer(arguments, host, listening.getsockname()[1], title)
    asyncio.run(_run(server, listening, tell))


async def _run(server: ReaderServer, listening: socket.socket, tell: Callable[[str], None]) -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, ended.set)
    runner = web.AppRunner(
        server.application(), access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS
    )
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        tell(f"Open {server.address} in a browser on this machine; ctrl+c here ends it.")
        await ended.wait()
    finally:
        await runner.cleanup()

"""The process that stays ready for all sessions of this user, seen from outside.

It is off unless the user turns it on. Its socket lies in a folder for the user alone, both sides
look who is at the other end, and one of another version of the program is not used.
"""

from __future__ import annotations

import os
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread

import msgspec

from ..analysis.parse.threads import ONE_THREAD
from ..library.provenance import edition_of
from ..trusted import check_own
from .channel import command
from .copies import Copy
from .host_messages import (
    LONGEST,
    Accepted,
    Answer,
    Ask,
    Condition,
    Converse,
    Message,
    Stop,
    answer_of,
    encoded,
)

IDLE = "READER_KEEP_READY_SECONDS"
"""The variable that tells the process how many seconds to stay with nothing to do."""
_NAME = "reading-room"
_ANSWERS_WITHIN = 0.5
_STARTS_WITHIN = 20.0
_CREDENTIALS = struct.Struct("3i")
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def folder() -> Path:
    """The folder of the socket: in the user's runtime folder, else a private one of our own."""
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    if os.path.isabs(runtime) and os.path.isdir(runtime):  # noqa: PTH112, PTH117
        return Path(runtime) / _NAME
    return Path(tempfile.gettempdir()) / f"{_NAME}-{os.getuid()}"


def socket_path() -> Path:
    """Where the process listens, if there is one."""
    return folder() / "ready"


def is_private(path: Path) -> bool:
    """Whether a folder is the user's own and nobody else may look into it."""
    try:
        check_own(path)
        return not path.stat().st_mode & _OTHERS
    except OSError:
        return False


def is_ours(peer: socket.socket) -> bool:
    """Whether the process at the other end of a socket belongs to this user."""
    packed = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _, user, _ = _CREDENTIALS.unpack(packed)
    return bool(user == os.geteuid())


def _connected() -> socket.socket | None:
    """A connection to the process, None where there is none that can be trusted."""
    if sys.platform != "linux":
        return None
    path = socket_path()
    if not os.path.lexists(path) or not is_private(path.parent):
        return None
    peer = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    peer.settimeout(_ANSWERS_WITHIN)
    try:
        peer.connect(str(path))
        if is_ours(peer):
            return peer
    except OSError:  # nobody listens: the process was killed
        pass
    peer.close()
    return None


def _asked(message: Message, descriptors: list[int]) -> Answer | None:
    """The answer of the process, None where there is none or it is too late."""
    peer = _connected()
    if peer is None:
        return None
    with peer, suppress(OSError, msgspec.MsgspecError):
        socket.send_fds(peer, [encoded(message)], descriptors)
        return answer_of(peer.recv(LONGEST))
    return None


def converse(model: str) -> Copy | None:
    """A copy of the process that analyses with a pipeline; None where it cannot be had."""
    if sys.platform != "linux" or not os.path.lexists(socket_path()):
        return None
    copy = Copy()
    with copy.handing_over() as descriptors:
        answer = _asked(Converse(edition_of(model), model), descriptors)
    if isinstance(answer, Accepted):
        return copy
    copy.close()
    return None


def condition() -> Condition | None:
    """How the process is, None where there is none."""
    answer = _asked(Ask(), [])
    return answer if isinstance(answer, Condition) else None


def described(found: Condition | None = None) -> str:
    """How the process is now, or was `found` to be, in a sentence for a person."""
    found = found or condition()
    if found is None:
        return "No background process is running."
    return (
        f"Process {found.pid} stays ready with {found.model}: {found.memory / 1e6:.0f} MB, "
        f"articles so far: {found.articles}; it ends after {found.left / 60:.0f} min without work."
    )


def start(model: str, seconds: float) -> Condition | None:
    """Start the process, unless there is one; its condition once it is ready.

    None where it does not come to be. Raises OSError where it cannot be started.
    """
    if (found := condition()) is not None:
        return found
    process = subprocess.Popen(
        command("reader.worker.resident_process"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**ONE_THREAD, **os.environ, IDLE: str(seconds), MODEL: model},
        start_new_session=True,
    )
    Thread(target=process.wait, daemon=True).start()  # buries it, should it end before this one
    until = time.monotonic() + _STARTS_WITHIN
    while process.poll() is None and time.monotonic() < until:
        if (found := condition()) is not None:
            return found
        time.sleep(0.05)
    return None


MODEL = "READER_KEEP_READY_MODEL"
"""The variable that names the pipeline to load before anybody asks."""


def stop() -> bool:
    """End the process; whether there was one."""
    return isinstance(_asked(Stop(), []), Accepted)

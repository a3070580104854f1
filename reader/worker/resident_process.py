"""The process that stays ready for all sessions of this user.

There is one a user. It listens on a socket in a folder of the user's own, and ends when nothing has
been asked of it for the time that was set. Copies are made as for one session.
"""

from __future__ import annotations

import fcntl
import os
import socket
import stat
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic

import msgspec

from ..analysis.parse.defaults import DEFAULT_MODEL
from ..library.provenance import edition_of
from ..trusted import make_private
from .host_messages import (
    DESCRIPTORS,
    LONGEST,
    Accepted,
    Ask,
    Condition,
    Converse,
    Message,
    OtherEdition,
    Stop,
    encoded,
    order_of,
)
from .host_process import HostProcess, heed
from .resident import IDLE, MODEL, folder, is_ours, is_private, socket_path

_WAITING = 16
_KEEP = 600.0


class Resident:
    """Listens, and answers whoever is the same user with the same program."""

    def __init__(self, host: HostProcess) -> None:
        """Raises OSError where another process listens, or the folder is not private."""
        self._host = host
        make_private(folder())
        if not is_private(folder()):
            raise PermissionError(f"{folder()} can be read by other users")
        path = socket_path()
        self._lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with suppress(FileNotFoundError):
            path.unlink()  # that of a process that was killed
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._door.bind(str(path))
        self._door.listen(_WAITING)
        host.watch(self._door, lambda _: self._let_in())

    def close(self) -> None:
        """Listen no more."""
        with suppress(OSError):
            socket_path().unlink()
        self._door.close()

    def _let_in(self) -> None:
        with suppress(OSError):
            guest, _ = self._door.accept()
            if is_ours(guest):
                self._host.watch(guest, self._heed)
            else:
                guest.close()

    def _heed(self, guest: socket.socket) -> None:
        """Do the one thing that a guest asks for."""
        self._host.selector.unregister(guest)
        descriptors: list[int] = []
        with guest, suppress(OSError, msgspec.MsgspecError):
            packet, descriptors, _, _ = socket.recv_fds(guest, LONGEST, DESCRIPTORS)
            match order_of(packet):
                case Converse() as order if len(descriptors) == DESCRIPTORS:
                    self._converse(guest, order, descriptors)
                    descriptors = []
                case Ask():
                    _say(guest, self._condition())
                case Stop():
                    _say(guest, Accepted())
                    self._end()
        for descriptor in descriptors:
            os.close(descriptor)

    def _converse(self, guest: socket.socket, order: Converse, descriptors: list[int]) -> None:
        if order.edition != edition_of(order.model):
            _say(guest, OtherEdition())
            self._end()
        _say(guest, Accepted())
        if not self._host.has(order.model):
            self._host.prepare(order.model)
        self._host.converse(descriptors)

    def _condition(self) -> Condition:
        host = self._host
        return Condition(os.getpid(), host.model, _memory(), host.made, host.open, host.left)

    def _end(self) -> None:
        self.close()
        os._exit(0)


def _say(guest: socket.socket, answer: Message) -> None:
    with suppress(OSError):  # who asked has gone
        guest.send(encoded(answer))


def _memory() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Serve the reader that started this process, if one did, and all that come later."""
    os.umask(0o077)
    host = HostProcess(float(os.environ.get(IDLE) or _KEEP))
    edition_of(DEFAULT_MODEL)  # as the program is now that will be loaded
    try:
        resident: Resident | None = Resident(host)
    except OSError as error:
        resident = None  # another one listens
        if not stat.S_ISSOCK(os.fstat(0).st_mode):
            sys.exit(f"The process cannot stay ready: {error}")
    if stat.S_ISSOCK(os.fstat(0).st_mode):
        reader = socket.socket(fileno=0)
        leave = (lambda: None) if resident else (lambda: os._exit(0))
        host.watch(reader, lambda stream: heed(host, stream, leave))
    else:
        host.prepare(os.environ.get(MODEL) or DEFAULT_MODEL)
        host.warm()
        host.asked = monotonic()
    host.run()
    if resident is not None:
        resident.close()
    os._exit(0)

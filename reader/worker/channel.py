"""Messages over the standard streams of a child process.

A frame is the length of a message in four bytes, the most significant first, then the
message in MessagePack. Nothing else is ever written to the stream.
"""

from __future__ import annotations

import os
import sys
from _thread import allocate_lock, start_new_thread
from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar

import msgspec

from ..article import Blocks

_Message = TypeVar("_Message")

_LENGTH_BYTES = 4
_LONGEST_BEGINNING = 5.0  # seconds; a thread begins in less than a thousandth of that
_START = (
    "import sys; from importlib import import_module; "
    "sys.path[:] = sys.argv[2:]; import_module(sys.argv[1]).main()"
)


def _encoded(value: object) -> object:
    if isinstance(value, Blocks):
        return value.packed()
    raise NotImplementedError(f"{type(value)} cannot be sent")


def _decoded(kind: type, value: Any) -> object:
    if kind is Blocks:
        try:
            starts, ends, kinds = value
            return Blocks.unpacked(starts, ends, kinds)
        except (TypeError, ValueError) as error:
            raise ValueError(f"no blocks: {error}") from error
    raise NotImplementedError(f"{kind} cannot be received")


_encoder = msgspec.msgpack.Encoder(enc_hook=_encoded)


def decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    """What reads messages of a type from their bytes."""
    return msgspec.msgpack.Decoder(kind, dec_hook=_decoded)


def send(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write one message at once. Raises OSError where nobody reads any more."""
    body = _encoder.encode(message)
    stream.write(len(body).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO, read: Callable[[bytes], _Message]) -> _Message | None:
    """The next message, None at the end. Raises msgspec.MsgspecError for a damaged one.

    `read` makes the message of its bytes.
    """
    length = stream.read(_LENGTH_BYTES)
    if len(length) < _LENGTH_BYTES:
        return None
    expected = int.from_bytes(length, "big")
    body = stream.read(expected)
    return read(body) if len(body) == expected else None


def command(module: str) -> list[str]:
    """The command of a child process that runs `main()` of one of our modules.

    The child imports what this process would, and (-P) nothing that happens to lie in the
    current folder.
    """
    return [sys.executable, "-P", "-c", _START, module, *sys.path]


def claim_standard_output() -> BinaryIO:
    """The standard output for messages alone; what libraries print goes to standard error."""
    messages = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return messages


def listen(
    read: Callable[[bytes], _Message],
    deliver: Callable[[_Message], object],
    stream: BinaryIO | None = None,
) -> None:
    """Deliver messages from standard input, from a thread; end the process when they end.

    `stream` is another stream to hear them from.

    So the child is gone at once with its parent, whatever it is doing.
    """

    def run() -> None:
        try:
            while (message := receive(stream or sys.stdin.buffer, read)) is not None:
                deliver(message)
        except (OSError, msgspec.MsgspecError):
            pass
        finally:
            os._exit(0)

    begin_thread(run)


def begin_thread(run: Callable[[], object]) -> None:
    """Run something beside what goes on. Raises MemoryError where there is no room for a thread.

    `threading.Thread.start` waits forever where a new thread lacks the memory for its first step.
    """
    begun = allocate_lock()
    begun.acquire()

    def go() -> None:
        begun.release()
        run()

    try:
        start_new_thread(go, ())
    except RuntimeError as error:
        raise MemoryError(str(error)) from error
    if not begun.acquire(timeout=_LONGEST_BEGINNING):
        raise MemoryError("no room for a thread")

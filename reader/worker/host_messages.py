"""What is said to the process that has everything loaded, and what it answers.

Each message is a packet of its own on a Unix socket. `Converse` brings three descriptors: the
socket of the conversation, the one on which the end of the copy is told, and its standard error.
"""

from __future__ import annotations

from typing import Any

import msgspec

LONGEST = 65_536
DESCRIPTORS = 3


class Message(msgspec.Struct, frozen=True, tag=True):
    """Base of all messages."""


class Converse(Message, frozen=True, tag=True):
    """Ask for a copy that analyses with a pipeline; `edition` is that of the asker's program."""

    edition: str
    model: str


class Ask(Message, frozen=True, tag=True):
    """Ask how the process is."""


class Stop(Message, frozen=True, tag=True):
    """Ask it to end."""


class Accepted(Message, frozen=True, tag=True):
    """What was asked for is done."""


class OtherEdition(Message, frozen=True, tag=True):
    """The process is of another version of the program, and ends."""


class Condition(Message, frozen=True, tag=True):
    """How the process is: `memory` in bytes, `left` in seconds until it ends by itself."""

    pid: int
    model: str
    memory: int
    articles: int
    open: int
    left: float


Order = Converse | Ask | Stop
Answer = Accepted | OtherEdition | Condition
_orders: Any = msgspec.msgpack.Decoder(Order)
_answers: Any = msgspec.msgpack.Decoder(Answer)


def encoded(message: Message) -> bytes:
    """The packet of a message."""
    return msgspec.msgpack.encode(message)


def order_of(packet: bytes) -> Order:
    """The order in a packet. Raises msgspec.MsgspecError where there is none."""
    order: Order = _orders.decode(packet)
    return order


def answer_of(packet: bytes) -> Answer:
    """The answer in a packet. Raises msgspec.MsgspecError where there is none."""
    answer: Answer = _answers.decode(packet)
    return answer

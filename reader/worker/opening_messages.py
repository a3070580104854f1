"""What the interface and the process that reads sources say to each other.

Every request has a number, and the replies bear it, so that late ones are known as late.
"""

from __future__ import annotations

from datetime import date

import msgspec

from ..article import Article
from .channel import decoder


class Web(msgspec.Struct, frozen=True):
    """How pages are got: `keep` them for next time or not, `refresh` those that are kept.

    `polite` is for the addresses of a list: each host is asked once a second, as its rules allow.
    """

    offline: bool = False
    refresh: bool = False
    keep: bool = True
    proxy: str | None = None
    certificates: str | None = None
    polite: bool = False


class Begin(msgspec.Struct, frozen=True, tag=True):
    """How pages are got; sent first, once."""

    web: Web


class Open(msgspec.Struct, frozen=True, tag=True):
    """Ask for the article at an address, or in `data` that was read from a file or a pipe."""

    number: int
    name: str
    data: bytes | None = None
    source: str | None = None
    published: date | None = None
    refresh: bool = False


class Choose(msgspec.Struct, frozen=True, tag=True):
    """Ask for one of the articles of the list that was told last."""

    number: int
    index: int


class Fetching(msgspec.Struct, frozen=True, tag=True):
    """How many bytes have come, of how many in all where that is known."""

    number: int
    done: int
    total: int | None


class BeingRead(msgspec.Struct, frozen=True, tag=True):
    """The bytes are there and are being read."""

    number: int


class Beginning(msgspec.Struct, frozen=True, tag=True):
    """How a long article begins; the whole follows."""

    number: int
    article: Article


class Opened(msgspec.Struct, frozen=True, tag=True):
    """The article, and what a person should know about the way it came, or nothing."""

    number: int
    article: Article
    notice: str = ""


class Item(msgspec.Struct, frozen=True):
    """What a list shows of an article."""

    title: str
    published: date | None = None
    outlet: str | None = None
    url: str | None = None


class Listed(msgspec.Struct, frozen=True, tag=True):
    """There are several articles: which shall it be? `kind` says what holds them."""

    number: int
    name: str
    kind: str
    items: list[Item]
    notice: str = ""


class Refused(msgspec.Struct, frozen=True, tag=True):
    """There is nothing to read; one sentence for a person."""

    number: int
    message: str


OpeningRequest = Begin | Open | Choose
OpeningReply = Fetching | BeingRead | Beginning | Opened | Listed | Refused
requests: msgspec.msgpack.Decoder[OpeningRequest] = decoder(OpeningRequest)
replies: msgspec.msgpack.Decoder[OpeningReply] = decoder(OpeningReply)

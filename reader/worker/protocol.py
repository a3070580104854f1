"""What the interface and the process that analyses say to each other.

Both sides import this module, and it imports no spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import msgspec

from ..analysis.packing import Packed, is_large, pack, unpack
from ..analysis.types import Annotations, Known
from ..article import Article, Dating
from .channel import decoder


class _Message(msgspec.Struct, frozen=True, tag=True):
    """Base of all messages; the tag in a frame is the name of the class."""


_PIECE = 100_000


class Piece(_Message, frozen=True, tag=True):
    """Some of the text of the article that is to be analysed, in order."""

    text: str


class Analyse(_Message, frozen=True, tag=True):
    """Ask for the analysis of an article with an installed spaCy pipeline.

    `offset` is the first code point on the screen: the analysis begins there. `known` is what a
    person has said of names; with `streams` parts are told before the whole. On the way the
    text goes ahead in pieces: a book is never held once more, encoded.
    """

    article: Article
    model: str
    offset: int = 0
    known: tuple[Known, ...] = ()
    streams: bool = True

    def in_pieces(self) -> Iterator[Piece | Analyse]:
        """The messages that say the same, the last of them a request without a text."""
        text = self.article.text
        for start in range(0, len(text), _PIECE):
            yield Piece(text[start : start + _PIECE])
        yield msgspec.structs.replace(self, article=replace(self.article, text=""))

    def with_text(self, pieces: Iterable[str]) -> Analyse:
        """The request as it was before its text went ahead."""
        return msgspec.structs.replace(self, article=replace(self.article, text="".join(pieces)))


class Redate(_Message, frozen=True, tag=True):
    """Give the article another publication date and ask for its analysis."""

    dating: Dating


class Progress(_Message, frozen=True, tag=True):
    """How much of the article has been parsed, in code points."""

    done: int
    total: int


class Partial(_Message, frozen=True, tag=True):
    """What is found in the part of the article parsed so far; ids may change later."""

    annotations: Annotations


class Finished(_Message, frozen=True, tag=True):
    """The whole analysis, the publication date it holds for and the model's name and version."""

    annotations: Annotations
    published: date | None
    model: str


class Packaged(_Message, frozen=True, tag=True):
    """`Finished` with so many annotations that they are sent as columns."""

    packed: Packed
    published: date | None
    model: str


class Failed(_Message, frozen=True, tag=True):
    """The analysis has ended without a result; the message tells a person why."""

    message: str


class Notice(_Message, frozen=True, tag=True):
    """Something the user should know that stops nothing, in one sentence."""

    message: str


Request = Piece | Analyse | Redate
Reply = Progress | Partial | Finished | Failed | Notice


@cache
def _requests() -> msgspec.msgpack.Decoder[Request]:
    return decoder(Request)


@cache
def _replies() -> msgspec.msgpack.Decoder[Reply | Packaged]:
    return decoder(Reply | Packaged)


def read_request(body: bytes) -> Request:
    """A request from its bytes. Raises msgspec.MsgspecError where they are none."""
    return _requests().decode(body)


def read_reply(body: bytes) -> Reply:
    """A reply from its bytes. Raises msgspec.MsgspecError or ValueError where they are none."""
    reply = _replies().decode(body)
    if isinstance(reply, Packaged):
        return Finished(unpack(reply.packed), reply.published, reply.model)
    return reply


def packaged(reply: Reply) -> Reply | Packaged:
    """A reply as it is best sent."""
    if isinstance(reply, Finished) and is_large(reply.annotations):
        return Packaged(pack(reply.annotations), reply.published, reply.model)
    return reply

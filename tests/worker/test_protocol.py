"""Messages between the interface and the process that analyses."""

from datetime import date
from io import BytesIO

import msgspec
import pytest

from reader.analysis import Annotations, Problem
from reader.article import (
    Article,
    DateSource,
    Dating,
    Range,
)
from reader.worker.channel import receive, send
from reader.worker.protocol import (
    Analyse,
    Failed,
    Finished,
    Partial,
    Piece,
    Progress,
    Redate,
    read_reply,
    read_request,
)

ARTICLE = Article("Text “ü”.", "a.txt", date(2020, 5, 1), DateSource.TEXT, Range(0, 4))
FOUND = Annotations(problems=(Problem(0, 4, "lost"),))


@pytest.mark.parametrize(
    "request_",
    [
        Analyse(ARTICLE, "model", 7),
        Piece("Text “ü”."),
        Redate(Dating(date(2020, 1, 1), DateSource.OPTION)),
        Redate(ARTICLE.dating),
    ],
)
def test_requests_arrive_as_sent(request_):
    stream = BytesIO()
    send(stream, request_)
    stream.seek(0)
    assert receive(stream, read_request) == request_
    assert receive(stream, read_request) is None


@pytest.mark.parametrize(
    "reply",
    [Progress(1, 2), Partial(FOUND), Finished(FOUND, date(2020, 5, 1), "m 1"), Failed("Why.")],
)
def test_replies_arrive_as_sent(reply):
    stream = BytesIO()
    send(stream, reply)
    stream.seek(0)
    assert receive(stream, read_reply) == reply
    assert receive(stream, read_reply) is None


def test_the_blocks_an_article_has_found_do_not_travel():
    assert ARTICLE.blocks
    stream = BytesIO()
    send(stream, Analyse(ARTICLE, "model"))
    assert b"blocks" not in stream.getvalue()


def test_the_text_of_a_request_goes_ahead_in_pieces():
    article = Article(
        "Text “ü”. " * 50_000, "a.txt", date(2020, 5, 1), DateSource.TEXT, Range(0, 4)
    )
    *pieces, last = Analyse(article, "model", 7).in_pieces()
    assert len(pieces) > 2
    assert last.article.text == ""
    assert last.with_text(piece.text for piece in pieces) == Analyse(article, "model", 7)


def test_a_message_cut_short_is_the_end():
    stream = BytesIO()
    send(stream, Progress(1, 2))
    assert receive(BytesIO(stream.getvalue()[:-1]), read_reply) is None
    assert receive(BytesIO(stream.getvalue()[:3]), read_reply) is None


def test_a_message_of_the_wrong_kind_is_an_error():
    stream = BytesIO()
    send(stream, Progress(1, 2))
    stream.seek(0)
    with pytest.raises(msgspec.ValidationError):
        receive(stream, read_request)

"""Parsed batches gathered in any order."""

from reader.analysis.parse.columns import Columns
from reader.analysis.parse.gathering import Gathering
from reader.analysis.types import Problem
from reader.article import Article

ARTICLE = Article("\n\n".join(["word " * 1_999 + "word"] * 7))


def token(gathering: Gathering, index: int) -> list[Columns]:
    """Each passage of a batch as one token."""
    return [
        Columns([a], [b], ["x"], ["x"], ["X"], ["XX"], ["ROOT"], [0], [0], [])
        for a, b in gathering.batches[index]
    ]


def test_it_begins_at_the_screen():
    assert Gathering(ARTICLE, 35_000).order[0] == 2


def test_the_parse_grows_without_gaps_and_ends_with_all():
    gathering = Gathering(ARTICLE)
    spans = [[tuple(span) for span in batch] for batch in gathering.batches]
    assert [len(batch) for batch in spans] == [1, 2, 3, 1]
    gathering.add(0, token(gathering, 0), [])
    gathering.add(2, token(gathering, 2), [])
    assert len(gathering.parse()) == 1
    assert [b.end for b in gathering.excerpt(ARTICLE).blocks] == [9_999]
    assert not gathering.complete
    gathering.add(3, token(gathering, 3), [Problem(50_004, 60_003, "lost")])
    gathering.add(1, token(gathering, 1), [])
    assert gathering.complete
    assert list(gathering.parse().start) == [block.start for block in ARTICLE.blocks]
    assert list(gathering.parse().head) == list(range(7))
    assert gathering.done == 7 * 9_999
    assert gathering.problems == [Problem(50_004, 60_003, "lost")]


def test_an_empty_article_is_complete():
    gathering = Gathering(Article(""))
    assert gathering.complete
    assert len(gathering.parse()) == 0

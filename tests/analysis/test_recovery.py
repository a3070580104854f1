"""A passage that fails loses its annotations, and no other does."""

import pytest

from reader.analysis import Problem
from reader.analysis import pipeline as chain
from reader.analysis.parse.columns import Columns
from reader.analysis.recovery import find_again, find_all, parse_batch
from reader.article import Article, Range

TEXT = "Ada Lovelace went to Turin in May 1840.\n\nPOISON in Rome.\n\nCharles Babbage came in 1841."
ARTICLE = Article(TEXT)
POISON = ARTICLE.blocks[1]
LOST = Problem(
    POISON.start, POISON.end, "This passage could not be analysed (ValueError: too much)."
)


@pytest.fixture(scope="module")
def parse(analyzer):
    return analyzer._parser.parse(ARTICLE)


def failing_on_poison(link):
    """A link of the chain that cannot bear one of the blocks."""

    def run(article, *inputs):
        if any(article.text[b.start : b.end].startswith("POISON") for b in article.blocks):
            raise ValueError("too much\nand more")
        return link(article, *inputs)

    return run


def names(found):
    return [entity.name for entity in found.entities]


def test_a_passage_that_cannot_be_parsed_has_no_columns():
    def columns(text, batch):
        if any(text[start:end] == "bad" for start, end in batch):
            raise ValueError("too much")
        return [Columns(text=[text[start:end]]) for start, end in batch]

    batch = (Range(0, 4), Range(5, 8), Range(9, 13))
    pieces, problems = parse_batch(columns, "good bad fine", batch)
    assert [piece.text for piece in pieces] == [["good"], [], ["fine"]]
    assert problems == [Problem(5, 8, "This passage could not be analysed (ValueError: too much).")]


def test_running_out_of_memory_is_not_the_fault_of_a_passage():
    def columns(text, batch):
        raise MemoryError

    with pytest.raises(MemoryError):
        parse_batch(columns, "text", (Range(0, 4),))


@pytest.mark.parametrize(
    ("module", "link"),
    [
        (chain.quotes, "pair_marks"),
        (chain.entities, "find"),
        (chain.quotes, "attribute"),
        (chain.entities, "link_speech"),
        (chain.times, "find"),
        (chain.timeline, "build"),
    ],
)
def test_a_passage_that_fails_in_any_link_is_lost_alone(monkeypatch, parse, module, link):
    monkeypatch.setattr(module, link, failing_on_poison(getattr(module, link)))
    found = find_all(ARTICLE, parse)
    assert found.problems == (LOST,)
    assert names(found) == ["Ada Lovelace", "Turin", "Charles Babbage"]
    assert [time.value for time in found.times] == ["1840-05", "1841"]
    assert find_again(ARTICLE, parse, found).problems == (LOST,)


def test_a_link_that_fails_on_any_text_leaves_what_the_others_find(monkeypatch, parse):
    def fail(*inputs):
        raise RecursionError("too deep")

    monkeypatch.setattr(chain.quotes, "attribute", fail)
    found = find_all(ARTICLE.with_blocks([]), parse)
    assert found.quotes == ()
    assert found.problems == (
        Problem(0, len(TEXT), "This passage could not be analysed (RecursionError: too deep)."),
    )


def test_what_was_lost_in_parsing_stays_told(parse):
    lost = Problem(0, 3, "lost")
    assert find_all(ARTICLE, parse, [lost]).problems == (lost,)

"""Pairing of quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.quotes import Marked, pair_marks
from reader.article import Article

MARKS = "\"“”'‘’«»„`"


def passages(text: str, depth: int = 0) -> list[str]:
    return [text[m.start : m.end] for m in pair_marks(Article.from_text(text)) if m.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no more” and left.", ["“no more”"]),
        ('She said "no more" and left.', ['"no more"']),
        ("She said ''no more'' and left.", ["''no more''"]),
        ("Elle «no more» and left.", ["«no more»"]),
        ("Der Chef sagte „no more“, immer.", ["„no more“"]),
        ('Mixed “curly opens, straight closes" here.', ['“curly opens, straight closes"']),
        ("The council ‘wastes millions’ a year.", ["‘wastes millions’"]),
        ("Mayor: 'We can't wait' for the bridge", ["'We can't wait'"]),
        ("The dogs' bowls and the cats' beds aren't here.", []),
        ("Rock 'n' roll in the '90s, 'til dawn for 'em all.", []),
        ("He is 6'2\" tall, she said.", []),
        ("A ‘the voters’ choice’ sticker.", ["‘the voters’ choice’"]),
        ('"One," he said."Two," she said.', ['"One,"', '"Two,"']),
        ('"It is late, "Olsen said.', ['"It is late, "']),
        ('"Late," she said. "Too late," she said.', ['"Late,"', '"Too late,"']),
        ("Surplus” here and “a real one” there.", ["“a real one”"]),
        ("Never closed “here and “a real one” there.", ["“a real one”"]),
        ("“Open to the end", ["“Open to the end"]),
        ('<img alt="a red barn"> said “so be it”.', ["“so be it”"]),
    ],
)
def test_outermost_passages(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“They told me ‘never again’ twice,” Ada said.",
        "‘They told me “never again” twice,’ Ada said.",
        "\"They told me 'never again' twice,\" Ada said.",
        "“They told me “never again” twice,” Ada said.",
    ],
)
def test_quotation_in_quotation(text: str) -> None:
    (outer,) = passages(text)
    (inner,) = passages(text, depth=1)
    assert outer.startswith(text[0])
    assert "never again" in inner
    assert inner in outer


def test_paragraph_left_open_is_continued() -> None:
    text = "“First part.\n\n“Second part,” she said. “Third.”\n\n“Another.”"
    assert [(text[m.start : m.end], m.continues) for m in pair_marks(Article.from_text(text))] == [
        ("“First part.", False),
        ("“Second part,”", True),
        ("“Third.”", False),
        ("“Another.”", False),
    ]


def test_mark_left_open_and_closed_in_the_next_paragraph() -> None:
    text = "“First part.\n\nSecond part,” she said. “Third.”"
    assert passages(text) == ["“First part.", "Second part,”", "“Third.”"]


def test_lone_close_takes_up_an_open_paragraph() -> None:
    text = "“First part.\n\nSecond part,” she said."
    assert pair_marks(Article.from_text(text))[1] == Marked(14, 27, 0, True)


@pytest.mark.parametrize(
    ("piece", "times", "outermost"),
    [
        ("“", 5_000, 1),
        ('"', 5_001, 2_500),
        ("'a", 2_500, 0),
        ("‘a s’ a", 1_000, 1),
        ("“a” ", 2_500, 2_500),
        ("'\" ", 2_500, 0),
    ],
)
def test_many_marks_are_paired(piece: str, times: int, outermost: int) -> None:
    assert len(passages(piece * times)) == outermost


@given(st.text(alphabet=st.sampled_from("ab s.,\n —" + MARKS), max_size=80))
def test_passages_are_ordered_and_nested(text: str) -> None:
    article = Article.from_text(text)
    open_ends: list[int] = []
    previous = (-1, 0)
    for mark in pair_marks(article):
        assert 0 <= mark.start < mark.end <= len(article.text)
        assert any(b.start <= mark.start and mark.end <= b.end for b in article.blocks)
        assert (mark.start, -mark.end) > previous
        previous = (mark.start, -mark.end)
        open_ends = [end for end in open_ends if end > mark.start]
        assert mark.depth == len(open_ends)
        assert all(mark.end <= end for end in open_ends)
        open_ends.append(mark.end)


def test_straight_marks_around_a_told_paragraph_are_layout() -> None:
    text = '"“The bridge is safe,” Olsen said before adding that it moves."'
    assert passages(text) == ["“The bridge is safe,”"]


def test_straight_marks_around_a_spoken_paragraph_are_its_own() -> None:
    text = '"They call it “the old lady,” the bridge of our fathers."'
    assert passages(text) == [text]


def test_a_curly_mark_takes_up_nothing_that_a_straight_one_left_open() -> None:
    text = '"Olsen slept.\n\n“It is safe,” she said.'
    assert [mark.continues for mark in pair_marks(Article.from_text(text))] == [False, False]

"""The rows of a whole article."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.tui.article.layout import Layout
from reader.tui.article.rows import Rows, Setting, rows_around

TEXT = "A headline of its own\n\nOne two three four five.\n\nSix\n"


def all_rows(text: str, width: int) -> Rows:
    setting = Setting(text, Article(text).blocks, width)
    assert setting.advance(60)
    return setting.rows()


def shown(rows: Rows) -> list[str]:
    found = [rows.row(number) for number in range(rows.first, rows.last)]
    return [row.shown(0, len(row.pieces)) for row in found]


def book(paragraphs: int) -> str:
    lines = (f"Paragraph {n} tells of the harbour and its boats." for n in range(paragraphs))
    return "\n\n".join(lines)


def test_blank_rows_part_blocks_and_hold_no_code_point() -> None:
    rows = all_rows(TEXT, 12)
    assert shown(rows) == [
        "A headline",
        "of its own",
        "",
        "One two",
        "three four",
        "five.",
        "",
        "Six",
    ]
    assert [number for number in range(8) if rows.is_blank(number)] == [2, 6]
    assert [rows.number(offset) for offset in (0, 11, 21, 22, 23, 46, 48, 51, 52)] == [
        *(0, 1, 1, 1, 3, 5, 5, 7, 7)
    ]


@given(st.text(st.sampled_from("ab \n日\t"), max_size=60), st.integers(1, 10))
def test_each_code_point_belongs_to_one_row(text: str, width: int) -> None:
    rows = all_rows(text, width)
    assert rows.covers(len(text))
    spans = [rows.span(number) for number in range(rows.first, rows.last)]
    assert "".join(text[start:end] for start, end in spans) == text[spans[0][0] :]
    assert not text[: spans[0][0]].strip()


def test_an_article_can_be_set_in_slices() -> None:
    text = book(3_000)
    setting = Setting(text, Article(text).blocks, 20)
    setting.advance(0, rows=10)
    early = setting.rows()
    first = shown(early)
    assert not setting.done
    assert 3_000 < setting.total < 30_000
    while not setting.advance(0.001):
        pass
    whole = setting.rows()
    assert shown(early) == first == shown(whole)[: early.last]
    assert setting.total == whole.last == 3_000 * 4 - 1


def test_rows_around_a_place_are_those_of_the_whole_article() -> None:
    text = book(2_000)
    blocks = Article(text).blocks
    whole = all_rows(text, 30)
    for offset in (0, len(text) // 2, len(text)):
        near = rows_around(text, blocks, 30, offset=offset, height=20, total=whole.last)
        assert near.covers(offset)
        assert near.count < 500
        here, there = near.number(offset), whole.number(offset)
        for step in range(-40, 41):
            if here + step in near and there + step in whole and here + step + 1 in near:
                assert near.span(here + step) == whole.span(there + step)


def test_a_layout_shows_any_place_before_all_rows_are_known() -> None:
    text = "word " * 400_000
    layout = Layout(text, Article(text).blocks, 60, 30)
    for offset in (len(text) // 2, len(text) - 5, 0, len(text) // 3):
        layout.show(offset)
        assert not layout.done
        assert layout.rows.covers(offset)
        assert layout.rows.count < 10_000
        assert layout.rows.last <= layout.total
    while not layout.advance(0.01):
        pass
    layout.show(0)
    assert layout.rows.is_complete
    assert layout.total == layout.rows.last

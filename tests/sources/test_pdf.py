"""PDF put together again: columns in order, paragraphs whole, furniture told from the text."""

from __future__ import annotations

import re
from datetime import date

import pytest

from reader import Article
from reader.article import BlockKind
from reader.article.errors import ArticleError
from reader.sources import Raw, beginning, the_article

from .broadsheets import PAPERS, Paper, full_page, jumps, recall
from .documents import ROWS, front, hearing, report
from .pages import STORIES
from .pdfs import (
    CAPTION,
    PULLED,
    SETTINGS,
    Setting,
    emphasised,
    front_page,
    lines,
    long_document,
    made,
    nameless_letters,
    paragraphs,
    picture,
    picture_in_columns,
    row_by_row,
    short_last_column,
)


def opened(data: bytes) -> Article:
    return the_article(Raw("a.pdf", data, source="a.pdf"))


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(b.kind.value, article.text[b.start : b.end]) for b in article.blocks]


def told(found: list[tuple[str, str]], kind: str) -> list[str]:
    return [words for found_kind, words in found if found_kind == kind]


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_columns_paragraphs_and_furniture(setting: Setting) -> None:
    found = blocks(opened(made(setting)))
    wanted = [words for story in STORIES for words in paragraphs(story)]
    assert told(found, "paragraph") == wanted
    assert [*told(found, "title"), *told(found, "heading")] == [s.title for s in STORIES]
    edge = [words for _, words in found if words.startswith(("The Vikby Courier, F", "Page "))]
    assert edge == told(found, "furniture")
    if setting.pulled:
        assert PULLED in told(found, "pull_quote")
    if setting.caption:
        assert CAPTION in told(found, "caption")


def test_three_articles_of_a_newspaper_page_follow_each_other() -> None:
    found = blocks(opened(front_page()))
    heads = [words for kind, words in found if kind in {"title", "heading"}]
    assert heads == [story.title for story in STORIES[:3]]
    wanted = [words for story in STORIES[:3] for words in paragraphs(story)]
    assert told(found, "paragraph") == wanted
    assert told(found, "furniture") == ["The Vikby Courier"]


def test_words_broken_at_line_ends_are_joined_and_keep_the_hyphens_they_need() -> None:
    article = opened(
        lines(
            [
                "The ferry crews were well-known on the outer islands, where nobody di-",
                "vided the mail by street. A well-",
                "known pilot, Anna Berg-",
                "Olsen, brought it ashore.",
            ]
        )
    )
    assert "nobody divided the mail" in article.text
    assert "A well-known pilot, Anna Berg-Olsen, brought" in article.text


def test_a_page_is_named_by_where_words_stand() -> None:
    article = opened(long_document(4))
    pages = [stretch.page for stretch in article.origin]
    assert pages[0] == 1
    assert pages[-1] == 4
    assert pages == sorted(pages, key=lambda page: page or 0)


def test_a_long_document_begins_before_it_is_read() -> None:
    data = long_document(60)
    first = beginning(Raw("a.pdf", data))
    assert first is not None
    whole = opened(data)
    assert whole.text.startswith(first.text.rstrip())
    assert len(first.text) < len(whole.text) / 10
    assert beginning(Raw("a.pdf", front_page())) is None


def test_the_day_a_document_was_made_is_a_guess() -> None:
    article = opened(front_page())
    assert article.published is None
    assert isinstance(article.guessed, date)
    assert article.byline is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (lines(["Secret words."], password="x"), "encrypted"),
        (picture(), "OCR"),
        (nameless_letters(), "fonts that do not say what their letters mean"),
        (made(SETTINGS[0])[:900], "damaged PDF"),
        (b"%PDF-1.7 and nothing else", "damaged PDF"),
    ],
    ids=["encrypted", "scanned", "nameless", "cut", "no pdf"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ArticleError, match=sentence) as caught:
        opened(data)
    assert str(caught.value).endswith(".")


def test_letters_without_names_are_warned_of_where_others_have_names() -> None:
    said = [f"The council met again on day {n} and said what it had said." for n in range(5)]
    article = opened(nameless_letters(tuple(said)))
    assert said[0] in article.text
    assert article.notice is not None
    assert "fonts of this PDF do not say what their letters mean" in article.notice
    many = [f"The council met again on day {n} and said what it had said." for n in range(40)]
    assert opened(nameless_letters(tuple(many))).notice is None


def test_a_story_that_ends_in_a_column_of_one_line_is_whole() -> None:
    found = blocks(opened(short_last_column()))
    assert told(found, "paragraph") == paragraphs(STORIES[0])


def test_a_caption_over_two_columns_does_not_part_the_columns_beside_it() -> None:
    found = blocks(opened(picture_in_columns()))
    assert told(found, "paragraph") == [*paragraphs(STORIES[0]), *paragraphs(STORIES[1])]


@pytest.mark.parametrize(("gutter", "size"), [(10, 9), (8, 8), (14, 9)])
def test_columns_that_are_written_line_by_line_and_a_large_first_letter(
    gutter: float, size: float
) -> None:
    found = blocks(opened(row_by_row(gutter=gutter, size=size)))
    assert told(found, "title") == [STORIES[0].title]
    assert told(found, "paragraph") == paragraphs(STORIES[0])


def test_emphasis_is_told_by_the_fonts() -> None:
    article = the_article(Raw("a.pdf", emphasised(), source="a.pdf"))
    found = [(article.text[one.start : one.end], one.face.value) for one in article.emphasis]
    assert found == [("Alden Post", "italic"), ("only once", "bold")]


def test_a_bold_line_in_the_size_of_the_text_is_a_heading() -> None:
    article = the_article(Raw("a.pdf", emphasised(), source="a.pdf"))
    headings = [block for block in article.blocks if block.kind is BlockKind.HEADING]
    assert [article.text[b.start : b.end] for b in headings] == ["What comes next"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_pages_of_newspapers_have_their_paragraphs_whole(paper: Paper) -> None:
    found = told(blocks(opened(paper.data)), "paragraph")
    assert recall(paper, found) == 1
    wanted = [words for article in paper.articles for words in article]
    assert [words for words in found if words not in wanted] == []
    for article in paper.articles:
        places = [found.index(words) for words in article]
        assert places == sorted(places)


def test_an_article_that_goes_on_on_another_page_is_read_in_one() -> None:
    paper = jumps()
    found = blocks(opened(paper.data))
    assert told(found, "navigation") == [
        *("See FERRIES, Page 4", "FERRIES", "From Page 1"),
        *("Continued on Page 4", "LAKE", "Continued from Page 1"),
    ]
    prose = told(found, "paragraph")
    assert prose == [words for article in paper.articles for words in article]
    assert told(found, "byline") == ["By MARA LINDQVIST", "By INES CARVALHO"]


def test_an_article_over_a_lower_headline_is_read_before_what_is_below_it() -> None:
    found = told(blocks(opened(full_page().data)), "paragraph")
    first, *_, third = full_page().articles
    assert [found.index(words) for words in first] == [*range(len(first))]
    assert found.index(third[0]) == len(first)


def test_headlines_and_folios_of_a_newspaper_are_whole() -> None:
    found = blocks(opened(full_page().data))
    assert told(found, "title") == ["A museum gives back the drum it never bought"]
    assert "“We know exactly where it was, every day”" in told(found, "pull_quote")
    assert {"3", "THE ALDEN POST", "Friday, February 12, 2021"} <= {*told(found, "furniture")}


def test_the_numbers_of_lines_are_no_words_of_a_hearing() -> None:
    data, said = hearing()
    article = opened(data)
    shown = " ".join(article.text.split())
    assert [words for words in said if words[3:] not in shown] == []
    assert re.findall(r"\b\d+\b", shown) == re.findall(r"\b\d+\b", " ".join(said))


def test_a_table_in_a_report_keeps_its_rows() -> None:
    data, wanted = report()
    found = blocks(opened(data))
    assert told(found, "table") == ["  |  ".join(row) for row in ROWS]
    prose = [words for kind, words in found if kind in {"paragraph", "list_item"}]
    assert prose == wanted


def test_an_article_is_read_whole_before_one_under_a_headline_in_its_first_columns() -> None:
    data, wanted = front()
    assert told(blocks(opened(data)), "paragraph") == wanted

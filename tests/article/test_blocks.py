"""Where blocks begin and end, and what each of them is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Article
from reader.article import ABOUT_THE_ARTICLE, Block, BlockKind
from reader.article.parts import Blocks

LEAD = (
    "The night boats to the islands will run again from Monday, ending a strike of seven weeks "
    "that emptied the shops and put off two weddings."
)
SECOND = (
    "Crews will be paid more this year and next, and nobody will have to work more than four "
    "nights in a row, the company and the union said on Friday."
)


def kinds(text: str) -> list[tuple[str, str]]:
    """Each block's kind and its words on one line."""
    article = Article.from_text(text)
    return [(b.kind.value, " ".join(text[b.start : b.end].split())) for b in article.blocks]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \t\n", "\n\n\n\n"])
def test_a_line_is_a_block_with_or_without_blank_lines(gap: str) -> None:
    assert kinds(gap.join(["Night ferries to sail again", LEAD, SECOND])) == [
        ("title", "Night ferries to sail again"),
        ("paragraph", LEAD),
        ("paragraph", SECOND),
    ]


@pytest.mark.parametrize("width", [55, 72, 79, 100])
@pytest.mark.parametrize("gap", ["\n\n", "\n\n    "])
def test_lines_broken_at_a_width_are_joined(width: int, gap: str) -> None:
    paragraphs = [LEAD, SECOND, f"{SECOND} {LEAD}"]
    wrapped = gap.join(textwrap.fill(p, width) for p in ["Night ferries sail", *paragraphs])
    assert kinds(wrapped) == [
        ("title", "Night ferries sail"),
        *(("paragraph", p) for p in paragraphs),
    ]


def test_in_wrapped_text_a_set_in_line_begins_a_paragraph() -> None:
    wrapped = "\n".join(textwrap.fill(p, 70, initial_indent="   ") for p in [LEAD, SECOND, LEAD])
    assert kinds(wrapped) == [("paragraph", LEAD), ("paragraph", SECOND), ("paragraph", LEAD)]


def test_in_wrapped_text_a_line_with_room_left_ends_its_block() -> None:
    long = f"{SECOND} {LEAD} {SECOND}"
    lines = ["Night ferries to sail", "By Daniel Osei", textwrap.fill(long, 70)]
    assert kinds("\n".join([*lines, textwrap.fill(LEAD, 70)])) == [
        ("title", "Night ferries to sail"),
        ("byline", "By Daniel Osei"),
        ("paragraph", long),
        ("paragraph", LEAD),
    ]


def test_short_lines_broken_by_the_writer_stay_apart() -> None:
    verse = "The boats were late.\nThe quay was wide.\nA piano waited.\nSo did the tide."
    assert [words for _, words in kinds(verse)] == verse.split("\n")


RAGGED = (
    "The night boats to the islands run\nagain from Monday, and so do the\nlorries that had "
    "waited in the port\nof Ansel for all of seven weeks."
)


@pytest.mark.parametrize("width", [30, 36, 48])
@pytest.mark.parametrize("gap", ["\n\n", "\n \t\n"])
def test_one_paragraph_broken_at_a_narrow_width_is_one_block(width: int, gap: str) -> None:
    wrapped = gap.join(["Night ferries sail", LEAD, textwrap.fill(SECOND, width), LEAD])
    assert kinds(wrapped) == [
        ("title", "Night ferries sail"),
        ("paragraph", LEAD),
        ("paragraph", SECOND),
        ("paragraph", LEAD),
    ]


def test_a_few_short_lines_of_one_sentence_are_one_block() -> None:
    words = " ".join(RAGGED.split())
    assert kinds(RAGGED) == [("paragraph", words)]
    assert kinds(f"{RAGGED}\n\n{SECOND}") == [("paragraph", words), ("paragraph", SECOND)]
    two = "The harbour office has said nothing of\nthe piano that stands on the quay."
    assert kinds(f"{LEAD}\n\n{two}") == [("paragraph", LEAD), ("paragraph", two.replace("\n", " "))]


def test_a_line_that_breaks_within_a_phrase_is_joined_in_wrapped_text() -> None:
    wrapped = textwrap.fill(f"{SECOND} {LEAD} {SECOND}", 70)
    broken = wrapped.replace("and nobody will", "and\nnobody will", 1)
    assert broken != wrapped
    assert [kind for kind, _ in kinds(broken)] == ["paragraph"]


@pytest.mark.parametrize(
    "lines",
    [
        ["The boats were late,", "and the quay was wide,", "a piano waited,", "so did the tide."],
        ["The boats were late,", "and so was I."],
        ["- milk from the mainland", "- bread and butter", "- a piano"],
        ["milk", "bread", "butter and cheese", "a piano"],
        ["Ansel 3, Ruthven 1", "Skerry 0, Tarn 0", "Corvane 2, Almar 2"],
        ["The boats sail again.", "The crews are paid more.", "Nobody works a fifth night."],
    ],
)
def test_short_lines_that_somebody_broke_stay_apart(lines: list[str]) -> None:
    text = f"{LEAD}\n\n" + "\n".join(lines) + f"\n\n{SECOND}"
    assert [words for _, words in kinds(text)][1:-1] == lines


def test_a_headline_over_a_paragraph_of_short_lines_stays_apart() -> None:
    found = kinds(f"Boats sail\n{RAGGED}\n\n{SECOND}")
    assert [words for _, words in found] == ["Boats sail", " ".join(RAGGED.split()), SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "By Daniel Osei",
        "By Daniel Osei and Ruth de Vries, Skerry Sound",
        "BY DANIEL OSEI",
        "Published 9 January 2026",
        "Last updated: Jan. 9, 2026, 4:10 p.m.",
        "Friday, January 9, 2026",
        "9 Jan 2026 | 16:10 GMT",
        "2026-01-09",
        "4 min read",
        "Photo: the harbour in winter",
        "TARN HARBOUR (SSP) —",
        "https://news.example/ferries",
        "* * *",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_lines_about_the_article_are_neither_title_nor_text(line: str, above: bool) -> None:
    title = "Night ferries to sail again as islands and union settle"
    top = [line, title] if above else [title, line]
    found = kinds("\n\n".join([*top, LEAD, SECOND]))
    assert [words for _, words in found[:2]] == top
    about = BlockKind({words: kind for kind, words in found}[line])
    assert about in ABOUT_THE_ARTICLE | {BlockKind.DATELINE}
    assert ("title", title) in found
    assert [kind for kind, _ in found[2:]] == ["paragraph", "paragraph"]


def test_lines_about_the_article_at_its_end() -> None:
    credit = "(Reporting by Daniel Osei; Editing by Ines Calloway)"
    assert kinds("\n\n".join(["Ferries sail", LEAD, SECOND, credit, "© 2026 The Skerry"]))[-2:] == [
        ("credit", credit),
        ("furniture", "© 2026 The Skerry"),
    ]


def test_front_matter_is_about_the_article() -> None:
    front = "---\ntitle: Ferries\ndate: 2026-01-09\n---\n"
    assert kinds(f"{front}\nNight ferries to sail again\n\n{LEAD}\n") == [
        *(("metadata", line) for line in front.split("\n")[:-1]),
        ("title", "Night ferries to sail again"),
        ("paragraph", LEAD),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Published accounts of the strike differ, and so do the islanders who lived through it.",
        "By Monday the shops were full again and everybody had fresh milk with their breakfast.",
        "Filed for six reasons, the complaint went to the court on the mainland without delay.",
    ],
)
def test_sentences_that_begin_like_a_line_about_the_article_are_text(sentence: str) -> None:
    assert kinds(f"Ferries sail\n\n{sentence}\n\n{LEAD}")[1] == ("paragraph", sentence)


@pytest.mark.parametrize(
    "title",
    [
        "Night ferries to sail again as islands and union settle",
        "Who will pay for the night boats?",
        "‘We asked in September’",
        "Ferries Back in Service, Says the U.S. Firm Corvane Ltd.",
        "By the Sea, a Strike Ends at Last, and a Piano Is Tuned",
    ],
)
def test_a_headline_is_the_title(title: str) -> None:
    assert Article.from_text(f"{title}\n\n{LEAD}\n\n{SECOND}\n").title == title


def test_a_label_above_a_headline_is_not_the_title() -> None:
    text = f"Islands\n\nNight ferries to sail again as union settles\n\n{LEAD}\n\n{SECOND}"
    assert Article.from_text(text).title == "Night ferries to sail again as union settles"
    assert kinds(text)[0] == ("metadata", "Islands")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Night ferries to sail again",
        f"{LEAD}\n\n{SECOND}",
        f"The boats sail on Monday.\n\n{SECOND}\n\n{LEAD}",
        f"TARN HARBOUR, Jan. 9 — The boats sail\n\n{SECOND}",
        f"{LEAD}" * 3 + f"\n{SECOND}",
    ],
)
def test_prose_at_the_top_is_no_title(text: str) -> None:
    assert Article.from_text(text).title is None


def test_a_title_marked_as_one_loses_the_mark() -> None:
    assert Article.from_text(f"# Ferries sail\n\n{LEAD}\n").title == "Ferries sail"


def test_short_lines_over_prose_are_headings() -> None:
    text = "\n\n".join(
        [
            "Ferries sail",
            LEAD,
            "What the crews get",
            SECOND,
            "Is it enough?",
            SECOND,
            "## Next",
            LEAD,
        ]
    )
    assert [words for kind, words in kinds(text) if kind == "heading"] == [
        "What the crews get",
        "Is it enough?",
        "## Next",
    ]


@pytest.mark.parametrize(
    "line",
    ["“We are glad,” she said.", "- more pay", "and then", "She paused:", "1. more pay", "“No”"],
)
def test_other_short_lines_are_paragraphs(line: str) -> None:
    assert kinds("\n\n".join(["Ferries sail", LEAD, line, SECOND]))[2] == ("paragraph", line)


@given(st.text(st.sampled_from("ab. \t\n\n\u2003—#\x0c\x85\u2028\0"), max_size=300))
def test_blocks_hold_all_but_white_space_in_order(text: str) -> None:
    article = Article.from_text(text)
    end = 0
    for block in article.blocks:
        assert not article.text[end : block.start].strip()
        inside = article.text[block.start : block.end]
        assert inside
        assert inside == inside.strip()
        end = block.end
    assert not article.text[end:].strip()


@given(
    st.lists(st.builds(Block, st.integers(0, 9), st.integers(9, 99), st.sampled_from(BlockKind))),
    st.slices(8),
)
def test_blocks_are_a_sequence_like_any_other(items: list[Block], part: slice) -> None:
    blocks = Blocks(items)
    assert list(blocks) == items
    assert [blocks[place] for place in range(-len(items), len(items))] == items * 2
    assert list(blocks[part]) == items[part]
    assert blocks == Blocks(items)
    assert blocks != Blocks([*items, Block(0, 1)])


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "A line of words that ends.\n" * 40_000,
        (textwrap.fill(LEAD, 60) + "\n\n") * 7_000,
        "\n \t" * 300_000,
        "a" + " " * 1_000_000,
        "---\n" * 250_000,
        "By " + "A " * 500_000,
    ],
    ids=["one line", "lines", "wrapped", "white space", "room", "rules", "byline"],
)
def test_a_megabyte_of_anything_is_split_at_once(text: str) -> None:
    blocks = Article.from_text(text).blocks
    assert all(block.kind in BlockKind for block in blocks)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lane\nCrime correspondent", "Ann Lane"),
        ("By Ann Lane, science reporter", "Ann Lane"),
        ("By LENA HALLOWELL and TOM McRAE", "LENA HALLOWELL, TOM McRAE"),
        ("By Ann Lane, Tom Moss and Bo van Ek", "Ann Lane, Tom Moss, Bo van Ek"),
        ("By Folu Ade, Lagos", "Folu Ade"),
        ("By The Associated Press", None),
    ],
)
def test_a_plain_text_is_signed_by_whom_its_byline_names(line: str, expected: str | None) -> None:
    body = "The quay in the old harbour was closed on Monday after a night of heavy rain and wind."
    article = Article.from_text(f"Harbour closed after storm\n\n{line}\n\n{body}\n\n{body}")
    assert article.signed == expected
    assert article.byline is None


def test_what_speaks_about_the_article_has_no_number() -> None:
    article = Article.from_text("A storm\n\nBy Ann Roe\n\nIt rained.\n\nIt stopped.\n")
    numbering = article.numbering
    starts = [article.text.index(words) for words in ("It rained", "It stopped")]
    assert [numbering.start(number) for number in (0, 1, 2, 3)] == [None, *starts, None]
    assert [numbering.paragraph(start) for start in starts] == [1, 2]
    assert numbering.count == 2
    assert not numbering.is_numbered(0)
    assert numbering.is_numbered(starts[1])

"""The structure of an article, to jump by."""

from __future__ import annotations

from reader.article import Article, Block, BlockKind, Blocks, Link, Origin
from reader.reading.outline import Entry, Part, beginning, link_at, outline, page_starts, section_at

TEXT = "Tolls rise\n\nWho pays\n\nBoats.\n\nVOSS:\n\nWe all pay for it.\n\nWhat follows\n\nA vote."


def block(words: str, kind: BlockKind) -> Block:
    return Block(TEXT.index(words), TEXT.index(words) + len(words), kind)


ARTICLE = Article(
    TEXT,
    layout=Blocks(
        [
            block("Tolls rise", BlockKind.TITLE),
            block("Who pays", BlockKind.HEADING),
            block("Boats.", BlockKind.PARAGRAPH),
            block("VOSS:", BlockKind.SPEAKER),
            block("We all pay for it.", BlockKind.TURN),
            block("What follows", BlockKind.HEADING),
            block("A vote.", BlockKind.PARAGRAPH),
        ]
    ),
    origin=(
        Origin(0, 20, 0, 20, page=1),
        Origin(20, 30, 20, 30, page=1),
        Origin(TEXT.index("VOSS"), len(TEXT), 40, 99, page=2),
    ),
    links=(Link(TEXT.index("vote"), TEXT.index("vote") + 4, "https://news.example/vote"),),
)


def test_all_that_can_be_jumped_to_comes_in_order_and_links_last() -> None:
    at = TEXT.index
    assert outline(ARTICLE) == [
        Entry(Part.HEADING, 0, "Tolls rise"),
        Entry(
            Part.PAGE,
            0,
            "page 1",
            "Tolls rise Who pays Boats. VOSS: We all pay for it. What follows A vote.",
        ),
        Entry(Part.HEADING, at("Who"), "Who pays"),
        Entry(Part.SPEAKER, at("VOSS"), "VOSS", "We all pay for it."),
        Entry(Part.PAGE, at("VOSS"), "page 2", "VOSS: We all pay for it. What follows A vote."),
        Entry(Part.HEADING, at("What"), "What follows"),
        Entry(Part.LINK, at("vote"), "vote", "https://news.example/vote", 0),
    ]


def test_an_article_begins_behind_the_menu_over_it() -> None:
    menu = Block(0, 10, BlockKind.NAVIGATION)
    assert beginning(Article(TEXT, layout=Blocks([menu, block("Who pays", BlockKind.TITLE)]))) == 12
    assert beginning(ARTICLE) == beginning(Article(TEXT)) == 0


def test_a_place_stands_under_the_heading_before_it() -> None:
    assert section_at(ARTICLE, 0) == ""
    assert section_at(ARTICLE, TEXT.index("Boats")) == "Who pays"
    assert section_at(ARTICLE, TEXT.index("We all")) == "Who pays"
    assert section_at(ARTICLE, len(TEXT)) == "What follows"


def test_pages_and_links_are_found_by_place() -> None:
    assert page_starts(ARTICLE) == [(0, 1), (TEXT.index("VOSS"), 2)]
    assert page_starts(Article(TEXT)) == []
    link = ARTICLE.links[0]
    assert link_at(ARTICLE, link.start) == link_at(ARTICLE, link.end - 1) == link
    assert link_at(ARTICLE, link.start - 1) is link_at(ARTICLE, link.end) is None

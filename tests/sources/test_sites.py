"""Pages in the manner of many sites, each told by two stories: text, title, author and day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from reader import Article
from reader.article import ABOUT_THE_ARTICLE, BlockKind
from reader.sources import Raw, the_article

from .pages import STORIES, Story
from .saved_pages import Saved
from .site_parts import Told
from .sites_late import LATE
from .sites_more import MORE
from .sites_news import NEWS
from .sites_other import OTHER

_BESIDE = ABOUT_THE_ARTICLE | {BlockKind.TITLE, BlockKind.CAPTION, BlockKind.DATELINE}
_DEK = "A short word on what came of it, and on who had said so before."
_LEAST, _LEAST_IN_ALL = 0.98, 0.995


def _told(first: Story, second: Story) -> Told:
    lines = (*first.of("p"), *second.of("p"))
    heads = ("What was on the table", "A door that stays open")
    return Told(first.title, first.byline, first.day, _DEK, lines, heads)


FERRY, DRUM, CINEMA, LAKE = STORIES
TOLD = (_told(FERRY, LAKE), _told(DRUM, CINEMA))
SITES = (*NEWS, *OTHER, *MORE, *LATE)


def read(page: Saved) -> Article:
    return the_article(Raw("page.html", page.html.encode(), source="page.html"))


def agreement(page: Saved) -> float:
    """F1 over words of body and right body; the line below the headline may stand in it or not."""
    article = read(page)
    blocks = [block for block in article.blocks if block.kind not in _BESIDE]
    lines = [" ".join(article.text[block.start : block.end].split()) for block in blocks]
    got = Counter(re.findall(r"\w+", " ".join(line for line in lines if line != _DEK)))
    want = Counter(re.findall(r"\w+", " ".join(page.body)))
    return 2 * (got & want).total() / (got.total() + want.total())


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.__name__)
def test_the_body_is_what_a_person_would_copy(site: Callable[[Told], Saved]) -> None:
    for story in TOLD:
        assert agreement(site(story)) >= _LEAST


def test_in_all_of_them_next_to_nothing_is_wrong() -> None:
    found = [agreement(site(story)) for site in SITES for story in TOLD]
    assert sum(found) / len(found) >= _LEAST_IN_ALL


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.__name__)
def test_title_author_and_day_are_those_that_the_page_states(
    site: Callable[[Told], Saved],
) -> None:
    for page in map(site, TOLD):
        article = read(page)
        stated = (page.title, page.byline, page.day)
        assert (article.title, article.byline, article.published) == stated

"""Places of an article by number: paragraphs, and hundredths of the text."""

from __future__ import annotations

from ..article import HEADLINES, Article


def paragraph_start(article: Article, number: int) -> int | None:
    """Where a paragraph begins, counted from 1 without headings; None where there is none."""
    return dict(enumerate(_starts(article), 1)).get(number)


def count_paragraphs(article: Article) -> int:
    """How many paragraphs there are, headings aside."""
    return len(_starts(article))


def _starts(article: Article) -> list[int]:
    return [block.start for block in article.blocks if block.kind not in HEADLINES]


def share_start(text: str, percent: float) -> int:
    """The start of the word at so many hundredths of a text, within 0 and 100."""
    place = round(len(text) * min(max(percent, 0.0), 100.0) / 100)
    while 0 < place < len(text) and not text[place - 1].isspace():
        place -= 1
    return place

"""Datelines of news agencies: the place in capitals that opens a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...article import Article
from ..parse import Parse
from .name import Name

# A place in capitals, then a state or date, then the agency in brackets; a dash ends it.
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})"
    r"(?:, [A-Z][\w.]*(?: [\w.]+)?){0,2}(?:,? \d{4})?"
    r" ?(?:\([A-Z][\w. ]{1,30}\))? ?(?:--|[-–—_])(?= |$)"
)


def datelines(article: Article, parse: Parse) -> list[Name]:
    """The places that datelines name."""
    found = []
    for match in _matches(article):
        first, last = parse.tokens_in(*match.span("place"))
        if first < last and parse.end[last - 1] == match.end("place"):
            found.append(Name(first, last, "GPE", "dateline"))
    return found


def dateline_spans(article: Article) -> list[tuple[int, int]]:
    """The code points of whole datelines, from the place to the dash."""
    return [match.span() for match in _matches(article)]


def _matches(article: Article) -> Iterator[re.Match[str]]:
    for block in article.blocks:
        match = _DATELINE.match(article.text, block.start, block.end)
        if match:
            yield match

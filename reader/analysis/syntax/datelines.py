"""Datelines of news agencies: the place that opens a report, mostly in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...article import Article
from ..parse.columns import Parse
from .name import Name

_WITHIN = r"(?:, [A-Z][\w.]*(?: [\w.]+)?){0,2}(?:,? \d{4})? ?"
_AGENCY = r"\([A-Z][\w. ]{1,30}\)"
_DASH = r" ?(?:--|[-–—_])(?= |$)(?! ?[a-z])"
# A place in capitals, then a state or date, then the agency in brackets; a dash ends it, and a
# sentence begins after it.
# With an agency the place may be written as elsewhere.
_DATELINES = (
    re.compile(
        rf"(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,3}}){_WITHIN}(?:{_AGENCY})?{_DASH}"
    ),
    re.compile(rf"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}){_WITHIN}{_AGENCY}{_DASH}"),
)


def datelines(article: Article, parse: Parse) -> list[Name]:
    """The places that datelines name."""
    found = []
    for match in _matches(article):
        first, last = parse.tokens_in(*match.span("place"))
        if first < last and parse.end[last - 1] == match.end("place"):
            found.append(Name(first, last, "GPE", "dateline-place"))
    return found


def dateline_spans(article: Article) -> list[tuple[int, int]]:
    """The code points of whole datelines, from the place to the dash."""
    return [match.span() for match in _matches(article)]


def _matches(article: Article) -> Iterator[re.Match[str]]:
    for block in article.blocks:
        for form in _DATELINES:
            if match := form.match(article.text, block.start, block.end):
                yield match
                break

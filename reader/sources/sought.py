"""What a place named on the command line or in the reader holds: an article at once, or a wait."""

from __future__ import annotations

import os
from datetime import date
from typing import NamedTuple

from ..article import Article
from ..article.errors import shown
from . import the_article
from .loading import DEFAULT_LIMIT, STANDARD_INPUT, WhileWaiting, fetch, load
from .plain import at_once
from .types import Raw

_LONGEST_SOURCE = 120
LONGEST_ADDRESS = 4000
"""Characters of the longest address that is asked for."""


class Sought(NamedTuple):
    """What another process has to read: the bytes in `raw`, or the page at the address `name`."""

    name: str
    raw: Raw | None = None
    published: date | None = None
    place: str | None = None

    @property
    def label(self) -> str:
        """What a person knows it by while it is being read."""
        return self.raw.label if self.raw is not None else self.name


class Found(NamedTuple):
    """An article that was read at once, and where it is: an absolute path, or None for a pipe."""

    article: Article
    place: str | None


class Opening(NamedTuple):
    """What the reader begins with (None: the start screen), and how pages are got.

    `keep` tells whether pages are kept for next time, `refresh` whether kept ones are asked for
    again; `limit` is the most bytes of a file. `corpus` is the folder of a corpus to begin with. A
    visitor in a browser (`is_visitor`) reads `first` and opens nothing else.
    """

    first: Found | Sought | None = None
    offline: bool = False
    refresh: bool = False
    keep: bool = False
    is_visitor: bool = False
    limit: int = DEFAULT_LIMIT
    corpus: str | None = None


def open_article(place: str | os.PathLike[str], published: date | None = None) -> Article:
    """The article at a path or web address, its text clean and its blocks known.

    `published` is the publication date where the article states none or a wrong one. Raises
    ArticleError, one sentence for a person, where there is no article to read.
    """
    where = os.fspath(place)
    if not is_address(where):
        return load(where, published=published)
    from .web import fetch as fetch_page

    page = fetch_page(where)
    return the_article(raw_of(where, page.address, page.body, page.media_type, published))


def look_at(
    place: str,
    *,
    published: date | None = None,
    limit: int = DEFAULT_LIMIT,
    while_waiting: WhileWaiting | None = None,
) -> Found | Sought:
    """The article at a place where that is clean plain text, else what has to be read elsewhere.

    A place is a path, a web address, or "-" for standard input, which may hold nothing but a
    web address. `limit` is the most bytes. `while_waiting` is told of a pipe without an end, as
    `fetch` does. Raises ArticleError, one sentence.
    """
    if is_address(place):
        return _page(place, published)
    raw = fetch(place, published=published, limit=limit, while_waiting=while_waiting)
    if place == STANDARD_INPUT:
        address = raw.data.decode("ascii", "replace") if len(raw.data) <= LONGEST_ADDRESS else ""
        if is_address(address):
            return _page(address, published)
    known = None if place == STANDARD_INPUT else _absolute(place)
    article = at_once(raw)
    return Sought(raw.name, raw, published, known) if article is None else Found(article, known)


def raw_of(asked: str, address: str, body: bytes, media_type: str, published: date | None) -> Raw:
    """The bytes of a page that was asked for at one address and came from another or the same."""
    return Raw(shown(asked), body, address, media_type, published, short_name(address))


def short_name(address: str) -> str:
    """What a person knows a page by: its address without scheme and query, its end kept."""
    name = shown(address.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/"))
    host, _, path = name.partition("/")
    room = _LONGEST_SOURCE - len(host)
    return name if len(path) <= room else f"{host}/…{path[-room:]}"


def is_address(place: str) -> bool:
    """Whether a place is a web address and nothing else."""
    words = place.strip()
    if not words[:8].lower().startswith(("http://", "https://")):
        return False
    return words.isprintable() and " " not in words and len(words) <= LONGEST_ADDRESS


def _page(address: str, published: date | None) -> Sought:
    address = address.strip()
    return Sought(address, None, published, address)


def _absolute(place: str) -> str | None:
    """Where a path leads from any folder, None where the present folder is gone."""
    import os

    try:
        return os.path.abspath(place)  # noqa: PTH100  links stay: they are what the user knows
    except OSError:
        return None

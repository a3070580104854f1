"""From an address or bytes to an article: fetched or kept, read, with what is worth knowing.

Imports what reads the formats: for processes without an interface.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import msgspec

from .. import __version__
from ..article import Article
from ..article.errors import ArticleError
from ..library.pages import KeptPage, Pages
from ..sources import Container, Raw, read, the_article
from ..sources.policy import Policy, Tell, quietly
from ..sources.sought import Sought, raw_of
from .opening_messages import Web


class Got(msgspec.Struct, frozen=True):
    """The bytes at an address; `notice` is what a person should know about them, or empty."""

    raw: Raw
    notice: str = ""


class Opener:
    """Gets pages, from the store where they are kept, and reads any format."""

    def __init__(self, web: Web, pages: Pages | None = None) -> None:
        """With `web.polite` the addresses are those of a list, each host asked once a second."""
        self._web = web
        self._policy = Policy(
            offline=web.offline,
            program=f"reader/{__version__}",
            proxy=web.proxy,
            certificates=web.certificates,
        )
        self._pages = (pages or Pages()) if web.keep else None
        self._visitor = None
        if web.polite:
            from ..sources.visiting import Visitor

            self._visitor = Visitor(self._policy)

    def get(self, address: str, *, published: date | None = None, tell: Tell = quietly) -> Got:
        """The bytes at an address. Raises ArticleError."""
        address = address.strip()
        page = self._kept(address)
        notice = ""
        if page is not None and not self._web.offline:
            notice = f"This page was saved on {page.fetched:%-d %B %Y}; --refresh fetches it again."
        elif page is None:
            page, notice = self._fetched(address, tell)
        raw = raw_of(address, page.address, page.body, page.media_type, published)
        return Got(raw, notice)

    def read(self, got: Got) -> tuple[Article | Container, str]:
        """What is in the bytes, and what a person should know about it. Raises ArticleError."""
        found = read(got.raw)
        if isinstance(found, Container):
            return found, " ".join(filter(None, (got.notice, found.notice)))
        if got.raw.url and found.url is None:
            found = replace(found, url=got.raw.url)
        return found, " ".join(filter(None, (got.notice, found.notice)))

    def article(self, sought: Sought) -> tuple[Article, str]:
        """The one article of what was sought, and what a person should know about it.

        Raises ArticleError, also where there are several articles.
        """
        if sought.raw is not None:
            return the_article(sought.raw), ""
        got = self.get(sought.name, published=sought.published)
        article = the_article(got.raw)
        return replace(article, url=article.url or got.raw.url), got.notice

    def everything(self, sought: Sought) -> tuple[Article | Container, str]:
        """What was sought, and what a person should know about it: an article, or a list.

        A list of one is that one. Raises ArticleError.
        """
        if sought.raw is not None:
            found, notice = self.read(Got(sought.raw))
        else:
            found, notice = self.read(self.get(sought.name, published=sought.published))
        while isinstance(found, Container) and len(found.entries) == 1:
            found, notice = choose(self, found, 0)
        return found, notice

    def _kept(self, address: str) -> KeptPage | None:
        if self._pages is None or (self._web.refresh and not self._web.offline):
            return None
        return self._pages.get(address)

    def _fetched(self, address: str, tell: Tell) -> tuple[KeptPage, str]:
        if self._visitor is not None:
            page = self._visitor.fetch(address, tell)
        else:
            from ..sources.web import fetch

            page = fetch(address, self._policy, tell)
        kept = KeptPage(page.address, page.media_type, page.body, page.fetched)
        if self._pages is not None:
            with suppress(OSError):  # the page is there all the same
                self._pages.put(address, kept)
        return kept, page.notice


def choose(opener: Opener, container: Container, index: int) -> tuple[Article | Container, str]:
    """One of the articles of a container: the page it stands for, else what the container holds.

    Raises ArticleError where there is neither.
    """
    entry = container.entries[index]
    if entry.url is None or not entry.is_summary:
        return entry.open(), ""
    try:
        return opener.read(opener.get(entry.url, published=entry.published))
    except ArticleError as error:
        with suppress(ArticleError):
            return entry.open(), f"This is the summary in the feed. {error}"
        raise

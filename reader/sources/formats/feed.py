"""Feeds: RSS and Atom as a list of their articles."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import partial
from typing import Any

from ...article import Article
from ..archives import damaged, xml_root
from ..building import About, Builder, Place
from ..characters import one_line
from ..markup import pieces
from ..types import Container, Entry, Raw
from .web_page import html_text, parsed

_ROOT = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,5000}?-->\s*|<\?[^>]{0,500}>\s*)*"
    rb"(?:<!DOCTYPE[^>\[]{0,300}(?:\[.{0,5000}?\]\s*)?>\s*)?<(?:\w+:)?(?:rss|feed|RDF)\b",
    re.I | re.S,
)
_ITEM = re.compile(r"<(?:\w+:)?(item|entry)\b.*?</(?:\w+:)?\1\s*>", re.S)
_MOST_ENTRIES = 5000
_WHOLE = 1500


class Feed:
    """RSS and Atom."""

    name = "feed"
    suffixes = frozenset({".rss", ".atom", ".rdf"})
    media_types = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})

    def recognises(self, raw: Raw) -> bool:
        """Whether the root of the document is that of a feed."""
        return _ROOT.match(raw.data[:20_000]) is not None

    def read(self, raw: Raw) -> Container:
        """The articles, in the order of the feed."""
        import feedparser

        if b"<!DOCTYPE" in raw.data[:4096].upper() or b"<!ENTITY" in raw.data[:65536].upper():
            xml_root(raw.data, raw.name)  # refuses it
        found = feedparser.parse(io.BytesIO(raw.data), sanitize_html=True)
        if not found.entries:
            raise damaged(raw.name)
        outlet = _words(found.feed.get("title")) or None
        spans = _items(raw, len(found.entries))
        entries = [
            _entry(raw, one, outlet, span)
            for one, span in zip(found.entries[:_MOST_ENTRIES], spans, strict=False)
        ]
        more = len(found.entries) - len(entries)
        notice = f"{more:,} more articles are not listed." if more else None
        return Container(raw.name, "a feed", entries, notice)


def _items(raw: Raw, count: int) -> list[Place | None]:
    """Where the entries of a feed stand in its text; nowhere, where they cannot be told apart."""
    text = html_text(raw, strict=False)
    found = [Place(*match.span()) for match in _ITEM.finditer(text)]
    return [*found] if len(found) == count else [None] * count


def _entry(raw: Raw, one: Any, outlet: str | None, span: Place | None) -> Entry:
    title = _words(one.get("title")) or "(no title)"
    contents = [str(part.get("value") or "") for part in one.get("content") or ()]
    body = max([*contents, str(one.get("summary") or "")], key=len)
    address = str(one.get("link") or "")
    address = address if address.startswith(("http://", "https://")) else ""
    about = About(title, _words(one.get("author")) or None, _day(one), url=address or None)
    whole = raw.holding(b"", title)._replace(url=address or None)
    summary = address if len(body) < _WHOLE else ""
    place = span and span._replace(anchor=str(one.get("id") or address or "") or None)
    read = partial(_article, whole, about, body, place)
    return Entry(title, read, about.published, outlet, summary or None, bool(summary))


def _article(raw: Raw, about: About, body: str, place: Place | None) -> Article:
    builder = Builder()
    builder.head(about, place)
    if body.strip():
        found = pieces(parsed(body, raw.name))
        builder.add_all(found, about.headline, (lambda _: place) if place is not None else None)
    return builder.article(raw, about)


def _words(value: object) -> str:
    """A value as words, its markup taken out."""
    text = str(value or "")
    return one_line(parsed(text, "the feed").text_content() if "<" in text else text)


def _day(one: Any) -> date | None:
    # `dict.get`: feedparser would answer for one day with the other, and warn.
    found = dict.get(one, "published_parsed") or dict.get(one, "updated_parsed")
    try:
        return date(*found[:3]) if found else None
    except (ValueError, TypeError):
        return None

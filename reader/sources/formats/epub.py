"""EPUB: the chapters of a book, in order, as one article."""

from __future__ import annotations

import posixpath
import re

from ...article import Article
from ...article.errors import ArticleError
from ..archives import Zip, damaged, xml_root
from ..building import About, Builder, Place
from ..dates import day_in
from ..finding import Finder
from ..markup import pieces
from ..types import Raw
from .web_page import html_text, parsed

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_TEXTS = frozenset({"application/xhtml+xml", "text/html", "application/html"})


class Epub:
    """Books in EPUB."""

    name = "EPUB"
    suffixes = frozenset({".epub"})
    media_types = frozenset({"application/epub+zip"})

    def recognises(self, raw: Raw) -> bool:
        """Whether this is an archive with the container of a book."""
        return raw.data[:4] == b"PK\x03\x04" and _CONTAINER.encode() in raw.data

    def read(self, raw: Raw) -> Article:
        """All chapters with text, headings kept."""
        archive = Zip(raw.data, raw.name)
        package, folder = _package(archive)
        _refuse_protection(archive)
        about = About(
            package.findtext(f".//{_DC}title"),
            ", ".join(filter(None, (one.text for one in package.iter(f"{_DC}creator")))) or None,
            day_in(package.findtext(f".//{_DC}date")),
        )
        builder = Builder()
        builder.head(about)
        items = {one.get("id"): one for one in package.iter(f"{_OPF}item")}
        names = set(archive.names())
        for entry in package.iter(f"{_OPF}itemref"):
            item = items.get(entry.get("idref"))
            if item is None or item.get("media-type") not in _TEXTS:
                continue
            path = posixpath.normpath(posixpath.join(folder, _unquoted(str(item.get("href")))))
            if path in names and "nav" not in str(item.get("properties")):
                chapter = raw._replace(data=archive.read(path))
                _add_chapter(builder, chapter, about.headline or "", path)
        return builder.article(raw, about)


def _add_chapter(builder: Builder, chapter: Raw, title: str, path: str) -> None:
    """Add a chapter; places count the code points of its file, which is their anchor."""
    source = html_text(chapter)
    tree = parsed(source, chapter.name)
    body = tree.find("body")
    finder = Finder(source, ids=True)

    def place(words: str) -> Place:
        found = finder.place(words)
        return found._replace(anchor=f"{path}#{found.anchor}" if found.anchor else path)

    builder.add_all(pieces(body if body is not None else tree), title, place)


def _package(archive: Zip):  # type: ignore[no-untyped-def]
    """The root of the file that lists the parts of the book, and the folder it is in."""
    container = xml_root(archive.read(_CONTAINER), archive.name)
    for root in container.iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"):
        path = root.get("full-path")
        if path:
            return xml_root(archive.read(path), archive.name), posixpath.dirname(path)
    raise damaged(archive.name)


def _unquoted(path: str) -> str:
    """A path with its percent escapes read."""
    data = re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), path.encode())
    return data.decode("utf-8", "replace")


def _refuse_protection(archive: Zip) -> None:
    """Refuse a book whose chapters are encrypted; fonts may be."""
    path = "META-INF/encryption.xml"
    if path in archive.names() and any(
        suffix in archive.read(path) for suffix in (b".xhtml", b".html", b".htm")
    ):
        raise ArticleError(
            f"{archive.name} is protected against copying: open a book without such protection."
        )

"""The formats that are known, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from ..article import Article
from ..article.errors import ArticleError
from .decoding import decode
from .types import Container, Long, Raw, SourceFormat

_OURS = (
    "formats.packed:Gzip",
    "formats.pdf:Pdf",
    "formats.office:Docx",
    "formats.office:Odt",
    "formats.epub:Epub",
    "formats.packed:ZipArchive",
    "formats.packed:Warc",
    "formats.rtf:Rtf",
    "formats.subtitles:Subtitles",
    "formats.mail:Mbox",
    "formats.mail:Mhtml",
    "formats.mail:Mail",
    "formats.feed:Feed",
    "formats.web_page:WebPage",
    "formats.markdown:Markdown",
    "plain:Plain",
)
"""Our own formats; those that are archives of a certain kind stand before the others."""
_HOLDERS = frozenset({"Gzip", "ZipArchive", "Warc"})
"""These hold files of any format and are given what reads one."""
GROUP = "reader.sources"
"""The group of entry points in which a plug-in names an object that is a SourceFormat."""


def formats() -> Iterator[SourceFormat]:
    """All formats: those of plug-ins first, plain text last. Each is loaded when it is its turn."""
    yield from plugged()
    yield from map(_ours, _OURS)


@cache
def plugged() -> tuple[SourceFormat, ...]:
    """The formats of plug-ins."""
    found = (point.load() for point in entry_points(group=GROUP))
    return tuple(one for one in found if isinstance(one, SourceFormat))


@cache
def _ours(name: str) -> SourceFormat:
    module, _, kind = name.partition(":")
    made = getattr(import_module(f".{module}", __package__), kind)
    found: SourceFormat = made(read) if kind in _HOLDERS else made()
    return found


def format_of(raw: Raw) -> SourceFormat:
    """The format of some bytes. Raises ArticleError where it is unknown."""
    for known in formats():
        if known.recognises(raw):
            return known
    decode(raw.data, raw.name)  # says what it seems to be
    raise ArticleError(f"{raw.name} is in an unknown format: save it as text and open that.")


def read(raw: Raw) -> Article | Container:
    """What is in some bytes, whatever their format."""
    return format_of(raw).read(raw)


def beginning(raw: Raw) -> Article | None:
    """How a long document begins, None for other formats."""
    found = format_of(raw)
    return found.beginning(raw) if isinstance(found, Long) else None

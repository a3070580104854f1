"""The formats that are known, in the order in which they are asked."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from ..article import Article
from ..article.errors import ArticleError
from .decoding import decode
from .formats.epub import Epub
from .formats.feed import Feed
from .formats.mail import Mail, Mbox, Mhtml
from .formats.markdown import Markdown
from .formats.office import Docx, Odt
from .formats.packed import Gzip, Warc, ZipArchive
from .formats.pdf import Pdf
from .formats.rtf import Rtf
from .formats.subtitles import Subtitles
from .formats.web_page import WebPage
from .plain import Plain
from .types import Container, Format, Long, Raw

GROUP = "reader.sources"
"""The group of entry points in which a plug-in names an object that is a Format."""


@cache
def formats() -> tuple[Format, ...]:
    """All formats: those of plug-ins first, plain text last."""
    plugged = (point.load() for point in entry_points(group=GROUP))
    return (*(found for found in plugged if isinstance(found, Format)), *_ours())


def _ours() -> tuple[Format, ...]:
    """Our own formats; those that are archives of a certain kind stand before the others."""
    return (
        Gzip(read),
        Pdf(),
        Docx(),
        Odt(),
        Epub(),
        ZipArchive(read),
        Warc(read),
        Rtf(),
        Subtitles(),
        Mbox(),
        Mhtml(),
        Mail(),
        Feed(),
        WebPage(),
        Markdown(),
        Plain(),
    )


def format_of(raw: Raw) -> Format:
    """The format of some bytes. Raises ArticleError where it is unknown."""
    for known in formats():
        if known.recognises(raw):
            return known
    decode(raw.data, raw.name)  # says what it seems to be
    raise ArticleError(f"{raw.name} is in a format that is not known: give its text.")


def read(raw: Raw) -> Article | Container:
    """What is in some bytes, whatever their format."""
    return format_of(raw).read(raw)


def beginning(raw: Raw) -> Article | None:
    """How a long document begins, None for other formats."""
    found = format_of(raw)
    return found.beginning(raw) if isinstance(found, Long) else None

"""What is packed: gzip of any format, ZIP archives, and archives of the web (WARC)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from ...article import Article
from ...article.errors import ArticleError, shown
from ..archives import MOST_BYTES, Zip, check_depth, damaged, too_large, unzipped
from ..characters import one_line
from ..quiet import quiet
from ..types import Container, Entry, Raw

Read = Callable[[Raw], Article | Container]
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,500})", re.I)
_SKIPPED = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^/]*\Z|Thumbs\.db\Z)", re.I)
_NO_TEXT = frozenset(
    (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".css", ".js", ".mp3", ".mp4", ".ttf")
)
_MOST_RECORDS = 5000
_LONGEST_HEAD = 65_536


class Gzip:
    """One file packed by gzip. `read` reads what is inside."""

    name = "gzip"
    suffixes = frozenset({".gz"})
    media_types = frozenset({"application/gzip", "application/x-gzip"})

    def __init__(self, read: Read) -> None:
        self._read = read

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin like a packed file."""
        return raw.data[:3] == b"\x1f\x8b\x08"

    def read(self, raw: Raw) -> Article | Container:
        """What is inside."""
        check_depth(raw.depth, raw.name)
        data = unzipped(raw.data, raw.name)
        label = raw.label
        inner = label[: -len(raw.suffix)] if raw.suffix in self.suffixes else label
        unpacked = raw._replace(data=data, source=inner, media_type=None, depth=raw.depth + 1)
        return self._read(unpacked)


class ZipArchive:
    """A ZIP archive of articles. `read` reads what is inside."""

    name = "ZIP archive"
    suffixes = frozenset({".zip"})
    media_types = frozenset({"application/zip", "application/x-zip-compressed"})

    def __init__(self, read: Read) -> None:
        self._read = read

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin like an archive; asked after the formats that are one."""
        return raw.data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}

    def read(self, raw: Raw) -> Container:
        """The files that may be articles, in the order of their names."""
        check_depth(raw.depth, raw.name)
        archive = Zip(raw.data, raw.name)
        names = sorted(name for name in archive.names() if _may_be_text(name))
        if not names:
            raise ArticleError(f"{raw.name} holds no file that could be an article.")
        entries = [Entry(shown(name), partial(self._open, archive, raw, name)) for name in names]
        return Container(raw.name, "a ZIP archive", entries)

    def _open(self, archive: Zip, raw: Raw, name: str) -> Article | Container:
        short = shown(PurePosixPath(name).name or name)
        return self._read(raw.holding(archive.read(name), short))


def _may_be_text(name: str) -> bool:
    return not _SKIPPED.search(name) and PurePosixPath(name).suffix.lower() not in _NO_TEXT


class Warc:
    """Pages kept by a web archive. `read` reads one of them."""

    name = "WARC"
    suffixes = frozenset({".warc"})
    media_types = frozenset({"application/warc"})

    def __init__(self, read: Read) -> None:
        self._read = read

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin like a record of a web archive."""
        return raw.data[:6] == b"WARC/1" or raw.data[:5] == b"WARC/"

    def read(self, raw: Raw) -> Container:
        """The pages, in the order of the archive."""
        entries = []
        for number, record in _pages(raw):
            address = str(record.rec_headers.get_header("WARC-Target-URI") or "")
            head = record.content_stream().read(_LONGEST_HEAD)
            match = _TITLE.search(head)
            title = one_line(unescape(match[1].decode("utf-8", "replace"))) if match else address
            host = re.search(r"://([^/:?#]+)", address)
            opens = partial(self._open, raw, number, address)
            entries.append(
                Entry(shown(title or "(no title)"), opens, outlet=host[1] if host else None)
            )
        if not entries:
            raise ArticleError(f"{raw.name} holds no web page: open another archive.")
        return Container(raw.name, "a web archive", entries)

    def _open(self, raw: Raw, wanted: int, address: str) -> Article | Container:
        for number, record in _pages(raw):
            if number == wanted:
                data = record.content_stream().read(MOST_BYTES + 1)
                if len(data) > MOST_BYTES:
                    raise too_large(raw.name)
                served = record.http_headers
                media_type = served.get_header("Content-Type") if served else None
                page = raw.holding(data, shown(address or raw.label), media_type)
                return self._read(page._replace(url=address or None))
        raise damaged(raw.name)


def _pages(raw: Raw) -> Iterator[tuple[int, Any]]:
    """The records that hold a page, with their numbers."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        records = ArchiveIterator(io.BytesIO(raw.data))
        for number in range(_MOST_RECORDS):
            with quiet():
                record = next(records, None)
            if record is None:
                return
            served = record.http_headers
            kind = (served.get_header("Content-Type") or "") if served else ""
            page = record.rec_type == "response" and "html" in kind
            if page and (served.get_statuscode() or "200").startswith("2"):
                yield number, record
    except (ArchiveLoadFailed, ValueError, EOFError, OSError, AttributeError, IndexError):
        return  # what could be read is listed

"""Reading packed files safely: sizes and counts are capped, and nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from ..article.errors import ArticleError, shown

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES = 64_000_000
"""The most that is unpacked of one file."""
MOST_MEMBERS = 10_000
_DEEPEST = 3


class Zip:
    """A ZIP archive in memory. Raises ArticleError where it is damaged or unpacks to too much."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.members = [member for member in self._zip.infolist() if not member.is_dir()]
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise damaged(name) from error
        if len(self.members) > MOST_MEMBERS:
            raise ArticleError(
                f"{name} holds more than {MOST_MEMBERS:,} files: unpack it and open one of them."
            )

    def names(self) -> list[str]:
        """The names of the members."""
        return [member.filename for member in self.members]

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises ArticleError where they cannot be had."""
        try:
            info = self._zip.getinfo(member)
            if info.flag_bits & 1:
                raise ArticleError(f"{self.name} is encrypted: unpack it with its password first.")
            if info.file_size > MOST_BYTES:
                raise too_large(self.name)
            with self._zip.open(info) as opened:
                data = opened.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, KeyError) as error:
            raise damaged(self.name) from error
        except (NotImplementedError, RuntimeError) as error:
            raise ArticleError(
                f"{self.name} uses an unknown compression method: save it as a plain ZIP."
            ) from error
        if len(data) > MOST_BYTES:
            raise too_large(self.name)
        return data


def unzipped(data: bytes, name: str) -> bytes:
    """What gzip has packed, all of its members. Raises ArticleError where it cannot be had."""
    made = bytearray()
    try:
        while data:
            unpacker = zlib.decompressobj(wbits=31)
            made += unpacker.decompress(data, MOST_BYTES + 1 - len(made))
            if len(made) > MOST_BYTES or unpacker.unconsumed_tail:
                raise too_large(name)
            if not unpacker.eof:
                break  # cut short: what there is can be read
            data = unpacker.unused_data.lstrip(b"\0")
    except zlib.error as error:
        if not made:
            raise damaged(name) from error
    return bytes(made)


def check_depth(depth: int, name: str) -> None:
    """Refuse what is packed in itself again and again. Raises ArticleError."""
    if depth > _DEEPEST:
        raise ArticleError(
            f"{name} is compressed more than {_DEEPEST} times over: unpack it first."
        )


def xml_root(data: bytes, name: str) -> _Element:
    """The root of an XML document, entities left alone.

    Raises ArticleError where it is damaged or declares a document type.
    """
    from lxml import etree

    if b"<!DOCTYPE" in data[:4096].upper() or b"<!ENTITY" in data[:65536].upper():
        raise ArticleError(
            f"{name} declares a document type, which may hide other files: save it as plain XML."
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
    if root is None:
        raise damaged(name)
    return root


def damaged(name: str) -> ArticleError:
    """The refusal of a file that is cut or changed."""
    return ArticleError(f"{shown(name)} is damaged: open another copy.")


def too_large(name: str) -> ArticleError:
    """The refusal of a file that unpacks to too much."""
    return ArticleError(
        f"{shown(name)} unpacks to more than {MOST_BYTES // 1_000_000} MB: unpack it yourself "
        "and open a part of it."
    )

"""Documents of word processors: DOCX and ODT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ...article import Article, BlockKind, Emphasis, Face
from ...article.errors import ArticleError
from ..archives import Zip, xml_root
from ..building import About, Builder, Place
from ..cells import Cell, on_one_line, row
from ..characters import plain
from ..dates import day_in
from ..finding import Finder
from ..types import Raw

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_STYLES = (
    (re.compile(r"title\Z", re.I), BlockKind.TITLE),
    (re.compile(r"subtitle|heading|berschrift|titre", re.I), BlockKind.HEADING),
    (re.compile(r"quot|citation", re.I), BlockKind.QUOTE),
    (re.compile(r"list", re.I), BlockKind.LIST_ITEM),
    (re.compile(r"caption", re.I), BlockKind.CAPTION),
    (re.compile(r"footnote|endnote", re.I), BlockKind.FOOTNOTE),
    (re.compile(r"header|footer", re.I), BlockKind.FURNITURE),
)
_OFF = frozenset({"0", "false", "none", "off"})
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"


def _kind_of(style: str) -> BlockKind:
    found = (kind for pattern, kind in _STYLES if pattern.search(style))
    return next(found, BlockKind.PARAGRAPH)


def _member(raw: Raw, wanted: str) -> bool:
    """Whether the bytes are a ZIP archive that seems to have a member of this name."""
    return raw.data[:4] == b"PK\x03\x04" and wanted.encode() in raw.data


class _Writer:
    """Gathers the words, links and emphasis of one paragraph."""

    def __init__(self) -> None:
        self.words = ""
        self.links: list[tuple[int, int, str]] = []
        self.emphasis: list[Emphasis] = []

    def add(self, words: str | None) -> None:
        """Add words as they are."""
        if words:
            self.words += plain(words)

    def emphasise(self, start: int, faces: Iterable[Face]) -> None:
        """Emphasise what was written since a place."""
        if self.words[start:].strip():
            self.emphasis += (Emphasis(start, len(self.words), face) for face in faces)


class _Counted:
    """Counts paragraphs and finds them in the XML that holds them."""

    def __init__(self, data: bytes) -> None:
        self._finder = Finder(data.decode("utf-8", "replace"))
        self._number = 0

    def place(self, words: str) -> Place:
        """The place of the next paragraph with its number, both in the file of the words."""
        self._number += 1
        return self._finder.place(words.strip(), f"paragraph {self._number}")


class Docx:
    """Documents of Microsoft Word since 2007."""

    name = "DOCX"
    suffixes = frozenset({".docx", ".docm"})
    media_types = frozenset({_DOCX})

    def recognises(self, raw: Raw) -> bool:
        """Whether this is an archive with a Word document in it."""
        return _member(raw, "word/document.xml")

    def read(self, raw: Raw) -> Article:
        """The article in the document, its footnotes at the end."""
        archive = Zip(raw.data, raw.name)
        names = set(archive.names())
        data = archive.read("word/document.xml")
        root = xml_root(data, raw.name)
        counted = _Counted(data)
        targets = _targets(archive, names)
        styles = _style_names(archive, names)
        builder = Builder()
        for block in root.iter(f"{_W}p", f"{_W}tbl"):
            if _inside(block, f"{_W}tbl", f"{_MC}Fallback"):
                continue
            if block.tag == f"{_W}tbl":
                for line in block.iter(f"{_W}tr"):
                    cells = (_cell(cell, targets) for cell in line.iter(f"{_W}tc"))
                    _add_row(builder, row(cells), counted)
            else:
                _docx_paragraph(builder, block, targets, styles, counted)
        if "word/footnotes.xml" in names:
            notes = xml_root(archive.read("word/footnotes.xml"), raw.name)
            for note in notes.iter(f"{_W}footnote"):
                if note.get(f"{_W}type") in {None, "normal"}:
                    words, _, looks = on_one_line(_cell(note, {}))
                    builder.add(words, BlockKind.FOOTNOTE, emphasis=looks)
        return builder.article(raw, _core_properties(archive, names))


def _inside(element: _Element, *tags: str) -> bool:
    above = element.getparent()
    while above is not None:
        if above.tag in tags:
            return True
        above = above.getparent()
    return False


def _docx_paragraph(
    builder: Builder,
    block: _Element,
    targets: dict[str, str],
    styles: dict[str, str],
    counted: _Counted,
) -> None:
    style = block.find(f"{_W}pPr/{_W}pStyle")
    value = style.get(f"{_W}val", "") if style is not None else ""
    kind = _kind_of(styles.get(value, value))
    if kind is BlockKind.PARAGRAPH and block.find(f"{_W}pPr/{_W}numPr") is not None:
        kind = BlockKind.LIST_ITEM
    writer = _Writer()
    _docx_words(block, writer, targets)
    place = counted.place(writer.words)
    builder.add(writer.words, kind, place=place, links=writer.links, emphasis=writer.emphasis)


def _docx_words(element: _Element, writer: _Writer, targets: dict[str, str]) -> None:
    start = len(writer.words)
    for child in element:
        match child.tag:
            case t if t == f"{_W}t":
                writer.add(child.text)
            case t if t in {f"{_W}tab", f"{_W}cr"}:
                writer.add(" ")
            case t if t == f"{_W}br":
                writer.add("\n")
            case t if t == f"{_W}noBreakHyphen":
                writer.add("-")
            case t if t in {f"{_W}pPr", f"{_MC}Fallback", f"{_W}del", f"{_W}instrText"}:
                pass
            case _:
                _docx_words(child, writer, targets)
    address = targets.get(element.get(f"{_R}id") or "")
    if element.tag == f"{_W}hyperlink" and address:
        writer.links.append((start, len(writer.words), address))
    if element.tag == f"{_W}r":
        writer.emphasise(start, _docx_faces(element))


def _docx_faces(run: _Element) -> Iterator[Face]:
    """How the properties or the style of a run have it look."""
    style = run.find(f"{_W}rPr/{_W}rStyle")
    named = str(style.get(f"{_W}val", "")) if style is not None else ""
    for tag, name, face in (("i", "Emphasis", Face.ITALIC), ("b", "Strong", Face.BOLD)):
        given = run.find(f"{_W}rPr/{_W}{tag}")
        stated = given is not None and given.get(f"{_W}val", "1") not in _OFF
        if stated or (given is None and name in named):
            yield face


def _cell(cell: _Element, targets: dict[str, str]) -> Cell:
    writer = _Writer()
    for paragraph in cell.iter(f"{_W}p"):
        _docx_words(paragraph, writer, targets)
        writer.add(" ")
    return Cell(writer.words, writer.links, writer.emphasis)


def _add_row(builder: Builder, found: Cell, counted: _Counted) -> None:
    words, links, looks = found
    builder.add(words, BlockKind.TABLE, place=counted.place(words), links=links, emphasis=looks)


def _targets(archive: Zip, names: set[str]) -> dict[str, str]:
    """The addresses of links by their ids."""
    path = "word/_rels/document.xml.rels"
    if path not in names:
        return {}
    root = xml_root(archive.read(path), archive.name)
    return {str(one.get("Id")): str(one.get("Target")) for one in root if one.get("TargetMode")}


def _style_names(archive: Zip, names: set[str]) -> dict[str, str]:
    """The names of styles by their ids, which are in the language of the writer."""
    if "word/styles.xml" not in names:
        return {}
    root = xml_root(archive.read("word/styles.xml"), archive.name)
    found = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[str(style.get(f"{_W}styleId"))] = str(name.get(f"{_W}val"))
    return found


def _core_properties(archive: Zip, names: set[str]) -> About:
    """The day on which a document was made, which only hints at its publication."""
    if "docProps/core.xml" not in names:
        return About()
    root = xml_root(archive.read("docProps/core.xml"), archive.name)
    made = root.findtext("{http://purl.org/dc/terms/}created")
    return About(guessed=day_in(made))


class Odt:
    """Documents of LibreOffice and OpenOffice."""

    name = "ODT"
    suffixes = frozenset({".odt"})
    media_types = frozenset({_ODT})

    def recognises(self, raw: Raw) -> bool:
        """Whether this is an archive that says it holds such a document."""
        if not _member(raw, "content.xml"):
            return False
        if raw.suffix in self.suffixes or _ODT.encode() in raw.data[:4096]:
            return True
        archive = Zip(raw.data, raw.name)
        return "mimetype" in archive.names() and archive.read("mimetype")[:100] == _ODT.encode()

    def read(self, raw: Raw) -> Article:
        """The article in the document, its notes at the end."""
        archive = Zip(raw.data, raw.name)
        names = archive.names()
        if _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST):
            raise ArticleError(
                f"{raw.name} is encrypted: save a copy without a password and open that."
            )
        data = archive.read("content.xml")
        root = xml_root(data, raw.name)
        counted = _Counted(data)
        builder = Builder()
        faces = _odt_faces(root)
        body = root.find(f".//{_OFFICE}text")
        for kind, element in _odt_blocks(body if body is not None else root, BlockKind.PARAGRAPH):
            if kind is BlockKind.TABLE:
                cells = element.iter(f"{_TABLE}table-cell")
                _add_row(builder, row(_odt_all(cell, faces) for cell in cells), counted)
            else:
                writer = _Writer()
                _odt_words(element, writer, faces)
                place = counted.place(writer.words)
                links, made = writer.links, writer.emphasis
                builder.add(writer.words, kind, place=place, links=links, emphasis=made)
        for note in root.iter(f"{_TEXT}note-body"):
            told = on_one_line(_odt_all(note, faces))
            builder.add(told.words, BlockKind.FOOTNOTE, links=told.links, emphasis=told.emphasis)
        day = None
        if "meta.xml" in names:
            meta = xml_root(archive.read("meta.xml"), raw.name)
            day = meta.findtext(".//{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creation-date")
        return builder.article(raw, About(guessed=day_in(day)))


def _odt_blocks(element: _Element, kind: BlockKind) -> Iterator[tuple[BlockKind, _Element]]:
    """The blocks below an element with their kinds."""
    for child in element:
        if child.tag == f"{_TEXT}h":
            yield BlockKind.HEADING, child
        elif child.tag == f"{_TEXT}p":
            found = _kind_of(str(child.get(f"{_TEXT}style-name", "")).replace("_20_", " "))
            yield (kind if found is BlockKind.PARAGRAPH else found), child
        elif child.tag == f"{_TABLE}table-row":
            yield BlockKind.TABLE, child
        elif child.tag == f"{_TEXT}list":
            yield from _odt_blocks(child, BlockKind.LIST_ITEM)
        elif child.tag not in {f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls"}:
            yield from _odt_blocks(child, kind)


def _odt_faces(root: _Element) -> dict[str, list[Face]]:
    """How words look by the names of the document's own styles, and of two that all have."""
    found = {"Emphasis": [Face.ITALIC], "Strong_20_Emphasis": [Face.BOLD]}
    for style in root.iter(f"{_STYLE}style"):
        looks = style.find(f"{_STYLE}text-properties")
        if looks is None or style.get(f"{_STYLE}family") != "text":
            continue
        italic = looks.get(f"{_FO}font-style") in {"italic", "oblique"}
        bold = looks.get(f"{_FO}font-weight") in {"bold", "600", "700", "800", "900"}
        faces = [Face.ITALIC] * italic + [Face.BOLD] * bold
        if faces:
            found[str(style.get(f"{_STYLE}name"))] = faces
    return found


def _odt_words(element: _Element, writer: _Writer, faces: Mapping[str, list[Face]]) -> None:
    start = len(writer.words)
    writer.add(" ".join(element.text.split("\n")) if element.text else None)
    for child in element:
        match child.tag:
            case t if t == f"{_TEXT}s":
                writer.add(" ")
            case t if t == f"{_TEXT}tab":
                writer.add(" ")
            case t if t == f"{_TEXT}line-break":
                writer.add("\n")
            case t if t in {f"{_TEXT}note", f"{_OFFICE}annotation"}:
                pass
            case _:
                _odt_words(child, writer, faces)
        writer.add(child.tail)
    address = element.get(f"{_XLINK}href")
    if element.tag == f"{_TEXT}a" and address:
        writer.links.append((start, len(writer.words), address))
    if element.tag == f"{_TEXT}span":
        writer.emphasise(start, faces.get(str(element.get(f"{_TEXT}style-name")), ()))


def _odt_all(element: _Element, faces: Mapping[str, list[Face]]) -> Cell:
    writer = _Writer()
    for paragraph in element.iter(f"{_TEXT}p"):
        _odt_words(paragraph, writer, faces)
        writer.add(" ")
    return Cell(writer.words, writer.links, writer.emphasis)

"""Somebody else's notes for an article: a sidecar file, or Web Annotation in JSON.

What is known by id and says something else is kept beside the known, never instead of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..analysis.types import Colour
from ..article import Article
from ..corrections.anchors import CONTEXT, Anchor, Finder
from ..corrections.hand import (
    Change,
    Item,
    Remark,
    anchors_of,
    decoded,
    new_id,
)
from ..corrections.telling import told
from ..named import NamedFileError, read_text
from .keeper import identity_of
from .library import Library

_LARGEST = 64_000_000
_NOTE_ID = "urn:reader:note:"


class ImportedNotesError(Exception):
    """The notes cannot be imported; the message is a sentence."""


class Conflict(Struct, frozen=True):
    """Two items with one id that say different things."""

    mine: Item
    theirs: Item


class Imported(Struct, frozen=True):
    """What an import did: new items, those that were already there, conflicts, and those lost."""

    new: tuple[Item, ...]
    known: int
    conflicts: tuple[Conflict, ...]
    lost: tuple[Item, ...]


def import_notes(library: Library, path: Path, article: Article, place: str) -> Imported:
    """Put the notes of a file into the library for an article.

    Raises ImportedNotesError where the file holds none, and LibraryError.
    """
    theirs = read_notes(path)
    identity = identity_of(article, place)
    found = library.find(identity)
    mine = {item.id: item for item in found.items} if found else {}
    new, conflicts, known = [], [], 0
    for item in theirs:
        before = mine.get(item.id)
        if before is None:
            new.append(item)
        elif _is_kept(item, before) or any(_says_the_same(item, other) for other in mine.values()):
            known += 1
        else:
            new.append(replace(item, id=new_id()))
            conflicts.append(Conflict(before, item))
    changes = [Change(None, item) for item in new]
    if changes:
        library.keep(identity, found.article if found else None, changes)
    finder = Finder(article.text)
    lost = [item for item in new if not any(map(finder.find, anchors_of(item)))]
    return Imported(tuple(new), known, tuple(conflicts), tuple(lost))


def _is_kept(item: Item, before: Item) -> bool:
    """Whether what has this id already says it; when, by whom and where it was does not matter."""
    if isinstance(item, Remark) and isinstance(before, Remark):
        said = (item.colour, item.text, item.tags)
        return said == (before.colour, before.text, before.tags)
    return item == before


def _says_the_same(one: Item, other: Item) -> bool:
    return type(one) is type(other) and replace(one, id="") == replace(other, id="")


def read_notes(path: Path) -> list[Item]:
    """The items of a file. Raises ImportedNotesError where it holds none."""
    try:
        text = read_text(path, _LARGEST)
    except NamedFileError as error:
        raise ImportedNotesError(str(error)) from error
    items = [item for line in text.splitlines() if line.strip() and (item := decoded(line))]
    items = items or list(_web_annotations(text, path.stem))
    if not items:
        raise ImportedNotesError(
            f"{path.name} holds no notes: name a .notes.jsonl file of reader, "
            "or Web Annotation in JSON."
        )
    return items


def _web_annotations(text: str, name: str) -> Iterator[Remark]:
    try:
        data = json.loads(text)
    except ValueError:
        return
    for annotation in _annotations_in(data):
        remark = _remark(annotation, name)
        if remark is not None:
            yield remark


def _annotations_in(data: Any) -> Iterator[dict[str, Any]]:
    """The annotations of an annotation, a list, a page, or a collection with its first page."""
    if isinstance(data, list):
        for one in data:
            yield from _annotations_in(one)
    elif isinstance(data, dict):
        if "target" in data:
            yield data
        for field in ("items", "first", "rows"):
            yield from _annotations_in(data.get(field))


def _remark(annotation: dict[str, Any], name: str) -> Remark | None:
    if annotation.get("motivation") == "editing":
        return None  # a correction in words, which only its own file can hold as one
    anchor = next(_anchors_of_targets(annotation.get("target")), None)
    if anchor is None:
        return None
    notes, tags = [str(annotation.get("text") or "")], list(_words(annotation.get("tags")))
    for body in _listed(annotation.get("body")):
        if isinstance(body, dict) and isinstance(body.get("value"), str):
            (tags if body.get("purpose") == "tagging" else notes).append(body["value"])
        elif isinstance(body, str):
            notes.append(body)
    notes.append(str(annotation.get("bodyValue") or ""))
    colour = annotation.get("colour")
    said = "\n".join(note for note in notes if note)
    return Remark(
        id=_id_of(annotation, anchor, said),
        place=anchor,
        colour=Colour(colour) if colour in set(Colour) else None if said else Colour.YELLOW,
        text=said,
        tags=tuple(tags),
        made=_moment(annotation.get("created")),
        modified=_moment(annotation.get("modified")),
        by=name,
    )


def _id_of(annotation: dict[str, Any], anchor: Anchor, said: str) -> str:
    """The id it has here, so that a file that is imported twice adds nothing."""
    ident = annotation.get("id")
    if isinstance(ident, str) and ident.startswith(_NOTE_ID):
        return ident.removeprefix(_NOTE_ID)
    whole = f"{ident}\n{anchor.prefix}\n{anchor.exact}\n{said}"
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _anchors_of_targets(target: Any) -> Iterator[Anchor]:
    for one in _listed(target):
        selectors = (
            [s for s in _listed(one.get("selector")) if isinstance(s, dict)]
            if (isinstance(one, dict))
            else []
        )
        position = next((s for s in selectors if s.get("type") == "TextPositionSelector"), {})
        for selector in selectors:
            exact = selector.get("exact")
            if selector.get("type") == "TextQuoteSelector" and isinstance(exact, str) and exact:
                start = position.get("start")
                start = start if isinstance(start, int) and start >= 0 else 0
                prefix = str(selector.get("prefix") or "")[-CONTEXT:]
                suffix = str(selector.get("suffix") or "")[:CONTEXT]
                yield Anchor(exact, prefix, suffix, start, start + len(exact))


def _listed(value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _words(value: Any) -> Iterator[str]:
    return (one for one in _listed(value) if isinstance(one, str))


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def sentences(imported: Imported, name: str) -> Iterator[str]:
    """What an import did, for a person: a sentence for all, one for each conflict."""
    count = len(imported.new)
    notes = "1 entry" if count == 1 else f"{count} entries"
    known = f"; {imported.known} were already there" if imported.known else ""
    yield f"{notes} of {name} imported{known}."
    for conflict in imported.conflicts:
        yield (
            f"Your version and theirs differ: yours “{_said(conflict.mine)}”, "
            f"theirs “{_said(conflict.theirs)}”. Both are kept."
        )
    for item in imported.lost:
        yield f"Not found in this article, and listed as such: “{_said(item)}”."


def _said(item: Item) -> str:
    words = told(item) if not isinstance(item, Remark) else item.text or item.place.exact
    return " ".join(words.split())[:120]

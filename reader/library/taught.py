"""What a person wants to hold in every article: names that are one, in a plain file.

A line is a name, other names of the same after "=", separated by commas, and a kind after a bar:

    Harrow Valley Water Board = HVWB, the Water Board | organization

Lines that begin with "#", and whatever else is no such line, stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..analysis.types import Kind, Known
from ..files import write_atomically

if TYPE_CHECKING:
    from ..corrections.types import Correction

_LARGEST = 4_000_000
_BEGINNING = """\
# Names that are one in every article: name = other names | kind
# Change, add or delete lines; each analysis from now on reads them.
"""


def always_path() -> Path:
    """Where the list is."""
    from platformdirs import user_data_path

    return user_data_path("reading-room") / "always.txt"


def read_always(path: Path | None = None) -> tuple[Known, ...]:
    """The list, empty where there is none that can be read."""
    path = path or always_path()
    try:
        if path.stat().st_size > _LARGEST:
            return ()
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(known for line in lines if (known := _read(line)) is not None)


def teach(correction: Correction, path: Path | None = None) -> Known | None:
    """Put what a correction says of names into the list; None where it says nothing of them.

    Raises OSError where the file cannot be written.
    """
    known = _lesson(correction)
    if known is None:
        return None
    path = path or always_path()
    text = path.read_text("utf-8") if path.exists() else _BEGINNING
    lines, made = text.splitlines(), known
    for number, line in enumerate(lines):
        before = _read(line)
        if before is not None and before.name == known.name:
            names = dict.fromkeys((*before.names, *known.names))
            made = Known(known.name, tuple(names), known.kind or before.kind)
            lines[number] = _written(made)
            break
    else:
        lines.append(_written(made))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(path, ("\n".join(lines) + "\n").encode("utf-8", "replace"), private=True)
    return made


def _lesson(correction: Correction) -> Known | None:
    from ..corrections.types import Merge, NewEntity, Rename, Retype

    match correction:
        case Merge(entity=entity, into=into):
            words = _names([entity.name, *(place.exact for place in entity.places)], into.name)
            return Known(_plain(into.name), words, into.kind)
        case Rename(entity=entity, name=name):
            words = _names([entity.name, *(place.exact for place in entity.places)], name)
            return Known(_plain(name), words, entity.kind)
        case Retype(entity=entity, kind=kind):
            return Known(_plain(entity.name), (), kind)
        case NewEntity(name=name, kind=kind):
            return Known(_plain(name), (), kind)
        case _:
            return None


def _names(names: Sequence[str], but: str) -> tuple[str, ...]:
    plain = dict.fromkeys(map(_plain, names))
    return tuple(name for name in plain if name and name != _plain(but))


def _plain(name: str) -> str:
    """A name without the signs that part a line."""
    return " ".join(name.translate({ord(sign): " " for sign in "=,|#"}).split())


def _read(line: str) -> Known | None:
    if line.lstrip().startswith("#"):
        return None
    names, _, kind = line.partition("|")
    name, _, others = names.partition("=")
    name, kind = " ".join(name.split()), kind.strip().casefold()
    if not name or (kind and kind not in set(Kind)):
        return None
    listed = (" ".join(other.split()) for other in others.split(","))
    others_named = tuple(filter(None, listed))
    if not others_named and not kind:
        return None
    return Known(name, others_named, Kind(kind) if kind else None)


def _written(known: Known) -> str:
    names = f" = {', '.join(known.names)}" if known.names else ""
    return f"{known.name}{names}{f' | {known.kind}' if known.kind else ''}"

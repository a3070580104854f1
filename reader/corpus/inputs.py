"""Which files make a corpus, under which names, and what tells one version from another."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path, PurePath

from msgspec import Struct

from ..article.errors import shown
from ..named import NamedFileError, is_file, is_folder, read_text, real
from .errors import CorpusError

_DIGEST_BYTES = 16
_CHUNK = 1 << 20
_LARGEST_LIST = 1_000_000_000


class Input(Struct, frozen=True, gc=False):
    """A file of a corpus: its name in it, its path, and the day that somebody gave."""

    name: str
    path: str
    published: date | None = None


def list_inputs(places: Sequence[str], dates: dict[str, date] | None = None) -> list[Input]:
    """The files at the places, those in folders too, in order of name, each once.

    A file is named by its name without suffix; where two would have the same, by their paths from
    the folder that was given. Hidden files are left out. `dates` are by the name without suffix.
    Raises CorpusError where there is nothing.
    """
    found: dict[str, str] = {}
    for place in places:
        for path, relative in _files(place):
            found.setdefault(real(path), relative)
    if not found:
        raise CorpusError("There are no articles in what you named: name files or folders.")
    stems = Counter(PurePath(relative).stem for relative in found.values())
    taken: set[str] = set()
    made = []
    for path, relative in sorted(found.items(), key=lambda item: (item[1], item[0])):
        stem = PurePath(relative).stem
        name = stem if stems[stem] == 1 else relative
        if name in taken:
            name = path
        taken.add(name)
        made.append(Input(name, path, (dates or {}).get(stem)))
    return sorted(made, key=lambda made: made.name)


def _files(place: str) -> Iterator[tuple[str, str]]:
    """Each file at a place with its path from there."""
    if not is_folder(place):
        yield place, Path(place).name
        return
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if not name.startswith(".") and is_file(path):
                yield str(path), path.relative_to(place).as_posix()


def read_list(path: str) -> list[str]:
    """The paths in a list, one a line; blank lines and comments (`#`) are left out.

    A relative path starts from the list's folder. Raises CorpusError.
    """
    folder = Path(path).parent
    lines = (line.strip() for line in _text(path).splitlines())
    kept = (line for line in lines if line and not line.startswith("#"))
    return [line if "://" in line else str(folder / line) for line in kept]


def read_dates(path: str) -> dict[str, date]:
    """The days in a table, by name: a name without suffix, a tab, a day. Raises CorpusError."""
    found = {}
    for number, line in enumerate(_text(path).splitlines(), 1):
        name, tab, day = line.partition("\t")
        if not line.strip():
            continue
        try:
            if not tab:
                raise ValueError
            found[name] = date.fromisoformat(day.strip())
        except ValueError:
            raise CorpusError(
                f"Line {number} of {shown(path)} is not a name, a tab and a day as YYYY-MM-DD: "
                "correct it."
            ) from None
    return found


def _text(path: str) -> str:
    try:
        return read_text(path, _LARGEST_LIST)
    except NamedFileError as error:
        raise CorpusError(str(error)) from error


def digest(input_: Input, data: bytes, edition: str) -> str:
    """What tells a version of an input from another: bytes, name, day, and the program."""
    made = blake2b(digest_size=_DIGEST_BYTES)
    for part in (input_.name, str(input_.published), edition):
        made.update(part.encode("utf-8", "surrogatepass") + b"\0")
    made.update(data)
    return made.hexdigest()


def digest_of(parts: Iterable[str]) -> str:
    """One digest of several."""
    return blake2b("\n".join(parts).encode(), digest_size=_DIGEST_BYTES).hexdigest()

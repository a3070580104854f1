"""What a person made of an article in a file beside it: one item a line, for git and for others.

Lines are sorted by place and id. A line that says nothing known here is kept as it is.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from ..corrections.hand import Item, Remark, decoded, encoded, place_of
from ..files import write_atomically

ENDING = ".notes.jsonl"
_LARGEST = 64_000_000


class Sidecar(Struct, frozen=True):
    """The items of a file, and the lines that hold none."""

    items: tuple[Item, ...] = ()
    others: tuple[str, ...] = ()


def sidecar_of(article: str | os.PathLike[str]) -> Path:
    """The file with the notes of an article."""
    return Path(f"{os.fspath(article)}{ENDING}")


def read_sidecar(path: Path) -> Sidecar:
    """What a file holds. Raises OSError where it cannot be read, ValueError where it is no text."""
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"{path.name} is too large for a file with notes")
    items, others = [], []
    for line in path.read_text("utf-8").splitlines():
        item = decoded(line) if line.strip() else None
        if item is not None:
            items.append(item)
        elif line.strip():
            others.append(line)
    return Sidecar(tuple(items), tuple(others))


def write_sidecar(path: Path, items: Iterable[Item]) -> None:
    """Write the items, and after them the lines of the old file that hold none.

    A new file can be read by its owner only where that is so of the article. Raises OSError where
    nothing can be written; the old file then stays as it is.
    """
    others = read_sidecar(path).others if path.exists() else ()
    ordered = sorted(items, key=lambda item: (place_of(item), item.id))
    lines = [encoded(item).decode() for item in ordered]
    content = "".join(f"{line}\n" for line in (*lines, *others))
    private = not path.exists() and _is_private(Path(str(path).removesuffix(ENDING)))
    write_atomically(path, content.encode("utf-8", "surrogatepass"), private=private)


def _is_private(article: Path) -> bool:
    """Whether nobody but its owner may read an article."""
    return article.exists() and not article.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH)


def joined(kept: Iterable[Item], beside: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """Both as one, and those of them that the first did not have so; the later change counts."""
    made = {item.id: item for item in kept}
    new = []
    for item in beside:
        known = made.get(item.id)
        if known is None or (known != item and _changed(item) > _changed(known)):
            made[item.id] = item
            new.append(item)
    return list(made.values()), new


def _changed(item: Item) -> float:
    when = (item.modified if isinstance(item, Remark) else None) or item.made
    return when.timestamp() if when else 0.0

"""Several places from what was named: the files of folders and the lines of lists."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ..article.errors import ArticleError, shown
from ..named import NamedFileError, is_folder, read_text
from .sought import is_address

MOST = 2_000
"""Articles that a desk takes; more are a corpus."""
_LARGEST_LIST = 64_000_000


def places_in(named: Sequence[str], listed_in: str | None = None) -> list[str]:
    """The places that are meant, each once, in order: a folder stands for the files in it.

    `listed_in` is a file with a path or address on each line. Hidden files are left out. Raises
    ArticleError where a folder or list has nothing, or where there is too much.
    """
    lines = _lines(listed_in) if listed_in is not None else []
    found: dict[str, None] = {}
    for place in (*named, *lines):
        for one in _files(place) if _is_folder(place) else (place,):
            found[one] = None
            if len(found) > MOST:
                raise ArticleError(
                    f"There are more than {MOST:,} articles: make a corpus of them with "
                    "reader analyze FOLDER -o OUT."
                )
    return list(found)


def _is_folder(place: str) -> bool:
    return not is_address(place) and is_folder(place)


def _files(folder: str) -> list[str]:
    found: list[str] = []
    for inner, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (str(Path(inner) / name) for name in sorted(names) if not name.startswith("."))
    if not found:
        raise ArticleError(f"There are no files in {shown(folder)}: name a folder with articles.")
    return found


def _lines(path: str) -> list[str]:
    """The places in a list; relative paths start from its folder."""
    try:
        text = read_text(path, _LARGEST_LIST)
    except NamedFileError as error:
        raise ArticleError(str(error)) from error
    lines = [line.strip() for line in text.splitlines()]
    kept = [line for line in lines if line and not line.startswith("#")]
    if not kept:
        raise ArticleError(
            f"{shown(path)} names no articles: write a path or address on each line."
        )
    return [line if is_address(line) else str(Path(path).parent / line) for line in kept]

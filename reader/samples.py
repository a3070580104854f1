"""The sample articles that come with the program."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_FOLDERS = (_PACKAGE / "samples", _PACKAGE.parent / "assets" / "articles")


def samples() -> list[Path]:
    """The files of the samples: inside an installed package, else in the repository."""
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    return sorted(folder.glob("*.txt")) if folder else []

"""Small articles, as many as wanted, about a few invented people."""

from __future__ import annotations

from pathlib import Path

_WHO = ("Ruth Hallam", "Tom Okafor", "Ilsa Maddern")
_TOWNS = ("Velm", "Port Corrin", "Askrigg Bay")


def write_articles(folder: Path, count: int) -> Path:
    """Articles of a few sentences in a folder; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        who, other = _WHO[number % 3], _WHO[(number + 1) % 3]
        town, day = _TOWNS[number % 2], number % 27 + 1
        (folder / f"note-{number:03}.txt").write_text(
            f"{town.upper()}, March {day}, 2026 — {who} opened lock {number + 3} on Monday.\n\n"
            f"“We waited {number + 2} years for this gate,” {who} said. "
            f"{other}, who lives in {town}, crossed it first.\n",
            encoding="utf-8",
        )
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}

"""The licences of the pinned packages, checked against those that the project accepts."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
_RULES = tomllib.loads(Path(__file__).with_name("licences.toml").read_text("utf-8"))
_LONGEST = 80  # what is longer is the text of a licence, not its name


def pinned() -> Iterator[tuple[str, str]]:
    """Name and version of every pinned package."""
    for pin in _PIN.finditer((ROOT / "constraints.txt").read_text("utf-8")):
        yield pin[1], pin[2]


def licence(name: str) -> str:
    """What an installed package says of its licence, as an SPDX expression where possible."""
    said = metadata.metadata(name)
    classifiers = (value for value in said.get_all("Classifier") or [] if value[:7] == "License")
    named = [value.rpartition(" :: ")[2] for value in classifiers]
    first = (said.get("License") or "").strip().partition("\n")[0][:_LONGEST]
    found = said.get("License-Expression") or " OR ".join(named) or first or "not stated"
    return _RULES["written_as"].get(found, found)


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression leaves us a licence that is accepted."""
    choices = expression.strip("()").split(" OR ")
    return any(
        all(part.strip("() ") in _RULES["allowed"] for part in choice.split(" AND "))
        for choice in choices
    )


def main() -> int:
    """List all; the exit code is 1 where a licence is neither accepted nor an exception."""
    refused = 0
    for name, version in pinned():
        said = licence(name)
        note = _RULES["exceptions"].get(name, "")
        if not is_allowed(said) and not note:
            note, refused = "NOT ACCEPTED", refused + 1
        print(f"{name:28} {version:14} {said}{f'   ({note})' if note else ''}")
    return int(refused > 0)


if __name__ == "__main__":
    sys.exit(main())

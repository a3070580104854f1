"""Every module with its one job, from its docstring: `scripts/modules reader/tui`."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def job(path: Path) -> str:
    """The first line of a module's docstring."""
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return said.partition("\n")[0]


def main(folders: list[str]) -> None:
    """List the modules below the folders, or all of the package."""
    for folder in folders or ["reader"]:
        for path in sorted((ROOT / folder).rglob("*.py")):
            print(f"{path.relative_to(ROOT)}\n    {job(path)}")


if __name__ == "__main__":
    main(sys.argv[1:])

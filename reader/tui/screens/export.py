"""The dialog that writes the analysis to a file."""

from __future__ import annotations

from pathlib import Path

from ..harmless import one_line
from ..paths import PathSuggester
from .dialog import LineDialog


class ExportDialog(LineDialog[Path]):
    """Asks where to; a file that exists is replaced only when the line is entered twice."""

    TITLE_LINE = "Export the analysis as JSON"

    def __init__(self, proposed: Path) -> None:
        super().__init__(str(proposed), "enter writes the file, esc leaves", PathSuggester())
        self._warned_of: Path | None = None

    def answer(self, value: str) -> None:
        """Close with a path that can be written to."""
        path = Path(value.strip()).expanduser()
        if not value.strip() or path.is_dir():
            self.complain("Name a file.")
        elif not path.parent.is_dir():
            self.complain(f"There is no folder {one_line(str(path.parent))}.")
        elif path.exists() and path != self._warned_of:
            self._warned_of = path
            self.complain(f"{one_line(path.name)} exists: enter once more replaces it.")
        else:
            self.dismiss(path)

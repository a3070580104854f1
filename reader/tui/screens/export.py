"""The dialogs that write the analysis to a file: the format, then the place."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...export.registry import FORMATS, Format
from ...named import brief, cannot_be, from_home, is_folder, is_there
from ..paths import PathSuggester
from .dialog import Dialog, LineDialog

_LONGEST_NAME = max(map(len, FORMATS)) + 2


class FormatDialog(Dialog[Format]):
    """Asks which format."""

    DEFAULT_CSS = """
    FormatDialog OptionList {
        height: auto; max-height: 16; margin: 1 0; border: none; padding: 0;
        background: $panel; scrollbar-size-vertical: 1;
    }
    FormatDialog OptionList:focus { border: none; }
    """

    def compose(self) -> ComposeResult:
        """A row for each format: its name, what it is, who reads it."""
        with Vertical():
            yield Static(Content("Export the analysis as"), classes="title")
            yield OptionList(
                *(
                    Option(
                        Content.assemble(
                            form.name.ljust(_LONGEST_NAME),
                            form.description,
                            (f" · {form.readers}", "$dim"),
                        ),
                        id=name,
                    )
                    for name, form in FORMATS.items()
                )
            )
            yield Static(Content("↑ ↓ choose · enter confirms · esc closes"), classes="hint")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the format."""
        event.stop()
        self.dismiss(FORMATS[event.option_id or "json"])


class ExportDialog(LineDialog[Path]):
    """Asks where to; a file that exists is replaced only when the line is entered twice."""

    def __init__(self, form: Format, proposed: Path) -> None:
        super().__init__(str(proposed), "enter writes the file · esc closes", PathSuggester())
        self._form = form
        self._target = Target()

    @property
    def title_line(self) -> str:
        """What the dialog asks."""
        return f"Export the analysis as {self._form.name}"

    def answer(self, value: str) -> None:
        """Close with a path that can be written to."""
        path, problem = self._target.looked_at(value)
        if problem:
            self.complain(problem)
        else:
            self.dismiss(path)


class Target:
    """Looks at paths to write to; one that exists is taken when it is named a second time."""

    def __init__(self) -> None:
        self._warned_of: Path | None = None

    def looked_at(self, value: str) -> tuple[Path, str]:
        """The path that was typed, and what is wrong with it, or nothing."""
        path = Path(from_home(value.strip()))
        return path, self._problem(path)

    def _problem(self, path: Path) -> str:
        if not path.name or is_folder(path):
            return "Name a file."
        if not is_folder(path.parent):
            return f"There is no folder {brief(path.parent)}."
        if refused := cannot_be(path):
            return f"That cannot be the name of a file ({refused}): name another."
        if is_there(path) and path != self._warned_of:
            self._warned_of = path
            return f"{brief(path.name)} exists: press enter again to replace it."
        return ""

"""The dialog that walks through folders to a file."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from ..harmless import one_line
from .choice import Choice, ChoiceList

_MOST = 5_000
_UP = ".."


class FilePicker(ChoiceList[str]):
    """Offers the folders and files of a folder; closes with the path of a file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "up", "to the folder above", show=False, id="files.up"),
    ]

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: list[str] = []
        super().__init__(
            "", (), hint="type to narrow · enter opens · .. goes up · ctrl+y copies · esc closes"
        )

    def on_mount(self) -> None:
        """Show the first folder."""
        super().on_mount()
        self._enter_folder(self._folder)

    def _enter_folder(self, folder: Path) -> None:
        try:
            names = _entries(folder)
        except OSError as error:
            self.complain(f"This folder cannot be read: {one_line(error.strerror or 'no reason')}.")
            return
        self._folder = folder
        self._names = [*([_UP] if folder.parent != folder else []), *names]
        self._choices = [Choice(name) for name in self._names]
        self.query_one(".title", Static).update(Content(one_line(str(folder))))
        field = self.query_one(Input)
        field.value = ""
        self._narrow("")
        if not names:
            self.complain("This folder is empty.")

    def action_up(self) -> None:
        """Go to the folder above."""
        self._enter_folder(self._folder.parent)

    def chosen(self, number: int) -> None:
        """Enter a folder, or close with a file."""
        name = self._names[number]
        if name == _UP:
            self.action_up()
        elif name.endswith(os.sep):
            self._enter_folder(self._folder / name)
        else:
            self.dismiss(str(self._folder / name))


def _entries(folder: Path) -> list[str]:
    """The names in a folder, folders first and with a separator; hidden ones are left out."""
    with os.scandir(folder) as entries:
        found = [
            (not entry.is_dir(), entry.name)
            for entry in islice(entries, _MOST)
            if not entry.name.startswith(".")
        ]
    return [name if is_file else name + os.sep for is_file, name in sorted(found)]

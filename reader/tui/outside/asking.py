"""The line that asks which command gets the selection or the article."""

from __future__ import annotations

from typing import ClassVar

from ..screens.dialog import LineDialog
from .running import CommandError, Running


class PipeDialog(LineDialog[Running]):
    """Closes with a command that can be run. `before` is the line that was run last."""

    before: ClassVar[str] = ""

    def __init__(self, what: str) -> None:
        """`what` is given to the command."""
        hint = "runs as you, without a shell · enter runs it · esc closes"
        super().__init__(self.before, hint)
        self._what = what

    @property
    def title_line(self) -> str:
        """What the dialog asks."""
        return f"Pipe {self._what} to a command"

    def answer(self, value: str) -> None:
        """Close with the command, or say what is wrong with it."""
        try:
            self.dismiss(Running(value))
        except CommandError as error:
            self.complain(str(error))

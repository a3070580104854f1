"""A dialog that offers a list: type to narrow it, enter to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ..harmless import one_line
from .dialog import Answer, Dialog

_LONGEST = 200


class Choice(NamedTuple):
    """A row: what it is called, what is said beside it, and how far it is set in."""

    label: str
    detail: str = ""
    indent: int = 0

    def set_in(self) -> Choice:
        """The row a step further in."""
        return Choice(self.label, self.detail, self.indent + 1)

    @property
    def content(self) -> Content:
        """The row as it is painted, harmless whatever the label holds."""
        label = f"{'  ' * self.indent}{one_line(self.label[:_LONGEST])}"
        if not self.detail:
            return Content(label)
        return Content.assemble(label, ("  " + one_line(self.detail[:_LONGEST]), "$dim"))

    def fits(self, query: str) -> bool:
        """Whether all words of a query are in the row."""
        words = f"{self.label} {self.detail}".casefold()
        return all(word in words for word in query.casefold().split())


class ChoiceList(Dialog[Answer]):
    """Offers rows; `chosen` gets the number of one."""

    DEFAULT_CSS = """
    ChoiceList {
        & > Vertical { width: 90; height: 80%; padding: 1 2 0 2; }
        OptionList { height: 1fr; border: none; padding: 0; background: $panel; }
        OptionList:focus { border: none; }
        #none { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "down", show=False, id="choice.down", priority=True),
        Binding("up", "move(-1)", "up", show=False, id="choice.up", priority=True),
        Binding("pagedown", "move(10)", "page down", show=False, id="choice.page-down"),
        Binding("pageup", "move(-10)", "page up", show=False, id="choice.page-up"),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], *, hint: str = "", present: int = 0
    ) -> None:
        """`present` is the row on which the list begins."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._hint = hint or "type to narrow · enter chooses · ctrl+y copies · esc closes"
        self._present = present
        self._shown: list[int] = []

    def compose(self) -> ComposeResult:
        """Title, line to narrow the rows, rows, and what can be done."""
        with Vertical():
            yield Static(Content(one_line(self._title)), classes="title")
            yield Input(compact=True, placeholder="narrow the list")
            yield OptionList(compact=True)
            yield Static(Content(self._hint), classes="hint")
            yield Static("", classes="problem")

    def on_mount(self) -> None:
        """Show all rows."""
        self._narrow("")
        self._list.highlighted = min(self._present, len(self._choices) - 1)
        self._list.can_focus = False

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, query: str) -> None:
        self._shown = [number for number, choice in enumerate(self._choices) if choice.fits(query)]
        rows = self._list
        rows.set_options(Option(self._choices[number].content) for number in self._shown)
        rows.highlighted = 0 if self._shown else None
        self.complain("" if self._shown else "Nothing in the list matches.")

    def action_move(self, step: int) -> None:
        """Go up or down in the list."""
        if self._shown:
            place = (self._list.highlighted or 0) + step
            self._list.highlighted = min(max(0, place), len(self._shown) - 1)

    @on(Input.Submitted)
    def _enter(self) -> None:
        place = self._list.highlighted
        if place is not None and self._shown:
            self.chosen(self._shown[place])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.chosen(self._shown[event.option_index])

    def chosen(self, number: int) -> None:
        """Do what choosing a row means."""
        raise NotImplementedError

    def complain(self, sentence: str) -> None:
        """Say what is wrong; it must be harmless text."""
        self.query_one(".problem", Static).update(Content(sentence))


class ChoiceDialog(ChoiceList[int]):
    """Offers rows and closes with the number of the chosen one."""

    def chosen(self, number: int) -> None:
        """Close with the number of the row."""
        self.dismiss(number)

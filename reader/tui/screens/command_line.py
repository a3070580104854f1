"""The command line: a place to go to, a file to write, or any action by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...reading.places import share_start
from ..commands.export import form_of, write_to
from .export import Target

if TYPE_CHECKING:
    from ..app import ReaderApp

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*%")
_NUMBER = re.compile(r"\d{1,9}")
_WRITE = re.compile(r"w(?:rite)?(?:\s+(.*))?")
_QUITS = frozenset(["q", "q!", "quit", "qa", "qa!", "x", "wq", "wq!", "exit"])
"""As other programs have it; what the reader made is kept at once, so that all mean the same."""
_END = "$"
_HOW_TO_WRITE = "w needs a file: w article.json, or .md, .html, .csv"
_HINT = "50% · 120 (paragraph) · w FILE · q · or an action: tab completes, enter runs it"


class Named(NamedTuple):
    """An action: what it is called, its key, and what runs it."""

    name: str
    key: str
    run: Callable[[], object]

    def fits(self, typed: str) -> bool:
        """Whether all words that were typed are in the name."""
        name = self.name.casefold()
        return all(word in name for word in typed.casefold().split())


class CommandLine(ModalScreen[None]):
    """A line at the bottom with the actions that fit above it."""

    DEFAULT_CSS = """
    CommandLine {
        align: left bottom;
        background: transparent;
        & > Vertical { width: 100%; height: auto; max-height: 100%; background: $panel; }
        OptionList { height: auto; max-height: 8; border: none; padding: 0; background: $panel;
                     scrollbar-size-vertical: 1; }
        Horizontal { height: 1; }
        .prompt { width: 3; padding: 0 1; color: $primary; text-style: bold; }
        Input, Input:focus { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        .said { height: auto; padding: 0 3; color: $dim; }
        .said.-wrong { color: $error; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close", id="line.close"),
        Binding("tab", "complete", "complete", id="line.complete", priority=True),
        Binding("down", "step(1)", "next action", show=False, id="line.down", priority=True),
        Binding("up", "step(-1)", "action before", show=False, id="line.up", priority=True),
    ]

    def __init__(self, app: ReaderApp) -> None:
        super().__init__()
        self._reader = app
        self._target = Target()
        found = {
            command.title: Named(command.title, command.help, command.callback)
            for command in app.get_system_commands(app.screen)
        }
        self._actions = [found[name] for name in sorted(found, key=str.casefold)]
        self._shown: list[Named] = []

    def compose(self) -> ComposeResult:
        """The actions, the line, and what it means."""
        with Vertical():
            rows = OptionList(compact=True)
            rows.can_focus = False
            yield rows
            with Horizontal():
                yield Static(":", classes="prompt")
                yield Input(compact=True)
            yield Static("", classes="said")

    def on_mount(self) -> None:
        """Show what can be typed."""
        self._narrow("")
        self.query_one(Input).focus()

    # Typing

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        place = self._place(typed)
        fitting = [] if place is not None else [one for one in self._actions if one.fits(typed)]
        typed = typed.strip().casefold()
        fitting.sort(key=lambda one: not one.name.casefold().startswith(typed))
        self._shown = fitting
        rows = self.query_one(OptionList)
        rows.set_options(
            Option(Content.assemble(f" {one.name}", (f"  {one.key}", "$dim"))) for one in fitting
        )
        rows.highlighted = 0 if fitting else None
        rows.display = bool(fitting)
        if place is not None:
            self._say(place)
        elif fitting:
            self._say("" if typed else _HINT)
        else:
            self._say("No action matches.", is_wrong=True)

    def _place(self, typed: str) -> str | None:
        """What a line means that is no action; None where it is one."""
        line = typed.strip()
        if match := _PERCENT.fullmatch(line):
            return f"enter goes to {match[1]} % of the article"
        if _NUMBER.fullmatch(line):
            count = self._reader.reading.article.numbering.count
            return f"enter goes to paragraph {int(line):,} of {count:,}"
        if line == _END:
            return "enter goes to the end of the article"
        if match := _WRITE.fullmatch(line):
            is_named = bool(match[1])
            return f"enter writes {form_of(Path(match[1])).name}" if is_named else _HOW_TO_WRITE
        return "enter quits" if line in _QUITS else None

    def action_step(self, step: int) -> None:
        """Go up or down in the actions."""
        rows = self.query_one(OptionList)
        if self._shown:
            rows.highlighted = ((rows.highlighted or 0) + step) % len(self._shown)

    def action_complete(self) -> None:
        """Write the name of the chosen action into the line."""
        place = self.query_one(OptionList).highlighted
        if self._shown and place is not None:
            line = self.query_one(Input)
            line.value = self._shown[place].name
            line.cursor_position = len(line.value)

    # Doing

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        line, app = event.value.strip(), self._reader
        if match := _PERCENT.fullmatch(line):
            self._leave_for(share_start(app.reading.article.text, float(match[1])))
        elif _NUMBER.fullmatch(line):
            self._go_to_paragraph(int(line))
        elif line == _END:
            self._leave_for(len(app.reading.article.text))
        elif match := _WRITE.fullmatch(line):
            self._write(match[1] or "")
        elif line in _QUITS:
            app.exit()
        elif line and self._shown:
            self._run(self._shown[self.query_one(OptionList).highlighted or 0])
        elif not line:
            self.dismiss()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._run(self._shown[event.option_index])

    def _run(self, action: Named) -> None:
        self.dismiss()
        self._reader.call_later(action.run)

    def _go_to_paragraph(self, number: int) -> None:
        article = self._reader.reading.article
        start = article.numbering.start(max(1, number))
        if start is None:
            count = article.numbering.count
            self._say(f"The article has {count:,} paragraphs.", is_wrong=True)
        else:
            self._leave_for(start)

    def _leave_for(self, place: int) -> None:
        self.dismiss()
        self._reader.reading.jump(place)

    def _write(self, name: str) -> None:
        if self._reader.is_visitor:
            self._say("Files cannot be written from a browser.", is_wrong=True)
            return
        path, problem = self._target.looked_at(name) if name else (Path(), _HOW_TO_WRITE)
        if problem:
            self._say(problem, is_wrong=True)
        else:
            self.dismiss()
            write_to(self._reader, path)

    def _say(self, sentence: str, *, is_wrong: bool = False) -> None:
        said = self.query_one(".said", Static)
        said.update(Content(sentence))
        said.display = bool(sentence)
        said.set_class(is_wrong, "-wrong")

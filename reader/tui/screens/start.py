"""The start screen: a line for a path or address, recent articles, files, the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...named import from_home
from ...sources.sought import is_address
from ..harmless import one_line
from ..paths import PathSuggester
from .choice import Choice
from .dialog import Door

if TYPE_CHECKING:
    from ...library.state import Recent
    from ..app import ReaderApp

_MOST_RECENT = 20
_HINT = "enter opens · tab completes · ↓ the list · del removes · esc closes"


class _Row(NamedTuple):
    """A row that can be chosen: what it says, what it does, and the place it stands for."""

    choice: Choice
    run: Callable[[], object]
    place: str | None = None


class StartScreen(Screen[None], Door):
    """Where the reader begins without an article; everything leads to one."""

    DEFAULT_CSS = """
    StartScreen {
        align: center middle;
        background: $background;
        & > Vertical {
            width: 90; max-width: 100%; height: 90%; max-height: 40;
            padding: 1 2 0 2; background: $surface; color: $foreground;
        }
        .title { text-style: bold; color: $primary; }
        .hint { color: $dim; }
        .problem { color: $error; }
        Static { width: 100%; height: auto; }
        Input { margin: 1 0; border: none; height: 1; padding: 0 1; background: $background; }
        Input:focus { border: none; }
        OptionList { height: 1fr; border: none; padding: 0; background: $surface; }
        OptionList:focus { border: none; }
        OptionList > .option-list--option-disabled { color: $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete a path", id="start.complete", priority=True),
        Binding("down", "into_list", "to the list", show=False, id="start.list"),
        Binding("delete", "forget", "remove from the list", show=False, id="start.forget"),
        Binding("ctrl+y,y", "copy_row", "copy the row", show=False, id="start.copy"),
        Binding("escape", "leave", "leave", id="start.leave"),
    ]

    def __init__(self, app: ReaderApp) -> None:
        super().__init__()
        self._reader = app
        self._rows: list[_Row | None] = []

    def compose(self) -> ComposeResult:
        """The line, the list and the keys."""
        with Vertical():
            yield Static(Content("reader"), classes="title")
            yield Input(placeholder="a file, or https://…", compact=True, suggester=PathSuggester())
            yield OptionList(compact=True)
            yield Static("", classes="problem")
            yield Static(Content(_HINT), classes="hint")

    def on_mount(self) -> None:
        """Fill the list; typing goes into the line."""
        self._fill()
        self.query_one(Input).focus()

    def _fill(self) -> None:
        groups = (
            ("Recent articles", [self._recent(known) for known in self._known()]),
            ("Files", [_Row(Choice("Browse …", str(_folder())), self._browse)]),
            ("Samples", [self._sample(path) for path in _samples()]),
        )
        options: list[Option] = []
        self._rows = []
        for heading, rows in groups:
            if rows:
                options.append(
                    Option(
                        Content.assemble("\n" if options else "", (heading, "bold")), disabled=True
                    )
                )
                self._rows.append(None)
                options += [Option(row.choice.set_in().content) for row in rows]
                self._rows += rows
        self.query_one(OptionList).set_options(options)

    def _known(self) -> list[Recent]:
        return self._reader.memory.recent()[:_MOST_RECENT]

    def _recent(self, known: Recent) -> _Row:
        title = known.title or Path(known.place).name
        return _Row(Choice(title, known.place), lambda: self._open(known.place), known.place)

    def _sample(self, path: Path) -> _Row:
        name = path.stem.replace("-", " ").capitalize()
        return _Row(Choice(name), lambda: self._open(str(path)))

    # Opening

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        place = event.value.strip()
        if not place:
            self.complain("Name a file or an address, or choose from the list.")
        else:
            self._open(place if is_address(place) else from_home(place))

    @on(Input.Changed)
    def _edited(self) -> None:
        self.complain("")

    def action_copy_row(self) -> None:
        """Copy the row under the cursor."""
        from ..copying import copy_option

        copy_option(self)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        row = self._rows[event.option_index]
        if row is not None:
            row.run()

    def _open(self, place: str) -> None:
        self.complain("opening …")
        self._reader.doors.open(place, lambda sentence: self.complain(one_line(sentence)))

    def _browse(self) -> None:
        from .files import FilePicker

        def picked(path: str | None) -> None:
            if path is not None:
                self._open(path)

        self.app.push_screen(FilePicker(_folder()), picked)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or what goes on; it must be harmless text."""
        for line in self.query(".problem").results(Static):
            line.update(Content(sentence))

    # Keys

    def action_complete(self) -> None:
        """Take the suggestion, or go from the list to the line."""
        field = self.query_one(Input)
        if self.focused is field and field.value:
            field.cursor_position = len(field.value)
            field.action_cursor_right()
        else:
            field.focus()

    def action_into_list(self) -> None:
        """Go from the line to the list."""
        rows = self.query_one(OptionList)
        rows.focus()
        if rows.highlighted is None:
            rows.action_first()

    def action_forget(self) -> None:
        """Stop offering a recent article."""
        rows = self.query_one(OptionList)
        place = rows.highlighted
        if self.focused is not rows or place is None:
            return
        row = self._rows[place]
        if row is not None and row.place is not None:
            self._reader.memory.forget_recent(row.place)
            self._fill()
            rows.highlighted = min(place, rows.option_count - 1)

    def action_leave(self) -> None:
        """Go back to the article, or end where there is none."""
        self._reader.doors.cancel()
        if self._reader.is_whole:
            self.dismiss()
        else:
            self._reader.exit()


def _folder() -> Path:
    """The folder in which browsing begins."""
    try:
        return Path.cwd()
    except OSError:
        return Path.home()


def _samples() -> list[Path]:
    from ...samples import samples

    return samples()

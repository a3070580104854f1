"""The application: what holds for every article that is opened in it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import DescendantFocus, Event, InputEvent, Paste
from textual.screen import Screen

from ..article import Article
from ..library.memory import Memory
from ..reading import (
    Analysing,
    Loading,
    Reading,
    Ready,
)
from ..reading.outline import beginning
from ..settings import Settings
from ..sources.sought import Found, Opening, Sought
from .article import ArticlePane
from .commands import COMMANDS
from .harmless import one_line
from .keys import Keys
from .platform.safe_app import SafeApp
from .platform.type_ahead import TypeAhead
from .repeating import repeat
from .screens.reading import ReadingScreen
from .theme import READER_DARK, READER_LIGHT, ThemedApp
from .window.kept import keep, recalled

if TYPE_CHECKING:
    from ..reading.plan import Plan
    from ..reading.session import AnalysisSession
    from .analysis_updates import AnalysisUpdate, UpdateThrottle
    from .desk.turning import Turning
    from .doors import Doors
    from .hand.desk import HandDesk

_LONGEST_TITLE = 100
_REMEMBER_SECONDS = 3.0
_LONGEST_BEGINNING = 0.15
_KEY_NAMES = {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "⏎": "enter"}


Analyse = Callable[[Article, int], "AnalysisSession"]
"""Begins the analysis of an article, the code point on the screen first."""


class ReaderApp(SafeApp, ThemedApp):
    """Reads one article at a time."""

    TITLE = "reader"
    CSS_PATH = Path(__file__).parent / "screens" / "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding for command in COMMANDS.values()),
        Binding("T", "toggle_theme", "dark or light", show=False, id="app.theme"),
        Binding("ctrl+p", "command_palette", "commands by name", show=False, id="app.commands"),
        Binding("ctrl+l", "redraw", "paint the screen again", show=False, id="app.redraw"),
        Binding("ctrl+z", "suspend_process", "suspend, until fg", show=False, id="app.suspend"),
        Binding("question_mark", "help", "help", tooltip="all keys", id="app.help"),
        Binding("q", "quit", "quit", id="app.quit"),
    ]

    def __init__(
        self,
        article: Article | None,
        *,
        settings: Settings,
        analyse: Analyse | None = None,
        memory: Memory | None = None,
        driver_class: type[Driver] | None = None,
        opening: Opening | None = None,
        plan: Plan | None = None,
        keeps_library: bool = False,
        notes_beside: bool = False,
    ) -> None:
        """`analyse` begins an analysis; without it nothing is analysed.

        With `keeps_library` notes and corrections stay for the next time, with `notes_beside` in a
        file beside the article too. Without an article it is read, or chosen on the start screen,
        as `opening` says. `plan` has the articles that are read together, where there are several.
        """
        memory = memory or Memory()
        self._usual_theme = settings.theme or READER_DARK.name
        super().__init__(memory.theme(self._usual_theme), driver_class)
        self.memory = self._memory = memory
        self.is_whole = article is not None
        self.opening = self._opening = opening or Opening()
        self.plan = plan
        self.turning = self._turning(plan if plan and plan.places else None)
        self.refusal = self.farewell = ""
        self.keeps_library, self.notes_beside = keeps_library, notes_beside
        self.is_visitor = self._opening.is_visitor
        self.settings = settings
        if settings.reduced_motion:
            self.animation_level = "none"
        self._analyse = analyse
        self.keys = Keys(
            (ReadingScreen, ReaderApp, ArticlePane), settings.keys, self.get_key_display
        )
        self._type_ahead = TypeAhead(self, super().on_event, partial(repeat, self))
        self._throttle: UpdateThrottle | None = None
        self.session: AnalysisSession | None = None
        self.reading = self._begin(article or Article("", _label(self._opening)))
        self._shares = recalled(memory, settings)
        self._kept_shares = deepcopy(self._shares)
        self._room = ReadingScreen(self.reading, self.keys, shares=self._shares)

    def _turning(self, plan: Plan | None) -> Turning | None:
        if plan is None:
            return None
        from .desk.turning import Turning

        return Turning(self, plan)

    @cached_property
    def doors(self) -> Doors:
        """What opens other articles."""
        from .doors import Doors

        return Doors(self, self._opening)

    @cached_property
    def hand(self) -> HandDesk:
        """What the reader makes of the article."""
        from .hand.desk import HandDesk

        return HandDesk(self)

    def get_default_screen(self) -> ReadingScreen:
        """The reading room."""
        return self._room

    def _begin(self, article: Article) -> Reading:
        reading = Reading(article)
        reading.move_caret(self._memory.caret(article) or beginning(article))
        if not self.is_whole:
            reading.report(Loading())
        elif self._analyse is None:
            reading.report(Ready())
        if self.turning is not None:
            self.turning.adopt(reading)
        return reading

    def _follow_analysis(self) -> None:
        """Have the present article analysed."""
        if self._analyse is not None:
            from .analysis_updates import follow

            self.session = self._analyse(self.reading.article, self.reading.caret)
            follow(self.session, self)

    async def on_event(self, event: Event) -> None:
        """Handle an event in its turn."""
        if isinstance(event, InputEvent | Paste) and self._throttle is not None:
            self._throttle.note_key()
        if not self._type_ahead.holds(event):
            await super().on_event(event)

    def on_mount(self) -> None:
        """Be ready for the first key; the rest waits for the first picture."""
        self._type_ahead.begin()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.set_keymap(self.settings.keys)
        self._show_title()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep the cursor of a line still where nothing shall move."""
        if self.animation_level == "none" and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def on_reading_screen_shown(self) -> None:
        """Have the article analysed, once the whole of it is there."""
        if not self.is_whole:
            self.doors.begin()
            return
        known = self.reading.annotations  # they may come with it, from a desk or a corpus
        if not (isinstance(self.reading.status, Ready) and (known.entities or known.times)):
            self._follow_analysis()
        if self.session is None:
            self.on_analysis_begun()
        else:
            self.set_timer(_LONGEST_BEGINNING, self.on_analysis_begun)  # on a slow disk

    def on_analysis_begun(self) -> None:
        """Bring in the rest of the room; an analysis that was kept is there by now."""
        self._room.call_later(self._furnish)

    async def _furnish(self) -> None:
        await self._room.furnish()
        self.call_after_refresh(self._settle_in)

    def _settle_in(self) -> None:
        """Do what could wait until everything is on the screen."""
        if self._throttle is None:
            self._settle_once()
        if self.turning is not None:
            self.turning.begin()
        if self.is_whole:
            self.hand.begin()

    def _settle_once(self) -> None:
        from .analysis_updates import UpdateThrottle
        from .screens.sections import OF_PANES

        self._throttle = UpdateThrottle(self, self._take)
        gc.freeze()  # what is there now stays, and need not be looked at again
        gc.enable()
        self._memory.tell = self._post_notice
        if isinstance(self._opening.first, Found):
            self.doors.note(self._opening.first.place)
        self.set_interval(_REMEMBER_SECONDS, self._remember)
        self.keys.add(node for _, nodes in OF_PANES for node in nodes)
        if self._memory.tells_once("orientation"):
            self._room.orient()
        if clashes := self.keys.clashes((ReadingScreen, ReaderApp)):
            self.warn(f"The settings give one key to two actions: {', '.join(clashes)}.")

    def on_app_focus(self) -> None:
        """See whether the file has changed meanwhile."""
        self.hand.watch.look()

    def on_unmount(self) -> None:
        """Take no more input and stop the analysis."""
        self._type_ahead.end()
        self.close_session()
        if self.turning is not None:
            self.turning.close()
        if "doors" in vars(self):
            self.doors.close()

    def close_session(self) -> None:
        """End the analysis of the present article at once."""
        if self.session is not None:
            self.session.close()

    def leave_article(self) -> None:
        """Keep for next time where the reader was last."""
        self._memory.keep_caret(self.reading.article, self.reading.caret)
        self._remember()
        if "hand" in vars(self):
            self.hand.close()

    def _remember(self) -> None:
        """Keep what the reader changed: the place, the theme, the sizes of the panes."""
        memory, reading = self._memory, self.reading
        if reading.caret != memory.caret(reading.article):
            memory.keep_caret(reading.article, reading.caret)
        if self.theme != memory.theme(self._usual_theme):
            memory.keep_theme(self.theme, self._usual_theme)
        if self._shares != self._kept_shares:
            self._kept_shares = deepcopy(self._shares)
            keep(memory, self.settings, self._kept_shares)

    def on_analysis_update(self, update: AnalysisUpdate) -> None:
        """Bring the reading up to date, when that disturbs nobody."""
        if self._throttle is not None:
            self._throttle.tell(update)
        else:
            self._take(update)

    def _take(self, update: AnalysisUpdate) -> None:
        from .analysis_updates import apply

        if update.session is self.session and (sentence := apply(self.reading, update.event)):
            self.warn(sentence)

    def _post_notice(self, sentence: str) -> None:
        """Have something told, from any thread."""
        from ..reading.session import Notice
        from .analysis_updates import AnalysisUpdate

        self.post_message(AnalysisUpdate(self.session, Notice(sentence)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action makes sense now."""
        if action == "command":
            command = COMMANDS[str(parameters[0])]
            return command.is_possible(self) and not (command.for_owner and self.is_visitor)
        return super().check_action(action, parameters)

    async def action_command(self, name: str) -> None:
        """Run a command by its id."""
        done = COMMANDS[name].run(self)
        if done is not None:
            await done

    def redate(self, article: Article) -> None:
        """Take the present article with another publication date, and keep that."""
        self._memory.keep_date(article)
        self.reading.redate(article)
        if self.session is not None:
            self.reading.report(Analysing())
            self.session.redate(article)
        elif self._analyse is not None:  # the analysis that was kept holds for another date
            self.reading.report(Analysing())
            self._follow_analysis()

    async def open(self, article: Article, *, is_whole: bool = True) -> None:
        """Read another article; the analysis of the present one ends.

        Of one that is not whole only the beginning is there; `complete` brings the rest.
        """
        self.leave_article()
        self.is_whole = is_whole
        await self.turn_to(self._begin(self._memory.redated(article)))

    async def turn_to(self, reading: Reading) -> None:
        """Show a reading; the analysis of the present article ends."""
        if reading is not self.reading:
            self.close_session()
            self.session = None
            self.reading = reading
            await self._room.show_reading(reading)
            self._show_title()

    async def on_reading_screen_nothing_behind(self) -> None:
        """Go back to the article that was read before, where there is one."""
        if self.turning is not None:
            await self.turning.go_back()

    async def on_reading_screen_nothing_ahead(self) -> None:
        """Undo one step back to another article, where there was one."""
        if self.turning is not None:
            await self.turning.go_forward()

    def complete(self, article: Article) -> None:
        """Go on with the whole of the article whose beginning is on the screen."""
        self.is_whole = True
        article = self._memory.redated(article)
        self.reading.grow(article)
        self.reading.report(Analysing())
        if not self.reading.caret:
            self.reading.move_caret(self._memory.caret(article))
        self.on_reading_screen_shown()

    def action_command_palette(self) -> None:
        """Offer what there is to do, by name."""
        from .screens.palette import Commands

        if not isinstance(self.screen, Commands):
            self.push_screen(Commands(id="--command-palette"))

    def search_themes(self) -> None:
        """Offer the themes."""
        from textual.theme import ThemeProvider

        from .screens.palette import Commands

        self.push_screen(Commands(providers=[ThemeProvider], placeholder="Search for themes…"))

    def action_help(self) -> None:
        """Show all keys."""
        from .screens.help import HelpScreen
        from .screens.sections import OF_PANES

        anywhere = ("Anywhere", (ReadingScreen, ReaderApp))
        self.push_screen(HelpScreen(self.keys, (anywhere, *OF_PANES), self._room.here))

    def action_help_quit(self) -> None:
        """Say how to leave to whoever presses the key of an interrupt."""
        self.tell(f"{self.keys.name('app.quit')} quits.")

    def action_redraw(self) -> None:
        """Paint everything again, where something else has written on the terminal."""
        self.refresh(layout=True)

    def action_toggle_theme(self) -> None:
        """Go from dark to light or back."""
        self.theme = (READER_LIGHT if self.current_theme.dark else READER_DARK).name

    def get_key_display(self, binding: Binding) -> str:
        """Keys as they are written on keyboards, in small letters and short."""
        shown = super().get_key_display(binding)
        return _KEY_NAMES.get(shown, shown)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What keys do here, by name; the motions of the panes are left to the keys."""
        done = {"command_palette"}
        for active in screen.active_bindings.values():
            binding = active.binding
            is_wanted = binding.show or active.node in (screen, self)
            if binding.id and is_wanted and binding.action not in done:
                done.add(binding.action)
                run = partial(self.run_action, binding.action, active.node)
                name = (binding.tooltip or binding.description).capitalize()
                yield SystemCommand(name, f"key {self.keys.name(binding.id)}", run)
        yield SystemCommand("Choose a theme", "all there are", self.action_change_theme)

    def _show_title(self) -> None:
        """Name the article in the title of the window; the driver restores the old one."""
        article = self.reading.article
        name = one_line((article.title or article.source or "")[:_LONGEST_TITLE])
        self.set_window_title(f"{name} - reader" if name else "reader")

    def tell(self, sentence: str) -> None:
        """Say something for some seconds."""
        self.notify(one_line(sentence), markup=False, timeout=3)

    def warn(self, sentence: str) -> None:
        """Say what went wrong."""
        self.notify(one_line(sentence), markup=False, severity="warning", timeout=8)


def _label(opening: Opening) -> str | None:
    """What an article that is still being read is called."""
    return opening.first.label if isinstance(opening.first, Sought) else None

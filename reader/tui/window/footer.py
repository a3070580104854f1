"""The line under the panes: the keys that matter now, and how the analysis goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.events import Click
from textual.screen import Screen
from textual.widgets import Input

from ...reading import (
    Analysing,
    Change,
    Failed,
    Loading,
    Reading,
)
from ..glyphs import glyphs
from ..line import (
    Line,
    Pieces,
    spread,
    width_of,
)
from ..painted import PaintedLine
from .whereabouts import KeyName

_BAR = 12
_GAP = "   "


class _Key(NamedTuple):
    """A key of the footer: the action, the key and its name, and what it does in a word."""

    action: str
    key: str
    name: str
    does: str


class Footer(PaintedLine):
    """The keys of the focused pane and of the screen, as they really are, and the state."""

    DEFAULT_CSS = """
    Footer { height: 1; background: $footer-background; padding: 0 1; }
    """

    def __init__(self, reading: Reading, key: KeyName) -> None:
        super().__init__()
        self._reading = reading
        self._key = key
        self._keys: list[_Key] = []
        self._placed: list[_Key] = []

    def on_mount(self) -> None:
        """Follow the reading and the keys."""
        self._forget = self._reading.observe(self._changed)
        self.screen.bindings_updated_signal.subscribe(self, self._take_keys)

    def on_unmount(self) -> None:
        """Stop following the reading."""
        self._forget()

    def _changed(self, change: Change) -> None:
        if change & Change.STATUS:
            self.refresh()

    def _take_keys(self, screen: Screen[object]) -> None:
        """Note each shown action once, with its first key; what types a character is no key."""
        shown: dict[str, _Key] = {}
        is_typing = isinstance(screen.focused, Input)
        for _, binding, enabled, _ in screen.active_bindings.values():
            name = self.app.get_key_display(binding)
            is_text = is_typing and len(name) == 1 and name.isascii()
            if binding.show and enabled and not is_text:
                known = _Key(binding.action, binding.key, name, binding.description)
                shown.setdefault(binding.action, known)
        keys = list(shown.values())
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def line(self, width: int) -> Line:
        """As many keys as fit before the state; the key of the help is always one of them."""
        state = self._state()
        self._placed = self._fitting(width - width_of(state) - 2)
        return spread(_hints(self._placed), (), state, width)

    def _fitting(self, room: int) -> list[_Key]:
        """The first keys that fit beside the help."""
        last = [key for key in self._keys if key.action == "help"]
        shown: list[_Key] = []
        for key in self._keys:
            if key not in last and width_of(_hints([*shown, key, *last])) > room:
                break
            shown.append(key)
        tried = [*shown, *(key for key in last if key not in shown)]
        return tried if width_of(_hints(tried)) <= room else []

    def _state(self) -> Pieces:
        status = self._reading.status
        match status:
            case Analysing(done, total):
                if self.app.animation_level == "none":
                    return [("analysing", "dim")]
                return [("analysing ", "dim"), *_bar(done, total)]
            case Loading():
                return [("reading …", "dim")]
            case Failed():
                key = self._key("app.retry")
                how = [(" · ", "dim"), (key, "key"), (" retries", "dim")]
                return [("analysis failed", "error strong"), *how]
            case _:
                return [("ready", "dim")]

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse."""
        at = event.x - self.gutter.left
        for shown in self._placed:
            at -= width_of([(shown.name, ""), (f" {shown.does}{_GAP}", "")])
            if at < 0:
                self.app.simulate_key(shown.key)
                return


def _hints(keys: Sequence[_Key]) -> Pieces:
    """The keys and what they do, separated by a gap."""
    pieces: list[tuple[str, str]] = []
    for shown in keys:
        pieces += [(_GAP if pieces else "", ""), (shown.name, "key"), (f" {shown.does}", "hint")]
    return pieces


def _bar(done: int, total: int) -> Pieces:
    """How much is through, as a bar."""
    share = done / total if total else 0.0
    full = round(share * _BAR)
    signs = glyphs()
    return [
        (signs.bar * full, "link"),
        (signs.line * (_BAR - full), "dim"),
        (f" {share:4.0%}" if total else "", "dim"),
    ]

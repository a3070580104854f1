"""The themes, actions and keys that settings can name, known without loading the interface."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

_INTERFACE = "reader.tui.known"  # stands on the settings: it is imported by its name
FILE = Path(__file__).parent / "known.txt"
_MODIFIERS = {"ctrl", "alt", "shift", "super", "hyper", "meta"}
_NAMED = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}
    | {"backspace", "enter", "return", "escape", "tab", "space", "slash", "backslash", "at"}
    | {"minus", "plus", "underscore"}
)
_FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 25))


class KnownAction(NamedTuple):
    """An action: its id, its usual keys, what it is called, and where in the window it is."""

    id: str
    keys: str
    description: str
    where: str


@cache
def _lines() -> tuple[tuple[str, ...], tuple[KnownAction, ...]]:
    """The themes and the actions. `python -m reader.tui.known` makes the file."""
    first, *rest = FILE.read_text("utf-8").splitlines()
    return tuple(first.split()), tuple(KnownAction(*line.split("\t")) for line in rest)


def themes() -> tuple[str, ...]:
    """The names of all themes."""
    return _lines()[0]


def actions() -> tuple[KnownAction, ...]:
    """The actions that are listed, in the order of the help."""
    return _lines()[1]


def all_actions() -> tuple[KnownAction, ...]:
    """All actions as the interface has them, which takes half a second to load."""
    found: tuple[KnownAction, ...] = import_module(_INTERFACE).actions()
    return found


def action_ids(wanted: Iterable[str]) -> set[str]:
    """The ids of all actions; where one that is wanted is not listed, from the interface itself."""
    known = {action.id for action in actions()}
    if not known.issuperset(wanted):
        known |= {action.id for action in all_actions()}
    return known


def is_key(name: str) -> bool:
    """Whether a terminal could send a key of that name."""
    *modifiers, key = name.split("+") if name != "+" else [name]
    if not _MODIFIERS.issuperset(modifiers) or not key:
        return False
    return len(key) == 1 or key in _NAMED or key in _FUNCTION_KEYS or _is_character(key)


def _is_character(name: str) -> bool:
    """Whether it is the name of a character as keys have it: "full_stop"."""
    import unicodedata

    if name in {_flat(unicodedata.name(chr(code))) for code in range(ord(" "), 0x7F)}:
        return True
    try:
        return _flat(unicodedata.name(unicodedata.lookup(name.replace("_", " ")))) == name
    except KeyError:
        return False


def _flat(name: str) -> str:
    return name.lower().replace("-", "_").replace(" ", "_")

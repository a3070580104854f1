"""What settings can name: `python -m reader.tui.known` writes it down for those without Textual.

A file of it (`reader/settings/known.txt`) lets the settings be checked before anything is loaded; a
test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from textual.app import App
from textual.dom import DOMNode
from textual.theme import BUILTIN_THEMES

from ..settings.known import FILE, KnownAction
from .keys import Action, actions_of
from .theme import THEMES

_PACKAGE = "reader.tui"


@cache
def actions() -> tuple[KnownAction, ...]:
    """All actions of the interface, those of the reading room first."""
    found = [
        KnownAction(action.id, ",".join(action.keys), action.description, where)
        for where, action in _all()
    ]
    return tuple({action.id: action for action in reversed(found)}.values())[::-1]


def themes() -> list[str]:
    """The names of all themes, our own first."""
    return list(dict.fromkeys([*(theme.name for theme in THEMES), *BUILTIN_THEMES]))


def _all() -> Iterator[tuple[str, Action]]:
    from .app import ReaderApp
    from .screens.reading import ReadingScreen
    from .screens.sections import OF_PANES

    seen = set()
    for title, nodes in (("Anywhere", (ReadingScreen, ReaderApp)), *OF_PANES):
        for node in nodes:
            seen.add(node)
            yield from ((title, action) for action in actions_of(node, {}))
    for node in sorted(_nodes() - seen, key=lambda node: (node.__module__, node.__qualname__)):
        title = node.__module__.removeprefix(f"{_PACKAGE}.").replace(".", ", ").replace("_", " ")
        yield from ((title.capitalize(), action) for action in actions_of(node, {}))


def _nodes() -> set[type[DOMNode]]:
    """All classes of the package that have keys."""
    found: set[type[DOMNode]] = set()
    package = import_module(_PACKAGE)
    for module in walk_packages(package.__path__, f"{_PACKAGE}."):
        for value in vars(import_module(module.name)).values():
            is_node = isinstance(value, type) and issubclass(value, DOMNode) and value is not App
            if is_node and value.__module__.startswith(_PACKAGE) and "BINDINGS" in vars(value):
                found.add(value)
    return found


def text() -> str:
    """The file's text: a line of themes, then a line for each action."""
    return "\n".join([" ".join(themes()), *("\t".join(action) for action in actions())]) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")

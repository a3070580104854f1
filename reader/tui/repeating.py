"""What a key does many times, done at once: nobody sees the pictures between."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual.actions import ActionError, parse
from textual.app import App
from textual.events import Key


@runtime_checkable
class Repeats(Protocol):
    """A widget that can do an action many times in one go."""

    def repeat(self, action: str, parameters: tuple[object, ...], times: int) -> bool:
        """Do it so many times; False where this action is not for that."""
        ...


def repeat(app: App[Any], key: Key, times: int) -> bool:
    """Do what a key does so many times, where its widget can do that in one go."""
    active, focused = app.screen.active_bindings.get(key.key), app.focused
    if active is None or not active.enabled or active.node is not focused:
        return False
    if not isinstance(focused, Repeats):
        return False
    try:
        _, action, parameters = parse(active.binding.action)
    except ActionError:
        return False
    return focused.repeat(action, parameters, times)

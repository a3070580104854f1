"""The real keys of every action: the bindings of the widgets under the user's keymap."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from msgspec import Struct
from textual.binding import Binding
from textual.dom import DOMNode


class Action(Struct, frozen=True):
    """Something a key does: its id for the settings, its real keys and what it is called."""

    id: str
    keys: tuple[str, ...]
    description: str


def actions_of(node: type[DOMNode], keymap: Mapping[str, str]) -> list[Action]:
    """The actions that a class adds to those of the classes it is made of, in order."""
    bindings: dict[str, list[Binding]] = {}
    for binding in Binding.make_bindings(vars(node).get("BINDINGS", ())):
        if binding.id:
            bindings.setdefault(binding.id, []).append(binding)
    return [
        Action(
            name,
            _keys(keymap[name]) if name in keymap else tuple(binding.key for binding in bound),
            bound[0].tooltip or bound[0].description,
        )
        for name, bound in bindings.items()
    ]


def _keys(listed: str) -> tuple[str, ...]:
    bound = Binding.make_bindings([Binding(listed, "")])
    return tuple(binding.key for binding in bound)


class Keys:
    """The actions of all widgets of the interface, under one keymap."""

    def __init__(
        self,
        nodes: Iterable[type[DOMNode]],
        keymap: Mapping[str, str],
        display: Callable[[Binding], str],
    ) -> None:
        """`display` names a key to a person."""
        self._nodes = tuple(nodes)
        self._keymap = keymap
        self._display = display

    def actions(self, node: type[DOMNode]) -> list[Action]:
        """What the widgets of a class can do."""
        return actions_of(node, self._keymap)

    def add(self, nodes: Iterable[type[DOMNode]]) -> None:
        """Widgets that are known only later."""
        self._nodes = tuple(dict.fromkeys([*self._nodes, *nodes]))
        vars(self).pop("_names", None)

    @cached_property
    def _names(self) -> dict[str, str]:
        actions = (action for node in self._nodes for action in self.actions(node))
        return {action.id: self.shown(action.keys[:1]) for action in actions}

    def name(self, action: str) -> str:
        """The first key of an action as a person reads it; empty for an unknown action."""
        return self._names.get(action, "")

    def shown(self, keys: Iterable[str]) -> str:
        """Keys as a person reads them, separated by blanks."""
        return " ".join(dict.fromkeys(self._display(Binding(key, "")) for key in keys))

    def clashes(self, anywhere: Collection[type[DOMNode]]) -> list[str]:
        """Keys that the keymap gives to an action while another one has them, with both.

        The keys of `anywhere` meet those of every widget, the others only their own kind's.
        """
        bound = [
            (node, action.id, key)
            for node in self._nodes
            for action in self.actions(node)
            for key in action.keys
        ]
        told = (
            f"{self.shown([key])} for {mine} and {other}"
            for node, mine, key in bound
            if mine in self._keymap
            for other_node, other, other_key in bound
            if key == other_key
            and mine != other
            and (other not in self._keymap or mine < other)
            and (node is other_node or node in anywhere or other_node in anywhere)
        )
        return list(dict.fromkeys(told))

"""The keys of every list."""

from __future__ import annotations

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("down,j", "move(1)", "down", show=False, id="list.down"),
    Binding("up,k", "move(-1)", "up", show=False, id="list.up"),
    Binding("pagedown,space,ctrl+f", "page(1)", "page down", show=False, id="list.page-down"),
    Binding("pageup,b,ctrl+b", "page(-1)", "page up", show=False, id="list.page-up"),
    Binding("ctrl+d", "page(1, 2)", "half a page down", show=False, id="list.half-down"),
    Binding("ctrl+u", "page(-1, 2)", "half a page up", show=False, id="list.half-up"),
    Binding("ctrl+e", "scroll(1)", "scroll a line down", show=False, id="list.line-down"),
    Binding("ctrl+y", "scroll(-1)", "scroll a line up", show=False, id="list.line-up"),
    Binding("g,home", "first", "first row", show=False, id="list.first"),
    Binding("G,end", "last", "last row", show=False, id="list.last"),
    Binding("enter", "choose", "choose", show=False, id="list.choose"),
    Binding("y", "copy", "copy", tooltip="copy the row", show=False, id="list.copy"),
]
"""Moving, choosing and copying, each with the id by which it can be remapped."""

"""All settings as a file that can be saved: what each is for, its default, the user's values."""

from __future__ import annotations

from typing import Any

import msgspec

from . import Settings
from .known import KnownAction, all_actions

_HEAD = """\
# Settings of reader. A line that begins with # is a comment or a default: remove the # and change
# the value. `reader --edit-config` opens this file and checks it afterwards.
"""


def written(settings: Settings) -> str:
    """The settings as TOML: what is not the default stands as it is, all else as remarks."""
    entries = [_entry(field, settings) for field in msgspec.structs.fields(Settings)]
    return "\n".join([_HEAD, *entries[:-1], _keys(settings.keys)])


def _entry(field: Any, settings: Settings) -> str:
    """One entry, below what it is for and what is allowed."""
    meta = field.type.__metadata__[0]
    value, default = getattr(settings, field.name), field.default
    shown = meta.examples[0] if value is None and meta.examples else value
    sign = "# " if value == default else ""
    usual = "none" if default is None else _toml(default)
    says = f"# {meta.title}\n# ({meta.description}; the default is {usual})"
    return f"{says}\n{sign}{field.name} = {_toml(shown)}\n"


def _keys(own: dict[str, str]) -> str:
    lines = ["# your own keys: every action, its default keys and what it does", "[keys]"]
    place = ""
    for action in all_actions():
        if action.where != place:
            place = action.where
            lines.append(f"\n# {place}")
        lines.append(_key(action, own.get(action.id)))
    known = {action.id for action in all_actions()}
    lines += [f"{_toml(name)} = {_toml(keys)}" for name, keys in own.items() if name not in known]
    return "\n".join(lines) + "\n"


def _key(action: KnownAction, own: str | None) -> str:
    sign, keys = ("# ", action.keys) if own is None else ("", own)
    return f"{sign}{_toml(action.id)} = {_toml(keys)}  # {action.description}"


def _toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
    return str(value)

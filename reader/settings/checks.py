"""What is wrong in the text of a settings file: all of it, each with its line and its cure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..article.errors import shown
from . import Settings

_TABLE = "keys"
_SECTION = re.compile(r"^\s*\[+([^\]]*)\]")


def checked(content: str, name: str) -> tuple[Settings, list[str]]:
    """The settings that a file states, without its wrong entries, and a sentence for each of those.

    `name` is what the file is called to its user.
    """
    try:
        entries = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return Settings(), [f"{name} is not valid TOML: {error}."]
    except RecursionError:
        return Settings(), [f"{name} is nested too deeply: write plain entries."]
    except ValueError:
        return Settings(), [f"{name} has a number with too many digits: shorten it."]
    known = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    values, problems = {}, []
    for entry, value in entries.items():
        sentence, right = _check(entry, value, known)
        if right is not None:
            values[entry] = right
        if sentence:
            problems.append(f"{_where(content, name, '', entry)}: {sentence}")
    keys = values.get(_TABLE, {})
    for action, sentence in _wrong_keys(keys):
        problems.append(f"{_where(content, name, _TABLE, action)}: {sentence}")
        keys.pop(action, None)
    return Settings(**values), problems


def _check(entry: str, value: Any, known: dict[str, Any]) -> tuple[str, Any]:
    """What is wrong with an entry, and its value where nothing is."""
    if entry not in known:
        meant = nearest(entry, known)
        return f"there is no entry {entry!a}{meant}: the entries are {', '.join(known)}.", None
    try:
        right = msgspec.convert(value, known[entry])
    except msgspec.ValidationError:
        return f"{entry} must be {known[entry].__metadata__[0].description}.", None
    if entry == "theme" and right is not None:
        from .known import themes

        if right not in themes():
            meant = nearest(right, themes())
            listed = ", ".join(themes())
            return f"there is no theme {right!a}{meant}: the themes are {listed}.", None
    return "", right


def _wrong_keys(keys: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The actions whose entry is wrong, each with what is wrong with it."""
    if not keys:
        return
    from .known import action_ids, is_key

    known = action_ids(keys)
    for action, listed in list(keys.items()):
        wrong = [key.strip() for key in listed.split(",") if not is_key(key.strip())]
        if action not in known:
            meant = nearest(action, known)
            yield (
                action,
                f"there is no action {action!a}{meant}; `reader --print-config` lists all.",
            )
        elif wrong:
            yield (
                action,
                f"{wrong[0]!a} is not a key: write a character or a name such as escape, f5 or "
                "pagedown, optionally after ctrl+, alt+ or shift+; separate several with commas.",
            )


def nearest(written: str, known: Iterable[str]) -> str:
    """The known name that somebody probably meant, as the end of a clause; empty without one."""
    from difflib import get_close_matches

    found = get_close_matches(written, list(known), 1)
    return f" (did you mean {found[0]!a}?)" if found else ""


def _where(content: str, name: str, table: str, entry: str) -> str:
    """The file, and the line of an entry where it is written in one of its usual forms."""
    written = re.compile(rf"""^\s*(["']?){re.escape(entry)}\1\s*[.=]""")
    section = ""
    for number, line in enumerate(content.splitlines(), 1):
        if found := _SECTION.match(line):
            section = found[1].strip().strip("\"'")
            if not table and section == entry:
                return f"{name}, line {number}"
        elif section == table and written.match(line):
            return f"{name}, line {number}"
    return shown(name)

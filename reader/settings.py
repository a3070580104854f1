"""The user's settings, read from a TOML file in their configuration folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from .article.errors import shown
from .trusted import read_small

FILE_NAME = "settings.toml"
_LARGEST = 1_000_000
"""Bytes of a settings file."""


_Named = Annotated[str, Meta(min_length=1)]


class SettingsError(Exception):
    """A settings file is wrong; the message is one sentence naming file, entry and cure."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the user prefers. Every entry has a default; the descriptions say what is allowed.

    `measure` counts columns, the limits count millions of bytes. `keys` maps the id of an
    action to its keys, parted by commas ("q,ctrl+q"). `model` None means the default,
    `copy_command` None the best way to a clipboard that there is.
    """

    measure: Annotated[
        int, Meta(ge=20, le=200, description="a whole number of columns from 20 to 200")
    ] = 72
    panes: Annotated[
        Literal["right", "left", "below"], Meta(description='"right", "left" or "below"')
    ] = "right"
    theme: Annotated[_Named | None, Meta(description="the name of a theme in quotation marks")] = (
        None
    )
    model: Annotated[
        _Named | None, Meta(description="the name of an installed pipeline in quotation marks")
    ] = None
    ascii_marks: Annotated[bool, Meta(description="true or false")] = False
    remember: Annotated[bool, Meta(description="true or false")] = True
    article_limit_mb: Annotated[
        int, Meta(ge=1, le=2000, description="a whole number of megabytes from 1 to 2000")
    ] = 32
    offline: Annotated[bool, Meta(description="true or false")] = False
    proxy: Annotated[
        _Named | None, Meta(description="the http or https address of a proxy in quotation marks")
    ] = None
    certificates: Annotated[
        _Named | None, Meta(description="the path of a PEM file in quotation marks")
    ] = None
    cache_limit_mb: Annotated[
        int, Meta(ge=0, le=100_000, description="a whole number of megabytes from 0 to 100000")
    ] = 200
    copy_command: Annotated[
        str | None, Meta(description="a command that reads what is copied, in quotation marks")
    ] = None
    keys: Annotated[
        dict[str, Annotated[str, Meta(min_length=1)]],
        Meta(description='a table of actions and their keys, such as "app.quit" = "q,ctrl+q"'),
    ] = {}


def settings_path() -> Path:
    """Where the user's settings are, whether the file exists or not."""
    import platformdirs

    return platformdirs.user_config_path("reading-room") / FILE_NAME


def load_settings(path: Path | None = None) -> Settings:
    """The settings in the file at `path`, by default the user's; without a file the defaults.

    Raises SettingsError where the file cannot be read, is no TOML, or an entry is unknown or
    wrong.
    """
    path = path or settings_path()
    name = shown(str(path))
    try:
        content = read_small(path, _LARGEST).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsError(f"{name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{name} is not UTF-8 text: save it as UTF-8.") from error

    import tomllib

    try:
        return _checked(tomllib.loads(content), name)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} is not valid TOML: {error}.") from error
    except RecursionError as error:
        raise SettingsError(f"{name} is nested too deeply: write plain entries.") from error
    except ValueError as error:
        raise SettingsError(f"{name} has a number with too many digits: shorten it.") from error


def _checked(entries: dict[str, Any], name: str) -> Settings:
    known = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    values = {}
    for entry, value in entries.items():
        if entry not in known:
            raise SettingsError(
                f"{name} has an unknown entry {entry!a}: the entries are {', '.join(known)}."
            )
        try:
            values[entry] = msgspec.convert(value, known[entry])
        except msgspec.ValidationError as error:
            allowed = known[entry].__metadata__[0].description
            raise SettingsError(f"{name}: {entry} must be {allowed}.") from error
    return Settings(**values)

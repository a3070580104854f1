"""The user's settings, read from a TOML file in their configuration folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ..article.errors import shown
from ..trusted import read_small

FILE_NAME = "settings.toml"
_LARGEST = 1_000_000
"""Bytes of a settings file."""


_Named = Annotated[str, Meta(min_length=1)]


class SettingsError(Exception):
    """A settings file is wrong; each line of the message is a sentence: where, what, the cure."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the user prefers. Every entry has a default.

    The titles say what an entry is for, the descriptions what is allowed. `keys` maps the id of an
    action to its keys, separated by commas ("q,ctrl+q"). `model` None means the default.
    """

    measure: Annotated[
        int,
        Meta(
            ge=20,
            le=200,
            title="the maximum width of the article's text, in columns",
            description="a whole number of columns from 20 to 200",
        ),
    ] = 72
    panes: Annotated[
        Literal["right", "left", "below"],
        Meta(
            title="where the other panes are, relative to the article",
            description='"right", "left" or "below"',
        ),
    ] = "right"
    theme: Annotated[
        _Named | None,
        Meta(
            title="the colours; the commands (ctrl+p) show all themes",
            description="the name of a theme in quotation marks",
            examples=["reader-dark"],
        ),
    ] = None
    model: Annotated[
        _Named | None,
        Meta(
            title="the spaCy pipeline to use; `reader --models` lists those installed",
            description="the name of an installed pipeline in quotation marks",
            examples=["auto"],
        ),
    ] = None
    ascii_marks: Annotated[
        bool,
        Meta(
            title="plain ASCII symbols, for terminals that lack the others",
            description="true or false",
        ),
    ] = False
    reduced_motion: Annotated[
        bool,
        Meta(
            title="nothing on the screen moves by itself: no blinking, no growing bar",
            description="true or false",
        ),
    ] = False
    remember: Annotated[
        bool,
        Meta(
            title="remember reading positions, dates you set, the theme and pane sizes",
            description="true or false",
        ),
    ] = True
    article_limit_mb: Annotated[
        int,
        Meta(
            ge=1,
            le=2000,
            title="the largest article that is read, in millions of bytes",
            description="a whole number of megabytes from 1 to 2000",
        ),
    ] = 32
    offline: Annotated[bool, Meta(title="do not use the network", description="true or false")] = (
        False
    )
    proxy: Annotated[
        _Named | None,
        Meta(
            title="the proxy for web pages (default: from the environment, such as HTTPS_PROXY)",
            description="the http or https address of a proxy in quotation marks",
            examples=["http://proxy:8080"],
        ),
    ] = None
    certificates: Annotated[
        _Named | None,
        Meta(
            title="additional certificate authorities to trust",
            description="the path of a PEM file in quotation marks",
            examples=["/path/own.pem"],
        ),
    ] = None
    cache_limit_mb: Annotated[
        int,
        Meta(
            ge=0,
            le=100_000,
            title="the disk space for cached analyses, in millions of bytes",
            description="a whole number of megabytes from 0 to 100000",
        ),
    ] = 200
    keep_ready: Annotated[
        Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,3} ?(s|min|h)$")] | None,
        Meta(
            title="how long to keep the model loaded for the next session (150 MB); Linux only",
            description='a time in quotation marks, such as "10 min" or "1 h"',
            examples=["10 min"],
        ),
    ] = None
    copy_command: Annotated[
        _Named | None,
        Meta(
            title="the command for copying (default: the best clipboard tool available)",
            description="a command that reads the text from standard input, in quotation marks",
            examples=["wl-copy"],
        ),
    ] = None
    keys: Annotated[
        dict[str, Annotated[str, Meta(min_length=1)]],
        Meta(
            title="your own keys; separate several for one action with commas",
            description='a table of actions and their keys, such as "app.quit" = "q,ctrl+q"',
        ),
    ] = {}


def seconds_of(time: str) -> int:
    """The seconds of a time such as "10 min", as `keep_ready` has it."""
    unit = time.lstrip("0123456789").strip()
    return int(time.removesuffix(unit)) * {"s": 1, "min": 60, "h": 3600}[unit]


def settings_path() -> Path:
    """Where the user's settings are, whether the file exists or not."""
    import platformdirs

    return platformdirs.user_config_path("reading-room") / FILE_NAME


def load_settings(path: Path | None = None) -> Settings:
    """The settings in the file at `path`, by default the user's; without a file the defaults.

    Raises SettingsError where the file cannot be read, is no TOML, or entries are unknown or
    wrong: it names all of them.
    """
    path = path or settings_path()
    content = read_settings(path)
    if content is None:
        return Settings()
    from .checks import checked

    settings, problems = checked(content, shown(str(path)))
    if problems:
        raise SettingsError("\n".join(problems))
    return settings


def read_settings(path: Path) -> str | None:
    """The text of a settings file, None where there is none.

    Raises SettingsError where it cannot be read or is not UTF-8.
    """
    name = shown(str(path))
    try:
        return read_small(path, _LARGEST).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SettingsError(f"{name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{name} is not UTF-8 text: save it as UTF-8.") from error

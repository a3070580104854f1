"""`reader --doctor`: what works here, a line each, and what to do about the rest."""

from __future__ import annotations

import locale
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..article.errors import shown
from ..versions import folders, version_of

_SIXTEEN_MILLION = {"truecolor", "24bit"}
_SMALLEST = (70, 24)


class Finding(NamedTuple):
    """Something that was looked at: its state, and what to do where it is not as it should be."""

    name: str
    state: str
    cure: str = ""

    def __str__(self) -> str:
        sign = "!!" if self.cure else "ok"
        cure = f": {self.cure}" if self.cure else ""
        return f"{sign}  {self.name:<29}{shown(self.state)}{cure}"


def run() -> int:
    """Print all findings; returns 1 where there is something to do, else 0."""
    findings = list(examine())
    print("\n".join(map(str, findings)))
    return int(any(finding.cure for finding in findings))


def examine() -> Iterator[Finding]:
    """Look at everything that reading in this terminal needs."""
    yield Finding("reader", version_of("reading-room") or "run from its source")
    yield _python()
    yield from _terminal()
    yield _locale()
    yield _clipboard()
    yield _settings()
    for name, folder in folders().items():
        yield _folder(name, Path(folder))
    yield _pipeline()
    yield Finding("background process", _background())
    yield from _extras()


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    untested = "" if sys.version_info < (3, 14) else ", which is untested"
    return Finding("Python", version + untested)


def _terminal() -> Iterator[Finding]:
    name = os.environ.get("TERM", "")
    can_place = name not in {"", "dumb", "unknown"}
    cure = "" if can_place else "set TERM to what the terminal is, or use --plain"
    yield Finding("terminal", name or "TERM is not set", cure)
    yield _colours(name)
    if not sys.stdout.isatty():
        return
    columns, rows = shutil.get_terminal_size()
    is_small = columns < _SMALLEST[0] or rows < _SMALLEST[1]
    cure = "make it larger to see two panes side by side" if is_small else ""
    yield Finding("window", f"{columns} by {rows}", cure)


def _colours(name: str) -> Finding:
    if os.environ.get("NO_COLOR"):
        return Finding("colours", "none (NO_COLOR is set)")
    if os.environ.get("COLORTERM", "").lower() in _SIXTEEN_MILLION:
        return Finding("colours", "16 million")
    if "256" in name or "direct" in name:
        return Finding("colours", "256; COLORTERM=truecolor gives all, if the terminal has them")
    return Finding("colours", "16", "set COLORTERM=truecolor if the terminal has more")


def _locale() -> Finding:
    encoding = locale.getpreferredencoding(do_setlocale=False)
    is_wide = encoding.replace("-", "").lower().startswith("utf")
    cure = "" if is_wide else "set LANG to a UTF-8 locale, such as C.UTF-8, to see all symbols"
    return Finding("locale", encoding, cure)


def _clipboard() -> Finding:
    from ..settings import SettingsError, load_settings
    from ..tui.clipboard import ways

    try:
        own = load_settings().copy_command
    except SettingsError:
        own = None
    if own:
        return Finding("clipboard", f"your own command, {own}")
    found = [reach[0].goal for reach in ways()]
    if found:
        return Finding("clipboard", ", ".join(found))
    return Finding(
        "clipboard",
        "only through the terminal (OSC 52)",
        "install wl-copy, xclip or xsel, or set copy_command, if nothing arrives",
    )


def _settings() -> Finding:
    from ..settings import SettingsError, load_settings, settings_path

    path = settings_path()
    try:
        load_settings(path)
    except SettingsError as error:
        return Finding(
            "settings", str(error).splitlines()[0], "reader --edit-config opens the file"
        )
    return Finding("settings", f"{path}" if path.exists() else "the defaults; there is no file")


def _folder(name: str, folder: Path) -> Finding:
    """Whether only its owner can write to a folder, and they can."""
    from ..trusted import check_own

    if not folder.exists():
        parent = next(known for known in folder.parents if known.exists())
        if not parent.is_dir():
            return Finding(name, str(folder), f"{shown(str(parent))} is a file: move it away")
        can_make = os.access(parent, os.W_OK)
        cure = "" if can_make else f"make it, or make {shown(str(parent))} writable"
        return Finding(name, f"{folder}, not created yet", cure)
    try:
        check_own(folder)
    except OSError as error:
        return Finding(name, str(folder), error.strerror or str(error))
    cure = "" if os.access(folder, os.R_OK | os.W_OK | os.X_OK) else "make it readable and writable"
    return Finding(name, str(folder), cure)


def _pipeline() -> Finding:
    from ..analysis.parse.defaults import DEFAULT_MODEL, ModelError
    from ..analysis.parse.models import find_model, weights_notice

    try:
        model = find_model(DEFAULT_MODEL)
    except ModelError as error:
        return Finding("pipeline", DEFAULT_MODEL, str(error))
    return Finding("pipeline", str(model), weights_notice(model) or "")


def _background() -> str:
    from ..worker import resident

    found = resident.condition()
    return "not running" if found is None else resident.described(found).removesuffix(".")


def _extras() -> Iterator[Finding]:
    """The packages that only some commands need; without them nothing is wrong."""
    for name, distribution, extra in (
        ("reading in a browser", "textual-serve", "web"),
        ("asking a corpus", "duckdb", "corpus"),
        ("a cluster", "distributed", "cluster"),
    ):
        version = version_of(distribution)
        state = f"{distribution} {version}" if version else f"no: pip install reading-room[{extra}]"
        yield Finding(name, state)

"""Names that somebody may type where the name of a file is asked for, and that are none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

Make = Callable[[Path], str]


def _as_it_is(name: str) -> Make:
    return lambda _: name


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe")
    return str(folder / "pipe")


def _endless_links(folder: Path) -> str:
    (folder / "circle").symlink_to("circle")
    return str(folder / "circle" / "x")


def _below_a_file(folder: Path) -> str:
    (folder / "plain").write_text("words")
    return str(folder / "plain" / "x.txt")


NAMES: dict[str, Make] = {
    "no name": _as_it_is(""),
    "blanks": _as_it_is("   "),
    "256 characters": _as_it_is("x" * 256),
    "5,000 characters": _as_it_is("x" * 5_000),
    "a long way": _as_it_is("x/" * 5_000),
    "nobody's home": _as_it_is("~nosuchuser/x"),
    "nobody": _as_it_is("~nosuchuser"),
    "NUL": _as_it_is("a\0b"),
    "a line end": _as_it_is("no\nsuch"),
    "escape sequences": _as_it_is("no\x1b[31m\x1b]0;such\x07\x9b2J"),
    "turned around": _as_it_is("no\u202esuch\u2066"),
    "undecodable": _as_it_is("no\udcffsuch"),
    "half a character": _as_it_is("no\ud800such"),
    "a hyphen": _as_it_is("-"),
    "an option": _as_it_is("--no-such"),
    "a device": _as_it_is("/dev/zero"),
    "a full device": _as_it_is("/dev/full"),
    "the terminal": _as_it_is("/dev/tty"),
    "a pipe": _pipe,
    "a circle of links": _endless_links,
    "below a file": _below_a_file,
    "markup": _as_it_is("[bold]no[/such"),
    "a pattern": _as_it_is("*?[!"),
    "an address": _as_it_is("http://"),
    "another machine": _as_it_is("file://host/x"),
    "brackets of an address": _as_it_is("http://[::1"),
}
"""What to do in an empty folder to get a name, by what is odd about it."""
